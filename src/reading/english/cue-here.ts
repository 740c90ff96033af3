import type { Piece } from '../attribution.ts';
import { brands, chargesWith, pluralFartherOff, setApart } from './cue-beside.ts';
import { type CueForm, cueFormOf, OFTEN_NOUNS } from './cue-verbs.ts';
import type { Group, VerbCue } from './cues.ts';
import { isCapitalised } from './noun-phrase.ts';
import {
  AUXILIARIES,
  BE,
  DETERMINERS,
  DO,
  MODALS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
} from './words.ts';

/** Particles that belong to the verb before them. */
export const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  point: ['out', 'to'],
  call: ['for', 'on'],
  talk: ['about', 'of'],
  speak: ['about', 'of'],
  refer: ['to'],
  scoff: ['at'],
  allude: ['to'],
  complain: ['about', 'of'],
  warn: ['of', 'about', 'against'],
  object: ['to'],
  appeal: ['for', 'to'],
  push: ['for'],
  press: ['for'],
  vote: ['for', 'against', 'to'],
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

/** Verbs that are cues only with words said beside them or a clause behind them: "added that", not "added a wing". */
const CLAUSE_NEEDED = new Set(
  'add maintain find determine figure respond answer observe charge state relate advise hear feel see judge decide hold prove reflect record list document note read remember forget realize realise discover offer report suggest claim learn know consider recall conclude point signal stress highlight estimate detail'.split(
    ' ',
  ),
);

const LOOSE = new Set([
  'report',
  'suggest',
  'claim',
  'offer',
  'know',
  'consider',
  'recall',
  'note',
  'highlight',
  'stress',
  'remember',
  'estimate',
  'forget',
  'detail',
  'document',
  'list',
  'record',
  'learn',
  'conclude',
]);

/** Speaking and thinking verbs whose base form is hardly ever a noun. */
const NEVER_NOUNS = new Set(['say', 'think', 'believe', 'argue', 'insist', 'agree', 'contend', 'reckon']);

/** Behind the verb a clause opens: "that", a pronoun, or a noun with a verb of its own. */
function saysClause(pieces: readonly Piece[], verb: number): boolean {
  const next = pieces[verb + 1];
  if (!next || next.kind === 'mark') return false;
  if (next.kind === 'quote' || next.lower === 'that') return true;
  return ['he', 'she', 'they', 'it', 'we', 'i', 'there'].includes(next.lower) || hasClause(pieces, verb);
}

const DISCOVERING = /^(?:find|found|discover|prove|held|heard)/;

function hasClause(pieces: readonly Piece[], verb: number): boolean {
  const before = pieces[verb - 1];
  if (before && (before.kind === 'quote' || before.lower === ',')) return true;
  for (let at = verb + 1; at < Math.min(pieces.length, verb + 14); at++) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote') return true;
    if (piece.kind === 'mark') {
      if ([':', '“', '"', '‘'].includes(piece.lower)) return true;
      if (piece.lower === '.' || piece.lower === ';') return at === verb + 1;
      // "found 40 people, the mayor said": what was found ends there.
      if (piece.lower === ',' && DISCOVERING.test(pieces[verb]!.lower)) return false;
      continue;
    }
    if (['that', 'whether', 'how', 'why', 'what'].includes(piece.lower)) return true;
    if (AUXILIARIES.has(piece.lower)) return at > verb + 1;
    const form = cueFormOf(piece.lower);
    if (
      at > verb + 1 &&
      form &&
      (form.form === 'third' || form.form === 'past') &&
      !OFTEN_NOUNS.has(piece.lower)
    )
      return true;
  }
  return false;
}

/** Adjectives that stand before "claims" and "reports" as nouns. */
const NOT_SUBJECTS = new Set(
  'growing mounting rising increasing deepening widespread fake false unverified unconfirmed earlier previous new recent similar such other many several some more multiple various conflicting'.split(
    ' ',
  ),
);

const PARTICLE_NEEDED = new Set(['talk', 'speak', 'vote']);

