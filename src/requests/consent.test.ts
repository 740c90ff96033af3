import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AUDIENCES,
  CONSENT_FIELDS,
  CONSENT_PURPOSES,
  type Grant,
  type RecordId,
  type RequestLink,
} from '../model/index.ts';
import { fieldsFor, isMinor, mayLeave, narrowed } from './consent.ts';
import { CALL, COMPARE, form } from './trial/form.ts';

const TODAY = '2026-11-22';
const RECORD = 'k3f9k3f9k3f9k3f9.1' as RecordId;
const NOW = { today: TODAY, hidden: new Set([RECORD]) };
const grant: fc.Arbitrary<Grant> = fc.record({
  purpose: fc.constantFrom(...CONSENT_PURPOSES),
  audience: fc.constantFrom(...AUDIENCES),
  fields: fc.uniqueArray(fc.constantFrom(...CONSENT_FIELDS), { minLength: 1 }),
});
const grants = fc.array(grant, { maxLength: 6 });
const request = (given: readonly Grant[], changes = {}) => ({
  id: 'r',
  ...form(changes),
  grants: given,
  withdrawn: false,
  links: [],
});

describe('a consent', () => {
  test('made narrower with the code never gives what it did not give before', () => {
    fc.assert(
      fc.property(grants, grants, (before, asked) => {
        const after = narrowed(before, asked);
        for (const purpose of CONSENT_PURPOSES)
          for (const audience of AUDIENCES)
            for (const field of fieldsFor(after, { purpose, audience })) {
              expect(fieldsFor(before, { purpose, audience })).toContain(field);
              expect(fieldsFor(asked, { purpose, audience })).toContain(field);
            }
      }),
    );
  });

  test('lets out the groups of fields that it names for this purpose and audience, and no other', () => {
    fc.assert(
      fc.property(
        grants,
        fc.constantFrom(...CONSENT_PURPOSES),
        fc.constantFrom('partners', 'mandated'),
        (given, purpose, audience) => {
          const left = mayLeave(request(given), { purpose, audience: audience as 'partners' }, NOW);
          const { id: _, ...fields } = left ?? { id: '' };
          const named = fieldsFor(given, { purpose, audience: audience as 'partners' });
          expect(Object.keys(fields).every((field) => named.has(field as 'sought'))).toBe(true);
        },
      ),
    );
  });
});

describe('what is public', () => {
  const all: Grant = { purpose: 'publish', audience: 'public', fields: [...CONSENT_FIELDS] };
  const to = { purpose: 'publish', audience: 'public' } as const;
  test('has neither the family’s name nor its number, whatever was agreed to', () =>
    expect(Object.keys(mayLeave(request([COMPARE, CALL, all]), to, NOW)!)).toEqual(['id', 'sought']));
  test('is nobody who may be under age, nor anybody whose age is not known', () => {
    const born = (birth: string | undefined) => request([all], { sought: { ...form().sought, birth } });
    expect(mayLeave(born('2009'), to, NOW)).toBeUndefined();
    expect(mayLeave(born(undefined), to, NOW)).toBeUndefined();
    expect(mayLeave(born('2007'), to, NOW)).toBeDefined();
  });
  test('is nothing once the family has withdrawn', () =>
    expect(mayLeave({ ...request([all]), withdrawn: true }, to, NOW)).toBeUndefined());
  test('is nothing of somebody whose file is hidden, until it is shown again', () => {
    const link: RequestLink = { record: RECORD, standing: 'likely', by: ['هدى'], at: TODAY };
    const asked = { ...request([all]), links: [link] };
    expect(mayLeave(asked, to, NOW)).toBeUndefined();
    expect(mayLeave(asked, to, { ...NOW, hidden: new Set() })).toBeDefined();
    const other: typeof asked = { ...asked, links: [{ ...link, standing: 'not-this-person' }] };
    expect(mayLeave(other, to, NOW)).toBeDefined();
  });
  test.each([
    ['asked', 'nothing'],
    ['may-not-tell', 'nothing'],
    ['may-tell-this', 'nothing'],
    ['may-tell', 'something'],
  ] as const)('is %s of a found adult: %s', (decision, what) => {
    const left = mayLeave({ ...request([all]), found: { decision, at: TODAY } }, to, NOW);
    expect(left === undefined).toBe(what === 'nothing');
  });
});

test.each([
  ['2008-11-22', false],
  ['2008-11-23', true],
  ['2008', true],
  ['~2009', true],
  ['1990', false],
  [undefined, false],
])('born %s is under age today: %s', (birth, minor) =>
  expect(isMinor({ names: { given: 'سامر' }, birth }, TODAY)).toBe(minor),
);
