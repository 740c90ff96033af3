import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRegister, type Linkage, type LinkRow, linkManyRows, linkRows } from './index.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/lists');
const present = existsSync(folder);

const lines = (file: string): string[][] =>
  readFileSync(resolve(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
const given = (values: Record<string, string | undefined>): LinkRow['fields'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));
const isoDay = (text = ''): string => text.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');

/** The prison register in Arabic and an organisation's database in Latin letters, of 500 of the made-up persons. */
function rowsOfTwoLists(): {
  rows: LinkRow[];
  personOf: Map<string, string>;
  householdOf: Map<string, string>;
} {
  const personOf = new Map(lines('truth.csv').map(([list, row, person]) => [`${list}#${row}`, person!]));
  const householdOf = new Map(lines('kin.csv').map(([person, household]) => [person!, household!]));
  const register = lines('register.csv').map(([name, father, family, mother, birth, place, arrest], at) => ({
    key: `register.csv#${at + 1}`,
    list: 'register.csv',
    fields: given({
      'name.given': name,
      'name.father': father,
      'name.family': family,
      'name.mother': mother,
      'birth.date': isoDay(birth),
      'place.birth': place,
      'arrest.date': isoDay(arrest),
    }),
  }));
  const ngo = lines('ngo.csv').map(
    ([name, father, grandfather, family, mother, birth, sex, place, arrest], at) => ({
      key: `ngo.csv#${at + 1}`,
      list: 'ngo.csv',
      fields: given({
        'name.given': name,
        'name.father': father,
        'name.grandfather': grandfather,
        'name.family': family,
        'name.mother': mother,
        'birth.date': birth,
        sex,
        place,
        'arrest.date': arrest,
      }),
    }),
  );
  const rows = [...register, ...ngo].filter(({ key }) => (personOf.get(key) ?? '') < 'P0001000');
  return { rows, personOf, householdOf };
}

describe.skipIf(!present)('two of the shared lists (skipped where ../shared/data is absent)', () => {
  const { rows, personOf, householdOf } = present
    ? rowsOfTwoLists()
    : { rows: [], personOf: new Map<string, string>(), householdOf: new Map<string, string>() };
  const householdOfRow = (key: string) => householdOf.get(personOf.get(key)!);

  const engines: Readonly<Record<string, () => Linkage | Promise<Linkage>>> = {
    linkRows: () => linkRows(rows),
    linkManyRows: () => linkManyRows(rows),
  };
  test.each(Object.keys(engines))(
    'are linked by %s across scripts, and brothers stay apart',
    async (engine) => {
      const { pairs } = await engines[engine]!();
      const told = new Set<string>();
      const possible = new Map<string, number>();
      let same = 0;
      for (const { a, b, verdict } of pairs) {
        told.add(`${a} ${b}`);
        if (verdict === 'possible') for (const key of [a, b]) possible.set(key, (possible.get(key) ?? 0) + 1);
        if (verdict !== 'same') continue;
        same++;
        if (personOf.get(a) !== personOf.get(b)) expect(householdOfRow(a)).not.toBe(householdOfRow(b));
      }
      const wrong = pairs.filter(
        ({ a, b, verdict }) => verdict === 'same' && personOf.get(a) !== personOf.get(b),
      );
      expect(wrong.length).toBeLessThanOrEqual(same * 0.01);
      expect(Math.max(...possible.values())).toBeLessThanOrEqual(3);

      let all = 0;
      let found = 0;
      for (const own of Map.groupBy(rows, ({ key }) => personOf.get(key)!).values())
        for (const first of own)
          for (const second of own)
            if (first.key < second.key) {
              all++;
              if (told.has(`${first.key} ${second.key}`)) found++;
            }
      expect(found / all).toBeGreaterThan(0.92);
    },
  );

  test('a name in Latin letters finds the row written in Arabic', () => {
    const register = createRegister(rows.filter(({ list }) => list === 'register.csv'));
    const both = rows.filter(
      ({ key, list, fields }) =>
        list === 'ngo.csv' &&
        fields['name.father'] !== undefined &&
        rows.some((other) => other.list === 'register.csv' && personOf.get(other.key) === personOf.get(key)),
    );
    const found = both.filter(({ key, fields }) =>
      register
        .find(`${fields['name.given']} ${fields['name.father']} ${fields['name.family']}`, 10)
        .some((hit) => personOf.get(hit.key) === personOf.get(key)),
    );
    expect(found.length / both.length).toBeGreaterThan(0.93);
  });
});