/** Verbs that speak only where a quotation stands beside them. */
const QUOTE_ONLY = new Set([
  'continue',
  'read',
  'snap',
  'crow',
  'marvel',
  'gush',
  'go',
  'point',
  'cry',
  'interject',
  'relay',
  'email',
  'text',
  'phone',
  'state',
  'prove',
  'maintain',
  'object',
  'counter',
  'rule',
  'communicate',
  'echo',
  'signal',
  'lecture',
  'broadcast',
  'brand',
  'term',
  'label',
]);

const besideQuote = (pieces: readonly Piece[], verb: number): boolean => {
  for (let at = Math.max(0, verb - 8); at < Math.min(pieces.length, verb + 8); at++)
    if (pieces[at]!.kind === 'quote') return true;
  return (
    ['that', ':'].includes(pieces[verb + 1]?.lower ?? '') ||
    (pieces[verb]!.lower.startsWith('point') && ['out', 'to'].includes(pieces[verb + 1]?.lower ?? ''))
  );
};

/** Verbs before "to" and another verb, where their third person is spelt like a plural. */
const TAKES_INFINITIVE = new Set(['plan', 'hope', 'vow', 'pledge', 'promise', 'aim', 'threaten', 'wish']);

/** "Another said", "few believed": a part of those just told of. */
const COUNTED_SPEAKERS = new Set(['another', 'few', 'several', 'each', 'either', 'neither']);

const GRADED = new Set(['most', 'much', 'more', 'long', 'well', 'so', 'best', 'least', 'less']);

const NOUN_ENDING = /(?:ic|al|ous|ful|ive|less|able|ible|ish|ary|ese|ian)$/;

