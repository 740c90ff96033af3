import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../model/index.ts';
import { type LinkRow, linkRows } from './index.ts';

const row = (key: string, list: string, fields: LinkRow['fields']): LinkRow => ({ key, list, fields });

/** Invented people on two lists in two scripts: two brothers, their cousin, a namesake, and others. */
const GIVEN = ['سامر', 'وائل', 'رامي', 'هيثم', 'نزار', 'كنان', 'ماهر', 'غسان', 'باسل', 'عصام', 'فراس', 'لؤي'];
const LATIN = [
  'Samer',
  'Wael',
  'Rami',
  'Haitham',
  'Nizar',
  'Kinan',
  'Maher',
  'Ghassan',
  'Basel',
  'Issam',
  'Firas',
  'Louay',
];
const FAMILY = ['الحموي', 'زيتون', 'كنعان', 'الأسود', 'قاسم'];
const FAMILY_LATIN = ['al-Hamwi', 'Zaytoun', 'Kanaan', 'al-Aswad', 'Qasem'];
const people = Array.from({ length: 60 }, (_, n) => ({
  given: n % 12,
  father: (n * 5 + 3) % 12,
  family: (n * 3 + Math.floor(n / 12)) % 5,
  born: 1950 + ((n * 17) % 50),
}));
const ROWS: LinkRow[] = people.flatMap(({ given, father, family, born }, n) => [
  row(`r${String(n).padStart(2, '0')}`, 'register', {
    'name.given': GIVEN[given]!,
    'name.father': GIVEN[father]!,
    'name.family': FAMILY[family]!,
    'birth.date': `${born}-0${1 + (n % 9)}-1${n % 10}`,
    'place.birth': n % 2 ? 'حلب' : 'درعا',
  }),
  ...(n % 3
    ? [
        row(`f${String(n).padStart(2, '0')}`, 'freed', {
          'name.full': `${LATIN[given]} ${LATIN[father]} ${FAMILY_LATIN[family]}`,
          'birth.date': String(born),
          place: n % 2 ? 'Aleppo' : 'Daraa',
        }),
      ]
    : []),
]);
const personOf = (key: string): string => key.slice(1);

describe('linking', () => {
  const linkage = linkRows(ROWS);

  test('finds the same people across scripts and joins nobody else', () => {
    let same = 0;
    let covered = 0;
    for (const { a, b, verdict } of linkage.pairs) {
      if (verdict === 'same') expect(personOf(a), `${a} ${b}`).toBe(personOf(b));
      if (personOf(a) === personOf(b)) covered++;
      if (verdict === 'same') same++;
    }
    expect(covered).toBeGreaterThanOrEqual(38);
    expect(same).toBeGreaterThan(25);
  });

  test('every row stands in one cluster, and every probability is one', () => {
    expect(linkage.clusters.flat().sort()).toEqual(ROWS.map(({ key }) => key).sort());
    for (const { probability } of linkage.pairs) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ROWS, { minLength: ROWS.length, maxLength: ROWS.length }),
        (shuffled) => {
          const again = linkRows(shuffled);
          expect(again.clusters).toEqual(linkage.clusters);
          expect(again.pairs).toEqual(linkage.pairs);
        },
      ),
      { numRuns: 4 },
    );
  });

  test('decisions hold', () => {
    const [first, second] = [...linkage.clusters].filter((cluster) => cluster.length === 2);
    const decided = linkRows(ROWS, {
      cannotLink: [[first![0]!, first![1]!]],
      mustLink: [[second![0]!, first![0]!]],
    });
    const clusterOf = (key: string) => decided.clusters.find((cluster) => cluster.includes(key))!;
    expect(clusterOf(first![0]!)).not.toContain(first![1]!);
    expect(clusterOf(second![0]!)).toContain(first![0]!);
    const verdicts = new Map(decided.pairs.map(({ a, b, verdict }) => [`${a} ${b}`, verdict]));
    expect(verdicts.get([first![0]!, first![1]!].sort().join(' '))).toBe('different');
  });

  test('decisions that cannot all hold are refused', () => {
    const conflict = () =>
      linkRows(ROWS, {
        mustLink: [
          ['r00', 'r01'],
          ['r01', 'r02'],
        ],
        cannotLink: [['r02', 'r00']],
      });
    expect(conflict).toThrow(SanadError);
    expect(conflict).toThrow('link.decisions-conflict');
    expect(() => linkRows(ROWS, { mustLink: [['r00', 'nobody']] })).toThrow('link.key-unknown');
    expect(() => linkRows([ROWS[0]!, ROWS[0]!])).toThrow('link.key-twice');
  });

  test('a list that promises one row a person has one in each cluster', () => {
    const twice = [...ROWS, ...ROWS.slice(0, 20).map((given) => ({ ...given, key: `x${given.key}` }))];
    const { clusters } = linkRows(twice, { uniqueLists: ['register', 'freed'] });
    const listOf = new Map(twice.map(({ key, list }) => [key, list]));
    for (const cluster of clusters) {
      const lists = cluster.map((key) => listOf.get(key));
      expect(new Set(lists).size).toBe(lists.length);
    }
  });
});

