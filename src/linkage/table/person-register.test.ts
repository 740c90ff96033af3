import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder, createPersonRegister, type PersonRegister } from '../index.ts';
import { createAgreement } from './agreement.ts';
import { createGathering } from './gathering.ts';
import { createGrowingLists } from './growing-lists.ts';
import { buildHashIndex } from './hash-index.ts';
import { createHope } from './hope.ts';
import { ROW_WORDS } from './row-layout.ts';
import { createLikeness } from './spelling-likeness.ts';
import { createTableScorer } from './table-weights.ts';
import { indexOf, LINES, person } from './trial/invented-table.ts';

const index = await indexOf();

/** Every row stands in the circle of its person, and no two circles bear one id. */
function expectPersons(register: PersonRegister): void {
  const idOf = new Map<number, number>();
  for (let row = 0; row < register.size; row++) {
    const rows = register.rowsOf(row);
    expect(new Set(rows.map((other) => register.personOf(other)))).toEqual(new Set([register.personOf(row)]));
    const first = Math.min(...rows);
    expect(idOf.get(register.personOf(row)) ?? first).toBe(first);
    idOf.set(register.personOf(row), first);
  }
}

describe('a register', () => {
  test('whatever comes in and is kept apart, each row has one person and each person one id', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.record({ insert: fc.integer({ min: 0, max: 159 }) }),
            fc.record({ a: fc.integer({ min: 0, max: 159 }), b: fc.integer({ min: 0, max: 159 }) }),
          ),
          { maxLength: 30 },
        ),
        (steps) => {
          const register = createPersonRegister(index);
          const apart: [number, number][] = [];
          for (const step of steps) {
            if ('insert' in step) {
              const [list, given, father, family, mother, birth, place] = LINES[step.insert]!.split(',');
              const names = { 'name.given': given!, 'name.father': father!, 'name.family': family! };
              const fields = { ...names, 'name.mother': mother!, 'birth.date': birth!, place: place! };
              register.insert({ list: list!, fields });
            } else if (step.a !== step.b) {
              register.keepApart(step.a, step.b);
              apart.push([step.a, step.b]);
            }
          }
          expectPersons(register);
          for (const [a, b] of apart) expect(register.personOf(a)).not.toBe(register.personOf(b));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a person of more rows than are solved together takes new rows still, and lets one go', () => {
    const register = createPersonRegister(index);
    for (let at = 0; at < 60; at++) register.insert({ list: `source${at}`, fields: person });
    expect(register.rowsOf(160)).toHaveLength(60);
    expect(register.keepApart(165, 170)).toEqual([{ row: 170, from: 160, to: 170 }]);
    register.insert({ list: 'one more', fields: person });
    expect(register.personOf(170)).not.toBe(register.personOf(165));
    expectPersons(register);
  });

  test('a place that no list has named yet tells two persons together as a known one does', () => {
    const { 'name.mother': _, ...known } = { ...person, 'birth.date': '1971' };
    const together = (place: string, other: string): boolean => {
      const register = createPersonRegister(index);
      register.insert({ list: 'a', fields: { ...known, place } });
      return register.insert({ list: 'b', fields: { ...known, place: other } }).person === 160;
    };
    expect(together('Kafr Zita', 'Kafr Zita')).toBe(together('Idlib', 'Idlib'));
    expect(together('Kafr Zita', 'Tell Rifaat')).toBe(together('Idlib', 'Homs'));
  });

  test('rows that say nothing, names of one letter, a name of a megabyte, two thousand rows alike', () => {
    const register = createPersonRegister(index);
    const names = (given: string, father = given) => ({ 'name.given': given, 'name.father': father });
    const odd = [{}, names('س'), names('x'), names('-'), names('unknown'), names('ab'.repeat(500_000), 'ا')];
    for (const fields of [...odd, ...odd])
      expect(register.insert({ list: '', fields }).person).toBe(register.size - 1);
    for (let at = 0; at < 2000; at++) register.insert({ list: 'l', fields: names('محمد', 'أحمد') });
    for (let at = 0; at < 500; at++) register.insert({ list: 'l', fields: names('unknown') });
    expect(register.size).toBe(160 + odd.length * 2 + 2500);
    expect(register.rowsOf(register.size - 1)).toHaveLength(1);
    expect(register.rowsOf(1000)).toHaveLength(1);
  });
});

