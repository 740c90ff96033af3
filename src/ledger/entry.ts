import type { RandomBytes } from '../model/index.ts';
import { SanadError } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { SALT_LENGTH } from './commitment.ts';
import type { EventKind } from './event.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { OpenedValue } from './tlog-proof.ts';

/**
 * An entry is made of two parts. The body is hashed for ever and holds no personal value: version, time, the actor's
 * pseudonym, kind, random ids and one commitment a slot. The payload holds the values and the salts, and can be erased
 * slot by slot while every proof about the body still holds.
 */
export const ENTRY_VERSION = 2;

export type EntryKind = 'case' | 'actor' | 'item' | 'record' | 'decision' | EventKind;

/** One value that can be shown, or erased, by itself. */
export interface Slot {
  /** A letter, then letters, digits, dots and hyphens. */
  readonly name: string;
  readonly sensitivity: Sensitivity;
  /** Anything JSON can say. */
  readonly value: unknown;
}

export interface EntryDraft {
  readonly kind: EntryKind;
  /** ISO date-time, UTC. */
  readonly at: string;
  /** Pseudonym; absent where the program itself acts. */
  readonly actor?: string;
  /** What stands in the clear beside it: ids, counts, hashes of what is stored. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly slots: readonly Slot[];
}

/** The same randomness, fetched for many entries at once: asking the system costs more than what it gives. */
export function pooled(random: RandomBytes): RandomBytes {
  let pool = random(0);
  return (length) => {
    if (pool.length < length) pool = random(Math.max(length, 16_384));
    const bytes = pool.subarray(0, length);
    pool = pool.subarray(length);
    return bytes;
  };
}

/** `0` stands where an entry among several has nothing in this class, or it was erased. */
type Block = readonly [string, Readonly<Record<string, unknown>>];

/** The values of each entry that a payload holds, by slot. Version 1 wrote `{"slot":["<salt>",value],…}` for one. */
export function readBlocks(text: string): Map<string, unknown>[] {
  const parsed = JSON.parse(text) as readonly (Block | 0)[] | Record<string, [string, unknown]>;
  if (!Array.isArray(parsed))
    return [
      new Map(
        Object.entries(parsed as Record<string, [string, unknown]>).map(([slot, salted]) => [
          slot,
          salted[1],
        ]),
      ),
    ];
  return (parsed as readonly (Block | 0)[]).map(
    (block) => new Map(block === 0 ? [] : Object.entries(block[1])),
  );
}

/** The same of one of the entries, each value with what opens its commitment. */
export function readOpened(text: string, place: number): Map<string, OpenedValue> {
  const parsed = JSON.parse(text) as readonly (Block | 0)[] | Record<string, [string, unknown]>;
  const opened = (salt: string, value: unknown): OpenedValue => ({ salt, text: canonicalJson(value) });
  if (!Array.isArray(parsed))
    return new Map(
      Object.entries(parsed as Record<string, [string, unknown]>).map(([slot, [salt, value]]) => [
        slot,
        opened(salt, value),
      ]),
    );
  const [base64, values] = (parsed as readonly (Block | 0)[])[place] || (['', {}] as const);
  const salts = Buffer.from(base64, 'base64');
  return new Map(
    Object.entries(values).map(([slot, value], at) => [
      slot,
      opened(salts.toString('base64', SALT_LENGTH * at, SALT_LENGTH * (at + 1)), value),
    ]),
  );
}

/**
 * A payload without these slots, value and salt; `undefined` where nothing would be left in it.
 *
 * @param lost for each entry that it holds, in order
 */
export function withoutSlots(
  text: string,
  lost: readonly ('all' | ReadonlySet<string> | undefined)[],
): string | undefined {
  const parsed = JSON.parse(text) as readonly (Block | 0)[] | Record<string, [string, unknown]>;
  const goes = (at: number, slot: string): boolean => {
    const what = lost[at];
    return what === 'all' || (what?.has(slot) ?? false);
  };
  if (!Array.isArray(parsed)) {
    const left = Object.entries(parsed).filter(([slot]) => !goes(0, slot));
    return left.length === 0 ? undefined : JSON.stringify(Object.fromEntries(left));
  }
  const blocks = (parsed as readonly (Block | 0)[]).map((block, at): Block | 0 => {
    if (block === 0) return 0;
    const salts = Buffer.from(block[0], 'base64');
    const left = Object.entries(block[1])
      .map(([slot, value], place) => ({
        slot,
        value,
        salt: salts.subarray(place * SALT_LENGTH, (place + 1) * SALT_LENGTH),
      }))
      .filter(({ slot }) => !goes(at, slot));
    if (left.length === 0) return 0;
    return [
      Buffer.concat(left.map(({ salt }) => salt)).toString('base64'),
      Object.fromEntries(left.map(({ slot, value }) => [slot, value])),
    ];
  });
  return blocks.every((block) => block === 0) ? undefined : JSON.stringify(blocks);
}

/** The value of a slot that the code wrote itself; what it holds was checked when it came in. */
export function slotValue<T>(slots: ReadonlyMap<string, unknown>, slot: string, where: string): T {
  const value = slots.get(slot);
  if (value === undefined) throw new SanadError('case.damaged', { where: `${where} ${slot}` });
  return value as T;
}
