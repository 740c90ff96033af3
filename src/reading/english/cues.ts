import type { Piece } from '../attribution.ts';
import { type CueForm, cueFormOf, OFTEN_NOUNS } from './cue-verbs.ts';
import type { Range } from './noun-phrase.ts';
import { isCapitalised } from './noun-phrase.ts';
import {
  AUXILIARIES,
  BE,
  DETERMINERS,
  DO,
  HAVE,
  isAdverb,
  MODALS,
  NEGATIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
} from './words.ts';

/** A cue verb with its auxiliaries, where it stands in the pieces of a unit. */
export interface VerbCue extends Range {
  /** Index of the verb itself. */
  readonly verb: number;
  readonly form: CueForm;
  readonly mood: 'finite' | 'ing' | 'passive' | 'infinitive';
  readonly negated: boolean;
}

const LINKS = new Set([
  'going',
  'able',
  'likely',
  'set',
  'ready',
  'expected',
  'trying',
  'quick',
  'careful',
  'eager',
  'keen',
  'willing',
]);

/** Particles that belong to the verb before them. */
const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  point: ['out', 'to'],
  call: ['for', 'on'],
  talk: ['about'],
  speak: ['about', 'of'],
  refer: ['to'],
  allude: ['to'],
  complain: ['about', 'of'],
  warn: ['of', 'about', 'against'],
  object: ['to'],
  appeal: ['for', 'to'],
  push: ['for'],
  press: ['for'],
  vote: ['for', 'against'],
  agree: ['with', 'to', 'on'],
  ask: ['for', 'about'],
  comment: ['on'],
  respond: ['to'],
  boast: ['about', 'of'],
  brag: ['about'],
  think: ['about', 'of'],
  worry: ['about'],
  hear: ['about', 'of'],
  learn: ['of', 'about'],
  know: ['about', 'of'],
  dream: ['of'],
  hope: ['for'],
  wonder: ['about'],
  joke: ['about'],
  elaborate: ['on'],
  insist: ['on', 'upon'],
  apologize: ['for'],
  apologise: ['for'],
  focus: ['on'],
  campaign: ['for', 'against'],
  lobby: ['for', 'against'],
  disagree: ['with', 'about'],
  protest: ['against'],
  approve: ['of'],
  aim: ['to', 'at', 'for'],
  lash: ['out'],
  rail: ['against'],
  rant: ['about'],
  muse: ['about'],
  testify: ['about'],
  plead: ['for'],
};

/** Every cue verb of a unit, ascending. A word that is a noun in its place is none. */
export function verbCuesIn(pieces: readonly Piece[]): VerbCue[] {
  const cues: VerbCue[] = [];
  for (let verb = 0; verb < pieces.length; verb++) {
    const piece = pieces[verb]!;
    if (piece.kind !== 'word') continue;
    const form = cueFormOf(piece.lower);
    if (!form) continue;
    if (isCapitalised(piece) && verb > 0 && form.form !== 'ing' && !headlineCase(pieces)) continue;
    const group = verbGroup(pieces, verb);
    const mood = moodOf(pieces, verb, form, group);
    if (mood === undefined || !isVerbHere(pieces, verb, form, group, mood)) continue;
    let to = verb + 1;
    if (PARTICLES[form.base]?.includes(pieces[to]?.lower ?? '')) to++;
    cues.push({ from: group.from, to, verb, form, mood, negated: group.negated });
  }
  return cues;
}

/** In a headline most words begin with a capital, so that a capital tells nothing. */
export function headlineCase(pieces: readonly Piece[]): boolean {
  let words = 0;
  let high = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'word' || piece.text.length < 4) continue;
    words++;
    if (isCapitalised(piece)) high++;
  }
  return words >= 4 && high / words > 0.7;
}

interface Group {
  readonly from: number;
  readonly negated: boolean;
  readonly hasBe: boolean;
  readonly hasAux: boolean;
  readonly infinitive: boolean;
}

function verbGroup(pieces: readonly Piece[], verb: number): Group {
  let from = verb;
  let negated = false;
  let hasBe = false;
  let hasAux = false;
  let infinitive = false;
  for (let at = verb - 1; at >= 0 && verb - at < 10; at--) {
    const word = pieces[at]!.lower;
    if (pieces[at]!.kind !== 'word') break;
    if (NEGATIONS.has(word)) negated = true;
    const contraction = PRONOUNS.has(word.split("'")[0] ?? '') && word.includes("'");
    if (contraction) {
      hasAux = true;
      hasBe ||= BE.has(word);
      // "he's said": the pronoun is the subject, so the group begins after it.
      break;
    }
    if (BE.has(word) && !infinitive) hasBe = true;
    if (AUXILIARIES.has(word)) hasAux = true;
    else if (word === 'to') {
      const before = pieces[at - 1]?.lower ?? '';
      if (!LINKS.has(before) && !HAVE.has(before)) {
        if (before === 'on' && /^(?:went|goes|go|going|gone)$/.test(pieces[at - 2]?.lower ?? '')) {
          from = at - 2;
          hasAux = true;
          at -= 2;
          continue;
        }
        infinitive = true;
        from = at;
        break;
      }
    } else if (!(isAdverb(word) || NEGATIONS.has(word) || LINKS.has(word))) break;
    else if (LINKS.has(word) && pieces[at + 1]?.lower !== 'to') break;
    from = at;
  }
  // An adverb that opens the group but follows nothing belongs to the clause, not to the cue.
  while (from < verb && from === 0 && !AUXILIARIES.has(pieces[from]!.lower)) from++;
  return { from, negated, hasBe, hasAux, infinitive };
}

