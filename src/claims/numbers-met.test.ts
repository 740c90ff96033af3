import { describe, expect, test } from 'vitest';
import { deriveClaims } from './index.ts';
import { report, type TrialStatement } from './trial/reports.ts';

const DAYS = ['2031-04-02', '2031-04-03', '2031-04-04', '2031-04-05'];
const OUTLETS = ['Slate Courier', 'Heron Wire', 'Lantern Post', 'Quay Times'];

/** One report for each group of statements, each by another outlet on another day; the claims as their words. */
const told = (...reports: readonly (readonly TrialStatement[])[]) =>
  deriveClaims(
    reports.map((statements, n) => report(OUTLETS[n]!, DAYS[n]!, statements)),
    [],
  );
const together = (...reports: readonly (readonly TrialStatement[])[]): boolean =>
  told(...reports).some(({ mentions }) => new Set(mentions.map(({ item }) => item)).size === reports.length);
const relations = (...reports: readonly (readonly TrialStatement[])[]): string[] => [
  ...new Set(told(...reports).flatMap((claim) => claim.relations.map(({ type }) => type))),
];

describe('a rounded number and an exact one', () => {
  const exact: TrialStatement = {
    quote: 'In all 214 prisoners were set free',
    figure: ['eq', 214, 'released'],
  };

  test.each<[string, TrialStatement]>([
    ['more than 200', { quote: 'More than 200 captives walked out', figure: ['gt', 200, 'released'] }],
    ['nearly 220', { quote: 'Nearly 220 men were let go', figure: ['lt', 220, 'released'] }],
    ['about 210', { quote: 'About 210 inmates left', figure: ['approx', 210, 'released'] }],
  ])('%s goes with 214', (_, rounded) => expect(together([exact], [rounded])).toBe(true));

  test.each<[string, TrialStatement]>([
    ['more than 150', { quote: 'More than 150 captives walked out', figure: ['gt', 150, 'released'] }],
    ['nearly 250', { quote: 'Nearly 250 men were let go', figure: ['lt', 250, 'released'] }],
    ['more than 200 dead', { quote: 'More than 200 captives had died', figure: ['gt', 200, 'died'] }],
  ])('%s does not', (_, rounded) => expect(together([exact], [rounded])).toBe(false));

  test('nor where two exact counts can be meant, unless by the same voice', () => {
    const other: TrialStatement = { quote: 'The list has 209 freed men', figure: ['eq', 209, 'released'] };
    const rounded: TrialStatement = {
      quote: 'More than 200 captives walked out',
      figure: ['gt', 200, 'released'],
    };
    expect(told([exact], [other], [rounded])).toHaveLength(3);
    const by = ['Weirside Council'];
    expect(told([{ ...exact, through: by }], [other], [{ ...rounded, through: by }])).toHaveLength(2);
  });
});

describe('few people', () => {
  test('two who died in a ward are not two who died at a wall', () =>
    expect(
      together(
        [{ quote: 'Two patients died of typhus on the ward', figure: ['eq', 2, 'died'] }],
        [{ quote: 'Two passers-by died beneath the falling wall', figure: ['eq', 2, 'died'] }],
      ),
    ).toBe(false));

  test('a word for the number is no word in common', () =>
    expect(
      together(
        [{ quote: 'Overnight, two succumbed', figure: ['eq', 2, 'died'] }],
        [{ quote: 'At the quay, two drowned', figure: ['eq', 2, 'died'] }],
      ),
    ).toBe(false));

  test('told in like words they are the same few', () =>
    expect(
      together(
        [{ quote: 'Two passers-by died beneath the falling wall', figure: ['eq', 2, 'died'] }],
        [{ quote: 'A falling wall buried two passers-by, who died', figure: ['eq', 2, 'died'] }],
      ),
    ).toBe(true));

  test('one voice says it twice', () =>
    expect(
      together(
        [{ quote: 'We lost two', through: ['Tessa Morrow'], figure: ['eq', 2, 'died'] }],
        [{ quote: 'A pair of sisters is dead', through: ['Tessa Morrow'], figure: ['eq', 2, 'died'] }],
      ),
    ).toBe(true));

  test('many need no word in common', () =>
    expect(
      together(
        [{ quote: 'Sickness killed 173', figure: ['eq', 173, 'died'] }],
        [{ quote: 'Weirside buried its dead: 173', figure: ['eq', 173, 'died'] }],
      ),
    ).toBe(true));
});

