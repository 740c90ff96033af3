import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { findReuse } from './index.ts';

const PASSAGE =
  'Rescuers drilled through the kitchen floor of Marj Prison for three days and found an empty cistern below it';
const reuse = (a: string, b: string) =>
  [
    ...findReuse([
      { key: 'a', layer: plainTextLayer(a) },
      { key: 'b', layer: plainTextLayer(b) },
    ]),
  ].map((each) => [each.kind, a.slice(each.a.start, each.a.end), b.slice(each.b.start, each.b.end)]);

describe('reuse', () => {
  it('word for word, whatever stands around it and however it is quoted', () => {
    expect(reuse(`Alma: ${PASSAGE}. The end.`, `Late on Sunday, “${PASSAGE}”, a paper wrote.`)).toEqual([
      ['verbatim', PASSAGE, PASSAGE],
    ]);
  });

  it('with a word changed', () => {
    const [found] = reuse(PASSAGE, PASSAGE.replace('three', 'two'));
    expect(found![0]).toBe('near');
  });

  it('none where two reports only speak of the same thing', () => {
    expect(
      reuse(
        PASSAGE,
        'After three days of drilling, rescuers found only an empty cistern under the kitchen of the prison at Marj.',
      ),
    ).toEqual([]);
  });

  it('is the same for an agency text that fifty outlets print', () => {
    const reports = Array.from({ length: 50 }, (_, index) => ({
      key: String(index),
      layer: plainTextLayer(`${PASSAGE}. Outlet ${index} has more.`),
    }));
    const pairs = Array.from(findReuse(reports), ({ a, b }) => `${a.key} ${b.key}`);
    expect(new Set(pairs).size).toBe((50 * 49) / 2);
  });
});
