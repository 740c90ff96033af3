import type { RandomBytes } from '../model/index.ts';
import { SanadError } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { commitment, SALT_LENGTH } from './commitment.ts';

/**
 * An entry is made of two parts. The body is hashed for ever and holds no personal value: version, time, the actor's
 * pseudonym, kind, random ids and one commitment a slot. The payload holds the values and the salts, and can be erased
 * slot by slot while every proof about the body still holds.
 */
export const ENTRY_VERSION = 1;

export type EntryKind = 'case' | 'actor' | 'item' | 'record' | 'decision';

/**
 * Who may come to need a value. `team`: what the desk works with. `source`: who gave it and where it lay. `key`: what
 * opens a file of the vault.
 */
export type Sensitivity = 'team' | 'source' | 'key';

/** One value that can be shown, or erased, by itself. */
export interface Slot {
  /** Letters, digits and dots. */
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

export interface WrittenEntry {
  readonly body: string;
  /** Sensitivity → `{"slot":["salt",value],…}`. */
  readonly payloads: ReadonlyMap<Sensitivity, string>;
}

export function writeEntry(draft: EntryDraft, random: RandomBytes): WrittenEntry {
  const commit: Record<string, string> = {};
  const payloads = new Map<Sensitivity, string>();
  const salts = Buffer.from(random(SALT_LENGTH * draft.slots.length));
  let from = 0;
  for (const { name, sensitivity, value } of draft.slots) {
    const to = from + SALT_LENGTH;
    const text = canonicalJson(value);
    commit[name] = commitment(name, text, salts.subarray(from, to));
    const before = payloads.get(sensitivity);
    const opening = before === undefined ? '{' : `${before},`;
    payloads.set(sensitivity, `${opening}"${name}":["${salts.toString('base64', from, to)}",${text}]`);
    from = to;
  }
  for (const [sensitivity, text] of payloads) payloads.set(sensitivity, `${text}}`);
  const { kind, at, actor, facts } = draft;
  const body = canonicalJson({ actor, at, commit, ...facts, kind, v: ENTRY_VERSION });
  return { body, payloads };
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

/** The values of one payload by slot, without their salts. */
export function readPayload(payload: string): Map<string, unknown> {
  const slots = new Map<string, unknown>();
  for (const [slot, salted] of Object.entries(JSON.parse(payload) as Record<string, [string, unknown]>))
    slots.set(slot, salted[1]);
  return slots;
}

/** The value of a slot that the code wrote itself; what it holds was checked when it came in. */
export function slotValue<T>(slots: ReadonlyMap<string, unknown>, slot: string, where: string): T {
  const value = slots.get(slot);
  if (value === undefined) throw new SanadError('case.damaged', { where: `${where} ${slot}` });
  return value as T;
}
