import { describe, expect, test } from 'vitest';
import { explainPair, linkManyRows, linkRows, parquetPieces } from '../index.ts';
import type { LinkRow } from '../link-row.ts';

/** Two rows and five columns, written by Arrow with Snappy. */
const PARQUET = [
  'UEFSMRUEFRQVGEwVBBUAEgAACiQBAAAAYQEAAABiFQAVEhUWLBUEFRAVBhUGHAAAAAkgAgAAAAQBAQMCFQQVKhUuTBUEFQASAAAV',
  'UAgAAADYs9in2YXYsQUAAABTYW1lchUAFRIVFiwVBBUQFQYVBhwAAAAJIAIAAAAEAQEDAhUEFQgVDEwVAhUAEgAABAzOCAAAFQAV',
  'EhUWLBUEFRAVBhUGHAAAAAkgAgAAAAMBAQIAFQQVKBUsTBUCFQASAAAUTBAAAABzYXlzICJubyIsIHR3aWNlFQAVEhUWLBUEFRAV',
  'BhUGHAAAAAkgAgAAAAMBAQIAFQQVIBUkTBUEFQASAAAQPAEAAAAAAAAAAgAAAAAAAAAVABUSFRYsFQQVEBUGFQYcAAAACSACAAAA',
  'BAEBAwIVBBlsNQAYBnNjaGVtYRUKABUMJQIYBGxpc3QlAEwcAAAAFQwlAhgFZ2l2ZW4lAEwcAAAAFQIlAhgFYmlydGglDExsAAAA',
  'FQwlAhgEbm90ZSUATBwAAAAVBCUCGAFuABYEGRwZXCYAHBUMGTUABhAZGARsaXN0FQIWBBZoFnAmPCYIKSwVBBUAFQIAFQAVEBUC',
  'ADwWBBkGGSYABAAAACYAHBUMGTUABhAZGAVnaXZlbhUCFgQWfhaGASbCASZ4KSwVBBUAFQIAFQAVEBUCADwWGhkGGSYABAAAACYA',
  'HBUCGTUABhAZGAViaXJ0aBUCFgQWXBZkJqYCJv4BKSwVBBUAFQIAFQAVEBUCADwpBhkmAgIAAAAmABwVDBk1AAYQGRgEbm90ZRUC',
  'FgQWfBaEASaqAybiAiksFQQVABUCABUAFRAVAgA8FiAZBhkmAgIAAAAmABwVBBk1AAYQGRgBbhUCFgQWdBZ8JqYEJuYDKSwVBBUA',
  'FQIAFQAVEBUCADwpBhkmAAQAAAAWsgQWBCYIFtoEACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZXBwAABwAABwA',
  'ABwAABwAAADFAQAAUEFSMQ==',
].join('');

test('a Parquet file comes as lines: dates to the day, quotes doubled, nothing for null', async () => {
  const text = new TextDecoder();
  let csv = '';
  for await (const piece of parquetPieces(Uint8Array.from(Buffer.from(PARQUET, 'base64'))))
    csv += text.decode(piece);
  expect(csv).toBe('list,given,birth,note,n\na,سامر,1976-03-04,"says ""no"", twice",1\nb,Samer,,,2\n');
});

test('what is no Parquet file is refused', async () => {
  await expect(parquetPieces(new Uint8Array(100)).next()).rejects.toThrow('link.parquet-unreadable');
});

const NAMES = ['Samer', 'Wael', 'Rami', 'Nizar', 'Kinan', 'Maher', 'Basel', 'Firas', 'Haitham', 'Ghassan'];
const FAMILIES = ['Zaytoun', 'Kanaan', 'Qasem', 'Haddad', 'Darwish', 'Shami', 'Najjar'];
/** Invented people, the first sixty of them on a second list too. */
const ROWS: LinkRow[] = Array.from({ length: 130 }, (_, at) => {
  const n = at % 70;
  return {
    key: `${at < 70 ? 'register' : 'released'}#${n}`,
    list: at < 70 ? 'register' : 'released',
    fields: {
      'name.given': NAMES[n % 10]!,
      'name.father': NAMES[(n * 7 + 3) % 10]!,
      'name.family': FAMILIES[n % 7]!,
      'birth.date': `${1950 + ((n * 13) % 50)}-0${1 + (n % 9)}-1${n % 8}`,
      place: ['Homs', 'Hama, old town', 'Idlib'][n % 3]!,
    },
  };
});

