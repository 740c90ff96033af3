import { foldName, type ParsedName, parseName } from '../names/index.ts';
import type { LinkRow } from './link-row.ts';

/** The slots that are compared. `rest` holds what a full name has beyond the slots that are given on their own. */
export const COMPARED_SLOTS = [
  'given',
  'father',
  'grandfather',
  'family',
  'mother',
  'mother-family',
] as const;
export type ComparedSlot = (typeof COMPARED_SLOTS)[number];

/** A row's name by slot, folded in its own script. */
export type NameSlots = Partial<Record<ComparedSlot, string>>;

const LONGEST_NAME = 200;

/** What a clerk writes where no name is known. */
const NO_NAME = new Set(
  [
    'unknown',
    'unk',
    'unnamed',
    'no name',
    'noname',
    'not known',
    'none',
    'null',
    'nan',
    'n/a',
    'na',
    'inconnu',
    'inconnue',
    'anonymous',
    'unidentified',
    'مجهول',
    'مجهوله',
    'مجهول الهويه',
    'غير معروف',
    'غير معروفه',
    'بدون اسم',
    'بلا اسم',
    'لا يوجد',
  ].map((word) => foldName(word)),
);

/** The text folded, or `undefined` where it says nothing: blank, a dash, "unknown", "unknown unknown". */
function meaningful(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const folded = foldName(text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text).trim();
  if (folded === '' || !/\p{L}/u.test(folded) || NO_NAME.has(folded)) return undefined;
  return folded.split(' ').every((word) => NO_NAME.has(word)) ? undefined : folded;
}

const written = (text: string | undefined): string | undefined =>
  meaningful(text) === undefined ? undefined : text!.slice(0, LONGEST_NAME);

const partOf = (parsed: ParsedName, slot: ComparedSlot): string | undefined => {
  const part = parsed.parts.find((candidate) => candidate.slot === slot);
  return part === undefined ? undefined : meaningful(part.tokens.map((token) => token.folded).join(' '));
};

/**
 * The name of a row by slot. Slots of their own win over what is read off the full name; the full name fills those
 * that are not given. A mother's name gives hers and that of her family.
 */
export function nameSlotsOf(row: LinkRow): NameSlots {
  const { fields } = row;
  const slots: NameSlots = {};
  const set = (slot: ComparedSlot, value: string | undefined): void => {
    if (value !== undefined && slots[slot] === undefined) slots[slot] = value;
  };
  set('given', meaningful(fields['name.given']));
  set('father', meaningful(fields['name.father']));
  set('grandfather', meaningful(fields['name.grandfather']));
  set('family', meaningful(fields['name.family']));

  const full = written(fields['name.full']);
  if (full !== undefined) {
    const parsed = parseName(full);
    for (const slot of COMPARED_SLOTS) set(slot, partOf(parsed, slot));
  }
  const mother = written(fields['name.mother']);
  if (mother !== undefined) {
    const parsed = parseName(mother, { of: 'mother' });
    delete slots.mother;
    delete slots['mother-family'];
    set('mother', partOf(parsed, 'mother') ?? partOf(parsed, 'given') ?? meaningful(mother));
    set('mother-family', partOf(parsed, 'mother-family') ?? partOf(parsed, 'family'));
  }
  return slots;
}
