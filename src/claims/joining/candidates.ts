import type { Ground } from '../ground.ts';
import type { Tokens } from './tokens.ts';

/** How many statements are kept under one token, and how many earlier ones each is held against: fewer of many. */
const KEPT = 60;
const LIKELY = 40;
const LEAST_LIKELY = 10;
const PAIRS = 24_000;
/** So little in common tells nothing. */
const LEAST = 0.3;

/** True for 214 and 2,870, not for 12 and 1,300, which many things count: such a number alone makes nothing one. */
const tells = (value: number): boolean => value >= 100 && value % (value >= 1000 ? 100 : 10) !== 0;

/**
 * Pairs of statements worth comparing, the earlier first, each once: those that share most words, kinds of words,
 * numbers and names by their rarity. Only so many are kept under one token, so the work
 * is linear in the number of statements however often a sentence is repeated.
 */
export function* candidates(ground: Ground, tokens: readonly Tokens[]): Generator<readonly [number, number]> {
  const kept = new Map<number, number[]>();
  const most = Math.max(LEAST_LIKELY, Math.min(LIKELY, Math.floor(PAIRS / ground.all.length)));
  const note = (token: number, at: number, found: (other: number) => void): void => {
    const posting = kept.get(token);
    if (!posting) {
      kept.set(token, [at]);
      return;
    }
    for (const other of posting) found(other);
    if (posting.length < KEPT) posting.push(at);
  };
  for (let at = 0; at < ground.all.length; at++) {
    const common = new Map<number, number>();
    const add = (rarity: number) => (other: number) =>
      void common.set(other, (common.get(other) ?? 0) + rarity);
    const { words, kinds, numbers, names, values } = tokens[at]!;
    for (const { code, rarity } of [...words, ...kinds, ...names]) note(code, at, add(rarity));
    const bare = new Set<number>();
    const telling = values.some(tells);
    for (const { code, rarity } of numbers)
      note(code, at, (other) => {
        if (!telling && !common.has(other)) bare.add(other);
        add(rarity)(other);
      });
    const likely = [...common]
      .filter(([other, rarity]) => rarity >= LEAST && !bare.has(other))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most);
    for (const [other] of likely) yield [other, at];
  }
}