test('rows linked as a table end as the same persons', async () => {
  const stages: string[] = [];
  const many = await linkManyRows(ROWS, {
    onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
  });
  const few = linkRows(ROWS);
  const joined = (clusters: readonly (readonly string[])[]): string[] =>
    clusters.filter(({ length }) => length > 1).map((keys) => [...keys].sort().join(' '));
  expect(joined(many.clusters).sort()).toEqual(joined(few.clusters).sort());
  expect(many.clusters.flat()).toHaveLength(ROWS.length);
  const personOf = new Map(few.clusters.flatMap((keys, person) => keys.map((key) => [key, person])));
  expect(many.pairs.filter(({ verdict }) => verdict === 'same').length).toBeGreaterThan(40);
  for (const { a, b, verdict, probability } of many.pairs) {
    expect(verdict).toBe(personOf.get(a) === personOf.get(b) ? 'same' : 'possible');
    expect(probability).toBeGreaterThan(0.01);
  }
  expect(stages.at(-1)).toBe('cluster 7/7');
});

test('what a table taught explains a pair with the probability that the table gave it', async () => {
  const rows = ROWS.map((row, at) =>
    at % 9 === 0
      ? { ...row, fields: { ...row.fields, 'birth.date': '1971', 'seen.date': '2012-04-02' } }
      : row,
  );
  const { pairs, model, figures } = await linkManyRows(rows);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const bits = (probability: number): number => Math.log2(probability / (1 - probability));
  for (const { a, b, probability } of pairs.filter((pair) => pair.probability > 0.5)) {
    const told = explainPair(model, byKey.get(a)!, byKey.get(b)!);
    expect(bits(told.probability)).toBeCloseTo(bits(probability), 1);
    expect(told.reasons.some(({ part, commonness }) => part === 'name.given' && commonness! > 0)).toBe(true);
  }
  expect(figures).toMatchObject({ rows: rows.length, emptyRows: 0 });
  expect(figures.estimatedMatches).toBeGreaterThan(40);
});

test('rows in any order give the same clusters and pairs, keys ascending; a key twice is refused', async () => {
  const { clusters, pairs } = await linkManyRows(ROWS);
  expect(await linkManyRows(ROWS.toReversed())).toMatchObject({ clusters, pairs });
  expect(clusters.flat()).toEqual(clusters.flatMap((keys) => keys.toSorted()));
  for (const { a, b } of pairs) expect(a < b).toBe(true);
  await expect(linkManyRows([ROWS[0]!, ROWS[0]!])).rejects.toThrow('link.key-twice');
});

