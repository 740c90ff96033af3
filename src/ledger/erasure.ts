import type { DecisionId, ErasureBasis, ItemId, RecordId } from '../model/index.ts';
import type { LedgerEvent } from './event.ts';

/**
 * Values made unreadable for ever: their payload is rewritten without value and salt, a file's header and bytes go, and
 * an entry of kind `erasure` says what, when, why and by whom, never the value. The entries stay as they were, and
 * with them every proof.
 */
export type Erasable =
  /** A record; with `columns` or `statements` (from 1) only those values of it. */
  | {
      readonly record: RecordId;
      readonly columns?: readonly number[];
      readonly statements?: readonly number[];
    }
  /** An item: all that is said of it, its records and its file. */
  | { readonly item: ItemId }
  /** The file of an item; what was read off it stays. */
  | { readonly file: ItemId }
  /** What somebody decided and why. */
  | { readonly decision: DecisionId }
  /** Any entry but the first, such as an event of a request; with `slots` only those values of it. */
  | { readonly entry: number; readonly slots?: readonly string[] };

export interface NewErasure {
  readonly what: readonly Erasable[];
  readonly basis: ErasureBasis;
  /** Read by the team; not erased with the rest. */
  readonly reason: string;
  readonly by: string;
  /** Where there are no accounts; another than `by`. */
  readonly second?: string | undefined;
  /** The entry in which the second person asked for it, where they did. */
  readonly asked?: number | undefined;
  /** Where one account asked for it, in the entry `asked`, and another carries it out: in place of `second`. */
  readonly agreed?: { readonly asked: number; readonly accounts: readonly [string, string] } | undefined;
}

export interface Erasure {
  readonly event: LedgerEvent;
  /**
   * `later` where another process was reading: the values are gone from the case, but a copy of the pages still stands
   * in its log until that process ends and the case is next opened for writing or closed.
   */
  readonly gone: 'now' | 'later';
}

/** Entries `[first, last]`; without `slots` every value of them. Stands in the facts of an erasure. */
export interface ErasedSpan {
  readonly first: number;
  readonly last: number;
  readonly slots?: readonly string[];
}

/** What an erasure would take: `seen` changes as soon as it would take anything else. */
export interface Foreseen extends Pick<ErasureFacts, 'erased' | 'files'> {
  readonly seen: string;
}

/** The facts of an `erasure` event. */
export interface ErasureFacts {
  readonly basis: ErasureBasis;
  readonly erased: readonly ErasedSpan[];
  /** Files of the vault, with the entry of their item. */
  readonly files: readonly { readonly entry: number; readonly name: string }[];
  /** Pseudonym of the second person. */
  readonly second?: string;
  /** The entry in which it was asked for, and the accounts of who asked and who carried it out. */
  readonly asked?: number;
  readonly accounts?: readonly [string, string];
}

/** Which slots of which entries are to go. */
export type Gone = ReadonlyMap<number, 'all' | ReadonlySet<string>>;

/** What the erasures of a case took away. */
export interface Erased {
  /** Whether everything that an entry held is gone. */
  whole(entry: number): boolean;
  /** Names of the slots of an entry that are gone, where not all are. */
  slots(entry: number): ReadonlySet<string>;
  /** Whether the file of the item at this entry is gone. */
  file(entry: number): boolean;
}

const NO_SLOTS: ReadonlySet<string> = new Set();

export function erasedBy(erasures: readonly ErasureFacts[]): Erased {
  const spans = erasures.flatMap(({ erased }) => erased);
  const files = new Set(erasures.flatMap(({ files }) => files.map(({ entry }) => entry)));
  const at = (entry: number): ErasedSpan[] =>
    spans.filter(({ first, last }) => first <= entry && entry <= last);
  return {
    whole: (entry) => at(entry).some(({ slots }) => !slots),
    slots: (entry) =>
      spans.length === 0 ? NO_SLOTS : new Set(at(entry).flatMap(({ slots }) => slots ?? [])),
    file: (entry) => files.has(entry),
  };
}

/** As few spans as say it. */
export function spansOf(gone: Gone): ErasedSpan[] {
  const spans: ErasedSpan[] = [];
  for (const [entry, what] of [...gone].sort(([a], [b]) => a - b)) {
    const slots = what === 'all' ? undefined : [...what].sort();
    const before = spans.at(-1);
    if (before && before.last === entry - 1 && before.slots?.join() === slots?.join())
      spans[spans.length - 1] = { ...before, last: entry };
    else spans.push({ first: entry, last: entry, ...(slots ? { slots } : {}) });
  }
  return spans;
}
