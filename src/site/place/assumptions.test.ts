import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratesAt, SEARCH_METHODS, type SiteEntry, type SiteState, SWUNG } from '../../model/index.ts';
import { GROUND, idOf, SITE, searched, thing, wrote } from '../trial/write-down.ts';
import { searchPicture, whereNext } from './picture.ts';
import { stateOf } from './state.ts';

const stateWith = (...more: SiteEntry[]): SiteState =>
  stateOf(
    SITE,
    [...GROUND, ...more].map((entry) => ({ entry, receivedAt: '2031-04-02T10:00:00Z', ahead: 0 })),
  )!;
const chance = (state: SiteState, sector: string): number =>
  searchPicture(state).sectors.find(({ id }) => id === thing(sector))!.now;
const lead = (word: string, how: 'saw' | 'told', more: object = {}) =>
  wrote(word, 'lead', { says: 'Under the wash house', how, points: [thing('B')], state: 'new', ...more });

describe('signs', () => {
  const plain = stateWith();
  const signs = (state?: 'confirmed' | 'false') =>
    stateWith(searched('s', 'A', { result: 'signs', ...(state && { signs: state }) }));

  test('make their sector likelier; confirmed ones more; false ones are a search that found nothing', () => {
    expect(chance(signs(), 'A')).toBeGreaterThan(chance(plain, 'A'));
    expect(chance(signs('confirmed'), 'A')).toBeGreaterThan(chance(signs(), 'A'));
    expect(chance(signs('confirmed'), 'A')).toBeLessThan(1);
    expect(chance(signs('false'), 'A')).toBeCloseTo(chance(stateWith(searched('s', 'A')), 'A'), 12);
    expect(searchPicture(signs()).elsewhere.now).toBeLessThan(searchPicture(plain).elsewhere.now);
  });

  test('open ones are counted until somebody says what they were', () => {
    const open = (state: SiteState) => searchPicture(state).sectors.reduce((sum, one) => sum + one.signs, 0);
    expect([open(signs()), open(signs('confirmed')), open(signs('false'))]).toEqual([1, 0, 0]);
  });

  test('whatever is reported, in whatever order, the whole stays 1', () => {
    const entry = fc.record({
      sector: fc.constantFrom('A', 'B', 'C', 'D', 'shaft'),
      method: fc.constantFrom(...SEARCH_METHODS),
      result: fc.constantFrom('nothing' as const, 'signs' as const),
      signs: fc.constantFrom(undefined, 'confirmed' as const, 'false' as const),
      coverage: fc.double({ min: 0, max: 1, noNaN: true }),
      minutes: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (given) => {
        const state = stateWith(
          ...given.map(({ sector, minutes, signs: state_, ...body }, at) =>
            searched(`s${at}`, sector, {
              ...body,
              ...(state_ && { signs: state_ }),
              to: new Date(Date.parse('2031-04-02T08:00:00Z') + minutes * 60_000).toISOString(),
            }),
          ),
        );
        const { sectors, elsewhere } = searchPicture(state);
        const whole = sectors.reduce((sum, { now }) => sum + now, elsewhere.now);
        expect(Math.abs(whole - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is assumed can be set', () => {
  const place = GROUND.find(({ id }) => id === idOf('place')) as SiteEntry & { is: 'place' };
  const set = (rates: object) =>
    wrote(
      'rates',
      'place',
      { ...place.body, rates: { why: 'The dogs were tried here', ...rates } },
      {
        about: SITE,
        upon: [place.id],
      },
    );

  test('where nothing is set ours count; what is set counts for all that was done before', () => {
    const { methods } = ratesAt(undefined);
    const worse = set({ methods: { dog: { ...methods.dog, blind: { open: 0.9, hidden: 0.9 } } } });
    const left = (...more: SiteEntry[]) => chance(stateWith(searched('s', 'A'), ...more), 'A');
    expect(left(worse)).toBeGreaterThan(left());
    const trusted = set({ reliability: { told: 0.9 } });
    expect(chance(stateWith(lead('x', 'told'), trusted), 'B')).toBeGreaterThan(
      chance(stateWith(lead('x', 'told')), 'B'),
    );
  });

  test('every one of them is swung, and moves the answer where it plays a part', () => {
    const state = stateWith(lead('x', 'told'), searched('s', 'C', { result: 'signs' }), searched('t', 'A'));
    const { swings } = whereNext(state, [{ id: 'Blue 1', method: 'dog', hours: 2 }]);
    expect(swings.map(({ assumption }) => assumption)).toEqual([...SWUNG]);
    for (const { assumption, low, high } of swings)
      expect(Math.abs(low.success - high.success), assumption).toBeGreaterThan(1e-4);
  });
});

test('a claim that two said of their own counts twice, and once more with nobody’s copy', () => {
  const of = (...leads: SiteEntry[]) => searchPicture(stateWith(...leads)).origins;
  const two = lead('x', 'told', { origins: ['The governorate', 'Association D'] });
  expect(of(two)).toBe(2);
  expect(of(two, lead('y', 'told', { origin: 'association d' }))).toBe(2);
  expect(of(two, lead('z', 'saw'))).toBe(3);
});
