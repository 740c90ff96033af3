import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { readReport } from './index.ts';

const read = (text: string) =>
  readReport(plainTextLayer(text), { outlet: 'Daily Bell', published: '2031-05-12' });
const only = (text: string) =>
  read(`Marj Prison was opened by its own guards at dawn\n\n${text}`).statements.filter(
    (each) => !each.headline,
  );

describe('a statement ends where its own words end', () => {
  it.each([
    ['It was built for 500, but former guards say that 2,000 were held there.', 'It was built for 500'],
    [
      'Nobody was found in the cellar, while relatives say that they heard voices.',
      'Nobody was found in the cellar',
    ],
  ])('%s', (sentence, first) => {
    const [statement] = only(sentence);
    const report = `Marj Prison was opened by its own guards at dawn\n\n${sentence}`;
    expect(report.slice(statement!.start, statement!.end)).toBe(first);
  });
});

describe('who says what', () => {
  it.each([
    [
      'The Valley Council said that 40 people were still missing.',
      ['Valley Council'],
      '40 people were still missing',
    ],
    [
      'At least 40 people are missing, the Valley Council said.',
      ['Valley Council'],
      'At least 40 people are missing',
    ],
    ['According to Harbour Watch, 40 people are missing.', ['Harbour Watch'], '40 people are missing'],
    [
      '“Forty of us are missing,” said Amal Sader, a doctor who was freed.',
      ['Amal Sader'],
      '“Forty of us are missing,”',
    ],
    [
      'Spokesman Rami Koury told the Evening Tribune that 40 people were missing.',
      ['Evening Tribune', 'Rami Koury'],
      '40 people were missing',
    ],
    [
      'The Valley Council announced on Telegram that 40 people were missing.',
      ['Telegram', 'Valley Council'],
      '40 people were missing',
    ],
    ['Forty prisoners are believed to be trapped below the kitchen.', ['unnamed'], undefined],
    [
      'The council claims that CCTV footage shows 40 prisoners below the kitchen.',
      ['Council', 'CCTV'],
      undefined,
    ],
  ])('%s', (sentence, chain, quote) => {
    const [first] = only(sentence);
    expect(first!.chain).toEqual(['Daily Bell', ...chain]);
    if (quote) expect(first!.quote).toContain(quote);
  });

  it('finds whom "the group" and "they" mean', () => {
    const found = only(
      'The Marj Relief Group (MRG) said that the kitchen was searched.\n\nThe group said that nobody was found. They said that 12 cells were opened.\n\nMRG said that the search was over.',
    );
    expect(found.map((each) => each.chain[1])).toEqual([
      'Marj Relief Group',
      'Marj Relief Group',
      'Marj Relief Group',
      'Marj Relief Group',
    ]);
  });

  it('keeps the speaker of words that run over paragraphs', () => {
    const found = only(
      'Amal Sader told reporters: “We were 25 people in one cell.\n\n“We only knew each other by our numbers.”\n\nThe prison was then closed.',
    );
    expect(found.map((each) => each.chain.at(-1))).toEqual(['Amal Sader', 'Amal Sader', 'Daily Bell']);
  });
});

describe('how surely', () => {
  it.each([
    ['Twelve prisoners were freed from Marj Prison.', 'asserts'],
    ['The council said that about 40 prisoners were freed.', 'asserts'],
    ['Twelve prisoners may have been freed from Marj Prison.', 'hedged'],
    ['Rights groups believe that 40 prisoners were killed.', 'hedged'],
    ['Twelve prisoners were feared dead in Marj Prison.', 'hedged'],
    ['Twelve prisoners were freed from the feared Marj Prison.', 'asserts'],
    ['Twelve prisoners were reportedly freed from Marj Prison.', 'unverified'],
    [
      'The council said that 40 people were killed. The figure could not be independently verified.',
      'unverified',
    ],
    ['The council said that 40 people were killed, although this has not been verified.', 'unverified'],
    ['The ministry denied that 40 prisoners had been killed.', 'denies'],
    ['The ministry dismissed the claims as baseless.', 'denies'],
    ['Harbour Watch said that there are no hidden cells below the prison.', 'denies'],
  ])('%s', (sentence, stance) => {
    expect(only(sentence)[0]!.stance).toBe(stance);
  });
});

