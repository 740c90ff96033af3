import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../../ledger/index.ts';
import { type FoundBody, foundBodySchema } from '../../model/index.ts';
import {
  actOnRemains,
  compareRemains,
  enterRemains,
  isPossible,
  type Missing,
  readRemains,
} from '../index.ts';
import { form } from '../trial/form.ts';

const body = (changes: Partial<FoundBody> = {}): FoundBody => ({
  code: 'ق-12',
  state: 'whole',
  sex: 'male',
  age: [25, 40],
  height: [168, 175],
  found: '2024-12-09',
  marks: [],
  teeth: [],
  belongings: [],
  photographs: [],
  ...changes,
});
const missing = (changes: Partial<Missing> = {}): Missing => ({
  request: 'r1',
  name: 'سامر نعيم الزعرور',
  sought: form().sought,
  ...changes,
});
const outcome = (one: Missing, other: FoundBody, field: string) =>
  compareRemains(one, other).fields.find((each) => each.field === field)!.outcome;

describe('what cannot be is shut out, with the field that says so', () => {
  test.each<[string, Missing, FoundBody]>([
    ['sex', missing(), body({ sex: 'female' })],
    ['dates', missing({ sought: { ...form().sought, lastSeen: '2024-12-20' } }), body()],
    ['age', missing(), body({ age: [60, 75] })],
    ['age', missing({ sought: { ...form().sought, birth: '2012' } }), body()],
    ['height', missing({ description: { height: 188 } }), body()],
    [
      'marks',
      missing({ description: { marks: [{ kind: 'amputation', part: 'left-hand' }] } }),
      body({ marks: [{ kind: 'amputation', part: 'left-hand', absent: true }] }),
    ],
    [
      'teeth',
      missing({ description: { teeth: [{ tooth: 36, state: 'missing' }] } }),
      body({ teeth: [{ tooth: 36, state: 'sound' }] }),
    ],
  ])('%s', (field, one, other) => {
    expect(outcome(one, other, field)).toBe('impossible');
    expect(isPossible(compareRemains(one, other))).toBe(false);
  });

  test('what is only unlikely shuts nobody out', () => {
    for (const [one, other] of [
      [missing({ sought: { ...form().sought, birth: '1981' } }), body()],
      [missing({ description: { height: 180 } }), body()],
      [missing({ description: { belongings: ['خاتم فضة'] } }), body({ belongings: ['ساعة'] })],
      // a tooth can be lost after the family last saw him; a tattoo burns
      [
        missing({ description: { teeth: [{ tooth: 36, state: 'sound' }] } }),
        body({ teeth: [{ tooth: 36, state: 'missing' }] }),
      ],
      [
        missing({ description: { marks: [{ kind: 'tattoo', part: 'chest' }] } }),
        body({ state: 'burned', marks: [{ kind: 'tattoo', part: 'chest', absent: true }] }),
      ],
    ] as const)
      expect(isPossible(compareRemains(one, other))).toBe(true);
  });

  test('where nothing is known of either, nothing is shut out and nothing counts', () =>
    expect(
      compareRemains(
        missing({ sought: { names: { given: 'سامر' } } }),
        body({ sex: undefined, age: undefined, height: undefined, found: undefined }),
      ),
    ).toMatchObject({
      points: 0,
      fields: expect.not.arrayContaining([expect.objectContaining({ outcome: 'impossible' })]),
    }));
});

test('marks and teeth bring the right one to the top, a shared tattoo before clothes', () => {
  const found = body({
    marks: [{ kind: 'tattoo', part: 'right-arm', words: 'حرفان م و س' }],
    teeth: [{ tooth: 21, state: 'crowned' }],
    belongings: ['قميص أزرق', 'خاتم'],
  });
  const tattooed = missing({
    request: 'a',
    description: { marks: [{ kind: 'tattoo', part: 'right-arm', words: 'حرفان' }] },
  });
  const dressed = missing({ request: 'b', description: { belongings: ['قميص ازرق'] } });
  const crowned = missing({ request: 'c', description: { teeth: [{ tooth: 21, state: 'crowned' }] } });
  const order = [dressed, crowned, tattooed, missing({ request: 'd' })]
    .map((one) => compareRemains(one, found))
    .sort((a, b) => b.points - a.points)
    .map(({ request }) => request);
  expect(order).toEqual(['a', 'c', 'b', 'd']);
});

