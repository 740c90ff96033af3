import { familyOf } from './measure-families.ts';
import type { Add, Side } from './relations.ts';

/** Families that count some of those who were ever held at a place: none can be larger than all who were. */
const OF_THE_HELD: ReadonlySet<string> = new Set(['held', 'freed', 'missing', 'deaths', 'bodies', 'people']);

/** What a number at most of bounds all of those: "never held more than 60"; not "fewer than 60 bodies", "no more than 60 are still inside". */
const EVER_HELD: ReadonlySet<string> = new Set(['detained', 'people']);

/** How many ceilings, and how many counts for each, are held against each other, those told most first. */
const AT_MOST = 8;
const COUNTS_AT_MOST = 12;
const TELLING = 20;

/**
 * "The place never held more than 60": a count at that place of people held, freed, missing or dead that is larger, and
 * that another voice gives, cannot be true as well.
 */
export function relateCeilings(sides: readonly Side[], add: Add): void {
  const told = [...sides].sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
  const ofPeople = (side: Side): boolean => side.unit === 'person' || side.unit === 'body';
  const ceilings = told.filter(
    (side) => side.quantity?.ceiling === true && ofPeople(side) && EVER_HELD.has(side.measure ?? ''),
  );
  for (const ceiling of ceilings.slice(0, AT_MOST)) {
    const larger = told.filter((side) => {
      const { quantity, measure } = side;
      if (quantity?.kind !== 'number' || quantity.ceiling || quantity.negated || quantity.added) return false;
      if (!ofPeople(side) || !OF_THE_HELD.has(familyOf(measure ?? '')) || quantity.value! < TELLING)
        return false;
      const there = side.place === undefined || ceiling.place === undefined || side.place === ceiling.place;
      const others = [...side.voices].some((voice) => !ceiling.voices.has(voice));
      return there && others && quantity.low > ceiling.quantity!.high * 1.1;
    });
    for (const side of larger.slice(0, COUNTS_AT_MOST)) {
      add(ceiling, 'contradicts', side);
      add(side, 'contradicts', ceiling);
    }
  }
}
