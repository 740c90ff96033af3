import type { RecordId } from '../model/index.ts';

/**
 * What two people must know of before it is said of anybody: 1 dead, 2 found alive, 0 neither. A join of somebody of
 * whom it is said with somebody of whom it is not says it of one more person.
 */
export type Gravity = number;
export const DEAD: Gravity = 1;
export const FOUND: Gravity = 2;

export interface GraveWords {
  /** What this record alone, and what was decided of it, says. */
  gravityOf(record: RecordId): Gravity;
  /** Those whom the machine joins with it, itself included. */
  joinedByMachine(record: RecordId): readonly RecordId[];
}

/** Groups that grow as records are joined, each with all that is said of any in it. */
interface Growing {
  rootOf(record: RecordId): RecordId;
  gravityOf(record: RecordId): Gravity;
  join(a: RecordId, b: RecordId): void;
}

function growing(first: (record: RecordId) => readonly RecordId[], words: GraveWords): Growing {
  const parents = new Map<RecordId, RecordId>();
  const said = new Map<RecordId, Gravity>();
  const enter = (record: RecordId): void => {
    if (parents.has(record)) return;
    const members = first(record);
    const root = members[0]!;
    let all: Gravity = 0;
    for (const member of members) {
      parents.set(member, root);
      all |= words.gravityOf(member);
    }
    said.set(root, all);
  };
  const rootOf = (record: RecordId): RecordId => {
    enter(record);
    let at = record;
    for (let next = parents.get(at)!; next !== at; next = parents.get(at)!) at = next;
    return at;
  };
  return {
    rootOf,
    gravityOf: (record) => said.get(rootOf(record))!,
    join: (a, b) => {
      const [one, other] = [rootOf(a), rootOf(b)];
      if (one === other) return;
      parents.set(other, one);
      said.set(one, said.get(one)! | said.get(other)!);
    },
  };
}

/** Says of each join whether one person may make it. */
export interface GraveJoins {
  /** Whether it would be said of somebody else too that they are dead, or found. */
  needsTwo(a: RecordId, b: RecordId): boolean;
  /** Whether anybody who may be of these two persons is said to be dead or found, whatever holds in the end. */
  anywhere(a: RecordId, b: RecordId): boolean;
  join(a: RecordId, b: RecordId): void;
}

/**
 * Two people are needed where what is said of one side is not said of the other: by what people joined, and once more
 * with what the machine joined. Where a decision parts what chains of joins connect, it is not known beforehand who
 * stays with whom, so two are needed there too.
 *
 * @param same all pairs that anybody said are the same; @param apart all that the machine may not join
 */
export function graveJoins(
  words: GraveWords,
  same: readonly (readonly [RecordId, RecordId])[],
  apart: readonly (readonly [RecordId, RecordId])[],
): GraveJoins {
  const decided = growing((record) => [record], words);
  const suggested = growing(words.joinedByMachine, words);
  const widest = growing(words.joinedByMachine, words);
  for (const [a, b] of same) widest.join(a, b);
  const parted = new Set<RecordId>();
  for (const [a, b] of apart) if (widest.rootOf(a) === widest.rootOf(b)) parted.add(widest.rootOf(a));

  const anywhere = (a: RecordId, b: RecordId): boolean => (widest.gravityOf(a) | widest.gravityOf(b)) !== 0;
  return {
    anywhere,
    needsTwo: (a, b) =>
      anywhere(a, b) &&
      (decided.gravityOf(a) !== decided.gravityOf(b) ||
        suggested.gravityOf(a) !== suggested.gravityOf(b) ||
        parted.has(widest.rootOf(a))),
    join: (a, b) => {
      decided.join(a, b);
      suggested.join(a, b);
    },
  };
}
