import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Case, createCase } from '../../ledger/index.ts';
import type { ClaimId, SiteBody, SiteEntry } from '../../model/index.ts';
import { GROUND, idOf, searched, thing, wrote } from '../trial/write-down.ts';
import { keepEntries, siteEntriesOf, smallPictureOf } from './entries.ts';
import { handedLeads, handLead } from './handed-leads.ts';
import { followPublished } from './public-statements.ts';

let folder: string;
let opened: Case;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-statement-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
});
afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true });
});

const publishedStatements = (of: Case) => followPublished(of)();

const NOW = new Date('2031-04-03T10:00:00Z');
const send = (...entries: unknown[]) =>
  keepEntries(opened, { sentAt: NOW.toISOString(), entries }, NOW).results;
const codes = (...entries: unknown[]) => send(...entries).map(({ kept, code }) => code ?? kept);

const issued = (
  word: string,
  body: Partial<SiteBody<'statement'>> = {},
  more: Partial<Pick<SiteEntry, 'upon' | 'about' | 'struck'>> = {},
): SiteEntry =>
  wrote(word, 'statement', { until: '2031-04-03T09:00:00Z', public: 'published', ...body }, more);

test('nothing is public before a person publishes it, and nothing after it is withdrawn', () => {
  send(...GROUND, searched('s', 'A'));
  const { public: _, ...draft } = { until: '2031-04-03T09:00:00Z', public: 'published' };
  send(wrote('one', 'statement', draft));
  expect(publishedStatements(opened)).toEqual([]);
  const upon = (...words: string[]) => ({ about: thing('one'), upon: words.map(idOf) });
  send(issued('two', {}, upon('one')));
  expect(publishedStatements(opened).map(({ id }) => id)).toEqual([thing('one')]);
  send(issued('three', { public: 'withdrawn' }, upon('two')));
  expect(publishedStatements(opened)).toEqual([]);
  send(issued('four', {}, upon('three')));
  expect(publishedStatements(opened)).toHaveLength(1);
  send(issued('five', {}, { ...upon('four'), struck: true }));
  expect(publishedStatements(opened)).toEqual([]);
});

test('what was searched, how, by which team, and what was not, and why; fixed when it was published', () => {
  const claim = 'k3f9x0.1.1' as ClaimId;
  send(
    ...GROUND,
    searched('s', 'A', { team: 'White Helmets 4', note: 'Rima fell' }),
    searched('t', 'A', { team: 'Nizar and his dog', result: 'signs', signs: 'false' }),
    wrote('answer', 'answer', {
      claim,
      says: { en: 'Cells behind A and B' },
      sectors: [thing('A'), thing('B')],
    }),
  );
  const body = {
    notSearched: [{ sector: thing('B'), why: 'The stairs have fallen in' }],
    teams: [{ team: 'White Helmets 4', name: 'White Helmets' }],
    issuer: { en: 'The search desk' },
  };
  expect(codes(issued('out', body))).toEqual(['kept']);
  const [sheet] = publishedStatements(opened);
  expect(sheet!.searched).toMatchObject([
    {
      code: 'B1-A',
      searches: [
        { team: 'White Helmets', method: 'dog' },
        { number: 2, signs: 'false' },
      ],
    },
  ]);
  expect(sheet!.unsearched.map(({ code, why }) => [code, why])).toEqual([
    ['B1-B', 'The stairs have fallen in'],
    ['B1-C', undefined],
    ['B1-D', undefined],
    ['B1-S', undefined],
  ]);
  expect(sheet!.claims).toEqual([
    { says: { en: 'Cells behind A and B' }, sectors: ['B1-A', 'B1-B'], searched: 1, result: 'nothing' },
  ]);
  expect(JSON.stringify(sheet)).not.toMatch(/Rima|Nizar|fell|k3f9/);
  send(searched('late', 'C', { to: '2031-04-02T08:30:00Z' }));
  expect(publishedStatements(opened)[0]!.unsearched.map(({ code }) => code)).toContain('B1-C');
});