describe('a telling number', () => {
  const open: TrialStatement = { quote: 'The exact count was 1,312', figure: ['eq', 1312, 'people'] };
  const freed: TrialStatement = { quote: 'They freed 1,312 captives', figure: ['eq', 1312, 'released'] };

  test('goes with the one thing that is said of as many', () => expect(together([freed], [open])).toBe(true));

  test('goes with nothing where two things are', () => {
    const dead: TrialStatement = { quote: 'The plague took 1,312 lives', figure: ['eq', 1312, 'died'] };
    expect(told([freed], [dead], [open])).toHaveLength(3);
  });

  test('a round number tells nothing', () =>
    expect(
      together(
        [{ quote: 'They freed 1,300 captives', figure: ['eq', 1300, 'released'] }],
        [{ quote: 'Rain kept 1,300 from the fair', figure: ['eq', 1300, 'people'] }],
      ),
    ).toBe(false));

  test('entries of a register are one count in two languages', () =>
    expect(
      together(
        [{ quote: 'The ledger holds 640 names', figure: ['eq', 640, 'documents'], unit: 'document' }],
        [{ quote: 'يضم السجل 640 اسماً', figure: ['eq', 640, 'documents'], unit: 'document' }],
      ),
    ).toBe(true));

  test('one report that gives it of two things means two things', () =>
    expect(
      told([
        { quote: 'By its own sums 388 have evaporated', figure: ['eq', 388, 'people'] },
        { quote: 'The pictures show 388 different dead', figure: ['eq', 388, 'killed'] },
      ]),
    ).toHaveLength(2));
});

describe('ends and ceilings', () => {
  const range: TrialStatement = {
    quote: 'Between 6,000 and 9,000 were hanged',
    figure: ['range', 6000, 'executed'],
  };
  const upTo: TrialStatement = { quote: 'Up to 9,000 people were hanged', figure: ['le', 9000, 'executed'] };
  const ranged = () => {
    const [first, second] = [
      report('Slate Courier', DAYS[0]!, [range]),
      report('Heron Wire', DAYS[1]!, [upTo]),
    ];
    const statements = first.record.statements.map((each) => ({
      ...each,
      figure: { ...each.figure!, high: 9000 },
    }));
    return deriveClaims([{ ...first, record: { ...first.record, statements } }, second], []);
  };

  test('up to 9,000 is 6,000 to 9,000', () => expect(ranged()).toHaveLength(1));

  test('a ceiling is no count of as many, and contradicts every larger count of people there', () => {
    const ceiling: TrialStatement = {
      quote: 'The jail never held more than 60 people',
      figure: ['le', 60, 'detained'],
    };
    expect(
      together([ceiling], [{ quote: 'Some 60 men were held', figure: ['approx', 60, 'detained'] }]),
    ).toBe(false);
    for (const measure of ['released', 'missing', 'died', 'detained'])
      expect(relations([ceiling], [{ quote: 'They counted 214', figure: ['eq', 214, measure] }])).toContain(
        'contradicts',
      );
    expect(relations([ceiling], [{ quote: 'They counted 41', figure: ['eq', 41, 'released'] }])).toEqual([]);
    expect(
      relations([ceiling], [{ quote: '214 teams came', figure: ['eq', 214, 'teams'], unit: 'team' }]),
    ).toEqual([]);
  });

  test.each<[string, TrialStatement]>([
    ['bodies', { quote: 'Fewer than 60 bodies were found at the jail', figure: ['lt', 60, 'bodies-found'] }],
    ['the dead', { quote: 'No more than 60 people died there', figure: ['le', 60, 'died'] }],
    ['those left', { quote: 'Fewer than 60 are still inside', figure: ['lt', 60, 'still-inside'] }],
  ])('a number at most of %s says nothing of how many were freed', (_, few) =>
    expect(
      relations([few], [{ quote: 'In all 1,214 walked free', figure: ['eq', 1214, 'released'] }]),
    ).toEqual([]),
  );

  test('two exact counts that differ disagree, two round ones that are near do not', () => {
    const count = (value: number): TrialStatement => ({
      quote: `They counted ${value} captives below`,
      figure: ['eq', value, 'still-inside'],
    });
    expect(relations([count(214)], [count(231)])).toContain('contradicts');
    expect(relations([count(210)], [count(220)])).not.toContain('contradicts');
  });
});

describe('nobody', () => {
  const none: TrialStatement = { quote: 'Crews found no one below', figure: ['eq', 0, 'still-inside'] };

  test('two counts of none are one claim', () =>
    expect(
      together([none], [{ quote: 'Nobody was found in the cellars', figure: ['eq', 0, 'still-inside'] }]),
    ).toBe(true));

  test('none and some contradict each other', () =>
    expect(
      relations([none], [{ quote: 'There are 300 captives below', figure: ['eq', 300, 'still-inside'] }]),
    ).toContain('contradicts'));

  test('no rooms is not no people', () =>
    expect(
      together([none], [{ quote: 'They found none of the cells', figure: ['eq', 0, 'cells'], unit: 'cell' }]),
    ).toBe(false));
});
