import { createHash } from 'node:crypto';
import type { SiteBody, SiteEntry, SiteThing } from '../../model/index.ts';

/** Sixteen characters that are always the same for one word: entries of tests can be told apart by reading them. */
export const idOf = (word: string): string => {
  const digest = createHash('sha256').update(word).digest();
  return Array.from(digest.subarray(0, 16), (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte & 31]).join('');
};

export const SITE = idOf('site');

/** One thing written down about the invented site of the tests. */
export function wrote<Thing extends SiteThing>(
  word: string,
  is: Thing,
  body: SiteBody<Thing>,
  more: Partial<Pick<SiteEntry, 'upon' | 'at' | 'by' | 'struck' | 'about'>> = {},
): SiteEntry {
  return {
    id: idOf(word),
    site: SITE,
    about: is === 'place' ? SITE : idOf(`thing ${word}`),
    upon: [],
    at: '2031-04-02T08:00:00Z',
    by: 'Rima',
    is,
    body,
    ...more,
  } as SiteEntry;
}

export const thing = (word: string): string => idOf(`thing ${word}`);

const square = (x: number, y: number, size = 10): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];

/** A floor of a hundred metres with four rooms beside each other, and a shaft. */
export const GROUND: readonly SiteEntry[] = [
  wrote('place', 'place', { name: { en: 'Qalaat al-Rih', ar: 'قلعة الريح' }, elsewhere: 0.5 }),
  wrote('floor', 'floor', { name: { en: 'Below' }, level: -1, metres: 1, width: 100, height: 40 }),
  ...['A', 'B', 'C', 'D'].map((code, at) =>
    wrote(code, 'sector', {
      floor: thing('floor'),
      code: `B1-${code}`,
      kind: 'room',
      outline: square(at * 10, 0),
    }),
  ),
  wrote('shaft', 'sector', {
    floor: thing('floor'),
    code: 'B1-S',
    kind: 'shaft',
    outline: square(0, 20, 4),
  }),
];

export const searched = (word: string, sector: string, over: Partial<SiteBody<'search'>> = {}): SiteEntry =>
  wrote(word, 'search', {
    sector: thing(sector),
    team: 'Blue 1',
    method: 'dog',
    from: '2031-04-02T08:00:00Z',
    to: '2031-04-02T09:00:00Z',
    coverage: 1,
    result: 'nothing',
    ...over,
  });
