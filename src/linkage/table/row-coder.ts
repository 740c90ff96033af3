import { SanadError } from '../../model/index.ts';
import { codeDate } from '../coded-dates.ts';
import { codedPlace, sexOf } from '../coded-values.ts';
import type { LinkRow } from '../link-row.ts';
import { COMPARED_SLOTS, createSlotReader } from '../name-slots.ts';
import type { GrowingSpellings } from './growing-spellings.ts';
import type { IndexContents } from './index-file.ts';
import { NAME_WORDS, ROW_WORDS, scrambled, WORD } from './row-layout.ts';

/** Writes a row that comes after into its words, as those of the index lie. */
export function createRowCoder(
  { about }: IndexContents,
  names: GrowingSpellings,
  places: GrowingSpellings,
): (row: Omit<LinkRow, 'key'>, into: Int32Array, base: number) => void {
  const readSlots = createSlotReader();
  const { referenceDate, heaped } = about.model.habits;
  const newYear = new Set(heaped);
  const lists = new Map(about.lists.map((list, at) => [list, at]));
  const codeOf = (spellings: GrowingSpellings, text: string | undefined): number => {
    if (text === undefined || text === '') return -1;
    const code = spellings.code(text);
    if (code === undefined) throw new SanadError('link.register-full', {});
    return code;
  };
  const placeOf = (text = ''): number =>
    codeOf(places, text.trim() === '-' ? '' : codedPlace(text.slice(0, LONGEST_PLACE).trim()));

  return ({ fields, list }, into, base) => {
    into.fill(-1, base, base + ROW_WORDS);
    const slots = readSlots({ key: '', list, fields });
    COMPARED_SLOTS.forEach((slot, word) => {
      into[base + word] = codeOf(names, slots[slot]);
    });
    const birth = codeDate(fields['birth.date'] ?? '');
    into[base + WORD.birth] = birth % 10000 === 101 && newYear.has(list) ? birth - 101 : birth;
    const age = /^~?(\d{1,3})/.exec(fields.age?.trim() ?? '');
    const reference = referenceDate[list] ?? 0;
    into[base + WORD.birthFromAge] =
      birth === 0 && age && reference > 0 ? Math.round((reference / 10000 - Number(age[1])) * 100) : 0;
    into[base + WORD.home] = placeOf(fields.place);
    into[base + WORD.birthPlace] = placeOf(fields['place.birth']);
    into[base + WORD.arrest] = codeDate(fields['arrest.date'] ?? fields['seen.date'] ?? '');
    into[base + WORD.sex] = sexOf(fields.sex);
    // A list not met before is a list of its own.
    if (!lists.has(list)) lists.set(list, lists.size);
    into[base + WORD.list] = lists.get(list)!;
    let content = 0;
    for (let word = 0; word < NAME_WORDS; word++) {
      const code = into[base + word]!;
      content = Math.imul(content ^ (code < 0 ? 0 : names.table.hash[code]!), 0x9e3779b1);
    }
    into[base + WORD.content] = scrambled(content ^ birth);
    into[base + WORD.crowded] = 0;
  };
}

const LONGEST_PLACE = 400;
