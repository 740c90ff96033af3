import { randomBytes } from 'node:crypto';
import { type Hit, randomId } from '../model/index.ts';
import type { People } from '../people/index.ts';
import type { OpenedList } from '../receive/index.ts';

/**
 * Lists that somebody is looking through, held in memory so that a large file is neither sent nor read anew with each
 * word that is said of it. Nothing of them reaches a disk; whoever comes back too late sends the file once more.
 */
export interface ListsInHand {
  /** The word by which its owner names it from now on. */
  take(owner: string, file: File, list: OpenedList): string;
  /** The list, for nobody but its owner; nothing where it was put away. */
  of(owner: string, word: string): ListHeld | undefined;
  putAway(owner: string, word: string): void;
}

export interface ListHeld {
  readonly file: File;
  /** Absent where there is room for the file alone: then it is read again. */
  readonly list?: OpenedList;
}

export const IN_HAND = {
  /** Bytes of all lists together, files and tables; the one that was not asked about for longest goes first. */
  bytes: 192 * 1024 * 1024,
  /** Minutes after the last question about it. */
  minutes: 30,
} as const;

interface Held extends ListHeld {
  readonly owner: string;
  readonly bytes: number;
  until: number;
}

/** @param now milliseconds of any clock that only goes forward */
export function listsInHand(
  now: () => number,
  limits: { bytes: number; minutes: number } = IN_HAND,
): ListsInHand {
  const held = new Map<string, Held>();
  const lasts = (): number => now() + limits.minutes * 60_000;
  const tidy = (room: number): void => {
    for (const [word, { until }] of held) if (until <= now()) held.delete(word);
    let bytes = [...held.values()].reduce((sum, one) => sum + one.bytes, room);
    for (const [word, one] of held) {
      if (bytes <= limits.bytes) return;
      held.delete(word);
      bytes -= one.bytes;
    }
  };
  return {
    take: (owner, file, list) => {
      const both = file.size + memoryOf(list);
      const kept = both <= limits.bytes ? { file, list, bytes: both } : { file, bytes: file.size };
      tidy(kept.bytes);
      const word = randomId(randomBytes);
      if (kept.bytes <= limits.bytes) held.set(word, { owner, ...kept, until: lasts() });
      return word;
    },
    of: (owner, word) => {
      tidy(0);
      const one = held.get(word);
      if (one?.owner !== owner) return undefined;
      // the last asked about stands last
      held.delete(word);
      held.set(word, { ...one, until: lasts() });
      return one;
    },
    putAway: (owner, word) => {
      if (held.get(word)?.owner === owner) held.delete(word);
    },
  };
}

/** Bytes that a string and its place in a row take beside its characters, and those of a character. */
const CELL = 56;
const CHARACTER = 2;

const memoryOf = ({ item: { size } }: OpenedList): number => CELL * size.cells + CHARACTER * size.characters;

type Find = (query: string, top: number) => readonly Hit[];
const lookedUp = new WeakMap<
  OpenedList,
  { readonly people: Pick<People, 'find'>; readonly hits: Map<string, readonly Hit[]> }
>();

/** The look-up of the case, which asks each name of a list once as long as nobody changes. */
export function findOnce(list: OpenedList, people: Pick<People, 'find'>): Find {
  const before = lookedUp.get(list);
  const known = before?.people === people ? before : { people, hits: new Map<string, readonly Hit[]>() };
  lookedUp.set(list, known);
  return (query, top) => {
    const key = `${top} ${query}`;
    const hits = known.hits.get(key) ?? people.find(query, top);
    known.hits.set(key, hits);
    return hits;
  };
}
