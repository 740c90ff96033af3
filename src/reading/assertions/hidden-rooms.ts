import type { Assertion } from '../assertions.ts';
import { looksFinite } from '../english/finite-verb.ts';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS } from '../english/words.ts';
import type { Token } from '../tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ROOMS = set(
  'cell cells room rooms chamber chambers dungeon dungeons tunnel tunnels floor floors level levels ward wards wing wings ' +
    'section sections cellar cellars basement basements prison prisons jail jails grave graves vault vaults compartment compartments',
);
/** Rooms that are below by their name. */
const BELOW = set('bunker bunkers catacomb catacombs');
const HIDDEN = set('hidden secret concealed underground subterranean sealed undiscovered buried unknown');
const DEEP = /^(?:underground|beneath|below)$/;
const DEFINITE = set('the these those this that his her its their our my your said');
const NO = set('no any');
/** "They have not found secret cells": a negation, and a verb by which there would be some. */
const NOT = /^(?:not|never|nobody|none|neither|without|لم|لن|لا|ليس)$|n['’]t$/u;
const FINDING = /^(?:f[io]u?nd|discover|locat|uncover|exist|seen?$|have$|has$|contain|hold)|(?:عثر|يجد|وجد)/u;

const ROOMS_AR = set(
  'زنزانة زنازين زنزانات غرفة غرف نفق أنفاق طابق طوابق سجن سجون مقبرة مقابر قبو أقبية سرداب سراديب',
);
const BELOW_AR = set('سراديب سرداب');
const HIDDEN_AR = /^(?:سري|سرية|مخفي|مخفية|خفي|خفية|مغلقة|مجهولة)$/u;
const NO_AR = /^(?:لا|أي|أية|ليس|ليست|دون|عدم|وجود)$/u;

/**
 * "Secret cells", "rooms deep underground", «زنازين سرية»: whoever says that people are held there says that there are
 * such. Only a phrase that is new does: "the secret cells" takes them as known. Where a negation stands right before,
 * it is denied.
 */
export function hiddenRoomsIn(tokens: readonly Token[]): Assertion[] {
  const found: Assertion[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]!.lower;
    const range = word.charCodeAt(0) >= 0x600 ? arabicRoom(tokens, at) : englishRoom(tokens, at);
    if (!range || soughtBefore(tokens, range.from)) continue;
    const span = { start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end };
    found.push({
      ...span,
      kind: 'hidden-room',
      own: span,
      ...(range.negated && { negated: true }),
      ...(saysNoMore(tokens, range) && { alone: true }),
    });
    at = range.to - 1;
  }
  return found;
}

const SEEKING =
  /^(?:search(?:es|ed|ing)?|hunt(?:s|ed|ing)?|look(?:s|ed|ing)?|البحث|بحث|بحثها|بحثا|يبحث\p{L}*|تبحث|تفتيش)$/u;
/** "The search for hidden cells": whoever looks for a thing does not say that there is one. */
const soughtBefore = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => SEEKING.test(lower));

/** Words that say of a thing no more than that it is there. */
const THERE = set(
  'there is are was were be been being has have had no not any found discovered uncovered located exist exists existed lie lies ' +
    'beneath under below inside in at deep underground cellar cellars basement basements of the a this prison jail building compound facility site and that it ' +
    'لا لم لن أي يوجد توجد هناك ليس ليست وجود عثر على العثور تحت في داخل قبو أقبية السجن سجن المبنى الأرض',
);

const saysNoMore = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.every(
    ({ kind, lower }, at) =>
      (at >= from && at < to) || kind === 'mark' || THERE.has(lower.replace(/^و(?=.{2})/u, '')),
  );

interface Range {
  readonly from: number;
  readonly to: number;
  readonly negated: boolean;
}

function englishRoom(tokens: readonly Token[], at: number): Range | undefined {
  const word = tokens[at]!.lower;
  const below = BELOW.has(word);
  if (!below && !ROOMS.has(word)) return undefined;
  // "Cell doors": the room only describes.
  const next = tokens[at + 1];
  if (next?.kind === 'word' && !PREPOSITIONS.has(next.lower) && DOORS.has(next.lower)) return undefined;
  let from = at;
  let hidden = below;
  while (from > 0 && at - from < 5 && describes(tokens[from - 1]!) && !looksFinite(tokens, from - 1)) {
    from--;
    hidden ||= HIDDEN.has(tokens[from]!.lower);
  }
  let to = at + 1;
  const deep = tokens[to]?.lower === 'deep' ? to + 1 : to;
  if (DEEP.test(tokens[deep]?.lower ?? '')) {
    const ground = tokens[deep]!.lower === 'underground' || tokens[deep + 1]?.lower === 'ground';
    if (ground || deep > to) {
      hidden = true;
      to = tokens[deep]!.lower === 'underground' ? deep + 1 : Math.min(tokens.length, deep + 1);
    }
  }
  const before = tokens[from - 1]?.lower ?? '';
  // "Say that secret rooms": behind a plural, "that" points at nothing.
  const definite = DEFINITE.has(before) && !(before === 'that' && word.endsWith('s'));
  if (!hidden || definite || before.endsWith("'s")) return undefined;
  return { from, to, negated: NO.has(before) || notFound(tokens, from) };
}

function notFound(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 8), from);
  const not = before.findIndex(({ lower }) => NOT.test(lower));
  return not >= 0 && before.slice(not).some(({ lower }) => FINDING.test(lower));
}

const DOORS = set('door doors lock locks wall walls block blocks guards staff gate gates key keys');

const describes = ({ kind, lower }: Token): boolean =>
  kind === 'word' &&
  !DETERMINERS.has(lower) &&
  !PREPOSITIONS.has(lower) &&
  !AUXILIARIES.has(lower) &&
  !JOINS.has(lower) &&
  !FINDING.test(lower);
const JOINS = set('and or but as that while when where because who which not to');

function arabicRoom(tokens: readonly Token[], at: number): Range | undefined {
  const word = tokens[at]!.lower.replace(/^و(?=.{3})/u, '').replace(/^ب(?=زنا|غرف|أنفاق|أقبي|سرا)/u, '');
  if (!ROOMS_AR.has(word)) return undefined;
  let to = at + 1;
  let hidden = BELOW_AR.has(word);
  while (HIDDEN_AR.test(tokens[to]?.lower ?? '')) {
    hidden = true;
    to++;
  }
  if (tokens[to]?.lower === 'تحت' && /^(?:ال)?[أا]رض/u.test(tokens[to + 1]?.lower ?? '')) {
    hidden = true;
    to += 2;
  }
  if (!hidden) return undefined;
  const before = tokens.slice(Math.max(0, at - 2), at);
  return { from: at, to, negated: before.some(({ lower }) => NO_AR.test(lower)) || notFound(tokens, at) };
}
