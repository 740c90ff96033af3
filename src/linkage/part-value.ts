import type { Property } from '../model/index.ts';
import type { LinkRow } from './link-row.ts';
import { COMPARED_SLOTS, type NameSlots } from './name-slots.ts';

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
  if (slot !== undefined) return slot === 'mother' || own === undefined ? slots[slot] : own;
  return own ?? row.extra?.[part];
}
