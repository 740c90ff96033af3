import { describe, expect, test } from 'vitest';
import { deriveClaims } from './index.ts';
import { report, type TrialStatement } from './trial/reports.ts';

const COUNT: TrialStatement = {
  quote: 'Some 40,000 captives are still below',
  through: ['The governor'],
  figure: ['approx', 40_000, 'still-inside'],
};
const denial = (quote: string): TrialStatement => ({
  quote,
  through: ['Families of Weirside'],
  stance: 'denies',
});
const derived = (...statements: readonly TrialStatement[]) =>
  deriveClaims([report('Slate Courier', '2031-04-02', statements)], []);
/** The claims that hold this denial besides others. */
const answered = (quote: string, ...before: readonly TrialStatement[]): (number | undefined)[] =>
  derived(...before, denial(quote))
    .filter(({ mentions }) => mentions.length > 1 && mentions.some((each) => each.quote === quote))
    .map(({ figure }) => figure?.value);

describe('a denial without a number', () => {
  test.each([
    'The families called the figure a cruel invention',
    'They disputed the governor’s account within hours',
    'The families rejected it',
    'A group of former prisoners disagrees',
    'They deny this',
    'وصفت الرابطة هذا الرقم بأنه كذب',
    'نفت الرابطة ذلك',
  ])('stands with the count told before: %s', (quote) => expect(answered(quote, COUNT)).toEqual([40_000]));

  test('marks the count as denied', () =>
    expect(derived(COUNT, denial('The families rejected it')).find(({ figure }) => figure)?.denied).toBe(
      true,
    ));

  test.each([
    ['says something of its own', 'They denied that the gates had been locked from outside'],
    ['speaks of another thing', 'The families refused to leave the yard before dark'],
    ['speaks of its own figure', 'Please stop sharing our figure as one of prisoners'],
  ])('not where it %s', (_, quote) => expect(answered(quote, COUNT)).toEqual([]));

  test('nobody denies what they said themselves', () =>
    expect(
      derived({ ...COUNT, through: ['Families of Weirside'] }, denial('The families rejected it')),
    ).toHaveLength(2));

  const far: readonly TrialStatement[] = [
    COUNT,
    { quote: 'Rain fell on the hill all morning' },
    { quote: 'Bakers handed out bread at the gate' },
    { quote: 'A bus brought more relatives from the coast' },
  ];
  test('"the figure" reaches back to the only large count of its report', () =>
    expect(answered('The families called the figure impossible', ...far)).toEqual([40_000]));

  test('"it" does not', () => expect(answered('The families rejected it', ...far)).toEqual([]));

  test('nor does "the figure" where two counts stand before it', () =>
    expect(
      answered(
        'The families called the figure impossible',
        { quote: 'At least 700 had died', figure: ['ge', 700, 'died'] },
        ...far,
      ),
    ).toEqual([]));
});