describe('what a table does not read', () => {
  /** The people of `ROWS`, whose lists say nothing of birth and place, but what a case's lists add. */
  const bare = (more: (at: number, n: number) => LinkRow['fields']): LinkRow[] =>
    ROWS.map((row, at) => {
      const { 'birth.date': _birth, place: _place, ...names } = row.fields;
      return { ...row, fields: { ...names, ...more(at, at % 70) } };
    });
  const number = (n: number): string => `S-${(1 + n) * 7919}`;

  test('an equal number joins, two that differ part', async () => {
    const { clusters, pairs, model } = await linkManyRows(
      bare((at, n) => ({ id: at >= 70 && n % 5 === 0 ? number(n + 1000) : number(n) })),
    );
    const together = clusters.filter(({ length }) => length === 2).map(([a]) => Number(a!.split('#')[1]));
    expect(together.length).toBeGreaterThan(40);
    expect(together.filter((n) => n % 5 === 0)).toEqual([]);
    const one = pairs.find(({ verdict }) => verdict === 'same')!;
    const rows = new Map(bare((_, n) => ({ id: number(n) })).map((row) => [row.key, row]));
    const { reasons, probability } = explainPair(model, rows.get(one.a)!, rows.get(one.b)!);
    expect(reasons.find(({ part }) => part === 'id')).toMatchObject({ outcome: 'agree' });
    expect(probability).toBeCloseTo(one.probability, 2);
  });

  test('rows that share a number meet, though they share one name alone', async () => {
    const rows = bare((_, n) => ({ id: number(n), 'death.date': `2014-0${1 + (n % 9)}-2${n % 8}` }));
    const misnamed = rows.map((row) => {
      const { 'name.father': _father, ...fields } = row.fields;
      return row.key === 'released#3' ? { ...row, fields: { ...fields, 'name.given': 'Munir' } } : row;
    });
    const { pairs } = await linkManyRows(misnamed);
    expect(pairs.some(({ a, b }) => a === 'register#3' && b === 'released#3')).toBe(true);
  });

  test('dates of death and release, places of detention and further columns speak as they do to linkRows', async () => {
    const rows = bare((at, n) => ({
      'death.date': `20${12 + (n % 3)}-0${1 + (n % 9)}-1${n % 8}`,
      'place.detention': ['Branch 215', 'Branch 227', 'Hangar 4'][n % 3]!,
      'release.date': at < 70 ? '2024-12-08' : '2024-12-09',
    })).map((row, at) => ({
      ...row,
      extra: { occupation: ['baker', 'nurse', 'driver', 'tailor'][(at % 70) % 4]! },
    }));
    const many = await linkManyRows(rows);
    const few = linkRows(rows);
    const parts = (linkage: typeof few): string[] => linkage.model.parts.map(({ part }) => part);
    expect(parts(many)).toEqual(expect.arrayContaining(parts(few)));
    const joined = ({ clusters }: typeof few): string[] =>
      clusters.filter(({ length }) => length > 1).map((keys) => keys.join(' '));
    expect(joined(many)).toEqual(joined(few));
    expect(joined(many).length).toBeGreaterThan(40);
  });
});

describe('decisions', () => {
  test('"different" is neither joined nor proposed again, and holds apart what others would join', async () => {
    const before = await linkManyRows(ROWS);
    const [a, b] = before.clusters.find(({ length }) => length === 2)! as [string, string];
    const { clusters, pairs } = await linkManyRows(ROWS, { cannotLink: [[b, a]] });
    expect(clusters.filter((keys) => keys.includes(a) && keys.includes(b))).toEqual([]);
    expect(pairs.filter((pair) => pair.a === a && pair.b === b)).toEqual([
      { a, b, probability: 0, verdict: 'different' },
    ]);
    const third = { ...ROWS.find(({ key }) => key === a)!, key: 'witness#1', list: 'witness' };
    const withThird = await linkManyRows([...ROWS, third], { cannotLink: [[a, b]] });
    for (const keys of withThird.clusters) expect(keys.includes(a) && keys.includes(b)).toBe(false);
  });

  test('"same" joins whoever they are; a list that promises one row a person keeps it', async () => {
    const strangers = ['register#1', 'register#2'] as const;
    const { clusters, pairs } = await linkManyRows(ROWS, { mustLink: [strangers] });
    expect(clusters.some((keys) => strangers.every((key) => keys.includes(key)))).toBe(true);
    expect(pairs.find(({ a, b }) => a === strangers[0] && b === strangers[1])).toMatchObject({
      probability: 1,
      verdict: 'same',
    });
    const again = { ...ROWS[75]!, key: 'released#again' };
    const promised = await linkManyRows([...ROWS, again], { uniqueLists: ['released'] });
    for (const keys of promised.clusters)
      expect(keys.filter((key) => key.startsWith('released')).length).toBeLessThan(2);
  });

  test('that cannot all hold are refused by name, and so is a row that is not there', async () => {
    const mustLink = [
      ['register#1', 'register#2'],
      ['register#2', 'register#3'],
    ] as const;
    await expect(
      linkManyRows(ROWS, { mustLink, cannotLink: [['register#1', 'register#3']] }),
    ).rejects.toThrow('link.decisions-conflict');
    await expect(linkManyRows(ROWS, { mustLink: [['register#1', 'nobody']] })).rejects.toThrow(
      'link.key-unknown',
    );
  });
});
