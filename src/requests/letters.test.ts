import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import type { LineLetter } from '../model/index.ts';
import { mailboxKeys, newReceiptCode, paddedLength, systemRandom } from '../sealing/index.ts';
import {
  actOnRequest,
  enterRequest,
  readRequests,
  receiptAnswer,
  requestByCode,
  writeAnswers,
} from './index.ts';
import { CALL, COMPARE, form } from './trial/form.ts';

const LINE = 'a'.repeat(32);
const SHARE = { purpose: 'share', audience: 'partners', fields: ['sought'] } as const;
const root = mkdtempSync(join(tmpdir(), 'sanad-letters-'));
let opened: Case;
beforeAll(async () => {
  opened = await createCase(join(root, 'case'), { unsealed: true });
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

/** What a fetch writes for one letter. */
const letter = (talk: string, given: LineLetter, receipt = 'none'): void => {
  opened.note({
    kind: 'line',
    facts: { what: 'message', talk, form: given.sanad, line: LINE },
    slots: [
      { name: 'letter', sensitivity: 'contact', value: given },
      { name: 'receipt', sensitivity: 'contact', value: receipt },
    ],
  });
};
const answersTo = (talk: string): unknown[] =>
  opened
    .events('line')
    .filter(({ facts }) => facts.what === 'answer' && facts.talk === talk)
    .map(({ slots, facts }) => [facts.number, slots.get('said')]);

describe('a letter of a family', () => {
  test('becomes a request, received; the desk finds it by the code that it shares with nobody', async () => {
    const code = newReceiptCode(systemRandom);
    letter('t1', { sanad: 'request', form: form() }, (await mailboxKeys(code, LINE)).mailbox);
    expect(readRequests(opened).get('t1')).toMatchObject({
      came: 'line',
      state: 'received',
      asker: form().asker,
    });
    expect((await requestByCode(code, readRequests(opened).values())).id).toBe('t1');
  });

  test('makes a consent narrower at once, and never wider', () => {
    const consent = (grants: readonly unknown[]): LineLetter => ({
      sanad: 'consent',
      consent: { how: 'own-device', grants: grants as never },
    });
    letter('t2', {
      sanad: 'request',
      form: form({ consent: { how: 'own-device', grants: [COMPARE, SHARE as never] } }),
    });
    letter('t2', consent([COMPARE]));
    expect(readRequests(opened).get('t2')!.grants).toEqual([COMPARE]);
    letter('t2', consent([COMPARE, CALL, SHARE]));
    expect(readRequests(opened).get('t2')!.grants).toEqual([COMPARE]);
  });

  test('that takes all back ends the request: nothing is compared or told any more', () => {
    letter('t3', { sanad: 'request', form: form() });
    opened.note({ kind: 'line', facts: { what: 'withdrawn', talk: 't3' } });
    const request = readRequests(opened).get('t3')!;
    expect(request).toMatchObject({ withdrawn: true, grants: [] });
    expect(receiptAnswer(request)).toBe('withdrawn');
  });

  test('does not change what was given out before it came', () => {
    letter('t4', { sanad: 'request', form: form() });
    const before = readRequests(opened).get('t4')!;
    letter('t4', { sanad: 'withdraw' });
    expect(before.withdrawn).toBe(false);
    expect(readRequests(opened).get('t4')!.withdrawn).toBe(true);
  });
});

describe('what a code answers', () => {
  test('goes to the line when it changes, once, and says no more than that the desk will call', async () => {
    const kept = await enterRequest(
      opened,
      { form: form(), by: 'ريم', twice: 'another-request' },
      randomBytes,
      LINE,
    );
    const id = kept.kept === 'new' ? kept.id : '';
    const act = (given: object) =>
      actOnRequest(
        opened,
        id,
        { ...given, upon: readRequests(opened).get(id)!.entries.length } as never,
        'ريم',
        { fatesOf: () => [], hidden: new Set() },
        '2026-11-22',
      );
    writeAnswers(opened, readRequests(opened).values());
    writeAnswers(opened, readRequests(opened).values());
    expect(answersTo(id)).toEqual([[1, 'nothing-new']]);
    act({ is: 'state', state: 'open', reason: 'كامل' });
    act({ is: 'state', state: 'awaiting-family', reason: 'نتصل مساء' });
    writeAnswers(opened, readRequests(opened).values());
    expect(answersTo(id)).toEqual([
      [1, 'nothing-new'],
      [2, 'will-call'],
    ]);
    const texts = opened.events('line').flatMap(({ slots }) => slots.get('text') ?? []);
    // sealed, both are as long as each other
    expect(new Set(texts.map((text) => paddedLength(String(text).length)))).toEqual(new Set([4096]));
  });
});