describe('what is not a claim', () => {
  it('drops headings, captions, chrome and tails of other news, with the reason', () => {
    const text = [
      'Families wait at the gates of Marj Prison',
      '',
      'By Lina Haddad',
      '',
      'The council said that 40 people were still missing in Marj Prison on Sunday.',
      '',
      'A night of waiting',
      '',
      'Marj Prison',
      'Families seen at the gate before dawn AFP',
      '',
      'Rescuers searched the lower floors of the prison for the third day and found nobody.',
      '',
      'READ MORE',
      'More Latest News',
      'Two hurt as tram leaves rails in Alma',
      '12 injured in market fire',
    ].join('\n');
    const reading = read(text);
    expect(reading.title).toBe('Families wait at the gates of Marj Prison');
    expect(reading.dropped.map((each) => each.why)).toEqual(
      expect.arrayContaining(['byline', 'crosshead', 'caption', 'navigation', 'related-news']),
    );
    const body = reading.statements.filter((each) => !each.headline);
    expect(body.map((each) => each.figure?.value)).toEqual([
      40,
      0,
      ...body.slice(2).map((each) => each.figure?.value),
    ]);
    for (const statement of reading.statements) {
      for (const gone of reading.dropped)
        expect(statement.start >= gone.end || statement.end <= gone.start).toBe(true);
    }
  });

  it('an embedded post belongs to its author, not to the outlet', () => {
    const [post] = only(
      'Our teams reached the third floor and found nobody — Harbour Watch (@harbourwatch) May 11, 2031',
    );
    expect(post!.chain).toEqual(['Daily Bell', 'X', 'Harbour Watch']);
  });
});

describe('a report in Arabic', () => {
  const readArabic = (text: string) =>
    read(`فتح سجن المرج فجر الأحد\n\n${text}`).statements.filter((each) => !each.headline);

  it.each([
    [
      'قالت محافظة الوادي إن نحو ١٢٬٠٠٠ معتقل ما زالوا داخل سجن المرج.',
      ['محافظة الوادي'],
      'asserts',
      12_000,
      'approx',
    ],
    [
      'وبحسب منظمة المرصد، قُتل أكثر من ثلاثين ألف شخص بين عامي 2011 و2018.',
      ['منظمة المرصد'],
      'asserts',
      30_000,
      'gt',
    ],
    ['يعتقد أن مئات السجناء محتجزون في أقبية سرية.', ['unnamed'], 'hedged', undefined, 'vague'],
    [
      'قالت محافظة الوادي إن 40 شخصا مفقودون، ولم يتسن التحقق من الرقم بشكل مستقل.',
      ['محافظة الوادي'],
      'unverified',
      40,
      'eq',
    ],
    ['نفت وزارة العدل أن 40 معتقلا قتلوا في سجن المرج.', ['وزارة العدل'], 'denies', 40, 'eq'],
    ['«كنا خمسة وعشرين شخصا في غرفة واحدة»، قال أحد الناجين.', ['أحد الناجين'], 'asserts', 25, 'eq'],
  ])('%s', (sentence, chain, stance, value, op) => {
    const [first] = readArabic(sentence);
    expect(first!.chain).toEqual(['Daily Bell', ...chain]);
    expect(first!.stance).toBe(stance);
    expect(first!.figure).toMatchObject(value === undefined ? { op } : { value, op });
  });

  it('"and added" goes on with the last speaker', () => {
    const found = readArabic('قال سامر الحداد إن السجن فُتح يوم الأحد. وأضاف أن خمسة فرق وصلت إلى السجن.');
    expect(found.map((each) => each.chain[1])).toEqual(['سامر الحداد', 'سامر الحداد']);
  });
});

const reports = join(import.meta.dirname, '../../../shared/data/reports');
describe.skipIf(!existsSync(join(reports, 'gold.json')))(
  'the annotated reports (skipped where ../shared/data is absent)',
  () => {
    it('every quote stands word for word where its offsets say, and nothing dropped is read', () => {
      const gold = JSON.parse(readFileSync(join(reports, 'gold.json'), 'utf8')) as {
        documents: { file: string }[];
      };
      for (const { file } of gold.documents) {
        const text = readFileSync(join(reports, file), 'utf8');
        const reading = readReport(plainTextLayer(text), { outlet: 'x', published: '2024-12-09' });
        expect(reading.statements.length).toBeGreaterThan(20);
        for (const statement of reading.statements) {
          expect(statement.quote).toBe(text.slice(statement.start, statement.end).replace(/\s+/g, ' '));
          expect(
            reading.dropped.every((gone) => statement.start >= gone.end || statement.end <= gone.start),
          ).toBe(true);
        }
      }
    });
  },
);
