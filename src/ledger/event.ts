import { SanadError } from '../model/index.ts';
import type { Slot } from './entry.ts';

/** What else can happen to a case, each an entry. What one means is for the room that notes it. */
export const EVENT_KINDS = [
  'access',
  'account',
  'custody',
  'erasure',
  'erasure-asked',
  'witness',
  'line',
  'derived',
  'site',
  'picture',
  'request',
  'photograph',
  'remains',
  'freeze',
  'typing',
  'review',
  'estimate',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type Facts = Readonly<Record<string, Json | undefined>>;

export interface NewEvent {
  readonly kind: EventKind;
  /** Who acts, by name: it stands under `source`, the entry carries a pseudonym. Absent where the program itself acts. */
  readonly by?: string;
  /** Stands in the clear for ever: ids, counts, hashes; never a personal value. */
  readonly facts: Facts;
  /** Values that can be read by class, and erased. */
  readonly slots?: readonly Slot[];
}

export interface LedgerEvent {
  readonly kind: EventKind;
  /** Counted from 0 over all entries. */
  readonly entry: number;
  /** ISO date-time, UTC. */
  readonly at: string;
  /** The name where it can be read, else the pseudonym. */
  readonly by?: string;
  readonly facts: Facts;
  /** What can be read by this opening and was not erased. */
  readonly slots: ReadonlyMap<string, unknown>;
  /** Names of the slots that were erased. */
  readonly erased: readonly string[];
}

/** @throws SanadError `internal` for a slot that could not be found again */
export function checkSlots(slots: readonly Slot[]): void {
  const names = new Set<string>();
  for (const { name } of slots) {
    if (!/^[A-Za-z][\w.-]{0,63}$/.test(name) || names.has(name))
      throw new SanadError('internal', { reason: `slot ${name}` });
    names.add(name);
  }
}
