import type { Span } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Block } from '../blocks.ts';
import { ENDS_IN_ED, NOT_LATIN, wordClass } from '../classes.ts';
import { holdFinite } from '../english/finite-verb.ts';
import { isCapitalised } from '../english/noun-phrase.ts';
import { MODALS, PREPOSITIONS, TIME_WORDS } from '../english/words.ts';
import type { TextStatement } from '../statements.ts';
import type { Token } from '../tokens.ts';
import { MATTER_WORDS } from './matter-words.ts';

/** What a statement may be judged by: itself, its words, who says it how, and where it stands. */
export interface Candidate {
  readonly text: string;
  readonly statement: TextStatement;
  /** The words of the statement itself, marks left out. */
  readonly words: readonly Token[];
  /** The sentence in which it begins. */
  readonly sentence: Span;
  readonly attribution: Pick<Attribution, 'kind' | 'quoted'> | undefined;
  readonly block: Block;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const MATTER = wordClass(MATTER_WORDS);
const LISTENER = set("you your yours you're you've you'd أنت أنتم لكم لك عليكم لستم");
const POINTING = set('it this that these those there what which هذا هذه ذلك تلك');
const ANYBODY = set(
  'nobody everybody somebody anybody everyone someone anyone one others some few nothing everything something أحد البعض الكل الجميع بعضهم آخرون',
);
const FEELING = set(
  'horror horrors horrific horrifying grim gruesome chilling harrowing heartbreaking heartbroken shocking shocked shock terrifying terrified terrible sick sickening haunting desperate tearful sobbing tears weeping hope hopes fear fears grief joy anger angry pain nightmare hell evil brutal notorious infamous symbol symbolic legacy era chapter dramatic stunning staggering extraordinary remarkable cruel happy afraid love god innocent truth worst best kind tragic bitter ألم أمل خوف رعب حزن فرح دموع الحقيقة مأساة صدمة قلوب',
);
const BEING = set("is are was were 's isn't wasn't aren't weren't it's that's");
const HAVING = set('has have had');
const CLAUSE_OPENERS = set(
  'and but or so because if as when while who which whose that where until unless than nor yet ثم أو',
);
const WEAK_PAST = /^[a-z]{3,}ed$/;
const STRONG_PAST = set(
  'was were had did came went got gave took made brought left lost won kept held led met ran sent sat stood spent broke built fell fled fought grew drew drove hit paid put rose sold shot threw woke lay became began found told said knew saw heard felt thought hid dug fed slept ate wrote spoke caught bound tore stole beat hung cut burnt swept shut',
);

const known = new Map<string, number>();
/** A bit for the words of a list: one look tells all lists that hold a word. */
const bitOf = (at: number, list: ReadonlySet<string>): number => {
  for (const word of list) known.set(word, (known.get(word) ?? 0) | (1 << at));
  return 1 << at;
};
const [listener, pointing, anybody, feeling, being, having, opener, past, modal, time] = [
  LISTENER,
  POINTING,
  ANYBODY,
  FEELING,
  BEING,
  HAVING,
  new Set([...CLAUSE_OPENERS, ...PREPOSITIONS]),
  STRONG_PAST,
  MODALS,
  TIME_WORDS,
].map((list, at) => bitOf(at, list)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** A candidate with what one pass over its words finds. */
interface Seen extends Candidate {
  /** The lists of which a word stands in it, and of which its first word is. */
  readonly lists: number;
  readonly first: number;
  readonly arabic: boolean;
  readonly named: boolean;
  /** Different words of the matter, two at most. */
  readonly matters: number;
}

function seen(candidate: Candidate): Seen {
  const { words } = candidate;
  let [lists, arabicWords, matters] = [0, 0, 0];
  let named = false;
  let matter = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const { lower, classes } = word;
    lists |= known.get(lower) ?? 0;
    if ((classes & ENDS_IN_ED) !== 0 && WEAK_PAST.test(lower)) lists |= past;
    if ((classes & NOT_LATIN) !== 0) arabicWords++;
    if (at > 0 && !named) named = lower.length > 1 && isCapitalised(word);
    if (matters < 2 && lower !== matter && isOfTheMatter(word)) {
      matters++;
      matter = lower;
    }
  }
  const first = known.get(words[0]?.lower ?? '') ?? 0;
  const { text, statement, sentence, attribution, block } = candidate;
  const arabic = arabicWords * 2 > words.length;
  return { text, statement, words, sentence, attribution, block, lists, first, arabic, named, matters };
}

const isOfTheMatter = ({ classes, lower }: Token): boolean =>
  (classes & MATTER) !== 0 ||
  ((classes & NOT_LATIN) !== 0 && /^[وفبلك]/.test(lower) && MATTER_WORDS.has(lower.slice(1)));

const has =
  (list: number) =>
  ({ lists }: Seen): boolean =>
    (lists & list) !== 0;
const opens =
  (list: number) =>
  ({ first }: Seen): boolean =>
    (first & list) !== 0;

/** What speaks for a statement or against it; each is there or not. */
const SIGNALS = {
  arabic: ({ arabic }) => arabic,
  unattributed: ({ attribution }) => attribution === undefined,
  'unattributed, of the matter': ({ attribution, matters }) => attribution === undefined && matters > 0,
  'two words of the matter': ({ matters }) => matters > 1,
  speech: ({ attribution }) => attribution?.kind === 'speech',
  quoted: ({ attribution }) => attribution?.quoted === true,
  'vague amount': ({ statement }) => statement.figure !== undefined,
  'proper name': ({ named }) => named,
  placed: ({ statement }) => statement.place !== undefined,
  'word of time': has(time),
  'past form': has(past),
  have: has(having),
  be: has(being),
  modal: has(modal),
  // Headlines leave verbs out, and "footage shows rebels opening cells" has its own in front.
  verbless: ({ block, attribution, arabic, lists, words }) =>
    block.kind !== 'headline' &&
    attribution?.kind !== 'evidence' &&
    !arabic &&
    (lists & (being | having | modal)) === 0 &&
    !holdFinite(words),
  doubted: ({ statement }) => statement.stance === 'hedged' || statement.stance === 'unverified',
  denied: ({ statement }) => statement.stance === 'denies',
  'second person': has(listener),
  'of anybody': opens(anybody),
  pointing: opens(pointing),
  feeling: has(feeling),
  'leans on a clause': opens(opener),
  'piece of a sentence': ({ block, attribution, statement, sentence }) =>
    block.kind !== 'headline' &&
    attribution?.kind !== 'evidence' &&
    statement.end - statement.start < 0.6 * (sentence.end - sentence.start),
  post: ({ block }) => block.kind === 'post',
  'near the end': ({ text, statement }) => statement.start > 0.85 * text.length,
} satisfies Readonly<Record<string, (of: Seen) => boolean>>;

export type Signal = keyof typeof SIGNALS;
export const SIGNAL_NAMES = Object.keys(SIGNALS) as readonly Signal[];
const TESTS = Object.entries(SIGNALS) as [Signal, (of: Seen) => boolean][];

/** The signals that a statement gives. */
export function signalsOf(candidate: Candidate): Signal[] {
  const of = seen(candidate);
  const given: Signal[] = [];
  for (const [name, test] of TESTS) if (test(of)) given.push(name);
  return given;
}
