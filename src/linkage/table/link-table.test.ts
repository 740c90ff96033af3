import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnMap, LinkedTable, TableOptions } from '../index.ts';
import { buildIndex, createFinder, createPersonRegister, linkTable, openIndex, saveIndex } from '../index.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';
import { COLUMNS, HEADER } from './trial/invented-table.ts';

/** Invented people on two lists in two scripts. */
const GIVEN = [
  ['سامر', 'Samer'],
  ['وائل', 'Wael'],
  ['رامي', 'Rami'],
  ['هيثم', 'Haitham'],
  ['نزار', 'Nizar'],
  ['كنان', 'Kinan'],
  ['ماهر', 'Maher'],
  ['غسان', 'Ghassan'],
  ['باسل', 'Basel'],
  ['فراس', 'Firas'],
] as const;
const FAMILY = [
  ['زيتون', 'Zaytoun'],
  ['كنعان', 'Kanaan'],
  ['قاسم', 'Qasem'],
  ['حداد', 'Haddad'],
] as const;
const lineOf = (n: number, script: 0 | 1): string => {
  const mother = GIVEN[((n >> 3) * 7 + n + 1) % 10]![script];
  const names = [
    GIVEN[n % 10]![script],
    GIVEN[((n >> 1) * 3 + 2) % 10]![script],
    FAMILY[(n >> 2) % 4]![script],
  ];
  const born = `${1940 + ((n * 29) % 61)}-0${1 + (n % 7)}-1${n % 10}`;
  return [script ? 'freed' : 'register', ...names, mother, born, ['Homs', 'Hama', 'Idlib'][n % 3]].join(',');
};
const LINES = Array.from({ length: 80 }, (_, n) => lineOf(n, 0)).concat(
  Array.from({ length: 50 }, (_, n) => lineOf(n, 1)),
);

const shared = (text: string): Uint8Array<SharedArrayBuffer> => {
  const bytes = new TextEncoder().encode(text);
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
};
const link = (lines: readonly string[], options: TableOptions = {}): Promise<LinkedTable> =>
  linkTable({ csv: shared([HEADER, ...lines, ''].join('\n')), columns: COLUMNS }, { threads: 1, ...options });
/** The clusters of two rows and more, as the lines that stand in them. */
const clustersOf = ({ person }: LinkedTable, lines: readonly string[]): string[] =>
  [...Map.groupBy(lines.keys(), (row) => person[row]!).values()]
    .filter((rows) => rows.length > 1)
    .map((rows) =>
      rows
        .map((row) => lines[row]!)
        .sort()
        .join(' | '),
    )
    .sort();

describe('a table', () => {
  test('is linked across scripts, and nobody else is joined', async () => {
    const { person } = await link(LINES);
    let together = 0;
    person.forEach((first, row) => {
      if (first === row) return;
      expect(row - 80).toBe(first);
      together++;
    });
    expect(together).toBeGreaterThan(30);
  });

  test('gives the same clusters in whatever order its rows come, on any number of threads', async () => {
    const expected = clustersOf(await link(LINES), LINES);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(LINES, { minLength: LINES.length }),
        fc.integer({ min: 1, max: 2 }),
        async (lines, threads) => {
          expect(clustersOf(await link(lines, { threads }), lines)).toEqual(expected);
        },
      ),
      { numRuns: 2 },
    );
  });

  test('draws its samples by what rows hold, whichever list was met first', async () => {
    const contents = async (lines: readonly string[]): Promise<number[]> => {
      const { table } = await link(lines);
      return [...lines.keys()].map((row) => table.rows[row * ROW_WORDS + WORD.content]!).sort();
    };
    expect(await contents(LINES.toReversed())).toEqual(await contents(LINES));
  });

  test('decisions hold', async () => {
    const { person } = await link(LINES, {
      decisions: { mustLink: [[0, 5]], cannotLink: [[0, 80]], uniqueLists: new Uint8Array(2) },
    });
    expect(person[5]).toBe(person[0]);
    expect(person[80]).not.toBe(person[0]);
  });

  test('decisions that cannot all hold, or are about rows that are not there, are refused', async () => {
    const uniqueLists = new Uint8Array(2);
    const chain = {
      mustLink: [
        [0, 5],
        [5, 9],
      ],
      cannotLink: [[9, 0]],
      uniqueLists,
    } as const;
    await expect(link(LINES, { decisions: chain })).rejects.toThrow('link.decisions-conflict');
    const beyond = { mustLink: [], cannotLink: [[0, LINES.length]], uniqueLists } as const;
    await expect(link(LINES, { decisions: beyond })).rejects.toThrow('link.key-unknown');
  });

  test('that comes in pieces, cut anywhere, is the same table', async () => {
    const whole = new TextEncoder().encode(
      [HEADER, ...LINES.slice(0, 70), '', ...LINES.slice(70), ''].join('\n'),
    );
    async function* pieces() {
      for (let at = 0; at < whole.length; at += 333) yield whole.slice(at, at + 333);
    }
    const linked = await linkTable({ csv: pieces(), columns: COLUMNS }, { threads: 2 });
    expect(clustersOf(linked, LINES)).toEqual(clustersOf(await link(LINES), LINES));
  });

  test('quotes, blank lines, line ends of other systems and a mark at the beginning change nothing', async () => {
    const odd = LINES.map((line, at) =>
      at % 3
        ? line
        : line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
    );
    const bytes = shared(
      `\uFEFF${HEADER}\r\n${odd.slice(0, 70).join('\r\n')}\r\n\r\n${odd.slice(70).join('\r\n')}`,
    );
    const again = await linkTable({ csv: bytes, columns: COLUMNS }, { threads: 2 });
    expect(again.table.rowCount).toBe(LINES.length);
    expect(clustersOf(again, LINES)).toEqual(clustersOf(await link(LINES), LINES));
  });
});