function moodOf(
  pieces: readonly Piece[],
  verb: number,
  form: CueForm,
  group: Group,
): VerbCue['mood'] | undefined {
  if (group.infinitive) return 'infinitive';
  if (form.form === 'ing') return group.hasBe ? 'finite' : 'ing';
  if (form.form === 'participle') return group.hasBe ? 'passive' : group.hasAux ? 'finite' : undefined;
  if (form.form === 'past') {
    if (!group.hasBe) return 'finite';
    for (let at = verb - 1; at >= group.from - 1 && at >= 0; at--) {
      const word = pieces[at]!.lower;
      if (HAVE.has(word) && !word.includes("'"))
        return BE.has(pieces[verb - 1]?.lower ?? '') ? 'passive' : 'finite';
    }
    return 'passive';
  }
  return 'finite';
}

const NOUN_ENDING = /(?:ic|al|ous|ful|ive|less|able|ible|ish|ary|ese|ian)$/;

function isVerbHere(
  pieces: readonly Piece[],
  verb: number,
  form: CueForm,
  group: Group,
  mood: VerbCue['mood'],
): boolean {
  const word = pieces[verb]!.lower;
  const before = pieces[group.from - 1];
  const direct = pieces[verb - 1];
  const next = pieces[verb + 1]?.lower ?? '';
  if (word === 'like' || word === 'second' || word === 'mean')
    return group.hasAux || (direct !== undefined && PRONOUNS.has(direct.lower));
  if (word === 'found' && next === 'guilty') return false;
  if (group.hasAux && !(BE.has(direct?.lower ?? '') && form.form === 'base')) return true;
  if (mood === 'infinitive') return true;
  if (
    direct &&
    (DETERMINERS.has(direct.lower) ||
      POSSESSIVES.has(direct.lower) ||
      direct.lower.endsWith("'s") ||
      direct.lower.endsWith("s'"))
  ) {
    return (
      RELATIVES.has(direct.lower) ||
      direct.lower === 'some' ||
        direct.lower === 'many' ||
        direct.lower === 'others' ||
        direct.lower === 'both' ||
        direct.lower === 'most' ||
      direct.lower === 'all'
    );
  }
  if (mood === 'ing') {
    if (direct && PREPOSITIONS.has(direct.lower))
      return (
        ['by', 'for', 'in', 'while', 'after', 'before', 'without', 'from', 'of'].includes(direct.lower) &&
        next !== 'of'
      );
    if (OFTEN_NOUNS.has(word)) return direct?.lower === ',' && next === 'that';
    return !['of'].includes(next);
  }
  if (direct && PREPOSITIONS.has(direct.lower) && form.form !== 'past') return false;
  if (form.form === 'past' || form.form === 'participle') {
    if (form.kind === 'stance' && next === 'by') return false;
    if (OFTEN_NOUNS.has(word)) return before !== undefined && !NOUN_ENDING.test(before.lower);
    return true;
  }
  if (!before) return form.form === 'third' ? false : next === 'that' || next === '“”' || next === ':';
  if (before.kind === 'quote' || before.lower === ',' || before.lower === '”' || before.lower === '"') {
    return form.kind === 'speech' && (form.form === 'third' || form.base === 'say' || form.base === 'write');
  }
  if (DO.has(before.lower) || MODALS.has(before.lower)) return true;
  if (PRONOUNS.has(before.lower) || RELATIVES.has(before.lower)) return true;
  if (PREPOSITIONS.has(before.lower)) return false;
  if (form.form === 'third') {
    if (
      [
        'of',
        'by',
        'about',
        'against',
        'from',
        'over',
        'to',
        'on',
        'in',
        '.',
        ',',
        'and',
        'were',
        'are',
        'have',
        'had',
      ].includes(next) &&
      OFTEN_NOUNS.has(word)
    )
      return false;
    if (OFTEN_NOUNS.has(word))
      return (
        isCapitalised(before) ||
        next === 'that' ||
        DETERMINERS.has(next) ||
        PRONOUNS.has(next) ||
        before.lower === 'and'
      );
    return !NOUN_ENDING.test(before.lower) || isCapitalised(before);
  }
  // A base form needs a plural before it.
  const plural =
    /[^s']s$|people$|men$|women$|children$|media$|police$|others$/.test(before.lower) ||
    ['and', 'also', 'both', 'many', 'some', 'most'].includes(before.lower);
  if (!plural) return false;
  if (!OFTEN_NOUNS.has(word)) return true;
  return (
    next === 'that' ||
    DETERMINERS.has(next) ||
    PRONOUNS.has(next) ||
    (before.lower.endsWith('s') &&
      !['of', 'by', 'for', 'from', 'to', 'in', 'on', '.', ','].includes(next) &&
      form.kind !== 'stance') ||
    group.from === verb - 1
  );
}
