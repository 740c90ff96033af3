import type { Copy } from './copies.ts';
import { createGroups, type Groups } from './groups.ts';
import { isDefinite, kindOf } from './measure-families.ts';
import { episodes, type Period } from './period.ts';
import type { Place } from './places.ts';
import type { Quantity } from './quantity.ts';
import type { Said } from './said.ts';
import { isNegative, likelyPairs, likeness, type Rarity, type Wording } from './wording.ts';

/** What is known of each statement before statements are held against each other; arrays run along `all`. */
export interface Ground {
  readonly all: readonly Said[];
  readonly places: readonly (Place | undefined)[];
  readonly quantities: readonly (Quantity | undefined)[];
  readonly periods: readonly Period[];
  readonly copies: readonly Copy[];
  readonly rarity: Rarity;
  wording(at: number): Wording;
  /** One form for all names of the last of the chain; absent where the outlet speaks itself. */
  voice(at: number): string | undefined;
}

/** How like two statements without a number must be for their groups to be held against each other, and to be one. */
const SAME_WORDS = 0.32;
const SAME_ON_AVERAGE = 0.28;

/**
 * Statements that say the same thing, as groups of indices. With a figure it is what is counted, where, when and how
 * many that make them one, never the words; without one it is the words, in one place and one sense.
 */
export function propositionsOf(ground: Ground): number[][] {
  const groups = createGroups(ground.all.length);
  joinFigures(ground, groups);
  joinWordings(ground, groups);
  return groups.all();
}

/** True where the figure alone says what is claimed: how many of what. "Many" does not. */
const isSized = (ground: Ground, at: number): boolean => {
  const measure = ground.all[at]!.statement.figure?.measure;
  const key = ground.quantities[at]?.key;
  return key !== undefined && key !== 'vague:0' && measure !== undefined && isDefinite(measure);
};

function joinFigures(ground: Ground, groups: Groups): void {
  const blocks = new Map<string, number[]>();
  for (let at = 0; at < ground.all.length; at++) {
    const wide =
      ground.all[at]!.statement.figure?.measure === 'people' && ground.quantities[at]?.kind === 'number';
    if (!isSized(ground, at) && !wide) continue;
    const { measure, unit } = ground.all[at]!.statement.figure!;
    const key = `${measure}|${unit}|${ground.quantities[at]!.key}`;
    const block = blocks.get(key);
    if (block) block.push(at);
    else blocks.set(key, [at]);
  }
  for (const [key, members] of blocks)
    if (isDefinite(key.slice(0, key.indexOf('|')))) joinBlock(ground, members, groups);
  joinNeighbours(ground, blocks, groups);
  joinOneVoice(ground, groups);
  joinDenials(ground, groups);
}

/** From this number on, one voice that says it twice within a month is taken to speak of one thing. */
const LARGE = 100;

/** What a large number counts, or nothing where a figure does not say so. */
function largeNumber(ground: Ground, at: number): string | undefined {
  const { figure } = ground.all[at]!.statement;
  const quantity = ground.quantities[at];
  if (!figure || quantity?.kind !== 'number' || quantity.value! < LARGE || !isDefinite(figure.measure))
    return undefined;
  return `${kindOf(figure.measure)}|${figure.unit}|${quantity.key}`;
}

/** Who denies a large number answers somebody: where only one claim of that number can be meant, it is that one. */
function joinDenials(ground: Ground, groups: Groups): void {
  const said = new Map<string, Map<number, number>>();
  const denied: number[] = [];
  for (let at = 0; at < ground.all.length; at++) {
    const what = largeNumber(ground, at);
    if (what === undefined) continue;
    if (ground.all[at]!.statement.stance === 'denies') denied.push(at);
    else said.set(what, (said.get(what) ?? new Map<number, number>()).set(groups.of(at), at));
  }
  for (const at of denied) {
    const meant = new Set(
      [...(said.get(largeNumber(ground, at)!)?.values() ?? [])]
        .filter((other) => sameTime(ground.periods[other]!, ground.periods[at]!))
        .map((other) => groups.of(other)),
    );
    if (meant.size === 1) groups.join([...meant][0]!, at);
  }
}

