import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimId, ItemId, StatementId } from '../../model/index.ts';
import { comparable } from './comparable.ts';
import { COUNT_METHODS, countMethodIn } from './count-method.ts';
import type { ReportedFigure } from './reported-figure.ts';
import { sideBySide } from './side-by-side.ts';

const figure = (more: Partial<ReportedFigure> = {}): ReportedFigure => ({
  claim: 'i.1.1' as ClaimId,
  item: 'i' as ItemId,
  statement: 'i.1.1' as StatementId,
  text: '',
  language: 'en',
  texts: {},
  measure: 'killed',
  unit: 'person',
  op: 'eq',
  low: 300,
  high: 300,
  place: 'Qalaat al-Rih',
  window: { first: '2011-01-01', last: '2016-12-31' },
  method: 'list',
  origins: ['the association'],
  independent: 1,
  denied: false,
  ...more,
});

describe('how a figure was reached is read from its words', () => {
  test.each([
    ['The league holds a list of 4,100 names of those killed.', 'list'],
    ['Rescuers counted 312 men who walked out.', 'count'],
    ['Based on interviews with former guards, up to 13,000 were hanged.', 'testimony'],
    ['A household survey in three districts puts the missing at 2,000.', 'survey'],
    ['A statistical model of four lists gives 17,700 dead in custody.', 'statistical'],
    ['About 80,000 people are still inside.', 'not-said'],
    ['There is no list, but 500 are believed dead.', 'not-said'],
    ['وثّقت الرابطة 312 حالة وفاة.', 'count'],
    ['تضم القائمة أسماء 900 معتقل.', 'list'],
    ['قُتل نحو 13,000 بناءً على شهادات حراس سابقين.', 'testimony'],
    ['يقول المكتب إن 80,000 ما زالوا في الداخل.', 'not-said'],
  ] as const)('%s', (words, method) => expect(countMethodIn(words)).toBe(method));
});

describe('figures are set side by side only where they count the same', () => {
  test('the same thing, place, window and method: they agree or they do not', () => {
    expect(comparable(figure(), figure({ low: 280, high: 320 }))).toEqual({
      comparable: true,
      agree: 'yes',
      unsaid: [],
    });
    expect(comparable(figure(), figure({ low: 900, high: 900 }))).toMatchObject({ agree: 'no' });
  });
  test.each([
    [{ measure: 'released' }, 'different-thing'],
    [{ unit: 'family' }, 'different-unit'],
    [{ place: 'Jawfan' }, 'different-place'],
    [{ window: { first: '2018-01-01', last: '2021-12-31' } }, 'different-window'],
    [{ method: 'testimony' }, 'different-method'],
  ] as const)('%o is refused: %s', (other, why) =>
    expect(comparable(figure(), figure(other))).toEqual({ comparable: false, why: [why] }),
  );
  test('what is not said stays open, and is told', () => {
    const { place: _, ...unplaced } = figure();
    expect(comparable(figure({ method: 'not-said' }), unplaced)).toEqual({
      comparable: true,
      agree: 'yes',
      unsaid: ['place-not-said', 'method-not-said'],
    });
  });

  const figures = fc.record({
    measure: fc.constantFrom('killed', 'released', 'detained', 'still-inside'),
    place: fc.constantFrom('A', 'B'),
    method: fc.constantFrom(...COUNT_METHODS),
    low: fc.nat(1000),
    window: fc.constantFrom(
      { first: '2011-01-01', last: '2016-12-31' },
      { first: '2018-01-01', last: '2021-12-31' },
    ),
  });
  test('it does not matter which of two is named first', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        expect(comparable(figure(a), figure(b))).toEqual(comparable(figure(b), figure(a)));
      }),
      { seed: 1 },
    );
  });
  test('a set never holds two that are not comparable, and nobody is left out', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 12 }), (many) => {
        for (const { figures: own, sets, apart } of sideBySide(many.map(figure))) {
          expect(sets.flat().toSorted((a, b) => a - b)).toEqual(own.map((_, at) => at));
          for (const set of sets)
            for (const a of set)
              for (const b of set) if (a !== b) expect(comparable(own[a]!, own[b]!).comparable).toBe(true);
          expect(apart.every(({ why }) => why.length > 0 || sets.length === 0)).toBe(true);
        }
      }),
      { seed: 2 },
    );
  });
});
