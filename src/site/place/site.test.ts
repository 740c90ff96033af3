import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../../ledger/index.ts';
import {
  areaOf,
  type ClaimId,
  crossesItself,
  outlinesOverlap,
  type SiteEntry,
  type SiteState,
} from '../../model/index.ts';
import { GROUND, idOf, SITE, searched, thing, wrote } from '../trial/write-down.ts';
import { claimsSearched } from './claims-searched.ts';
import { keepEntries, siteEntriesOf } from './entries.ts';
import { searchPicture, whereNext } from './picture.ts';
import { conflictsIn, current, stateOf } from './state.ts';

const received = (entries: readonly SiteEntry[], ahead = 0) =>
  entries.map((entry) => ({ entry, receivedAt: '2031-04-02T10:00:00Z', ahead }));
const stateWith = (...more: SiteEntry[]): SiteState => stateOf(SITE, received([...GROUND, ...more]))!;
const view = (state: SiteState, sector: string) =>
  searchPicture(state).sectors.find(({ id }) => id === thing(sector))!;

describe('a site as people wrote it down', () => {
  test('two who change one sector are both kept; a third entry upon both settles it', () => {
    const sector = GROUND.find(({ id }) => id === idOf('A')) as SiteEntry & { is: 'sector' };
    const upon = { about: sector.about, upon: [sector.id] };
    const one = wrote('one', 'sector', { ...sector.body, code: 'B1-01' }, { ...upon, by: 'Rima' });
    const other = wrote('other', 'sector', { ...sector.body, code: 'B1-02' }, { ...upon, by: 'Nizar' });
    const disputed = stateWith(one, other);
    const versions = disputed.sectors.find(({ id }) => id === sector.about)!.versions;
    expect(versions.map(({ body }) => body.code)).toEqual(['B1-01', 'B1-02']);
    expect(conflictsIn(disputed)).toBe(1);
    const settled = wrote(
      'settled',
      'sector',
      { ...sector.body, code: 'B1-02' },
      { about: sector.about, upon: [one.id, other.id] },
    );
    const state = stateWith(one, other, settled);
    expect(conflictsIn(state)).toBe(0);
    expect(current(state.sectors.find(({ id }) => id === sector.about)!).body.code).toBe('B1-02');
  });

  test('a sector struck with searches in it no longer counts, and its searches stay', () => {
    const sector = GROUND.find(({ id }) => id === idOf('A')) as SiteEntry & { is: 'sector' };
    const struck = wrote('gone', 'sector', sector.body, {
      about: sector.about,
      upon: [sector.id],
      struck: true,
    });
    const state = stateWith(searched('s', 'A'), struck);
    expect(state.searches).toHaveLength(1);
    expect(searchPicture(state).sectors.map(({ id }) => id)).not.toContain(thing('A'));
  });

  test('a phone whose clock is an hour ahead: the log says when it truly was, and that the clock was off', () => {
    const state = stateOf(SITE, received([...GROUND, searched('s', 'A')], 3_600))!;
    const [version] = state.searches[0]!.versions;
    expect(version).toMatchObject({ at: '2031-04-02T07:00:00.000Z', ahead: 3_600 });
  });
});

