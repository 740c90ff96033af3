import type { Property } from '../model/index.ts';
import { parseName } from '../names/index.ts';
import type { LinkRow } from './link-row.ts';
import { COMPARED_SLOTS, type ComparedSlot, type NameSlots } from './name-slots.ts';

/** What a row says about a part, as a person would read it: the value as given, or the piece of the full name. */
export function partValue(row: LinkRow, slots: NameSlots, part: string): string | undefined {
  const { fields } = row;
  switch (part) {
    case 'birth.date':
      return fields['birth.date'] ?? fields.age;
    case 'place':
      return fields.place ?? fields['place.birth'];
    case 'arrest.date':
      return fields['arrest.date'] ?? fields['seen.date'];
  }
  const slot = COMPARED_SLOTS.find((name) => part === `name.${name}`);
  const own = fields[part as Property];
  if (slot === undefined) return own ?? row.extra?.[part];
  if (own !== undefined && slot !== 'mother') return own;
  return slots[slot] === undefined ? undefined : (writtenPiece(row, slot) ?? slots[slot]);
}

/** The piece of a full name that stands in the slot, in the row's own spelling. */
function writtenPiece({ fields }: LinkRow, slot: ComparedSlot): string | undefined {
  const ofMother = slot === 'mother' || slot === 'mother-family';
  const mother = ofMother ? fields['name.mother'] : undefined;
  const whole = mother ?? fields['name.full'];
  if (whole === undefined) return undefined;
  const { parts } = parseName(whole, mother === undefined ? {} : { of: 'mother' });
  return parts.find((piece) => piece.slot === slot)?.written;
}
