import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolesOf } from './column-roles.ts';
import { createCrew } from './crew.ts';
import { type CellReader, createCellReader, readable, textAt } from './read-cells.ts';
import { readTable } from './read-table.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';

const HEADER = ['list', 'given', 'family', 'birth', 'age', 'remark', 'mother'];
const MAP = {
  list: 'list',
  given: 'name.given',
  family: 'name.family',
  birth: 'birth.date',
  age: 'age',
  mother: 'name.mother',
} as const;

const readers = (): [CellReader, CellReader] => {
  const roles = rolesOf(HEADER, MAP);
  return [createCellReader(roles), createCellReader(roles, true)];
};

const read = (reader: CellReader, ...windows: readonly string[]) => {
  const rows: number[] = [];
  for (const window of windows)
    reader.read(new TextEncoder().encode(window), (more) => {
      for (const word of more) rows.push(word);
    });
  return { rows, cells: reader.cells() };
};

const given = (reader: CellReader, window: string): (string | undefined)[] => {
  const { rows, cells } = read(reader, window);
  const { start } = cells.name;
  const bytes = readable(cells.name.bytes);
  return Array.from({ length: rows.length / ROW_WORDS }, (_, row) => {
    const code = rows[row * ROW_WORDS + WORD.given]!;
    return code < 0 ? undefined : textAt(bytes, start[code]!, start[code + 1]!);
  });
};

test.each([0, 1])('cells as RFC 4180 has them (way %d)', (way) => {
  const reader = () => readers()[way]!;
  expect(
    given(reader(), 'a,Samer\nb,"Samer"\r\n\n\r\nc,"Al ""Samer"", junior",x\nd,\ne,"two\nlines"'),
  ).toEqual(['Samer', 'Samer', 'Al "Samer", junior', undefined, 'two\nlines']);
  expect(given(reader(), 'a,سامر\na,عبد الرحمن الحلبي\na,')).toEqual([
    'سامر',
    'عبد الرحمن الحلبي',
    undefined,
  ]);
  const { rows } = read(
    reader(),
    'a,,,1976,34\na,,,1976-05,~34\na,,,1976-05-30,7\na,,,~1976,340\na,,,30/05/1976,x\na,,,"1976",120\n',
  );
  const column = (word: number) => rows.filter((_, at) => at % ROW_WORDS === word);
  expect(column(WORD.birth)).toEqual([19760000, 19760500, 19760530, 19760000, 0, 19760000]);
  expect(column(WORD.birthFromAge)).toEqual([35, 35, 8, 0, 0, 121]);
});

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('', 'Samer', 'Zaytoun', 'Abdulrahman', 'سامر', 'abcdefgh', 'abcdefghi'),
  },
  {
    weight: 3,
    arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', 'ع', '"', '\r', ' ', '0'), maxLength: 40 }),
  },
  fc.constantFrom('1976', '1976-05', '1976-05-30', '1976-5-3', '~34', '34', '7', '121', '2026-0a-01'),
  fc.constantFrom('"a,b"', '"a\nb"', '"a""b"', '"open', '""', '"x"y', 'x'.repeat(5000), '"'.repeat(3)),
);
const window = fc
  .array(fc.tuple(fc.array(cell, { maxLength: 9 }), fc.constantFrom('\n', '\r\n', '\n\n')), { maxLength: 30 })
  .map((lines) => lines.map(([cells, end]) => cells.join(',') + end).join(''));

test('vector instructions and plain steps read the same rows and cells', () => {
  fc.assert(
    fc.property(
      fc.array(window, { maxLength: 4 }),
      fc.constantFrom('', 'a', 'a,b', 'a,"b'),
      (windows, last) => {
        const [quick, plain] = readers();
        expect(read(quick, ...windows, last)).toEqual(read(plain, ...windows, last));
      },
    ),
  );
});

test('so many distinct cells that room is made again and again, and more rows than are handed on at once', () => {
  const lines = Array.from(
    { length: 40_000 },
    (_, n) => `l${n % 3},n${n % 9000},Family ${n},1976-05-30,34,,m${n % 70}`,
  );
  const [quick, plain] = readers();
  const text = `${lines.join('\n')}\n`;
  const answer = read(quick, text, text);
  expect(answer).toEqual(read(plain, text, text));
  expect(answer.rows).toHaveLength(80_000 * ROW_WORDS);
  expect(answer.cells.name.start).toHaveLength(49_000 + 1);
});

test('several windows on two threads, in pieces or whole, are the table that one thread reads', async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, n) =>
      `list ${(n * 7) % 5},given${n % 800},"family\n${(n * n) % 9000}",19${10 + (n % 89)},,${'.'.repeat(n % 40)},m${n % 99}`,
  );
  const bytes = new TextEncoder().encode([HEADER.join(','), ...lines].join('\n'));
  const csv = new Uint8Array(new SharedArrayBuffer(bytes.length));
  csv.set(bytes);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 700_000) yield bytes.slice(at, at + 700_000);
  }
  const tables = [];
  for (const [threads, from] of [
    [1, csv],
    [2, csv],
    [2, pieces()],
    [3, pieces()],
  ] as const) {
    const crew = createCrew(threads);
    tables.push(await readTable(crew, { csv: from, columns: MAP }));
    await crew.close();
  }
  const [one, ...others] = tables.map(({ rows, names, lists, habits }) => ({ rows, names, lists, habits }));
  expect(one!.rows).toHaveLength(60_000 * ROW_WORDS);
  for (const other of others) expect(other).toEqual(one);
});