/** One named voice with one large number of one kind, or one line copied: one figure, wherever a report puts it. */
function joinOneVoice(ground: Ground, groups: Groups): void {
  const firsts = new Map<string, number[]>();
  for (let at = 0; at < ground.all.length; at++) {
    const voice = ground.voice(at);
    const what = largeNumber(ground, at);
    if (voice === undefined || what === undefined) continue;
    const known = firsts.get(`${voice}|${what}`) ?? [];
    const same = known.find((other) => sameTime(ground.periods[other]!, ground.periods[at]!));
    if (same !== undefined) groups.join(same, at);
    else firsts.set(`${voice}|${what}`, [...known, at]);
  }
  for (const { earlier, later } of ground.copies) {
    const what = largeNumber(ground, earlier);
    if (what !== undefined && what === largeNumber(ground, later)) groups.join(earlier, later);
  }
}

/** How many parts of one figure are held against each other under neighbouring measures. */
const NEAREST_WITHIN = 200;

/** How like the words must be for one number under two neighbouring measures to be one figure. */
const NEIGHBOURS = 0.3;

/**
 * "80,000 detainees can be seen" and "80,000 are still inside" are one figure where place and time agree and the words
 * or the source do too; so is "80,000 people", which does not say what of them, with the one it is likest. Numbers
 * only: "thousands" under two measures are two things.
 */
function joinNeighbours(
  ground: Ground,
  blocks: ReadonlyMap<string, readonly number[]>,
  groups: Groups,
): void {
  const byFigure = new Map<string, { measure: string; at: number }[]>();
  for (const [key, members] of blocks) {
    const [measure = '', unit, figure = ''] = key.split('|');
    if (!figure.startsWith('number:') && !figure.startsWith('range:')) continue;
    const list = byFigure.get(`${unit}|${figure}`) ?? [];
    for (const at of members) list.push({ measure, at });
    byFigure.set(`${unit}|${figure}`, list);
  }
  for (const parts of byFigure.values()) {
    const sure = parts.filter(({ measure }) => isDefinite(measure)).slice(0, NEAREST_WITHIN);
    for (let i = 0; i < sure.length; i++)
      for (let j = i + 1; j < sure.length; j++) {
        const [a, b] = [sure[i]!, sure[j]!];
        if (kindOf(a.measure) === kindOf(b.measure) && neighbours(ground, a.at, b.at) > 0)
          groups.join(a.at, b.at);
      }
    for (const part of parts.filter(({ measure }) => !isDefinite(measure)).slice(0, NEAREST_WITHIN)) {
      const near = sure
        .map(({ measure, at }) => ({ kind: kindOf(measure), at, score: neighbours(ground, part.at, at) }))
        .filter(({ score }) => score > 0)
        .sort((x, y) => y.score - x.score || x.at - y.at);
      for (const { kind, at } of near) if (kind === near[0]!.kind) groups.join(at, part.at);
    }
  }
}

/** How near two statements of one number are, 0 where they are not one figure. */
function neighbours(ground: Ground, a: number, b: number): number {
  if (!samePlace(ground.places[a], ground.places[b])) return 0;
  if (!sameTime(ground.periods[a]!, ground.periods[b]!)) return 0;
  const alike = likeness(ground.wording(a), ground.wording(b), ground.rarity);
  const source = ground.voice(a) !== undefined && ground.voice(a) === ground.voice(b);
  // A headline and the text under it give one number once.
  const report = ground.all[a]!.record.id === ground.all[b]!.record.id;
  return source || report ? 1 + alike : alike >= NEIGHBOURS ? alike : 0;
}

interface TimeCluster {
  readonly members: number[];
  readonly period: Period;
}

/**
 * One measure, one unit, one figure: split by place and time. A statement that leaves out the place or the time goes
 * with the others only where there is exactly one it can mean, so that it never bridges two different things.
 */
function joinBlock(ground: Ground, members: readonly number[], groups: Groups): void {
  const byPlace = new Map<string, number[]>();
  const unsaid: number[] = [];
  for (const at of members) {
    const place = ground.places[at];
    if (place === undefined || place.inferred) unsaid.push(at);
    else byPlace.set(place.name, [...(byPlace.get(place.name) ?? []), at]);
  }
  const placed = new Map([...byPlace].map(([name, list]) => [name, timeClusters(ground, list)]));
  const everywhere = [...placed.values()].flat();
  const nowhere: number[] = [];
  for (const at of unsaid) {
    const fitting = (clusters: readonly TimeCluster[]): TimeCluster[] =>
      clusters.filter((cluster) => sameTime(cluster.period, ground.periods[at]!));
    const there = fitting(placed.get(ground.places[at]?.name ?? '') ?? []);
    const anywhere = there.length > 0 ? there : fitting(everywhere);
    if (anywhere.length === 1) groups.join(anywhere[0]!.members[0]!, at);
    else nowhere.push(at);
  }
  for (const { members: together } of [...everywhere, ...timeClusters(ground, nowhere)])
    for (const at of together) groups.join(together[0]!, at);
}

