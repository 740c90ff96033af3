import { arabicAlignment, arabicCodes, arabicDistance } from './arabic-distance.ts';
import { type CompoundKind, type TokenForm, tokenForm } from './compounds.ts';
import { acrossCost, identitiesOf, isKnownName, likelierName } from './identity.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { arabicLatin, latinLatin } from './models.ts';
import type { PreparedWord } from './prepared-word.ts';
import { skeletonOf } from './skeleton.ts';
import type { AlignmentStep } from './transducer.ts';

/**
 * A token made ready to be compared many times. Make it once and keep it. What the models need is made when it is first
 * asked for: most tokens meet only their own script. (A class, because a list holds tens of thousands: getters made for
 * each object alone would give each a shape of its own, which is large and slow to read.)
 */
export class PreparedToken {
  readonly written: string;
  readonly form: TokenForm;
  /** An Arabic core as places in the alphabet; empty for a Latin one. */
  readonly codes: Uint8Array;
  #skeleton: string | undefined = undefined;
  #identities: readonly string[] | undefined = undefined;
  #likelier: { readonly name: string; readonly cost: number } | null | undefined = undefined;
  #across: PreparedWord | undefined = undefined;
  #left: PreparedWord | undefined = undefined;
  #right: PreparedWord | undefined = undefined;
  #self: number | undefined = undefined;
  readonly #remember: Remember;

  constructor(written: string, remember: Remember) {
    this.written = written;
    this.#remember = remember;
    this.form = tokenForm(written);
    this.codes = this.form.script === 'arabic' ? arabicCodes(this.form.core) : NO_CODES;
  }

  get skeleton(): string {
    this.#skeleton ??= skeletonOf(this.form);
    return this.#skeleton;
  }

  /** The Arabic names it is known to be a spelling of, folded; empty where it is not known. */
  get identities(): readonly string[] {
    this.#identities ??= identitiesOf(this.form);
    return this.#identities;
  }

  /** In the model between scripts: the left word where it is Arabic, the right where it is Latin. */
  get across(): PreparedWord | undefined {
    const { script, core } = this.form;
    if (script !== 'other')
      this.#across ??= script === 'latin' ? arabicLatin.right(core) : arabicLatin.left(core);
    return this.#across;
  }

