import { describe, expect, test } from 'vitest';
import { deriveClaims } from './index.ts';
import { report, type TrialStatement } from './trial/reports.ts';
import { samePairs } from './trial/same-pairs.ts';
import { TOLD_EVENTS } from './trial/told-events.ts';

/** How many claims two statements of two outlets make. */
const claimsOf = (a: TrialStatement, b: TrialStatement): number =>
  deriveClaims([report('Harbour Courier', '2031-03-04', [a]), report('Delta Radio', '2031-03-05', [b])], [])
    .length;

describe('the same in other words', () => {
  test.each(TOLD_EVENTS.map((event) => [event.name, event] as const))(
    '%s: at most one pair of ten is joined wrongly',
    (_, event) => {
      const pairs = samePairs(event.annotated, deriveClaims(event.reports, []));
      expect(pairs.wrong.length).toBeLessThanOrEqual(Math.max(1, pairs.joined / 10));
      expect(pairs.both / pairs.meant).toBeGreaterThanOrEqual(0.5);
    },
  );

  test('a phrase that both put in quotation marks; only one says how many', () => {
    expect(
      claimsOf(
        { quote: 'The Valley Rescue has sent "trained search dogs" to the works.' },
        {
          quote: 'Four "trained search dogs" of the rescue arrived.',
          figure: ['eq', 4, 'teams'],
          unit: 'dog',
        },
      ),
    ).toBe(1);
  });

  test('one word in common is not enough', () => {
    expect(
      claimsOf({ quote: 'The governor spoke of prisoners.' }, { quote: 'A film shows the prisoners.' }),
    ).toBe(2);
  });

  test('who speaks is not what is said', () => {
    expect(
      claimsOf(
        { quote: 'The Yellow Helmets lead the enquiry.', through: ['Yellow Helmets'] },
        { quote: 'The Yellow Helmets sent a crane.', through: ['Yellow Helmets'] },
      ),
    ).toBe(2);
  });
});

describe('Arabic and English', () => {
  const english: TrialStatement = {
    quote: 'More than 900 detainees are still inside Rabiya prison.',
    figure: ['gt', 900, 'still-inside'],
    place: 'Rabiya prison',
  };
  test('one number of one thing in one place is one claim', () => {
    expect(
      claimsOf(english, {
        quote: 'لا يزال أكثر من 900 معتقل داخل سجن ربيعة.',
        figure: ['gt', 900, 'still-inside'],
        place: 'سجن ربيعة',
      }),
    ).toBe(1);
  });
  test('the same number of those who were freed is another', () => {
    expect(
      claimsOf(english, {
        quote: 'أُفرج عن أكثر من 900 معتقل من سجن ربيعة.',
        figure: ['gt', 900, 'released'],
        place: 'سجن ربيعة',
      }),
    ).toBe(2);
  });
  test('the same number in another place is another', () => {
    expect(
      claimsOf(english, {
        quote: 'لا يزال أكثر من 900 معتقل داخل سجن النهر.',
        figure: ['gt', 900, 'still-inside'],
        place: 'سجن النهر',
      }),
    ).toBe(2);
  });
  test('without a number, by what the words mean', () => {
    expect(
      claimsOf(
        { quote: 'Hidden cells were found beneath the basement of the prison.' },
        { quote: 'عُثر على زنازين سرية تحت قبو السجن.' },
      ),
    ).toBe(1);
    expect(
      claimsOf(
        { quote: 'Hidden cells were found beneath the basement of the prison.' },
        { quote: 'لم يُعثر على زنازين سرية تحت قبو السجن.' },
      ),
    ).toBe(2);
  });
});