export function isVerbHere(
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
  if ((word === 'found' && next === 'guilty') || (word === 'heard' && next === 'of' && group.hasAux))
    return false;
  // "gave only his first name, Emil"
  if (
    form.base === 'name' &&
    direct &&
    /^(?:first|last|full|real|own|only|middle|family)$/.test(direct.lower)
  )
    return false;
  // "is showing them round"
  if (form.base === 'show' && /^(?:them|him|her|us|me|visitors|reporters|journalists)$/.test(next))
    return false;
  // "The news worried some villagers": nobody thinks.
  if (
    form.base === 'worry' &&
    group.from === verb &&
    pieces[verb + 1]?.kind === 'word' &&
    !['that', 'about', 'over', 'whether'].includes(next) &&
    !PRONOUNS.has(next)
  )
    return false;
  if ((word === 'thanks' || form.base === 'answer') && next === 'to') return false;
  if (form.form === 'third' && group.hasAux) return false;
  if (form.form === 'third' && direct && NOT_SUBJECTS.has(direct.lower)) return false;
  if (direct?.lower === 'no' || direct?.lower === 'any') return false;
  // "dismissed reports that …": what was dismissed.
  if (
    form.form === 'third' &&
    OFTEN_NOUNS.has(word) &&
    direct &&
    cueFormOf(direct.lower)?.form === 'past' &&
    !OFTEN_NOUNS.has(direct.lower)
  )
    return false;
  if (PARTICLE_NEEDED.has(form.base) && !(PARTICLES[form.base]?.includes(next) || next === '“”'))
    return false;
  if (QUOTE_ONLY.has(form.base)) return besideQuote(pieces, verb) || brands(pieces, verb, form);
  if (['up', 'off', 'down'].includes(next) && pieces[verb + 2]?.lower !== 'to') return false;
  if (form.base === 'charge' && group.from <= verb && chargesWith(pieces, verb)) return mood !== 'ing';
  if (CLAUSE_NEEDED.has(form.base) && !LOOSE.has(form.base) && !hasClause(pieces, verb)) return false;
  // "The city's most feared prison", "the most hoped for news"
  const superlative = pieces[verb - 2]?.lower ?? '';
  if (
    direct?.lower === 'most' &&
    (superlative === 'the' || POSSESSIVES.has(superlative) || superlative.endsWith("'s"))
  )
    return false;
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
      (COUNTED_SPEAKERS.has(direct.lower) && form.form !== 'base' && !OFTEN_NOUNS.has(word)) ||
      direct.lower === 'both' ||
      direct.lower === 'most' ||
      direct.lower === 'all'
    );
  }
  if (mood === 'ing') {
    if (word === 'writing' && direct?.lower === 'in' && !['that', '“”', ':'].includes(next)) return false;
    if (direct && PREPOSITIONS.has(direct.lower))
      return (
        ['by', 'for', 'in', 'while', 'after', 'before', 'without', 'from', 'of'].includes(direct.lower) &&
        next !== 'of'
      );
    if (OFTEN_NOUNS.has(word)) return direct?.lower === ',' && next === 'that';
    return !['of'].includes(next);
  }
  if (direct && PREPOSITIONS.has(direct.lower) && form.form !== 'past') return false;
  // "the most hated jail", "a much loved teacher": before a noun it is what the noun is.
  if (
    form.form === 'past' &&
    direct &&
    GRADED.has(direct.lower) &&
    pieces[verb + 1]?.kind === 'word' &&
    !DETERMINERS.has(next) &&
    next !== 'that'
  )
    return false;
  if (form.form === 'past' || form.form === 'participle') {
    if (OFTEN_NOUNS.has(word)) return before !== undefined && !NOUN_ENDING.test(before.lower);
    return true;
  }
  if (!before) return form.form === 'third' ? false : next === 'that' || next === '“”' || next === ':';
  if (before.kind === 'quote' || before.lower === ',' || before.lower === '”' || before.lower === '"') {
    if (form.form === 'third') return form.kind !== 'stance' || !OFTEN_NOUNS.has(word);
    return (
      (form.kind === 'speech' && (form.base === 'say' || form.base === 'write')) ||
      (NEVER_NOUNS.has(form.base) && before.lower === ',' && saysClause(pieces, verb))
    );
  }
  if (DO.has(before.lower) || MODALS.has(before.lower)) return true;
  if (PRONOUNS.has(before.lower) || RELATIVES.has(before.lower)) return true;
  if (PREPOSITIONS.has(before.lower)) return false;
  if (form.form === 'third') {
    // "the committee plans to meet"
    if (TAKES_INFINITIVE.has(form.base) && next === 'to' && before.kind === 'word') return true;
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
        pieces[verb + 1]?.kind === 'number' ||
        (form.kind !== 'stance' &&
          before.kind === 'word' &&
          DETERMINERS.has(pieces[group.from - 2]?.lower ?? '')) ||
        next === 'that' ||
        DETERMINERS.has(next) ||
        PRONOUNS.has(next) ||
        before.lower === 'and'
      );
    return !NOUN_ENDING.test(before.lower) || isCapitalised(before) || saysClause(pieces, verb);
  }
  // A base form needs a plural before it.
  const plural =
    (!OFTEN_NOUNS.has(word) && isCapitalised(before) && form.kind !== 'stance') ||
    before.kind === 'number' ||
    before.lower === '%' ||
    /[^s']s$|people$|men$|women$|children$|media$|police$|others$|data$|percent$|half$|majority$/.test(
      before.lower,
    ) ||
    ['and', 'but', 'or', 'then', 'also', 'both', 'many', 'some', 'most', ')', '”', '"'].includes(
      before.lower,
    );
  if (['him', 'them', 'us', 'me'].includes(before.lower)) return pieces[group.from - 2]?.lower === 'have';
  // "people close to her campaign say she stays", "six in ten say": the plural stands farther off.
  if (!plural && !OFTEN_NOUNS.has(word) && pluralFartherOff(pieces, group.from)) return true;
  if (!plural) return NEVER_NOUNS.has(form.base) && before.kind !== 'mark' && saysClause(pieces, verb);
  // "There are four levels, fighters claim, each shut off": set apart by two commas.
  if (form.kind === 'speech' && [',', '.'].includes(next) && direct === before && setApart(pieces, verb))
    return true;
  // "…, records show."
  if (form.kind === 'evidence' && ['.', ','].includes(next) && direct === before) return true;
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
