import type { Piece } from '../attribution.ts';
import { isVerbHere, PARTICLES } from './cue-here.ts';
import { CUE_VERB, type CueForm, cueFormOf } from './cue-verbs.ts';
import { isCapitalised, type Range } from './noun-phrase.ts';
import { AUXILIARIES, BE, COMMON_VERBS, HAVE, isAdverb, NEGATIONS, PRONOUNS } from './words.ts';

/** A cue verb with its auxiliaries, where it stands in the pieces of a unit. */
export interface VerbCue extends Range {
  /** Index of the verb itself. */
  readonly verb: number;
  readonly form: CueForm;
  readonly mood: 'finite' | 'ing' | 'passive' | 'infinitive';
  readonly negated: boolean;
}

const LINKS = new Set([
  'yet',
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

/** "said by telephone": how, not by whom. */
const CHANNELS = new Set([
  'telephone',
  'phone',
  'email',
  'e-mail',
  'letter',
  'text',
  'radio',
  'video',
  'satellite',
  'message',
  'way',
  'then',
  'mail',
  'post',
  'fax',
]);

/** Every cue verb of a unit, ascending. A word that is a noun in its place is none. */
export function verbCuesIn(pieces: readonly Piece[]): VerbCue[] {
  const cues: VerbCue[] = [];
  for (let verb = 0; verb < pieces.length; verb++) {
    const piece = pieces[verb]!;
    if ((piece.classes & CUE_VERB) === 0 || piece.kind !== 'word') continue;
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

export interface Group {
  readonly from: number;
  readonly negated: boolean;
  readonly hasBe: boolean;
  readonly hasAux: boolean;
  readonly infinitive: boolean;
  /** "he's": is or has. */
  readonly contracted: boolean;
}

function verbGroup(pieces: readonly Piece[], verb: number): Group {
  let from = verb;
  let negated = false;
  let hasBe = false;
  let hasAux = false;
  let infinitive = false;
  let contracted = false;
  for (let at = verb - 1; at >= 0 && verb - at < 10; at--) {
    const word = pieces[at]!.lower;
    if (pieces[at]!.kind !== 'word') break;
    if (NEGATIONS.has(word)) negated = true;
    const contraction = word.includes("'") && PRONOUNS.has(word.split("'")[0]!);
    if (contraction) {
      hasAux = true;
      contracted = true;
      if (/'(?:re|m)$/.test(word)) hasBe = true;
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
  return { from, negated, hasBe, hasAux, infinitive, contracted };
}

const HELD_TO_BE = new Set([
  'fear',
  'believe',
  'think',
  'presume',
  'report',
  'suspect',
  'assume',
  'say',
  'understand',
  'allege',
  'know',
]);

/** "captives feared walled up", "men believed to be alive": what is feared of the noun before; nobody says who fears. */
const isFate = (pieces: readonly Piece[], at: number): boolean =>
  /^(?:dead|alive|lost|missing|trapped|buried|drowned|killed|held|hidden|walled|sealed|injured|taken)$/.test(
    pieces[at]?.lower ?? '',
  ) ||
  (pieces[at]?.lower === 'to' && isBaseVerb(pieces[at + 1]));

const isBaseVerb = (piece: Piece | undefined): boolean =>
  piece?.kind === 'word' &&
  (['be', 'have', 'remain', 'hold', 'number', 'include', 'stand', 'face', 'total'].includes(piece.lower) ||
    (COMMON_VERBS.has(piece.lower) && /[^sd]$/.test(piece.lower) && cueFormOf(piece.lower) === undefined));

function moodOf(
  pieces: readonly Piece[],
  verb: number,
  form: CueForm,
  group: Group,
): VerbCue['mood'] | undefined {
  // "no truth to reports of …"
  if (group.infinitive) return form.form === 'third' ? undefined : 'infinitive';
  if (form.form === 'ing') return group.hasBe || group.contracted ? 'finite' : 'ing';
  if (form.form === 'participle') return group.hasBe ? 'passive' : group.hasAux ? 'finite' : undefined;
  if (form.form === 'past') {
    const direct = pieces[verb - 1]?.lower ?? '';
    // "Once thought lost", not "a doctor once said"
    if (
      ['when', 'if', 'unless'].includes(direct) ||
      (direct === 'once' && (pieces[verb - 2]?.kind ?? 'mark') === 'mark')
    )
      return 'passive';
    const behindBy = pieces[verb + 2]?.lower ?? '';
    // "responded by saying": how, not by whom.
    if (
      !group.hasAux &&
      pieces[verb + 1]?.lower === 'by' &&
      !CHANNELS.has(behindBy) &&
      !behindBy.endsWith('ing')
    )
      return 'passive';
    // "tens of thousands said to remain": a headline leaves "are" out.
    if (
      form.base === 'say' &&
      !group.hasAux &&
      pieces[verb + 1]?.lower === 'to' &&
      isBaseVerb(pieces[verb + 2])
    )
      return 'passive';
    if (!group.hasBe && !group.hasAux && HELD_TO_BE.has(form.base) && isFate(pieces, verb + 1))
      return 'passive';
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