test('a wider estimate never shuts out whom a narrower one let through', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 110 }),
      fc.nat(10),
      fc.nat(10),
      fc.integer({ min: 1920, max: 2020 }),
      (low, wide, more, year) => {
        const one = missing({ sought: { ...form().sought, birth: String(year), lastSeen: undefined } });
        const narrow = isPossible(compareRemains(one, body({ age: [low, low + wide] })));
        const wider = isPossible(
          compareRemains(one, body({ age: [Math.max(0, low - more), low + wide + more] })),
        );
        expect(!narrow || wider).toBe(true);
      },
    ),
  ));

describe('the register', () => {
  const root = mkdtempSync(join(tmpdir(), 'sanad-remains-'));
  let opened: Case;
  beforeAll(async () => {
    opened = await createCase(join(root, 'case'), { unsealed: true });
  });
  afterAll(() => {
    opened.close();
    rmSync(root, { recursive: true, force: true });
  });
  const requests = new Set(['r1']);
  const state = (id: string, to: string, by: string, request?: string) =>
    actOnRemains(
      opened,
      id,
      {
        is: 'state',
        state: to as 'confirmed',
        reason: 'مقارنة',
        upon: readRemains(opened).get(id)!.upon,
        request,
      },
      by,
      requests,
    );

  test('preliminary names a request; confirmed by one waits for another', () => {
    const id = enterRemains(opened, body(), 'ليلى', randomBytes);
    expect(() => state(id, 'confirmed', 'ليلى')).toThrow('remains.state-impossible');
    expect(() => state(id, 'preliminary', 'ليلى', 'nobody')).toThrow('remains.state-impossible');
    expect(state(id, 'preliminary', 'ليلى', 'r1')).toMatchObject({ state: 'preliminary', request: 'r1' });
    expect(state(id, 'confirmed', 'ليلى')).toMatchObject({ state: 'preliminary', waits: 'second-person' });
    expect(() => state(id, 'confirmed', 'ليلى ')).toThrow('tracing.same-person');
    expect(state(id, 'confirmed', 'نزار').state).toBe('confirmed');
    expect(state(id, 'released', 'ليلى').state).toBe('released');
  });

  test('two bodies never share a code', () => {
    enterRemains(opened, body({ code: 'M-07' }), 'ليلى', randomBytes);
    expect(() => enterRemains(opened, body({ code: 'm-07' }), 'نزار', randomBytes)).toThrow(
      'remains.code-taken',
    );
  });

  test('whose a body may be is read by those alone who may read requests', () => {
    const id = enterRemains(opened, body({ code: 'M-08' }), 'ليلى', randomBytes);
    state(id, 'preliminary', 'ليلى', 'r1');
    const team = opened.as(['team']);
    expect(readRemains(team).get(id)).not.toHaveProperty('request');
    expect(() =>
      actOnRemains(team, id, { is: 'state', state: 'unidentified', reason: '-', upon: 2 }, 'نزار', requests),
    ).toThrow('case.class-closed');
  });

  test('what is not a body is refused by the schema: a tooth that is none, ages the wrong way round', () => {
    expect(foundBodySchema.safeParse({ ...body(), teeth: [{ tooth: 99, state: 'sound' }] }).success).toBe(
      false,
    );
    expect(foundBodySchema.safeParse({ ...body(), age: [40, 25] }).success).toBe(false);
    expect(foundBodySchema.safeParse({ ...body(), code: ' ' }).success).toBe(false);
  });
});
