import type { Copy } from './copies.ts';
import { isDefinite } from './measure-families.ts';
import type { Period } from './period.ts';
import type { Place } from './places.ts';
import type { Quantity } from './quantity.ts';
import type { Said } from './said.ts';
import { isNegative, type Rarity, type Wording } from './wording.ts';

/** What is known of each statement before statements are held against each other; arrays run along `all`. */
export interface Ground {
  readonly all: readonly Said[];
  readonly places: readonly (Place | undefined)[];
  readonly quantities: readonly (Quantity | undefined)[];
  readonly periods: readonly Period[];
  readonly copies: readonly Copy[];
  readonly rarity: Rarity;
  wording(at: number): Wording;
  /** One form for all names of the last of the chain; absent where the outlet speaks itself. */
  voice(at: number): string | undefined;
}

/** True where the figure alone says what is claimed: how many of what. "Many" does not. */
export const isSized = (ground: Ground, at: number): boolean => {
  const measure = ground.all[at]!.statement.figure?.measure;
  const key = ground.quantities[at]?.key;
  return key !== undefined && key !== 'vague:0' && measure !== undefined && isDefinite(measure);
};

/** A denial in so many words denies what is affirmed: its own negation is not counted against it. */
export function sense(said: Said): 'affirmed' | 'negated' {
  if (said.statement.stance === 'denies') return 'affirmed';
  return isNegative(said.statement.quote) ? 'negated' : 'affirmed';
}

export const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a === undefined || b === undefined || a.inferred || b.inferred || a.name === b.name;