describe('bad input', () => {
  test('a property that two columns give is refused', async () => {
    const columns: ColumnMap = { ...COLUMNS, father: 'name.given' };
    await expect(linkTable({ csv: shared(`${HEADER}\n`), columns }, { threads: 1 })).rejects.toThrow(
      'link.column-twice',
    );
  });

  test('no rows, one row, rows of nothing, a value of a megabyte', async () => {
    expect((await link([])).person).toHaveLength(0);
    expect((await link([LINES[0]!])).person).toEqual(Int32Array.of(0));
    const odd = ['a,,,,,,', 'a,س,,,,,', 'a,unknown,unknown,,,never,', `a,${'x'.repeat(1_000_000)},,,,,`];
    expect([...(await link(odd)).person]).toEqual([0, 1, 2, 3]);
  });

  test('ten thousand rows alike meet a few neighbours each', async () => {
    const { figures, person } = await link(Array(10_000).fill('l,محمد,أحمد,محمد,,,'));
    expect(figures.pairs).toBeLessThan(400_000);
    expect(figures.limitedRows).toBeGreaterThan(9000);
    expect(new Set(person).size).toBe(10_000);
  });
});

describe('an index', () => {
  test('is the same after it was saved and opened; what is no index is refused', async () => {
    const index = buildIndex(await link(LINES));
    const bytes = shared('');
    expect(() => openIndex(bytes)).toThrow('link.index-damaged');
    const pieces = [...saveIndex(index)];
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    pieces.reduce((at, piece) => {
      whole.set(piece, at);
      return at + piece.length;
    }, 0);
    const find = createFinder(openIndex(whole));
    expect(find('Samer Rami Zaytoun', 5)).toEqual(createFinder(index)('Samer Rami Zaytoun', 5));
    expect(() => openIndex(whole.subarray(0, 500))).toThrow('link.index-damaged');
  });

  test('finds a name in the other script, turned round, with a year', async () => {
    const find = createFinder(buildIndex(await link(LINES)));
    const [given, father, family] = LINES[3]!.split(',').slice(1);
    const asked = {
      name: `${FAMILY.find(([arabic]) => arabic === family)![1]} ${GIVEN.find(([arabic]) => arabic === father)![1]} ${GIVEN.find(([arabic]) => arabic === given)![1]}`,
      birthYear: 1940 + (87 % 61),
    };
    expect(find(asked, 3).map(({ row }) => row)).toContain(3);
    expect(find('', 3)).toEqual([]);
  });

  test('takes in a row with its person, and what was called different stays apart', async () => {
    const register = createPersonRegister(buildIndex(await link(LINES.slice(0, 80))));
    const [list, given, father, family, mother, birth, place] = lineOf(7, 1).split(',');
    const fields = {
      'name.given': given!,
      'name.father': father!,
      'name.family': family!,
      'name.mother': mother!,
      'birth.date': birth!,
      place: place!,
    };
    const placed = register.insert({ list: list!, fields });
    expect(placed.row).toBe(80);
    expect(register.rowsOf(80).sort()).toEqual([7, 80]);
    expect(register.personOf(80)).toBe(7);
    expect(register.keepApart(7, 80)).toEqual([{ row: 80, from: 7, to: 80 }]);
    expect(register.rowsOf(7)).toEqual([7]);
    expect(register.insert({ list: list!, fields }).person).not.toBe(undefined);
    expect(register.personOf(7)).not.toBe(register.personOf(80));
  });
});