  /** For a Latin spelling that is not known: how well the best known name of its skeleton explains it, nats a letter. */
  get likelier(): { readonly name: string; readonly cost: number } | undefined {
    if (this.#likelier === undefined)
      this.#likelier =
        (this.form.script === 'latin' && this.identities.length === 0
          ? likelierName(this.across!)
          : undefined) ?? null;
    return this.#likelier ?? undefined;
  }

  /** In the model between Latin spellings, as the left word and as the right one. */
  get left(): PreparedWord {
    this.#left ??= latinLatin.left(this.form.core);
    return this.#left;
  }
  get right(): PreparedWord {
    this.#right ??= latinLatin.right(this.form.core);
    return this.#right;
  }

  /** Its log likelihood with itself there. */
  get self(): number {
    this.#self ??= this.#remember(() => latinLatin.logJoint(this.left, this.right));
    return this.#self;
  }
}

const NO_CODES = new Uint8Array(0);

/** What a spelling has of likelihood with itself costs as much as another: it may be kept from one time to the next. */
export type Remember = (reckon: () => number) => number;

export const prepareToken = (written: string): PreparedToken =>
  new PreparedToken(written, (reckon) => reckon());
export const prepareRemembering = (written: string, remember: Remember): PreparedToken =>
  new PreparedToken(written, remember);

/** Falling cost in nats a letter against likeness; between the points the line is straight. */
type Curve = readonly (readonly [cost: number, likeness: number])[];

const ACROSS: Curve = [
  [0.3, 1],
  [1.45, 0.85],
  [2.1, 0.6],
  [2.7, 0.4],
  [4, 0.1],
  [6, 0],
];
const WITHIN_LATIN: Curve = [
  [0, 1],
  [1, 0.85],
  [1.45, 0.7],
  [2, 0.5],
  [3, 0.2],
  [5, 0],
];
/** Costs in letters, as a share of the longer word. */
const WITHIN_ARABIC: Curve = [
  [0, 1],
  [0.11, 0.85],
  [0.2, 0.68],
  [0.28, 0.5],
  [0.5, 0.2],
  [1, 0],
];

function along(curve: Curve, cost: number): number {
  const [dearest, least] = curve[curve.length - 1]!;
  if (cost >= dearest) return least;
  for (let at = 1; at < curve.length; at++) {
    const [here, likeness] = curve[at]!;
    if (cost > here) continue;
    const [before, more] = curve[at - 1]!;
    return cost <= before ? more : more + ((cost - before) / (here - before)) * (likeness - more);
  }
  return least;
}

/** The cost above which likeness is below `least`, and a little more than sums can err by. */
function mostCost(curve: Curve, least: number): number {
  if (least <= 0) return Number.POSITIVE_INFINITY;
  for (let at = 1; at < curve.length; at++) {
    const [here, likeness] = curve[at]!;
    if (likeness >= least) continue;
    const [before, more] = curve[at - 1]!;
    return before + ((more - least) / (more - likeness)) * (here - before) + 1e-6;
  }
  return Number.POSITIVE_INFINITY;
}

/** What a compound against a plain word, or against another compound, is worth: كريم and عبد الكريم are two names. */
const KIND_DIFFERS = 0.6;
// Where both are … الدين or … الله that speaks for them too; after عبد all depends on what follows.
const ARTICLE_DIFFERS = 0.97;

/**
 * How surely two tokens are one name in two spellings, 0..1, symmetric: 0.85 and above is equal up to spelling, 0.6 and
 * above near. What is below `least` may be told as anything below it, which costs far less: most names are far apart.
 */
export function likenessOf(a: PreparedToken, b: PreparedToken, least = 0): number {
  const formA = a.form;
  const formB = b.form;
  if (formA.core === '' || formB.core === '') return a.written === b.written && a.written !== '' ? 1 : 0;
  const same = formA.kind === formB.kind;
  if (same && formA.script === formB.script && formA.core === formB.core)
    return formA.article === formB.article ? 1 : ARTICLE_DIFFERS;
  const bothOfGod = same && (formA.kind === 'din' || formA.kind === 'allah');
  // Among compounds of one kind the cores need less.
  const cores = coreLikeness(a, b, bothOfGod ? (3 * least - 1) / 2 : least);
  if (!same) return cores * kindFactor(formA.kind, formB.kind);
  if (bothOfGod) return (2 * cores + 1) / 3;
  return formA.article === formB.article ? cores : cores * ARTICLE_DIFFERS;
}

const kindFactor = (a: CompoundKind | undefined, b: CompoundKind | undefined): number =>
  a === undefined || b === undefined ? KIND_DIFFERS : KIND_DIFFERS * KIND_DIFFERS;

function coreLikeness(a: PreparedToken, b: PreparedToken, least: number): number {
  const coreA = a.form.core;
  const coreB = b.form.core;
  if (coreA.length === 1 || coreB.length === 1) return initialLikeness(a, b);
  if (a.form.script === b.form.script) {
    if (coreA === coreB) return 1;
    if (a.form.script === 'arabic') return arabicLikeness(coreA, a.codes, coreB, b.codes);
    return latinLikeness(a, b, least);
  }
  return a.form.script === 'arabic' ? acrossLikeness(a, b, least) : acrossLikeness(b, a, least);
}

/** A single letter stands for a name that begins with it, and proves little. */
function initialLikeness(a: PreparedToken, b: PreparedToken): number {
  if (a.form.script === b.form.script) return a.form.core[0] === b.form.core[0] ? 0.6 : 0.1;
  return a.skeleton[0] === b.skeleton[0] ? 0.6 : 0.1;
}

/** Two known names that are written apart are two names, however near. */
const TWO_NAMES = 0.55;
/** Known spellings of one name. */
const ONE_NAME = 0.95;
/** Another known name explains the spelling better by this much, in nats a letter: at most near. */
const CLEARLY_LIKELIER = 0.4;
const NOT_THE_LIKELIEST = 0.8;

function arabicLikeness(a: string, codesA: Uint8Array, b: string, codesB: Uint8Array): number {
  const cost = arabicDistance(codesA, codesB);
  const likeness = along(WITHIN_ARABIC, cost / Math.max(a.length, b.length, 3));
  if (likeness <= TWO_NAMES || habit(a) === habit(b)) return likeness;
  return (isKnownName(a) && isKnownName(b)) || isAlefMoved(a, b) ? TWO_NAMES : likeness;
}

/** The same for spellings that differ by habit alone: داود and داوود, نورا and نورة. */
const habit = (folded: string): string => folded.replace(/(.)\1+/g, '$1').replace(/ه$/, 'ا');

/** خالد and خلاد: an alef may be left out, but where it stands makes the name. */
const isAlefMoved = (a: string, b: string): boolean =>
  a !== b && a.length === b.length && a.replaceAll('ا', '') === b.replaceAll('ا', '');

/** What the known identities of two tokens say about the likeness that their letters give. */
function withIdentities(a: PreparedToken, b: PreparedToken, likeness: number): number {
  for (const one of a.identities)
    for (const other of b.identities)
      if (one === other || arabicLikeness(one, arabicCodes(one), other, arabicCodes(other)) >= EQUAL)
        return Math.max(likeness, ONE_NAME);
  return Math.min(likeness, TWO_NAMES);
}

function latinLikeness(a: PreparedToken, b: PreparedToken, least: number): number {
  // One direction is enough; the same one whichever token comes first.
  const isInOrder = a.form.core <= b.form.core;
  const first = (isInOrder ? a : b).left;
  const second = (isInOrder ? b : a).right;
  const letters = (a.form.core.length + b.form.core.length) / 2;
  const self = (a.self + b.self) / 2;
  const joint = latinLatin.logJoint(first, second, self - mostCost(WITHIN_LATIN, least) * letters);
  const cost = Math.max(0, (self - joint) / letters);
  const likeness = along(WITHIN_LATIN, cost);
  return a.identities.length > 0 && b.identities.length > 0 ? withIdentities(a, b, likeness) : likeness;
}

function acrossLikeness(arabic: PreparedToken, latin: PreparedToken, least: number): number {
  const cost = acrossCost(arabic.across!, latin.across!, mostCost(ACROSS, least));
  const likeness = along(ACROSS, cost);
  if (arabic.identities.length === 0) return likeness;
  if (latin.identities.length > 0) return withIdentities(arabic, latin, likeness);
  const { likelier } = latin;
  return likelier && !arabic.identities.includes(likelier.name) && cost - likelier.cost > CLEARLY_LIKELIER
    ? Math.min(likeness, NOT_THE_LIKELIEST)
    : likeness;
}

export type TokenOutcome = 'equal' | 'near' | 'far';

/** At least this likeness is "equal up to spelling", and at least this "near". */
export const EQUAL = 0.85;
export const NEAR = 0.6;
export const outcomeOf = (likeness: number): TokenOutcome =>
  likeness >= EQUAL ? 'equal' : likeness >= NEAR ? 'near' : 'far';

export interface TokenComparison {
  /** 0..1, symmetric. */
  readonly score: number;
  readonly outcome: TokenOutcome;
  /** Jaro-Winkler of the two in one script, for comparison with other tools; absent across scripts. */
  readonly jaroWinkler?: number;
  /** Which letters met at what cost: nats between scripts and Latin spellings, letters between Arabic ones. */
  readonly alignment: readonly AlignmentStep[];
}

/** Compares two tokens of any script, and shows how the letters met. See {@link likenessOf}. */
export function compareTokens(a: string, b: string): TokenComparison {
  const first = prepareToken(a);
  const second = prepareToken(b);
  const score = likenessOf(first, second);
  const sameScript = first.form.script === second.form.script;
  return {
    score,
    outcome: outcomeOf(score),
    ...(sameScript ? { jaroWinkler: jaroWinkler(first.form.core, second.form.core) } : {}),
    // Laid out only where somebody looks.
    get alignment() {
      return alignmentOf(first, second);
    },
  };
}

function alignmentOf(a: PreparedToken, b: PreparedToken): readonly AlignmentStep[] {
  if (a.form.core === '' || b.form.core === '') return [];
  if (a.form.script === 'arabic' && b.form.script === 'arabic')
    return arabicAlignment(a.form.core, b.form.core);
  if (a.form.script === 'latin' && b.form.script === 'latin') return latinLatin.align(a.left, b.right);
  if (a.form.script === 'arabic') return arabicLatin.align(a.across!, b.across!);
  return arabicLatin
    .align(b.across!, a.across!)
    .map(({ a: arabic, b: latin, cost }) => ({ a: latin, b: arabic, cost }));
}
