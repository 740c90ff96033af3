import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AUDIENCES,
  type Audience,
  type Fate,
  PHOTOGRAPH_USES,
  type PhotographUse,
  photographConsentSchema,
  type RecordId,
} from '../model/index.ts';
import type { KeptPhotograph, KeptRequest } from './kept.ts';
import { CALL, COMPARE, form } from './trial/form.ts';
import { ageOn, photographOnWall } from './wall.ts';

const TODAY = '2026-11-22';
const ROW = 'k3f9k3f9k3f9k3f9.1' as RecordId;
const nobody = { today: TODAY, hidden: new Set<RecordId>(), fatesOf: (): readonly Fate[] => [] };

const photograph = (screen: readonly Audience[], paper: readonly Audience[] = []): KeptPhotograph => ({
  id: 'p',
  at: TODAY,
  by: 'ريم',
  width: 3,
  height: 4,
  consent: { screen: [...screen], paper: [...paper], how: 'spoken' },
  sha256: '',
  pdq: '',
  quality: 100,
});
/** An open request whose consent lets everybody know who is sought, with one photograph for everybody. */
const asked = (changes: Partial<KeptRequest> = {}): KeptRequest => {
  const { consent: _, ...parts } = form();
  return {
    id: 'r',
    came: 'desk',
    receivedAt: TODAY,
    changedAt: TODAY,
    ...parts,
    grants: [
      COMPARE,
      CALL,
      { purpose: 'share', audience: 'partners', fields: ['sought'] },
      { purpose: 'share', audience: 'mandated', fields: ['sought'] },
      { purpose: 'publish', audience: 'public', fields: ['sought'] },
    ],
    withdrawn: false,
    state: 'open',
    photographs: [photograph(AUDIENCES, AUDIENCES)],
    links: [],
    calls: [],
    entries: [],
    ...changes,
  };
};
const stands = (request: KeptRequest, audience: Audience, use: PhotographUse = 'screen', known = nobody) =>
  photographOnWall(request, { audience, use }, known) !== undefined;
/** For whom somebody stands on the wall, on a screen. */
const forWhom = (request: KeptRequest, known = nobody): Audience[] =>
  AUDIENCES.filter((audience) => stands(request, audience, 'screen', known));
const linked = (standing: 'same' | 'likely' | 'not-this-person' = 'same'): KeptRequest =>
  asked({ links: [{ record: ROW, standing, by: ['ريم'], at: TODAY }] });

describe('who stands on the wall of the missing', () => {
  test('whom both consents name: that of the request, and that of the photograph', () => {
    expect(forWhom(asked())).toEqual([...AUDIENCES]);
    expect(forWhom(asked({ photographs: [] }))).toEqual([]);
    expect(forWhom(asked({ photographs: [photograph(['team'])] }))).toEqual(['team']);
    expect(forWhom(asked({ grants: [COMPARE, CALL] }))).toEqual(['team']);
  });
  test('nobody for whom the name may not leave, though the face may', () =>
    expect(stands(asked({ grants: [COMPARE] }), 'partners')).toBe(false));
  test('on paper whom a consent lets be printed, and nobody else', () => {
    const request = asked({ photographs: [photograph(['team', 'partners'], ['team'])] });
    expect(stands(request, 'partners', 'screen')).toBe(true);
    expect(stands(request, 'partners', 'paper')).toBe(false);
    expect(stands(request, 'team', 'paper')).toBe(true);
  });
  test('of several photographs the one that may be seen', () => {
    const photographs = [photograph(['team']), { ...photograph(['team', 'partners']), id: 'q' }];
    const found = photographOnWall(asked({ photographs }), { audience: 'partners', use: 'screen' }, nobody);
    expect(found?.id).toBe('q');
  });
  test('no minor in public, and nobody whose age is not known; elsewhere as the family allows', () => {
    const born = (birth: string | undefined) => asked({ sought: { ...form().sought, birth } });
    expect(forWhom(born('2012'))).toEqual(['team', 'partners', 'mandated']);
    expect(forWhom(born(undefined))).toEqual(['team', 'partners', 'mandated']);
  });
  test('nobody who says “I am not missing”, from that moment and until it was checked', () => {
    const frozen = { ...nobody, hidden: new Set([ROW]) };
    expect(forWhom(linked('likely'), frozen)).toEqual([]);
    expect(forWhom(linked('likely'))).toEqual([...AUDIENCES]);
    expect(forWhom(linked('not-this-person'), frozen)).toEqual([...AUDIENCES]);
  });
  test.each(['asked', 'may-tell', 'may-tell-this', 'may-not-tell'] as const)(
    'no found adult, whatever they decided: %s',
    (decision) => expect(forWhom(asked({ found: { decision, at: TODAY } }))).toEqual([]),
  );
  test.each([
    ['contacted-alive', 0],
    ['remains-confirmed', 0],
    ['reported-released', 4],
    ['reported-dead', 4],
  ] as const)('%s: shown to %i of four', (fate, count) =>
    expect(forWhom(linked(), { ...nobody, fatesOf: () => [fate] })).toHaveLength(count),
  );
  test('nobody of a request that is closed, withdrawn or erased', () => {
    expect(forWhom(asked({ state: 'closed' }))).toEqual([]);
    expect(forWhom(asked({ withdrawn: true, grants: [], photographs: [] }))).toEqual([]);
    expect(forWhom(asked({ sought: undefined }))).toEqual([]);
  });

  test('whatever is allowed, nobody is shown to whom, or as, no consent says', () => {
    const audiences = fc.subarray([...AUDIENCES]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(audiences, audiences), { maxLength: 4 }),
        fc.subarray(asked().grants.slice()),
        fc.constantFrom(...AUDIENCES),
        fc.constantFrom(...PHOTOGRAPH_USES),
        (consents, grants, audience, use) => {
          const photographs = consents.map(([screen, paper]) => photograph(screen, paper));
          const found = photographOnWall(asked({ photographs, grants }), { audience, use }, nobody);
          if (!found) return;
          expect(found.consent[use]).toContain(audience);
          expect(found.consent.screen).toContain(audience);
          expect(grants.some((grant) => grant.audience === audience && grant.fields.includes('sought'))).toBe(
            true,
          );
        },
      ),
    );
  });
});

test.each([
  [['partners'], [], false],
  [['team'], ['partners'], false],
  [['team', 'partners'], ['partners'], true],
] as const)('a consent for the screen to %j and on paper to %j can be kept: %s', (screen, paper, kept) =>
  expect(photographConsentSchema.safeParse({ screen, paper, how: 'spoken' }).success).toBe(kept),
);

test.each([
  ['1988', [37, 38]],
  ['1988-11-22', [38, 38]],
  ['1988-11-23', [37, 37]],
  ['~1988-12', [37, 37]],
  [undefined, undefined],
])('born %s one is %j years old today', (birth, age) => expect(ageOn({ birth }, TODAY)).toEqual(age));
