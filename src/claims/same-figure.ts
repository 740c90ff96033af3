import { type Ground, isSized, samePlace } from './ground.ts';
import type { Groups } from './groups.ts';
import { FRAMES } from './matters/frames.ts';
import { isDefinite, kindOf } from './measure-families.ts';
import { joinBlock, sameTime } from './place-and-time.ts';
import { joinTelling, joinUpperEnds } from './telling-numbers.ts';
import { likeness } from './wording.ts';

/** Wide measures whose numbers are held against each other all the same. */
const NUMBERED_WIDE: ReadonlySet<string> = new Set(['people', 'documents']);

/** Joins statements that give the same number, or the same order of a vague one, of the same thing. */
export function joinFigures(ground: Ground, groups: Groups): void {
  const blocks = new Map<string, number[]>();
  for (let at = 0; at < ground.all.length; at++) {
    const wide =
      NUMBERED_WIDE.has(ground.all[at]!.statement.figure?.measure ?? '') &&
      ground.quantities[at]?.kind === 'number';
    if (!isSized(ground, at) && !wide) continue;
    const { measure, unit } = ground.all[at]!.statement.figure!;
    const key = `${measure}|${unit}|${ground.quantities[at]!.key}`;
    const block = blocks.get(key);
    if (block) block.push(at);
    else blocks.set(key, [at]);
  }
  for (const [key, members] of blocks)
    if (isDefinite(key.slice(0, key.indexOf('|'))))
      for (const tied of fewPeopleApart(ground, members)) joinBlock(ground, tied, groups);
  joinNeighbours(ground, blocks, groups);
  joinTelling(ground, blocks, groups);
  joinRounded(ground, blocks, groups);
  joinUpperEnds(ground, blocks, groups);
  joinOneVoice(ground, groups);
  joinDenials(ground, groups);
}

/** Below this number, people are counted again and again: two who died here are not two who died there. */
const FEW = 20;
/** How like the words must be for a few people to be the same few, where two voices speak. */
const SAME_FEW = 0.12;

const CHILDREN = /\b(?:child(?:ren)?|minors?|boys?|girls?|under ?age)\b|طفل|أطفال|قاصر/iu;
const WOMEN = /\b(?:wom[ae]n|females?)\b|نساء|امرأة|سيدة/iu;

/**
 * Of statements that count the same few people, those that share words or the voice; of those that count nobody, the
 * children, the women and all; all others stay together.
 */
function fewPeopleApart(ground: Ground, members: readonly number[]): readonly (readonly number[])[] {
  const [first] = members;
  const quantity = ground.quantities[first!]!;
  if (quantity.value === 0) {
    const who = (at: number): string => {
      const { quote } = ground.all[at]!.statement;
      return CHILDREN.test(quote) ? 'children' : WOMEN.test(quote) ? 'women' : 'all';
    };
    return [...Map.groupBy(members, who).values()];
  }
  const few = quantity.kind === 'number' && quantity.value! < FEW && quantity.value! > 0;
  if (!few || ground.all[first!]!.statement.figure!.unit !== 'person' || members.length > COUNTS_WITHIN)
    return [members];
  const tied: number[][] = [];
  for (const at of members) {
    const near = tied.filter((group) =>
      group.some(
        (other) =>
          (ground.voice(at) !== undefined && ground.voice(at) === ground.voice(other)) ||
          likeness(ground.wording(at), ground.wording(other), ground.rarity) >= SAME_FEW,
      ),
    );
    for (const group of near.slice(1)) {
      near[0]!.push(...group);
      tied.splice(tied.indexOf(group), 1);
    }
    if (near[0]) near[0].push(at);
    else tied.push([at]);
  }
  return tied;
}

/** From this number on, a number that is not round tells which count is meant. */
const TELLING_COUNT = 30;

/** How many exact counts of one measure a rounded one is held against. */
const COUNTS_WITHIN = 200;

/** True where `round` can be how somebody puts `exact`: "more than 200" for 214, "almost 3,000" for 2,870. */
function rounds(op: string, round: number, exact: number): boolean {
  if (round === exact || round % 10 ** Math.floor(Math.log10(round)) !== 0) {
    const fine = 10 ** Math.max(1, Math.floor(Math.log10(round)) - 1);
    if (round === exact || round % fine !== 0) return false;
  }
  if (op === 'gt') return exact > round && exact < round * 1.1;
  if (op === 'lt') return exact < round && exact > round * 0.95;
  return op === 'approx' && Math.abs(exact - round) <= round * 0.05;
}

