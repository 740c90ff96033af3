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
export function meaningful(text: string): string | undefined {
  const folded = foldName(text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text).trim();
  if (folded === '' || !/\p{L}/u.test(folded) || NO_NAME.has(folded)) return undefined;
  const saysNothing = folded.includes(' ') && folded.split(' ').every((word) => NO_NAME.has(word));
  return saysNothing ? undefined : folded;
}

/** The name of a row by slot. See {@link createSlotReader}, which reads many rows. */
export const nameSlotsOf = (row: LinkRow): NameSlots => createSlotReader()(row);

/**
 * The name of a row by slot. Slots of their own win over what is read off the full name; the full name fills those
 * that are not given. A mother's name gives hers and that of her family. Texts that many rows hold are read once,
 * unless the reader is to forget them: where each comes but once.
 */
export function createSlotReader(habit: 'remembers' | 'forgets' = 'remembers'): (row: LinkRow) => NameSlots {
  const remembered = habit === 'remembers' ? memo : unchanged;
  const read = remembered(meaningful);
  const partOf = (parsed: ParsedName, slot: ComparedSlot): string | undefined => {
    const part = parsed.parts.find((candidate) => candidate.slot === slot);
    return part === undefined ? undefined : read(part.tokens.map((token) => token.folded).join(' '));
  };
  const readFull = remembered((text): NameSlots => {
    const slots: NameSlots = {};
    if (read(text) === undefined) return slots;
    const parsed = parseName(text.slice(0, LONGEST_NAME));
    for (const slot of COMPARED_SLOTS) {
      const value = partOf(parsed, slot);
      if (value !== undefined) slots[slot] = value;
    }
    return slots;
  });
  const readMother = remembered((text): MotherName | undefined => {
    const whole = read(text);
    if (whole === undefined) return undefined;
    const parsed = parseName(text.slice(0, LONGEST_NAME), { of: 'mother' });
    return {
      name: partOf(parsed, 'mother') ?? partOf(parsed, 'given') ?? whole,
      family: partOf(parsed, 'mother-family') ?? partOf(parsed, 'family'),
    };
  });

  return ({ fields }) => {
    const slots: NameSlots = {};
    const set = (slot: ComparedSlot, value: string | undefined): void => {
      if (value !== undefined && slots[slot] === undefined) slots[slot] = value;
    };
    for (const slot of ['given', 'father', 'grandfather', 'family'] as const) {
      const own = fields[`name.${slot}`];
      if (own !== undefined) set(slot, read(own));
    }
    const whole = fields['name.full'];
    if (whole !== undefined) {
      const full = readFull(whole);
      for (const slot of COMPARED_SLOTS) set(slot, full[slot]);
    }
    const mother = fields['name.mother'] === undefined ? undefined : readMother(fields['name.mother']);
    if (mother !== undefined) {
      delete slots.mother;
      delete slots['mother-family'];
      set('mother', mother.name);
      set('mother-family', mother.family);
    }
    return slots;
  };
}

interface MotherName {
  readonly name: string;
  readonly family: string | undefined;
}

const MOST_REMEMBERED = 100_000;
const LONGEST_REMEMBERED = 400;

const unchanged = <Meaning>(read: (text: string) => Meaning): ((text: string) => Meaning) => read;

/** Remembers what short texts are read as; longer ones are read each time, so that hostile rows hold no memory. */
function memo<Meaning>(read: (text: string) => Meaning): (text: string) => Meaning {
  const known = new Map<string, Meaning>();
  return (text) => {
    if (known.has(text)) return known.get(text)!;
    const meaning = read(text);
    if (known.size < MOST_REMEMBERED && text.length <= LONGEST_REMEMBERED) known.set(text, meaning);
    return meaning;
  };
}
