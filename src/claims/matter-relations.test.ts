import { describe, expect, test } from 'vitest';
import { deriveClaims } from './index.ts';
import { report, type TrialStatement } from './trial/reports.ts';

/** How the claim told in the later report stands to that of the earlier. */
const between = (later: TrialStatement, earlier: TrialStatement): string[] => {
  const claims = deriveClaims(
    [report('Slate Courier', '2031-04-02', [earlier]), report('Heron Wire', '2031-04-04', [later])],
    [],
  );
  const of = ({ quote }: TrialStatement) =>
    claims.find(({ mentions }) => mentions.some((each) => each.quote === quote))!;
  return of(later)
    .relations.filter(({ claim }) => claim === of(earlier).id)
    .map(({ type }) => type);
};

const THERE: TrialStatement = { quote: 'Captives are locked two floors below ground' };
const NUMBER: TrialStatement = {
  quote: 'Some 40,000 captives are locked below ground',
  figure: ['approx', 40_000, 'still-inside'],
};

describe('what cannot both be so', () => {
  test.each<[string, TrialStatement]>([
    ['those below', THERE],
    ['how many are below', NUMBER],
  ])('the last prisoner left, and %s', (_, earlier) =>
    expect(between({ quote: 'The last prisoner walked out at noon' }, earlier)).toContain('contradicts'),
  );

  test('all went home, and those below', () =>
    expect(between({ quote: 'Every one of them has gone home' }, NUMBER)).toContain('contradicts'));

  test('an old burial ground, and a grave that was found', () =>
    expect(
      between(
        { quote: 'The graves are those of an old plague' },
        { quote: 'A mass grave was found behind the kilns' },
      ),
    ).toContain('contradicts'));

  test('a ruler who died and one who was granted asylum', () =>
    expect(
      between({ quote: 'Norvia granted him asylum' }, { quote: 'The president was killed on the road' }),
    ).toContain('contradicts'));

  test('not at two places', () =>
    expect(
      between(
        { quote: 'The last prisoner walked out at noon', place: 'Weirside prison' },
        { ...THERE, place: 'Holm prison' },
      ),
    ).toEqual([]));
});

describe('what is over, and what is told of a figure', () => {
  test('a search that has ended takes the place of one that goes on, never the other way', () => {
    const ended: TrialStatement = { quote: 'Crews ended their search' };
    const goesOn: TrialStatement = { quote: 'Crews are smashing through the walls with sledgehammers' };
    expect(between(ended, goesOn)).toContain('supersedes');
    expect(between(goesOn, ended)).not.toContain('supersedes');
  });

  test('who takes a figure back, or says that it was mixed up, speaks of the number most told', () => {
    expect(between({ quote: 'The office has withdrawn the figure' }, NUMBER)).toContain('supersedes');
    expect(between({ quote: 'Two figures had been confused' }, NUMBER)).toContain('denies');
    expect(between({ quote: 'The figure is impossible' }, NUMBER)).toContain('denies');
  });

  test('a number says more exactly what is said without one, or is one claim with it', () => {
    const claims = deriveClaims(
      [report('Slate Courier', '2031-04-02', [THERE]), report('Heron Wire', '2031-04-04', [NUMBER])],
      [],
    );
    const one = claims.some(({ mentions }) => new Set(mentions.map(({ record }) => record)).size === 2);
    expect(one || between(NUMBER, THERE).includes('refines')).toBe(true);
  });

  test('a count of none says of nobody that he is there', () => {
    const none: TrialStatement = {
      quote: 'Crews found no one below',
      figure: ['eq', 0, 'still-inside'],
    };
    expect(between(none, THERE)).not.toContain('refines');
    expect(between({ quote: 'All of the prisoners were freed' }, none)).not.toContain('contradicts');
    expect(between({ quote: 'The figure is impossible' }, none)).not.toContain('denies');
  });
});

test('a clause is not cut within "as many as"', () => {
  const quote = 'It said on Sunday that as many as sixty prisoners were trapped below and doors need a code';
  const claims = deriveClaims([report('Slate Courier', '2031-04-02', [{ quote }])], []);
  for (const { mentions } of claims)
    for (const mention of mentions) expect(mention.quote).not.toMatch(/as many$|^sixty/);
});
