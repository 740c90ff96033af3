import { describe, expect, it } from 'vitest';
import { timesIn } from './times.ts';
import { tokenize } from './tokens.ts';

/** 9 December 2024 is a Monday. */
const times = (sentence: string, published: string | undefined = '2024-12-09') =>
  timesIn(tokenize(sentence), published).map(({ window }) => `${window.from ?? ''}/${window.to ?? ''}`);

describe('times', () => {
  it.each([
    ['They were held between 2011 and 2018.', ['2011/2018']],
    ['In 2013 he left.', ['2013/2013']],
    ['Since 2011 nobody was told.', ['2011/2024-12-09']],
    ['It was opened on Sunday.', ['2024-12-08/2024-12-08']],
    ['It was opened on 8 December 2024.', ['2024-12-08/2024-12-08']],
    ['It was opened on December 8.', ['2024-12-08/2024-12-08']],
    ['It was opened last week.', ['2024-12-02/2024-12-08']],
    ['It was opened over the weekend.', ['2024-12-07/2024-12-08']],
    ['Over the past 10 days, prisons were opened.', ['2024-11-29/2024-12-09']],
    ['He was taken three years ago.', ['2021/2021']],
    ['بين عامي 2011 و2018', ['2011/2018']],
    ['يوم الأحد', ['2024-12-08/2024-12-08']],
    ['في 8 كانون الأول/ديسمبر 2024', ['2024-12-08/2024-12-08']],
    ['خلال الأيام العشرة الماضية', ['2024-11-29/2024-12-09']],
  ])('%s', (sentence, expected) => {
    expect(times(sentence)).toEqual(expected);
  });

  it('leaves relative times unresolved where the day of publication is not known', () => {
    expect(times('It was opened on Sunday.', '')).toEqual([]);
  });

  it.each([['It may be true.'], ['They march on.'], ['A second man came.'], ['He paid 2,000 pounds.']])(
    'none: %s',
    (sentence) => {
      expect(times(sentence)).toEqual([]);
    },
  );
});
