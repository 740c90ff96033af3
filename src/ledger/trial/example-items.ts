import { partialDate, type ReportDraft, type RowDraft } from '../../model/index.ts';
import type { NewItem } from '../case.ts';

/** Invented people and outlets, for tests and measurements. */

/** Argon2id so cheap that a test can seal; never for a case that holds anything. */
export const CHEAP = { passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;

const GIVEN = ['سامر', 'ليان', 'نضال', 'هالة', 'زياد', 'رنا', 'فراس', 'جمانة'] as const;
const FAMILY = ['الدرعي', 'القصير', 'النهري', 'الساحلي', 'البيدر', 'الخابور'] as const;

/** A list of `rows` people with eight columns; `salt` makes its bytes differ from another list's. */
export function listItem(file: string, rows: number, salt = ''): NewItem & { readonly bytes: Uint8Array } {
  const records = Array.from({ length: rows }, (_, at): RowDraft => {
    const cells = [
      String(at + 1),
      GIVEN[at % GIVEN.length]!,
      GIVEN[(at * 3 + 1) % GIVEN.length]!,
      FAMILY[at % FAMILY.length]!,
      String(1950 + (at % 50)),
      'قلعة النهر',
      '',
      `ملاحظة ${at} ${salt}`,
    ];
    return {
      kind: 'row',
      table: 0,
      row: at + 1,
      cells,
      span: { start: at * 40, end: at * 40 + 39 },
      statements: [
        { property: 'name.given', column: 1, written: cells[1]!, value: cells[1]! },
        { property: 'name.father', column: 2, written: cells[2]!, value: cells[2]! },
        { property: 'name.family', column: 3, written: cells[3]!, value: cells[3]! },
        { property: 'birth.date', column: 4, written: cells[4]!, value: partialDate(1950 + (at % 50))! },
        { property: 'facility', column: 5, written: cells[5]! },
      ],
    };
  });
  const text = records.map((record) => (record.kind === 'row' ? record.cells.join(',') : '')).join('\n');
  return {
    file,
    path: `lists/${file}`,
    mediaType: 'text/csv',
    encoding: 'utf-8',
    receivedBy: 'Maha',
    content: {
      kind: 'list',
      tables: [{ columns: [{ header: 'الرقم', property: 'ignore', recognised: 'header' }] }],
    },
    problems: [{ code: 'row.empty', file, row: 3 }],
    bytes: Buffer.from(text),
    records,
  };
}

export function reportItem(
  file: string,
  words = 'The harbour office says forty people were released.',
): NewItem & { readonly bytes: Uint8Array } {
  const record: ReportDraft = {
    kind: 'report',
    outlet: 'The Harbour Post',
    title: 'Forty released',
    language: 'en',
    dropped: [{ start: 0, end: 4, why: 'navigation' }],
    statements: [
      {
        start: 0,
        end: words.length,
        quote: words,
        stance: 'asserts',
        chain: ['The Harbour Post', 'the harbour office'],
        hedges: [],
        figure: { start: 24, end: 29, op: 'eq', value: 40, unit: 'person', measure: 'released' },
      },
    ],
  };
  return {
    file,
    path: file,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    receivedBy: 'Yusuf',
    content: { kind: 'report', outlet: 'The Harbour Post', title: 'Forty released' },
    problems: [],
    bytes: Buffer.from(words),
    records: [record],
  };
}
