import type { Property } from '../../../src/model/index.ts';

export type CellFault = 'typing.date-unclear' | 'typing.age-unclear' | 'typing.sex-unclear';

const plain = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).trim();

/** What a column's kind says against a cell while it is typed. Only a hint: the list's own reading decides. */
export function faultOf(property: Property, cell: string): CellFault | undefined {
  const text = plain(cell);
  if (text === '' || text === '؟' || text === '?') return undefined;
  if (property === 'birth.date' || property.endsWith('.date') || property === 'date') {
    const year = /^(?:~|حوالي\s*)?(\d{4})$/.exec(text);
    if (year) return Number(year[1]) < 1850 || Number(year[1]) > 2100 ? 'typing.date-unclear' : undefined;
    const day = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text);
    if (day) {
      const [date, month, of] = [Number(day[1]), Number(day[2]), Number(day[3])];
      const days = new Date(Date.UTC(of, month, 0)).getUTCDate();
      return month < 1 || month > 12 || date < 1 || date > days ? 'typing.date-unclear' : undefined;
    }
    return /\d{3,}/.test(text) && !/\p{L}/u.test(text) ? 'typing.date-unclear' : undefined;
  }
  if (property === 'age') {
    const age = /\d+/.exec(text);
    return !age || Number(age[0]) > 120 ? 'typing.age-unclear' : undefined;
  }
  if (property === 'sex')
    return /^(?:m|f|male|female|ذ|أ|ا|ذكر|أنثى|انثى)$/i.test(text) ? undefined : 'typing.sex-unclear';
  return undefined;
}
