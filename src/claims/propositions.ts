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
}

/** How like two statements without a figure must be to say the same. */
const SAME_WORDS = 0.5;

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

const isMeasured = (ground: Ground, at: number): boolean => {
  const measure = ground.all[at]!.statement.figure?.measure;
  return ground.quantities[at] !== undefined && measure !== undefined && isDefinite(measure);
};

function joinFigures(ground: Ground, groups: Groups): void {
  const blocks = new Map<string, number[]>();
  const unsized = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, at: number): void => {
    const list = map.get(key);
    if (list) list.push(at);
    else map.set(key, [at]);
  };
  for (let at = 0; at < ground.all.length; at++) {
    if (!isMeasured(ground, at)) continue;
    const { measure, unit } = ground.all[at]!.statement.figure!;
    const { key } = ground.quantities[at]!;
    if (key === 'vague:0') put(unsized, `${measure}|${unit}`, at);
    else put(blocks, `${measure}|${unit}|${key}`, at);
  }
  const vague = new Map<string, number[]>();
  for (const [key, members] of blocks) {
    joinBlock(ground, members, groups);
    if (key.includes('|vague:')) {
      const about = key.slice(0, key.indexOf('|vague:'));
      for (const at of members) put(vague, about, at);
    }
  }
  // "Many are still inside" goes with "thousands are still inside" where the words agree, else with its like.
  for (const [about, members] of unsized) {
    const rest: number[] = [];
    for (const at of members) {
      const partner = nearest(ground, at, vague.get(about) ?? []);
      if (partner === undefined) rest.push(at);
      else groups.join(at, partner);
    }
    joinBlock(ground, rest, groups);
  }
  joinNeighbours(ground, blocks, groups);
}

/** How like the words must be for one number under two neighbouring measures to be one figure. */
const NEIGHBOURS = 0.3;

/**
 * "80,000 detainees can be seen" and "80,000 are still inside" are one figure where place and time agree and the words
 * or the source do too. Numbers only: "thousands" under two measures are two things.
 */
function joinNeighbours(
  ground: Ground,
  blocks: ReadonlyMap<string, readonly number[]>,
  groups: Groups,
): void {
  const byKind = new Map<string, number[][]>();
  for (const [key, members] of blocks) {
    const [measure = '', unit, figure = ''] = key.split('|');
    if (!figure.startsWith('number:') && !figure.startsWith('range:')) continue;
    const kind = `${kindOf(measure)}|${unit}|${figure}`;
    byKind.set(kind, [...(byKind.get(kind) ?? []), [...members]]);
  }
  for (const lists of byKind.values()) {
    if (lists.length < 2) continue;
    const parts = lists.map((members) => [...new Map(members.map((at) => [groups.of(at), at])).values()]);
    for (let i = 0; i < parts.length; i++)
      for (let j = i + 1; j < parts.length; j++)
        for (const a of parts[i]!.slice(0, NEAREST_WITHIN))
          for (const b of parts[j]!.slice(0, NEAREST_WITHIN)) if (neighbours(ground, a, b)) groups.join(a, b);
  }
}

function neighbours(ground: Ground, a: number, b: number): boolean {
  if (!samePlace(ground.places[a], ground.places[b]) || !sameTime(ground.periods[a]!, ground.periods[b]!))
    return false;
  const source = (at: number): string | undefined => ground.all[at]!.statement.chain.slice(1).at(-1);
  return (
    (source(a) !== undefined && source(a) === source(b)) ||
    likeness(ground.wording(a), ground.wording(b), ground.rarity) >= NEIGHBOURS
  );
}

/** How many candidates one unsized statement is held against. */
const NEAREST_WITHIN = 200;

function nearest(ground: Ground, at: number, among: readonly number[]): number | undefined {
  const place = ground.places[at]?.name;
  let best: number | undefined;
  let score = SAME_WORDS;
  for (const other of among.slice(0, NEAREST_WITHIN)) {
    if (ground.places[other]?.name !== place) continue;
    const alike = likeness(ground.wording(at), ground.wording(other), ground.rarity);
    if (alike > score) [best, score] = [other, alike];
  }
  return best;
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
  const nowhere: number[] = [];
  for (const at of members) {
    const name = ground.places[at]?.name;
    if (name === undefined) nowhere.push(at);
    else byPlace.set(name, [...(byPlace.get(name) ?? []), at]);
  }
  const placed = [...byPlace.values()].map((list) => timeClusters(ground, list));
  const unplaced = timeClusters(ground, nowhere);
  for (const cluster of unplaced) {
    const fitting = placed.flat().filter((other) => sameTime(cluster.period, other.period));
    if (fitting.length === 1) fitting[0]!.members.push(...cluster.members);
  }
  for (const { members: together } of [...placed.flat(), ...unplaced])
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
  a === undefined || b === undefined || a.name === b.name;

function joinWordings(ground: Ground, groups: Groups): void {
  const worded: number[] = [];
  for (let at = 0; at < ground.all.length; at++) if (!isMeasured(ground, at)) worded.push(at);
  const may = (a: number, b: number): boolean =>
    ground.quantities[a]?.key === ground.quantities[b]?.key &&
    ground.all[a]!.statement.figure?.unit === ground.all[b]!.statement.figure?.unit &&
    samePlace(ground.places[a], ground.places[b]) &&
    sense(ground.all[a]!) === sense(ground.all[b]!);

  // The same words are one text, so that a line in a hundred copies costs no more than one.
  const texts = new Map<string, number[]>();
  for (const at of worded) {
    const words = [...ground.wording(at).words].sort().join(' ');
    if (words === '') continue;
    const key = `${sense(ground.all[at]!)}|${ground.quantities[at]?.key ?? ''}|${ground.places[at]?.name ?? ''}|${words}`;
    const same = texts.get(key);
    if (same) same.push(at);
    else texts.set(key, [at]);
  }
  const distinct: number[] = [];
  for (const same of texts.values()) {
    distinct.push(same[0]!);
    for (const at of same) groups.join(same[0]!, at);
  }
  const wordings = distinct.map((at) => ground.wording(at));
  for (const [i, j] of likelyPairs(wordings, ground.rarity)) {
    const [a, b] = [distinct[i]!, distinct[j]!];
    if (may(a, b) && likeness(wordings[i]!, wordings[j]!, ground.rarity) >= SAME_WORDS) groups.join(a, b);
  }
  const wordedSet = new Set(worded);
  for (const { earlier, later } of ground.copies)
    if (wordedSet.has(earlier) && wordedSet.has(later) && may(earlier, later)) groups.join(earlier, later);
}
