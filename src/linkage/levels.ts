/** A part that one of two rows does not give. */
export const MISSING = -1;

/** One level of agreement of one part. */
export interface Level {
  readonly name: string;
  readonly outcome: 'agree' | 'near' | 'contradict';
  /** Levels of different strata say how precisely two values could be compared at all; they do not compete. */
  readonly stratum: number;
  /** Share among matching pairs of its stratum expected before anything is learned. */
  readonly expected: number;
}

/**
 * Who else shares a part. Brothers and sisters share what is `household`; cousins on the father's side what is `clan`
 * too; `own` is one's own.
 */
export type SharedBy = 'own' | 'household' | 'clan';

/**
 * How kin agree on a part: as matching pairs do (what they share), as strangers do, hardly ever (brothers do not bear
 * one given name), or in a way of their own that is learned (they are near in age, and live near each other).
 */
export type AmongKin = 'as matching' | 'as strangers' | 'hardly ever' | 'learned';

/** One part of a row: the levels at which it is compared, and what kin share of it. */
export interface Part {
  readonly part: string;
  readonly levels: readonly Level[];
  readonly sharedBy: SharedBy;
  readonly amongBrothers: AmongKin;
  readonly amongCousins: AmongKin;
}

/** A part with its comparison. Pure over the codes of two rows. */
export interface Comparison extends Part {
  /** Index into `levels`, or `MISSING`. */
  level(a: number, b: number): number;
  /** Values whose rarity counts: the column and how two of its codes are found equal. Absent where rarity says nothing. */
  readonly rarity?: Rarity;
}

export interface Rarity {
  readonly code: Int32Array;
  /** The level at which rarity counts. */
  readonly level: number;
  /** Codes that could equal each other share a group. */
  group(code: number): string;
  areEqual(a: number, b: number): boolean;
  value(code: number): string;
}

export const level = (name: string, outcome: Level['outcome'], expected: number, stratum = 0): Level => ({
  name,
  outcome,
  stratum,
  expected,
});
