import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { findReuse, LONGEST_SENTENCE, readReport } from './index.ts';

const read = (text: string) =>
  readReport(plainTextLayer(text), { outlet: 'Daily Bell', published: '2031-05-12' });
const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};

describe('text made to break a reader', () => {
  it('is named too long at 50 MB and not read', () => {
    const text = 'The mayor said that twelve men were freed. '.repeat(1_200_000);
    let reading: ReturnType<typeof read> | undefined;
    expect(cpu(() => (reading = read(text)))).toBeLessThan(2);
    expect(reading!.problems).toEqual([{ code: 'report.too-long', data: { limit: 5_000_000 } }]);
    expect(reading!.statements).toEqual([]);
  });

  it('one sentence of 2 MB is left out by name; the paragraphs around it are read', () => {
    const text = `The mayor of Alma said that 12 men were freed from Marj Prison.\n\n${'the men and the women and the guards said that the prison was '.repeat(32_000)}\n\nThe council said that 40 people were still missing.`;
    let reading: ReturnType<typeof read> | undefined;
    expect(cpu(() => (reading = read(text)))).toBeLessThan(10);
    expect(reading!.problems).toEqual([
      { code: 'report.sentence-too-long', data: { limit: LONGEST_SENTENCE } },
    ]);
    expect(reading!.statements.map((each) => each.figure?.value)).toEqual([12, 40]);
  });

  it.each([
    ['10,000 nested quotation marks', `${'“'.repeat(10_000)}The mayor said no.${'”'.repeat(10_000)}`],
    ['10,000 straight marks', '"a '.repeat(10_000)],
    ['apostrophes', "' '' ''' ".repeat(20_000)],
    ['brackets', '('.repeat(50_000)],
    ['commas', 'said, '.repeat(50_000)],
    ['cues alone', 'said that claimed that '.repeat(20_000)],
    ['spaces', `said${' '.repeat(200_000)}that`],
    ['line ends', 'a\n'.repeat(100_000)],
    ['one letter', 'a'.repeat(500_000)],
    ['digits', '1'.repeat(200_000)],
    ['thousands', '1,000 '.repeat(50_000)],
    ['number words', 'one hundred thousand million '.repeat(20_000)],
    ['dashes', '— '.repeat(100_000)],
    ['mixed direction', 'قال said إن that ١٢ men رجلا \u202e\u202d '.repeat(10_000)],
    [
      'no punctuation, short lines',
      'the mayor said that twelve men were freed and the council said that forty were missing\n'.repeat(
        5_000,
      ),
    ],
    ['questions', '"Why?" '.repeat(20_000)],
    ['a capital a word', 'Said The Mayor Of Alma To The Council '.repeat(10_000)],
  ])('takes bounded time: %s', (_name, text) => {
    expect(cpu(() => read(text))).toBeLessThan(8);
    expect(cpu(() => read(`The mayor said that the prison was opened. ${text}`))).toBeLessThan(8);
  });

  it('an unclosed mark never swallows what follows', () => {
    const reading = read(
      'The guard said “nobody was there.\n\nThe council said that 40 people were missing.\n\nThe mayor said that 12 men were freed.',
    );
    expect(reading.statements.map((each) => [each.chain.at(-1), each.figure?.value])).toEqual([
      ['Guard', undefined],
      ['Council', 40],
      ['Mayor', 12],
    ]);
  });

  it('a language not known is named, and no claim is invented', () => {
    const reading = read(
      'Der Bürgermeister sagte, dass 12 Männer aus dem Gefängnis entlassen wurden und noch 40 fehlen.',
    );
    expect(reading.language).toBe('other');
    expect(reading.statements).toEqual([]);
    expect(reading.problems).toEqual([{ code: 'report.language-unknown', data: {} }]);
  });

  it('an empty text is no problem of reading', () => {
    expect(read('')).toEqual({ language: 'other', dropped: [], statements: [], problems: [] });
  });

  it('reuse of the same phrase everywhere stays bounded', () => {
    const layer = plainTextLayer('the same eight words stand here again and again '.repeat(3_000));
    const reports = ['a', 'b', 'c'].map((key) => ({ key, layer }));
    expect(cpu(() => [...findReuse(reports)])).toBeLessThan(10);
  });
});