/** A rounded number is the exact one where only one can be meant, or only one by the same voice. */
function joinRounded(ground: Ground, blocks: ReadonlyMap<string, readonly number[]>, groups: Groups): void {
  const exact = new Map<string, number[]>();
  const rounded: number[] = [];
  for (const [key, members] of blocks) {
    const what = key.slice(0, key.lastIndexOf('|'));
    for (const at of members) {
      const { figure } = ground.all[at]!.statement;
      const quantity = ground.quantities[at]!;
      if (quantity.kind !== 'number' || quantity.value! < TELLING_COUNT || quantity.added || quantity.part)
        continue;
      if (quantity.negated) continue;
      if (figure!.op === 'eq') exact.set(what, [...(exact.get(what) ?? []), at]);
      else rounded.push(at);
    }
  }
  for (const at of rounded) {
    const { figure } = ground.all[at]!.statement;
    const fitting = (exact.get(`${figure!.measure}|${figure!.unit}`) ?? [])
      .slice(0, COUNTS_WITHIN)
      .filter(
        (other) =>
          rounds(figure!.op, figure!.value!, ground.quantities[other]!.value!) &&
          samePlace(ground.places[at], ground.places[other]) &&
          sameTime(ground.periods[at]!, ground.periods[other]!),
      );
    const groupsOf = (some: readonly number[]): number[] => [
      ...new Set(some.map((other) => groups.of(other))),
    ];
    const voice = ground.voice(at);
    const own = groupsOf(fitting.filter((other) => voice !== undefined && ground.voice(other) === voice));
    const all = groupsOf(fitting);
    const meant = own.length === 1 ? own : all;
    if (meant.length === 1) groups.join(meant[0]!, at);
  }
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

/** From this number on, two mentions in one report are taken to give one number. */
const TELLING = 20;

/** How like the words must be for one number under two neighbouring measures to be one figure; less for thousands. */
const NEIGHBOURS = 0.3;
const NEIGHBOURING_THOUSANDS = 0.15;

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
    if (!/^(?:most-)?(?:number|range):/.test(figure)) continue;
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
      // Where as many are said to be dead and missing, only words tell which a report means.
      const several = new Set(sure.map(({ measure }) => kindOf(measure))).size > 1;
      const hinted = kindsCounted(ground, part.at);
      const near = sure
        .filter(
          ({ measure, at }) => !several || hinted.has(kindOf(measure)) || wordsAgree(ground, part.at, at),
        )
        .map(({ measure, at }) => ({ kind: kindOf(measure), at, score: neighbours(ground, part.at, at) }))
        .filter(({ score }) => score > 0)
        .sort((x, y) => y.score - x.score || x.at - y.at);
      for (const { kind, at } of near) if (kind === near[0]!.kind) groups.join(at, part.at);
    }
  }
}

/** "60,000 people could be below": by the matter of the words, those who are still inside. */
const kindsCounted = (ground: Ground, at: number): ReadonlySet<string> =>
  new Set((ground.all[at]!.counts ?? []).flatMap((matter) => countsOf.get(matter) ?? []).map(kindOf));
const countsOf = new Map(FRAMES.map(({ matter, counts = [] }) => [matter, counts]));

const wordsAgree = (ground: Ground, a: number, b: number): boolean =>
  likeness(ground.wording(a), ground.wording(b), ground.rarity) >= NEIGHBOURS;

/** How near two statements of one number are, 0 where they are not one figure. */
function neighbours(ground: Ground, a: number, b: number): number {
  if (!samePlace(ground.places[a], ground.places[b])) return 0;
  if (!sameTime(ground.periods[a]!, ground.periods[b]!)) return 0;
  const alike = likeness(ground.wording(a), ground.wording(b), ground.rarity);
  const source = ground.voice(a) !== undefined && ground.voice(a) === ground.voice(b);
  // A headline and the text under it give one number once; small numbers meet by chance.
  const [x, y] = [ground.all[a]!, ground.all[b]!];
  const report =
    x.record.id === y.record.id &&
    (ground.quantities[a]!.value ?? 0) >= TELLING &&
    (alike >= SAME_FEW || x.statement.headline === true || y.statement.headline === true);
  const thousands = (ground.quantities[a]!.value ?? 0) >= 1000 && isSized(ground, a) && isSized(ground, b);
  return source || report
    ? 1 + alike
    : alike >= (thousands ? NEIGHBOURING_THOUSANDS : NEIGHBOURS)
      ? alike
      : 0;
}
