import { birthYear, nameKeys, rowKeys, yearKey, yearNote } from './build-index.ts';
import { createGathering, forPairs } from './gathering.ts';
import { createGrowingLists } from './growing-lists.ts';
import { pairKey } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import { createRanking } from './ranking.ts';
import { WORD } from './row-layout.ts';

/** Finds rows that may be the same person as a new one, among those of an index and those that came after. */
export interface Peers {
  /** At most `MOST_PEERS` rows that share two names, or a name and about the year; those that share most come first. */
  of(rows: Int32Array, base: number): Int32Array;
  /** Makes a row known as a peer of those to come. */
  add(row: number, rows: Int32Array, base: number): void;
  /** Calls `visit` with the rows that came after under a key, and the notes of their years, until it says enough. */
  walk(key: number, visit: (row: number, note: number) => boolean): void;
}

export const MOST_PEERS = 48;
/** New rows that one list may bring. */
const MOST_OF_PAIR = 500;
const MOST_OF_YEAR = 250;
const MOST_ADDED = 500;
const LIMITS = { met: 1 << 12, long: 64, passedOfList: 8000, passed: 16_000 };
/** Years that births may be apart and still be brought by a long list. */
const YEARS_APART = 2;

const yearWorth = (apart: number): number =>
  apart === 0 ? 5 : apart === 1 ? 3 : apart <= YEARS_APART ? 1 : -4;

/** `block` is the class of each spelling, with room for those to come. */
export function createPeers({ postings, classes, rowCount }: IndexContents, block: Int32Array): Peers {
  const gathering = createGathering(postings, LIMITS);
  const ranking = createRanking(MOST_PEERS, LIMITS.met);
  const added = createGrowingLists();
  const bearers = new Map<number, number>();
  for (const [at, own] of classes.block.entries()) bearers.set(own, classes.bearers[at]!);
  const keys = new Int32Array(64);
  const wanted = new Uint8Array(256);
  const notes: number[] = [];
  const worthOf = (own: number): number => Math.log2((rowCount + 1000) / ((bearers.get(own) ?? 0) + 1));

  const walk: Peers['walk'] = (key, visit) => added.walk(key, (row) => visit(row, notes[row - rowCount]!));

  return {
    walk,
    of(rows, base) {
      const held = nameKeys(rows, base, block, keys);
      const own = [...keys.subarray(0, held)].sort((x, y) => worthOf(y) - worthOf(x) || x - y);
      const year = birthYear(rows, base);
      const noted = yearNote(year);
      ranking.begin(
        own.map((key) => ({ equal: worthOf(key), near: 0 })),
        (note) => (noted === 0 || note === 0 ? 0 : yearWorth(Math.abs(note - noted))),
      );
      wanted.fill(0);
      wanted[0] = 1;
      wanted.fill(1, Math.max(1, noted - YEARS_APART), noted + YEARS_APART + 1);
      gathering.begin();
      const ask = (key: number, bits: number, most: number): void => {
        gathering.ask(key, bits, most);
        let left = MOST_ADDED;
        walk(key, (row, note) => {
          gathering.meet(row, bits, note);
          return --left > 0;
        });
      };
      forPairs(own.length, (one, other) => {
        ask(pairKey(own[one]!, own[other]!), (1 << one) | (1 << other), MOST_OF_PAIR);
      });
      if (year > 0)
        for (const slot of [WORD.given, WORD.family]) {
          const at = rows[base + slot]! < 0 ? -1 : own.indexOf(block[rows[base + slot]!]!);
          if (at < 0) continue;
          for (const close of [year, year - 1, year + 1])
            ask(yearKey(own[at]!, close), 1 << at, MOST_OF_YEAR);
        }
      gathering.bring(noted === 0 ? undefined : wanted);
      ranking.weigh(gathering);
      return ranking.best(gathering).rows;
    },
    add(row, rows, base) {
      notes.push(yearNote(birthYear(rows, base)));
      const held = rowKeys(rows, base, block, keys);
      for (let at = 0; at < held; at++) added.add(keys[at]!, row);
    },
  };
}