const sameTime = (a: Period, b: Period): boolean => {
  if (a.kind === 'open' || b.kind === 'open') return true;
  if (a.kind === 'period' && b.kind === 'period') return a.key === b.key;
  if (a.kind === 'now' && b.kind === 'now')
    return Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= 62 * 86_400_000;
  return false;
};

function timeClusters(ground: Ground, members: readonly number[]): TimeCluster[] {
  const dated = members.filter((at) => ground.periods[at]!.kind === 'now');
  const episode = episodes(dated.map((at) => (ground.periods[at] as Extract<Period, { kind: 'now' }>).day));
  const stretches = new Map<string, TimeCluster>();
  const news = new Map<number, TimeCluster & { stated: boolean }>();
  const undated: number[] = [];
  for (const at of members) {
    const period = ground.periods[at]!;
    if (period.kind === 'period') {
      const known = stretches.get(period.key);
      if (known) known.members.push(at);
      else stretches.set(period.key, { members: [at], period });
    } else if (period.kind === 'now') {
      const number = episode.get(period.day)!;
      const known = news.get(number);
      if (known) {
        known.members.push(at);
        known.stated ||= period.stated;
      } else news.set(number, { members: [at], period, stated: period.stated });
    } else undated.push(at);
  }
  const clusters: TimeCluster[] = [...stretches.values()];
  for (const cluster of news.values()) {
    if (!cluster.stated && stretches.size === 1) clusters[0]!.members.push(...cluster.members);
    else clusters.push(cluster);
  }
  if (undated.length > 0) {
    if (clusters.length === 1) clusters[0]!.members.push(...undated);
    else clusters.push({ members: undated, period: { kind: 'open' } });
  }
  return clusters;
}

/** A denial in so many words denies what is affirmed: its own negation is not counted against it. */
export function sense(said: Said): 'affirmed' | 'negated' {
  if (said.statement.stance === 'denies') return 'affirmed';
  return isNegative(said.statement.quote) ? 'negated' : 'affirmed';
}

const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a === undefined || b === undefined || a.inferred || b.inferred || a.name === b.name;

/** What one source says, or what counts the same, is sooner one statement; each is added to the likeness of the words. */
const SAME_SOURCE = 0.05;
const SAME_COUNT = 0.1;

function alikeness(ground: Ground, a: number, b: number): number {
  const words = likeness(ground.wording(a), ground.wording(b), ground.rarity);
  if (words === 0) return 0;
  const [x, y] = [ground.all[a]!, ground.all[b]!];
  const source = ground.voice(a) !== undefined && ground.voice(a) === ground.voice(b);
  const measure = x.statement.figure?.measure;
  const counts = measure !== undefined && isDefinite(measure) && measure === y.statement.figure?.measure;
  return words + (source ? SAME_SOURCE : 0) + (counts ? SAME_COUNT : 0);
}

/** What a group of statements holds; what it leaves open goes with anything. */
interface Wordings {
  readonly members: readonly number[];
  readonly place?: string;
  readonly kind?: string;
  readonly figure?: string;
  readonly sense: 'affirmed' | 'negated';
}

/** How many members of a group are held against those of another. */
const SAMPLE = 16;

const both = <T>(a: T | undefined, b: T | undefined): boolean =>
  a === undefined || b === undefined || a === b;
const mayMeet = (a: Wordings, b: Wordings): boolean =>
  a.sense === b.sense && both(a.place, b.place) && both(a.kind, b.kind) && both(a.figure, b.figure);

/**
 * Statements whose words agree, and that do not count two different things: group average linkage, the likest pairs
 * first, so that no chain of half-alike sentences runs from one matter into another (Sokal and Michener 1958).
 */
function joinWordings(ground: Ground, groups: Groups): void {
  const open: number[] = [];
  for (let at = 0; at < ground.all.length; at++) {
    const key = ground.quantities[at]?.key;
    const counted = isSized(ground, at) && !key!.startsWith('vague:');
    if (!counted && ground.wording(at).words.size > 0) open.push(at);
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
    ...(key !== undefined && key !== 'vague:0' && { figure: key }),
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
