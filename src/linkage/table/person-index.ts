import type { Verdict } from '../../model/index.ts';
import { skeletonKeys } from '../../names/index.ts';
import { codedPlace, createGazetteer } from '../coded-rows.ts';
import { type FindQuery, readQuery } from '../query.ts';
import { LIKENESS, likenessOf, prepareSpelling, type Spelling } from '../spellings.ts';
import { birthYear, yearKey } from './build-index.ts';
import { pairKey, walk } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import { NAME_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import { spellingText, textHash } from './spelling-table.ts';

export interface IndexHit {
  readonly row: number;
  readonly person: number;
  /** 0 to 1: the chance that this row is the person meant and not a namesake. */
  readonly score: number;
  /** A bare name never ends as `same`. */
  readonly verdict: Verdict;
  /** Weight of each word of the query and what answered it, in bits. */
  readonly words: readonly {
    readonly written: string;
    readonly slot?: string;
    readonly found?: string;
    readonly weight: number;
  }[];
}

interface Word {
  readonly written: string;
  readonly spelling: Spelling;
  readonly slot: number;
  /** The skeleton's own class, then those one consonant away, the commonest first. */
  readonly classes: readonly number[];
  readonly equal: number;
  readonly near: number;
  /** To the spellings met so far, by their code. */
  readonly likeness: Map<number, number>;
}

const SLOTS = ['given', 'father', 'grandfather', 'family', 'mother', 'mother-family'] as const;
const MOST_CANDIDATES = 4000;
const MOST_OF_A_BUCKET = 3000;
const MOST_NEIGHBOURS = 16;
const WEIGHED_IN_FULL = 32;
const NOT_FOUND = -5;
const IN_ITS_PLACE = 1.5;
const OUT_OF_PLACE = -1;
const OF_THE_MOTHER = -4;
const AHEAD = 5;
const MOST_REMEMBERED = 20_000;

/** Looks names up in an index, in any script and order, parts missing, with a year or a place. */
export function createFinder(index: IndexContents): (asked: string | FindQuery, top: number) => IndexHit[] {
  const { rows, rowCount, names, places, postings, skeletons } = index;
  const prepared = new Map<number, Spelling>();
  const counted = new Map<number, number>();
  const population = Math.log2(Math.max(1000, rowCount));
  const identity = createGazetteer();
  /** The candidates of the query at hand: a set by open addressing. */
  const slots = new Int32Array(1 << 14);
  const candidates = new Int32Array(MOST_CANDIDATES);
  const scores = new Float64Array(MOST_CANDIDATES);
  let gathered = 0;

  const spelling = (code: number): Spelling => {
    let known = prepared.get(code);
    if (known === undefined) {
      if (prepared.size >= MOST_REMEMBERED) prepared.clear();
      known = prepareSpelling(spellingText(names, code));
      prepared.set(code, known);
    }
    return known;
  };
  /** Rows that bear a class of names in any slot. */
  const countOf = (block: number): number => {
    let count = counted.get(block);
    if (count === undefined) {
      count = 0;
      walk(postings, block, () => {
        count!++;
        return true;
      });
      if (counted.size >= MOST_REMEMBERED) counted.clear();
      counted.set(block, count);
    }
    return count;
  };

  const readWord = (written: string, own: Spelling, slot: string): Word => {
    const exact = textHash(own.skeleton);
    const near = new Map<number, number>();
    if (own.skeleton.length > 1)
      for (const key of skeletonKeys(own.skeleton))
        walk(skeletons, textHash(key), (code) => {
          const block = names.block[code]!;
          if (block !== exact && !near.has(block)) near.set(block, countOf(block));
          return near.size < 200;
        });
    const neighbours = [...near].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, MOST_NEIGHBOURS);
    const equalRows = countOf(exact);
    const nearRows = neighbours.reduce((sum, [, count]) => sum + count, equalRows);
    const share = (held: number): number => Math.min(1, (held + 0.5) / (rowCount + 100));
    return {
      written,
      spelling: own,
      slot: Math.max(0, SLOTS.indexOf(slot as never)),
      classes: [exact, ...neighbours.map(([block]) => block)],
      equal: Math.max(0.3, Math.log2(0.8 / share(equalRows))),
      near: Math.max(0.3, Math.log2(0.12 / share(nearRows))),
      likeness: new Map(),
    };
  };

  const gather = (key: number): void => {
    let taken = 0;
    walk(postings, key, (row) => {
      if (gathered >= MOST_CANDIDATES || taken++ >= MOST_OF_A_BUCKET) return false;
      let slot = (Math.imul(row, 0x9e3779b1) >>> 18) & (slots.length - 1);
      while (slots[slot] !== 0) {
        if (slots[slot] === row + 1) return true;
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = row + 1;
      candidates[gathered++] = row;
      return true;
    });
  };

  const gatherAll = (words: readonly Word[], year: number | undefined): void => {
    slots.fill(0);
    gathered = 0;
    const pairs = words
      .flatMap((one, at) => words.slice(at + 1).map((other) => [one, other] as const))
      .sort((x, y) => y[0].equal + y[1].equal - x[0].equal - x[1].equal);
    for (const [one, other] of pairs) gather(pairKey(one.classes[0]!, other.classes[0]!));
    if (year !== undefined)
      for (const word of words)
        for (const near of [year, year - 1, year + 1])
          if (gathered < MOST_CANDIDATES / 2 || words.length < 3) gather(yearKey(word.classes[0]!, near));
    for (const [one, other] of pairs)
      for (let near = 1; near <= MOST_NEIGHBOURS; near++) {
        if (near < other.classes.length) gather(pairKey(one.classes[0]!, other.classes[near]!));
        if (near < one.classes.length) gather(pairKey(one.classes[near]!, other.classes[0]!));
      }
    if (words.length === 1 || gathered < 20)
      for (const word of [...words].sort((x, y) => y.equal - x.equal)) gather(word.classes[0]!);
  };

  const yearWeight = (base: number, year: number | undefined): number => {
    if (year === undefined) return 0;
    const birth = rows[base + WORD.birth]!;
    const fromAge = rows[base + WORD.birthFromAge]!;
    if (birth === 0 && fromAge === 0) return 0;
    const apart = birth > 0 ? Math.abs(birthYear(rows, base) - year) : Math.abs(fromAge / 100 - year - 0.5);
    if (apart <= 0.6) return 4.5;
    if (apart <= 1.6) return 2.5;
    return apart <= 4 ? -1 : -5;
  };

  /** By classes alone, before any spelling is compared. */
  const roughScore = (words: readonly Word[], base: number): number => {
    let sum = 0;
    let taken = 0;
    for (const word of words) {
      let best = NOT_FOUND + 1;
      let at = -1;
      for (let slot = 0; slot < NAME_WORDS; slot++) {
        const code = rows[base + slot]!;
        if (code < 0 || (taken & (1 << slot)) !== 0) continue;
        const block = names.block[code]!;
        let weight = NOT_FOUND;
        if (block === word.classes[0]) weight = word.equal;
        else
          for (let near = 1; near < word.classes.length; near++)
            if (word.classes[near] === block) weight = word.near;
        if (weight === NOT_FOUND) continue;
        weight += slot === word.slot ? IN_ITS_PLACE : slot >= WORD.mother ? OF_THE_MOTHER : OUT_OF_PLACE;
        if (weight > best) {
          best = weight;
          at = slot;
        }
      }
      if (at >= 0) taken |= 1 << at;
      sum += best;
    }
    return sum;
  };

  const weighInFull = (words: readonly Word[], base: number) => {
    let taken = 0;
    let agreed = 0;
    let contradicted = 0;
    let weight = 0;
    const told = words.map((word) => {
      let best = NOT_FOUND;
      let at = -1;
      let equal = false;
      for (let slot = 0; slot < NAME_WORDS; slot++) {
        const code = rows[base + slot]!;
        if (code < 0 || (taken & (1 << slot)) !== 0) continue;
        if (!word.classes.includes(names.block[code]!)) continue;
        let likeness = word.likeness.get(code);
        if (likeness === undefined) {
          likeness = likenessOf(word.spelling, spelling(code));
          word.likeness.set(code, likeness);
        }
        if (likeness === LIKENESS.far) continue;
        const fits = slot === word.slot ? IN_ITS_PLACE : slot >= WORD.mother ? OF_THE_MOTHER : OUT_OF_PLACE;
        const worth =
          likeness === LIKENESS.equal
            ? word.equal
            : likeness === LIKENESS.near
              ? word.near
              : Math.min(word.near, 2);
        if (worth + fits > best) {
          best = worth + fits;
          at = slot;
          equal = likeness === LIKENESS.equal;
        }
      }
      if (at < 0) {
        let given = 0;
        for (let slot = 0; slot < WORD.mother; slot++) if (rows[base + slot]! >= 0) given++;
        if (given >= words.length) contradicted++;
        else best = -0.5;
        weight += best;
        return { written: word.written, weight: best };
      }
      taken |= 1 << at;
      if (equal) agreed++;
      weight += best;
      return {
        written: word.written,
        slot: SLOTS[at]!,
        found: spellingText(names, rows[base + at]!),
        weight: best,
      };
    });
    return { weight, agreed, contradicted, told };
  };

  const placeClass = (text: string): number => {
    const key = codedPlace(text);
    const known = identity(key);
    return known === undefined ? textHash(prepareSpelling(key).skeleton) : textHash(`${known}`);
  };

  return (asked, top) => {
    const query = readQuery(asked);
    const words = query.words.map((word) => readWord(word.written, word.spelling, word.slot));
    if (words.length === 0) return [];
    const meant = query.place === undefined ? 0 : placeClass(query.place);
    const beyond = (base: number): number => {
      let weight = yearWeight(base, query.birthYear);
      const home = rows[base + WORD.home]! >= 0 ? rows[base + WORD.home]! : rows[base + WORD.birthPlace]!;
      if (meant !== 0 && home >= 0) weight += places.block[home] === meant ? 4 : -2.5;
      return weight;
    };
    gatherAll(words, query.birthYear);
    const order = new Float64Array(gathered);
    for (let at = 0; at < gathered; at++) {
      const base = candidates[at]! * ROW_WORDS;
      scores[at] = roughScore(words, base) + beyond(base);
      order[at] = -Math.round(scores[at]! * 1000) * 8192 + at;
    }
    order.sort();
    const weighed = [...order.subarray(0, WEIGHED_IN_FULL + top)].map((entry) => {
      const row = candidates[((entry % 8192) + 8192) % 8192]!;
      const full = weighInFull(words, row * ROW_WORDS);
      const more = beyond(row * ROW_WORDS);
      return { row, ...full, beyond: more, weight: full.weight + more };
    });
    weighed.sort((x, y) => y.weight - x.weight || x.row - y.row);
    const found = weighed.filter(({ weight }) => weight > 0);
    return found.slice(0, Math.max(0, top)).map((hit, rank): IndexHit => {
      const score = 1 / (1 + 2 ** (population - hit.weight));
      const ahead = rank > 0 ? 0 : hit.weight - (found[1]?.weight ?? 0);
      const sure =
        score >= 0.99 && ahead >= AHEAD && hit.agreed >= 3 && hit.contradicted === 0 && hit.beyond >= 4;
      return {
        row: hit.row,
        person: index.person[hit.row]!,
        score,
        verdict: sure ? 'same' : score >= 0.02 ? 'possible' : 'different',
        words: hit.told,
      };
    });
  };
}