describe('names alone', () => {
  test('are at most possible, however many agree', () => {
    const bare = ROWS.map(({ key, list, fields }) => {
      const { 'birth.date': _birth, place: _place, 'place.birth': _from, ...names } = fields;
      return row(key, list, names);
    });
    expect(linkRows(bare).pairs.some(({ verdict }) => verdict === 'same')).toBe(false);
  });
});

describe('brothers and sisters', () => {
  const household = (n: number): LinkRow[] =>
    ['سامر', 'وائل', 'سميرة'].flatMap((given, child) =>
      ['register', 'inquiries'].map((list) =>
        row(`${list}${n}.${child}`, list, {
          'name.given': given,
          'name.father': GIVEN[n % 12]!,
          'name.family': FAMILY[n % 5]!,
          'name.mother': ['رنا', 'هدى', 'سمر', 'ليلى'][n % 4]!,
          'birth.date': String(1960 + n + child * 2),
          place: 'حلب',
          'arrest.date': `2013-0${1 + (n % 9)}-11`,
        }),
      ),
    );

  test('stay apart though they share father, family, mother, home and the day of arrest', () => {
    const rows = Array.from({ length: 20 }, (_, n) => household(n)).flat();
    for (const { a, b, verdict } of linkRows(rows).pairs)
      if (verdict === 'same') expect(a.replace(/^\D+/, '')).toBe(b.replace(/^\D+/, ''));
  });
});

describe('bad input', () => {
  test('nothing, and one row', () => {
    expect(linkRows([]).clusters).toEqual([]);
    expect(linkRows([row('a', 'l', { 'name.full': 'سامر زيتون' })]).clusters).toEqual([['a']]);
  });

  test('rows without a name, one-letter names, a value of a megabyte', () => {
    const odd = [
      row('a', 'l', {}),
      row('b', 'l', { 'name.full': 'س' }),
      row('c', 'l', { 'name.full': 'S' }),
      row('d', 'l', { 'name.full': 'unknown unknown', age: 'old', 'birth.date': 'never' }),
      row('e', 'l', { 'name.full': 'خالد '.repeat(200_000), place: 'x'.repeat(1_000_000) }),
      row('f', 'l', { 'name.full': '٣٣٣ --- ???', 'name.mother': '\u202e' }),
    ];
    const { clusters, figures } = linkRows([...odd, ...ROWS.slice(0, 10)]);
    for (const { key } of odd) expect(clusters).toContainEqual([key]);
    expect(figures.emptyRows).toBeGreaterThanOrEqual(3);
  });

  test('ten thousand identical rows cost no more than ten thousand others', () => {
    for (const name of ['unknown unknown', 'محمد محمد']) {
      const alike = Array.from({ length: 10_000 }, (_, n) => row(`k${n}`, 'l', { 'name.full': name }));
      const started = process.cpuUsage();
      const { pairs, figures } = linkRows(alike);
      expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
      expect(figures.candidatePairs).toBeLessThan(200_000);
      expect(pairs.some(({ verdict }) => verdict === 'same')).toBe(false);
    }
  });

  test('a list against itself: each row meets its copy', () => {
    const rows = ROWS.filter(({ list }) => list === 'register');
    const copy = rows.map(({ key, fields }) => row(`copy ${key}`, 'copy', fields));
    const { clusters } = linkRows([...rows, ...copy]);
    const whole = clusters.filter((cluster) => cluster.length === 2);
    expect(whole.length).toBeGreaterThan(50);
    for (const [first, second] of whole) expect(first).toBe(`copy ${second}`);
  });
});
