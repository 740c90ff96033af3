import { expect, test } from 'vitest';
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
  const many = await linkManyRows(ROWS, ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`));
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