describe('a finder', () => {
  const find = createFinder(index);
  test('asked for nothing, one letter, a megabyte, or too many', () => {
    expect(find('', 10)).toEqual([]);
    expect(find('  ١٩٧٦ ', 10)).toEqual([]);
    expect(find('سامر زيتون', 0)).toEqual([]);
    expect(find('سامر زيتون', Number.NaN)).toEqual([]);
    expect(find('س', 3).length).toBeLessThanOrEqual(3);
    expect(find('x '.repeat(500_000), 3).length).toBeLessThanOrEqual(3);
    expect(find('سامر زيتون', 1e9).length).toBeLessThanOrEqual(160);
  });

  test('the same question has the same answer, however many were asked between', () => {
    const asked = ['سامر زيتون 1940', 'Wael Haddad', 'حداد هيثم ماهر', 'Kinan'];
    const first = asked.map((name) => createFinder(index)(name, 5));
    expect(asked.map((name) => find(name, 5))).toEqual(first);
    expect(asked.toReversed().map((name) => find(name, 5))).toEqual(first.toReversed());
  });
});

test('no two rows weigh more than was hoped of them', () => {
  const { rows, names, places, weights } = index;
  const hope = createHope(weights, names);
  const agree = createAgreement(createLikeness(names), createLikeness(places), names);
  const scorer = createTableScorer(weights);
  for (let a = 0; a < 160 * ROW_WORDS; a += ROW_WORDS)
    for (let b = 0; b < a; b += ROW_WORDS)
      expect(hope(rows, a, b)).toBeGreaterThanOrEqual(scorer.weight(agree(rows, a, b), rows, a, b));
});

test('gathering and growing lists hold what was put under each key', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 4 })), (keysOfRow) => {
      const distinct = keysOfRow.map((keys) => [...new Set(keys)]);
      const listed = buildHashIndex(distinct.length, (row, into) => {
        into.set(distinct[row]!);
        return distinct[row]!.length;
      });
      const gathering = createGathering(listed, { met: 1 << 14, long: 1e6, passedOfList: 1e6, passed: 1e6 });
      const growing = createGrowingLists();
      for (const [row, keys] of distinct.entries()) for (const key of keys) growing.add(key, row);
      for (let key = -9; key <= 9; key++) {
        const expected = [...distinct.keys()].filter((row) => distinct[row]!.includes(key));
        const walked: number[] = [];
        growing.walk(key, (row) => walked.push(row) > 0);
        expect(walked.reverse()).toEqual(expected);
        gathering.begin();
        gathering.ask(key, 1, 1e6);
        gathering.ask(key, 2, 1e6);
        gathering.bring();
        // Keys with one mark may share a list: what is asked for is there, and nothing twice.
        const met = [...gathering.rows.subarray(0, gathering.count)];
        expect(met).toEqual(expect.arrayContaining(expected));
        expect(new Set(met).size).toBe(met.length);
        expect([...gathering.met.subarray(0, met.length)]).toEqual(met.map(() => 3));
      }
    }),
  );
});

describe('looking up in a register', () => {
  test('finds rows that were taken in since, with the persons as they are now', () => {
    const register = createPersonRegister(index);
    expect(register.find('Salwan Ghazwan Darwazeh', 5).some(({ row }) => row >= index.rowCount)).toBe(false);
    const { row } = register.insert({ list: 'new', fields: person });
    const [hit] = register.find('Salwan Ghazwan Darwazeh', 5);
    expect(hit).toMatchObject({ row, person: register.personOf(row) });
    expect(hit!.words.map(({ found }) => found)).toEqual(['salwan', 'ghazwan', 'darwaza']);
    expect(register.find('Darwazeh Salwan', 5)[0]!.row).toBe(row);
    expect(register.find('سلوان غزوان دروازة', 5).map((own) => own.row)).toContain(row);
    const again = register.insert({ list: 'newer', fields: person });
    const both = register.find('Salwan Ghazwan Darwazeh', 5).slice(0, 2);
    expect(both.map((own) => own.row).sort((a, b) => a - b)).toEqual([row, again.row]);
    for (const own of both) expect(own.person).toBe(register.personOf(row));
  });

  test('finds of the rows of its index what a finder finds', () => {
    const register = createPersonRegister(index);
    const find = createFinder(index);
    for (const asked of ['سامر حداد', 'وائل زيتون 1950', 'كنعان', 'Nizar Qasem Homs'])
      expect(register.find(asked, 10)).toEqual(find(asked, 10));
  });

  test('finds a new name that no name of the index is like, with a slip in it, and alone', () => {
    const register = createPersonRegister(index);
    register.find('Darwazeh', 5);
    const { row } = register.insert({ list: 'new', fields: { ...person, 'name.given': 'سامر' } });
    for (const asked of ['سامر Ghazwan Darwadeh', 'Darwaneh سامر', 'Darwazkeh', 'Durwaza'])
      expect(register.find(asked, 5)[0]?.row).toBe(row);
  });
});
