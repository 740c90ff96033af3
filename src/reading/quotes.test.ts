import { describe, expect, it } from 'vitest';
import { quotationsIn, quotationsOver } from './quotes.ts';

const quotes = (text: string) =>
  quotationsIn(text, 0, text.length).map((each) => text.slice(each.start, each.end));

describe('quotations', () => {
  it.each([
    ['He said "no" and left.', ['"no"']],
    ['He said “no” and left.', ['“no”']],
    ['قال «لا» ومضى', ['«لا»']],
    ['Er sagte „nein“ und ging.', ['„nein“']],
    ["''No,'' he said.", ["''No,''"]],
    ["He said 'we are free' and left.", ["'we are free'"]],
    ["Films show 'Iron Press' used in the mill's cellar", ["'Iron Press'"]],
    ["He said 'the prisoners' families know' and left.", ["'the prisoners' families know'"]],
    ["The prisoners' families don't know.", []],
    ['The prisoners’ families don’t know.', []],
    ['“He told me ‘run’ twice,” she said.', ['“He told me ‘run’ twice,”', '‘run’']],
  ])('%s', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  it('goes on over paragraphs where the mark is opened again', () => {
    const text = '“One.\n“Two.”\nThree.';
    const [first, second, third] = quotationsOver(text, [
      { start: 0, end: 5 },
      { start: 6, end: 12 },
      { start: 13, end: 19 },
    ]);
    expect(first).toMatchObject([{ continues: true, broken: false }]);
    expect(second).toMatchObject([{ broken: false }]);
    expect(third).toEqual([]);
  });
});
