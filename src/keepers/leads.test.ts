import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { handLeadOver } from './acts.ts';
import { readTalks, shownTalk } from './talks.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-line-leads-'));
let opened: Case;
beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  for (const talk of ['one', 'other'])
    opened.note({
      kind: 'line',
      facts: { what: 'message', talk },
      slots: [{ name: 'text', sensitivity: 'line', value: 'my uncle laid the pipes' }],
    });
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

let drawn = 0;
const random = () => `drawn${drawn++}`;
const given: { readonly id: string; readonly origin: string }[] = [];
const hand = (talk: string) =>
  handLeadOver(opened, talk, { reason: 'It can be checked', by: 'Samar' }, random, (lead) =>
    given.push(lead),
  );

test('all leads of one talk are one voice, those of another talk another; the talk says that they were given', () => {
  hand('one');
  hand('one');
  hand('other');
  const [first, again, other] = given;
  expect(again!.origin).toBe(first!.origin);
  expect(other!.origin).not.toBe(first!.origin);
  expect(new Set(given.map(({ id }) => id)).size).toBe(3);
  const [talk] = readTalks(opened).map(shownTalk);
  expect(talk).toMatchObject({ state: 'handed-over', waiting: false });
  expect(talk!.leads.map(({ lead, by }) => [lead, by])).toEqual([
    [first!.id, 'Samar'],
    [again!.id, 'Samar'],
  ]);
});

test('what leads back to the talk can be read by keepers alone, and what is given holds none of its words', () => {
  const events = JSON.stringify(
    opened
      .as(['site', 'team', 'source', 'contact', 'key'])
      .events('line')
      .map(({ facts, slots }) => [facts, [...slots]]),
  );
  for (const { id, origin } of given) for (const word of [id, origin]) expect(events).not.toContain(word);
  expect(JSON.stringify(given)).not.toMatch(/one|other|uncle/);
});

test('a talk that is not there gives none', () => {
  expect(() => hand('nobody')).toThrow('request.not-found');
});