describe('what is thought of it', () => {
  test('a site without a sector is all elsewhere, and a plan of it says so', () => {
    const empty = stateOf(SITE, received(GROUND.slice(0, 1)))!;
    expect(searchPicture(empty).elsewhere.now).toBe(1);
    const { verdict, actions } = whereNext(empty, [{ id: 'Blue 1', method: 'dog', hours: 2 }]);
    expect({ verdict, actions }).toEqual({ verdict: 'not-warranted', actions: [] });
  });

  test('rooms of one size are alike, elsewhere keeps its half, and the whole is 1', () => {
    const { sectors, elsewhere } = searchPicture(stateWith());
    expect(elsewhere.now).toBeCloseTo(0.5, 12);
    expect(view(stateWith(), 'A').now).toBeCloseTo(view(stateWith(), 'D').now, 12);
    const total = sectors.reduce((sum, { now }) => sum + now, elsewhere.now);
    expect(Math.abs(total - 1)).toBeLessThan(1e-12);
  });

  test('"searched, nothing found" lowers its sector and raises elsewhere; finding something does not', () => {
    const state = stateWith(searched('s', 'A'));
    expect(view(state, 'A').now).toBeLessThan(view(stateWith(), 'A').now);
    expect(searchPicture(state).elsewhere.now).toBeGreaterThan(0.5);
    const found = stateWith(searched('s', 'A', { result: 'found' }));
    expect(view(found, 'A').now).toBeCloseTo(view(stateWith(), 'A').now, 12);
  });

  test('the same method again says less than another one', () => {
    const again = stateWith(searched('s', 'A'), searched('t', 'A', { team: 'Blue 2' }));
    const other = stateWith(searched('s', 'A'), searched('t', 'A', { method: 'walk-through' }));
    expect(view(other, 'A').detection).toBeGreaterThan(view(again, 'A').detection);
  });

  test('three who repeat one story are one lead', () => {
    const lead = (word: string, origin?: string) =>
      wrote(word, 'lead', {
        says: 'Under the wash house',
        how: 'told',
        points: [thing('B')],
        state: 'new',
        ...(origin && { origin }),
      });
    const copies = stateWith(lead('x', 'the baker'), lead('y', 'The baker'), lead('z', 'the baker '));
    const apart = stateWith(lead('x'), lead('y'), lead('z'));
    expect(searchPicture(copies).origins).toBe(1);
    expect(view(copies, 'B').now).toBeCloseTo(view(stateWith(lead('x')), 'B').now, 12);
    expect(view(apart, 'B').now).toBeGreaterThan(view(copies, 'B').now);
  });

  test('a claim that a lead speaks of is answered by the log: which sectors, how many searched, with what', () => {
    const claim = 'k3f9x0.1.1' as ClaimId;
    const state = stateWith(
      wrote('lead', 'lead', {
        says: 'Cells behind C and D',
        how: 'read',
        points: [thing('C'), thing('D')],
        claim,
        state: 'new',
      }),
      searched('s', 'C'),
    );
    expect(claimsSearched(state)).toEqual([{ claim, sectors: ['B1-C', 'B1-D'], searched: 1, nothing: true }]);
  });

  test('what a person linked to a claim answers it, whatever leads point to; signs that proved false are nothing found', () => {
    const claim = 'k3f9x0.1.1' as ClaimId;
    const state = stateWith(
      wrote('lead', 'lead', { says: 'Everywhere', how: 'read', points: 'inside', claim, state: 'new' }),
      wrote('answer', 'answer', { claim, says: { en: 'Cells behind A' }, sectors: [thing('A'), thing('B')] }),
      searched('s', 'A', { result: 'signs', signs: 'false' }),
      searched('t', 'C', { result: 'found' }),
    );
    expect(claimsSearched(state)).toEqual([{ claim, sectors: ['B1-A', 'B1-B'], searched: 1, nothing: true }]);
  });

  test('the next hours go where the lead points; radar is not sent where it is blind', () => {
    const state = stateWith(
      wrote('lead', 'lead', { says: 'A door in C', how: 'saw', points: [thing('C')], state: 'new' }),
    );
    const next = whereNext(state, [{ id: 'Blue 1', method: 'dog', hours: 2 }]);
    expect(next.actions[0]!.sector).toBe(thing('C'));
    expect(next.verdict).toBe('go-on');
    expect(next.elsewhereAfter).toBeGreaterThan(searchPicture(state).elsewhere.now);
  });

  test('when everything was searched for long, it says that going on is not warranted', () => {
    const methods = ['dog', 'walk-through', 'breaking', 'endoscope', 'acoustic', 'ground-radar'] as const;
    const long = ['A', 'B', 'C', 'D', 'shaft'].flatMap((sector) =>
      methods.map((method) =>
        searched(`${sector} ${method}`, sector, { method, to: '2031-04-20T09:00:00Z' }),
      ),
    );
    const { verdict, findable } = whereNext(stateWith(...long), [{ id: 'Blue 1', method: 'dog', hours: 8 }]);
    expect(findable).toBeLessThan(0.01);
    expect(verdict).toBe('not-warranted');
  });
});

