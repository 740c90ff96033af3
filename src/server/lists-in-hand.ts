import { randomBytes } from 'node:crypto';
import { randomId } from '../model/index.ts';

/**
 * Lists that somebody is looking through, held in memory so that a large file is not sent anew with each word that is
 * said of it. Nothing of them reaches a disk; whoever comes back too late sends the file once more.
 */
export interface ListsInHand {
  /** The word by which its owner names it from now on. */
  take(owner: string, file: File): string;
  /** The file, for nobody but its owner; nothing where it was put away. */
  of(owner: string, word: string): File | undefined;
  putAway(owner: string, word: string): void;
}

export const IN_HAND = {
  /** Bytes of all lists together; the one that was not asked about for longest goes first. */
  bytes: 192 * 1024 * 1024,
  /** Minutes after the last question about it. */
  minutes: 30,
} as const;

interface Held {
  readonly owner: string;
  readonly file: File;
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
    take: (owner, file) => {
      tidy(file.size);
      const word = randomId(randomBytes);
      if (file.size <= limits.bytes) held.set(word, { owner, file, bytes: file.size, until: lasts() });
      return word;
    },
    of: (owner, word) => {
      tidy(0);
      const one = held.get(word);
      if (one?.owner !== owner) return undefined;
      // the last asked about stands last
      held.delete(word);
      held.set(word, { ...one, until: lasts() });
      return one.file;
    },
    putAway: (owner, word) => {
      if (held.get(word)?.owner === owner) held.delete(word);
    },
  };
}