test.each([
  ['why', { corrects: idOf('earlier'), why: 'as rima said' }],
  ['a reason', { notSearched: [{ sector: thing('B'), why: 'Only (Rima) has the key' }] }],
  ['a team', { teams: [{ team: 'Blue 1', name: 'RIMA' }] }],
  ['who answers for it', { issuer: { en: 'Rima' } }],
])('the name of somebody who wrote in the log does not go out as %s', (_, body) => {
  send(...GROUND, searched('s', 'A'));
  expect(codes(issued('out', body))).toEqual(['site.statement-names']);
  expect(publishedStatements(opened)).toEqual([]);
  expect(codes(issued('fine', { why: 'Karimah street was searched too' }))).toEqual(['kept']);
});

test('a phone’s photograph: the small picture stands beside the log, not in it', () => {
  const photograph = {
    ...wrote('photo', 'photograph', {
      search: thing('s'),
      says: 'A bricked-up door',
      sha256: 'a'.repeat(64),
      bytes: 4_000_000,
      file: 'original',
    }),
    small: Buffer.from('a small picture').toString('base64'),
  };
  send(...GROUND);
  expect(codes(photograph)).toEqual(['site.thing-unknown']);
  const { small: _, ...without } = photograph;
  expect(codes(searched('s', 'A'), without, photograph)).toEqual(['kept', 'site.photograph-missing', 'kept']);
  expect(JSON.stringify(siteEntriesOf(opened))).not.toContain(photograph.small);
  expect(Buffer.from(smallPictureOf(opened, thing('photo'))!).toString()).toBe('a small picture');
  expect(smallPictureOf(opened.as(['team']), thing('photo'))).toBeUndefined();
  expect(codes({ ...photograph, id: idOf('large'), small: 'A'.repeat(300_000) })).toEqual([
    'site.entry-unclear',
  ]);
});

const place = GROUND[0] as SiteEntry & { is: 'place' };
const rates = (set: object) => ({
  ...wrote('rates', 'place', place.body, { about: place.site, upon: [place.id] }),
  body: { ...place.body, rates: { why: 'Tried', ...set } },
});
const dog = { sweep: 100, blind: { open: 0.1, hidden: 0.2 }, alarms: 0.1 };
test.each([
  ['negative hours', 'site.ends-before-it-begins', searched('x', 'A', { to: '2031-04-01T08:00:00Z' })],
  ['detection of 100 %', 'site.rate-certain', rates({ reliability: { saw: 1 } })],
  ['a negative share', 'site.rate-outside', rates({ reliability: { saw: -0.1 } })],
  ['a sweep of nothing', 'site.rate-outside', rates({ methods: { dog: { ...dog, sweep: 0 } } })],
  ['no false alarm ever', 'site.rate-outside', rates({ methods: { dog: { ...dog, alarms: 0 } } })],
  ['no reason', 'site.entry-unclear', rates({ why: '' })],
])('%s is refused by name', (_, code, entry) => {
  send(...GROUND);
  expect(codes(entry)).toEqual([code]);
});

test('a statement from a phone whose clock is a day ahead speaks of the log as it was when it was sent', () => {
  send(...GROUND, searched('s', 'A'));
  const ahead = new Date(NOW.getTime() + 86_400_000).toISOString();
  keepEntries(opened, { sentAt: ahead, entries: [issued('out', { until: ahead })] }, NOW);
  expect(publishedStatements(opened)[0]!.until).toBe(NOW.toISOString());
});

test('what keepers hand over can be read by those who search, and says nothing of where it came from', () => {
  const lead = { id: idOf('lead'), says: 'A door behind the boiler', how: 'told', origin: 'tip-1' } as const;
  handLead(opened, lead);
  expect(handedLeads(opened)).toMatchObject([lead]);
  expect(handedLeads(opened.as(['line', 'team']))).toEqual([]);
  expect(siteEntriesOf(opened)).toEqual([]);
});