describe('outlines', () => {
  test('a bow tie crosses itself; neighbours that touch do not overlap; one inside the other does', () => {
    expect(
      crossesItself([
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ]),
    ).toBe(true);
    const room = (x: number, size: number): [number, number][] => [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
    ];
    expect(areaOf(room(0, 4))).toBe(16);
    expect(crossesItself(room(0, 4))).toBe(false);
    expect(outlinesOverlap(room(0, 4), room(4, 4))).toBe(false);
    expect(outlinesOverlap(room(0, 4), room(3, 4))).toBe(true);
    expect(
      outlinesOverlap(room(0, 10), [
        [2, 2],
        [3, 2],
        [3, 3],
      ]),
    ).toBe(true);
  });
});

describe('kept in a case', () => {
  let folder: string;
  let opened: Case;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-site-'));
    opened = await createCase(join(folder, 'case'), { unsealed: true });
  });
  afterAll(() => {
    opened.close();
    rmSync(folder, { recursive: true });
  });
  const now = new Date('2031-04-02T10:00:00Z');
  const send = (...entries: unknown[]) =>
    keepEntries(opened, { sentAt: '2031-04-02T10:00:00Z', entries }, now).results;

  test('what is sent twice is kept once, and one that cannot be kept keeps no other out', () => {
    const bad = { ...searched('bad', 'A'), body: { nonsense: true } };
    const results = send(...GROUND, bad, searched('ok', 'A'));
    expect(results.filter(({ kept }) => kept === 'kept')).toHaveLength(GROUND.length + 1);
    expect(results.find(({ kept }) => kept === 'refused')).toMatchObject({ code: 'site.entry-unclear' });
    expect(send(...GROUND).every(({ kept }) => kept === 'known')).toBe(true);
    expect(siteEntriesOf(opened)).toHaveLength(GROUND.length + 1);
  });

  test.each([
    [
      'site.upon-unknown',
      wrote('u', 'place', { name: { en: 'x' }, elsewhere: 0.4 }, { upon: [idOf('nowhere')] }),
    ],
    ['site.upon-missing', wrote('place again', 'place', { name: { en: 'x' }, elsewhere: 0.4 })],
    ['site.thing-unknown', searched('lost', 'no such room')],
    ['site.ends-before-it-begins', searched('backwards', 'A', { to: '2031-04-01T09:00:00Z' })],
    ['site.entry-unclear', searched('too much', 'A', { coverage: 1.2 })],
    ['site.entry-unclear', null],
  ])('%s', (code, entry) => {
    expect(send(entry)[0]).toMatchObject({ kept: 'refused', code });
  });

  test('a phone that comes back with a change upon what another changed meanwhile is told of the conflict', () => {
    const sector = GROUND.find(({ id }) => id === idOf('B')) as SiteEntry & { is: 'sector' };
    const upon = { about: sector.about, upon: [sector.id] };
    const first = wrote('office', 'sector', { ...sector.body, code: 'B1-20' }, upon);
    const late = wrote('phone', 'sector', { ...sector.body, code: 'B1-21' }, upon);
    expect(send(first)[0]).toMatchObject({ kept: 'kept', conflict: false });
    expect(send(late)[0]).toMatchObject({ kept: 'kept', conflict: true });
    expect(conflictsIn(stateOf(SITE, siteEntriesOf(opened))!)).toBe(1);
  });

  test('whoever does not hold the class of sites sees none of it', () => {
    expect(siteEntriesOf(opened.as(['team']))).toEqual([]);
  });
});
