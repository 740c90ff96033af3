import { wholeStatement } from '../model/index.ts';
import { type Ground, isSized, samePlace, sense } from './ground.ts';
import type { Groups } from './groups.ts';
import { isDefinite, kindOf } from './measure-families.ts';
import { sameTime } from './place-and-time.ts';
import { likelyPairs, likeness, quoteAlike } from './wording.ts';

/** How like two statements without a number must be for their groups to be held against each other, and to be one. */
const SAME_WORDS = 0.28;
const SAME_ON_AVERAGE = 0.25;

/** What one source says, or what counts the same, is sooner one statement; each is added to the likeness of the words. */
const SAME_SOURCE = 0.05;
const SAME_COUNT = 0.1;
const SAME_PHRASE = 0.15;
const BOTH_FILMED = 0.08;

export function alikeness(ground: Ground, a: number, b: number): number {
  const [own, other] = [ground.wording(a), ground.wording(b)];
  const words = likeness(own, other, ground.rarity);
  if (words === 0) return 0;
  const [x, y] = [ground.all[a]!, ground.all[b]!];
  const source = ground.voice(a) !== undefined && ground.voice(a) === ground.voice(b);
  const measure = x.statement.figure?.measure;
  const counts = measure !== undefined && isDefinite(measure) && measure === y.statement.figure?.measure;
  return (
    words +
    (source ? SAME_SOURCE : 0) +
    (counts ? SAME_COUNT : 0) +
    (quoteAlike(own, other) ? SAME_PHRASE : 0) +
    (own.filmed && other.filmed ? BOTH_FILMED : 0)
  );
}

/** What a group of statements holds; what it leaves open goes with anything. */
interface Wordings {
  readonly members: readonly number[];
  readonly place?: string;
  readonly kind?: string;
  readonly figure?: string;
  readonly matter?: string;
  readonly sense: 'affirmed' | 'negated';
}

/** How many members of a group are held against those of another. */
const SAMPLE = 16;

const both = <T>(a: T | undefined, b: T | undefined): boolean =>
  a === undefined || b === undefined || a === b;
const mayMeet = (a: Wordings, b: Wordings): boolean =>
  a.sense === b.sense &&
  both(a.place, b.place) &&
  both(a.kind, b.kind) &&
  both(a.figure, b.figure) &&
  both(a.matter, b.matter);

/**
 * Statements whose words agree, and that do not count two different things: group average linkage, the likest pairs
 * first, so that no chain of half-alike sentences runs from one matter into another (Sokal and Michener 1958).
 */
export function joinWordings(ground: Ground, groups: Groups): void {
  const open: number[] = [];
  for (let at = 0; at < ground.all.length; at++) {
    const key = ground.quantities[at]?.key;
    const counted = isSized(ground, at) && !key!.startsWith('vague:');
    const part = ground.all[at]!.part === true;
    if (!counted && !part && ground.wording(at).words.size > 0) open.push(at);
  }
  const state = new Map<number, Wordings>();
  for (const at of open) {
    const group = groups.of(at);
    const known = state.get(group);
    const own = wordingsOf(ground, at);
    state.set(group, known ? merged(known, own) : own);
  }
  const join = (a: number, b: number): void => {
    const [x, y] = [groups.of(a), groups.of(b)];
    if (x === y) return;
    const together = merged(state.get(x)!, state.get(y)!);
    groups.join(x, y);
    state.set(groups.of(x), together);
  };
  // The same words are one text, so that a line in a hundred copies costs no more than one.
  const texts = new Map<string, number[]>();
  for (const at of open) {
    const key = [...ground.wording(at).words].sort().join(' ');
    const firsts = texts.get(key) ?? [];
    const same = firsts.find((first) => mayMeet(state.get(groups.of(first))!, state.get(groups.of(at))!));
    if (same === undefined) texts.set(key, [...firsts, at]);
    else join(same, at);
  }
  const distinct = [...texts.values()].flat().sort((a, b) => a - b);
  const wordings = distinct.map((at) => ground.wording(at));
  const pairs: { a: number; b: number; alike: number }[] = [];
  for (const [i, j] of likelyPairs(wordings, ground.rarity)) {
    const alike = alikeness(ground, distinct[i]!, distinct[j]!);
    if (alike >= SAME_WORDS) pairs.push({ a: distinct[i]!, b: distinct[j]!, alike });
  }
  for (const { earlier, later } of ground.copies)
    if (state.has(groups.of(earlier)) && state.has(groups.of(later)))
      pairs.push({ a: earlier, b: later, alike: 1 });
  pairs.sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b);
  for (const { a, b, alike } of pairs) {
    const [x, y] = [state.get(groups.of(a))!, state.get(groups.of(b))!];
    if (groups.of(a) === groups.of(b) || !mayMeet(x, y)) continue;
    if (alike === 1 || averageLikeness(ground, x, y) >= SAME_ON_AVERAGE) join(a, b);
  }
  joinPhrases(ground, groups);
}

/** How like two statements must be that repeat one phrase, where only one of them gives a number. */
const WITH_PHRASE = 0.1;

/**
 * "Sent 'trained dogs'" and "sent four 'trained dogs'": after the same words, of one thing, and only one of the two
 * says how many. Where two numbers are given for the phrase, nobody can tell which is meant.
 */
function joinPhrases(ground: Ground, groups: Groups): void {
  const ownStatement = (at: number): string => wholeStatement(ground.all[at]!.statement.id);
  const holders = new Map<string, number[]>();
  for (let at = 0; at < ground.all.length; at++)
    for (const phrase of new Set(ground.wording(at).quoted))
      holders.set(phrase, [...(holders.get(phrase) ?? []), at]);
  for (const members of holders.values()) {
    const sized = members.filter((at) => isSized(ground, at));
    if (new Set(sized.map((at) => ground.quantities[at]!.key)).size !== 1) continue;
    for (const at of members) {
      const near = sized.find(
        (other) =>
          !isSized(ground, at) &&
          ownStatement(at) !== ownStatement(other) &&
          sense(ground.all[at]!) === sense(ground.all[other]!) &&
          samePlace(ground.places[at], ground.places[other]) &&
          sameTime(ground.periods[at]!, ground.periods[other]!) &&
          alikeness(ground, at, other) >= SAME_PHRASE + WITH_PHRASE,
      );
      if (near !== undefined) groups.join(near, at);
    }
  }
}

function wordingsOf(ground: Ground, at: number): Wordings {
  const measure = ground.all[at]!.statement.figure?.measure;
  const key = ground.quantities[at]?.key;
  const said = ground.places[at];
  const place = said?.inferred ? undefined : said?.name;
  return {
    members: [at],
    ...(place !== undefined && { place }),
    ...(measure !== undefined && { kind: kindOf(measure) }),
    // "Many" is not "hundreds"; where nothing definite is counted it leaves open how many.
    ...(key !== undefined && (key !== 'vague:0' || isDefinite(measure!)) && { figure: key }),
    ...(ground.all[at]!.matter !== undefined && { matter: ground.all[at]!.matter }),
    sense: sense(ground.all[at]!),
  };
}

const merged = (a: Wordings, b: Wordings): Wordings => ({
  ...b,
  ...a,
  members: [...a.members, ...b.members].sort((x, y) => x - y),
});

function averageLikeness(ground: Ground, a: Wordings, b: Wordings): number {
  const [x, y] = [a.members.slice(0, SAMPLE), b.members.slice(0, SAMPLE)];
  let sum = 0;
  for (const i of x) for (const j of y) sum += alikeness(ground, i, j);
  return sum / (x.length * y.length);
}
