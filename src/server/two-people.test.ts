import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import {
  DECIDED_FATES,
  type DecidedAnswer,
  type ItemId,
  type Person,
  type RecordId,
  type ReviewPage,
  type ReviewQuality,
  recordId,
} from '../model/index.ts';
import { receiveFiles } from '../receive/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

/**
 * Nobody alone makes anybody dead or found, whatever they ask of the API: what one person says waits, and nothing
 * changes before a second one says it too.
 */

const HEADERS = { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' };
const ASKED =
  'name,father,mother,born,relation\nSamir Haddad,Yusuf,Huda,1971,brother\nSamir Hadad,Yusuf,,1971,son\n';
const MORGUE =
  'name,father,mother,born,date of death\nSamer Haddad,Yousef,Houda,1985,2014-03-02\nAnis Medlar,Halim,Rana,1950,2013\n';
const REGISTER = 'name,father,status\nSamir Haddad,Yusuf,detained\n';

let root: string;
let opened: Case;
let app: ReturnType<typeof createApp>;
let sought: RecordId;
let again: RecordId;
let dead: RecordId;
let otherDead: RecordId;
let held: RecordId;

async function list(file: string, text: string): Promise<ItemId> {
  const bytes = new TextEncoder().encode(text);
  const files = [{ file, path: file, size: bytes.length, read: async () => bytes }];
  await receiveFiles(opened, { files, problems: [] }, { by: 'Rana', mode: 'add' });
  return opened.items().at(-1)!.id;
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sanad-two-'));
});
beforeEach(async () => {
  opened?.close();
  opened = await createCase(mkdtempSync(join(root, 'case-')), { unsealed: true, name: 'Quayside' });
  const [asked, morgue, register] = [
    await list('families.csv', ASKED),
    await list('morgue.csv', MORGUE),
    await list('register.csv', REGISTER),
  ];
  [sought, again] = [recordId(asked, 1), recordId(asked, 2)];
  [dead, otherDead] = [recordId(morgue, 1), recordId(morgue, 2)];
  held = recordId(register, 1);
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(root, 'none'), hostNames: [], log: () => {} },
  );
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await app.request(path, { headers: HEADERS, ...init });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return JSON.parse(text) as T;
}
const link = (a: RecordId, b: RecordId, judgement: string, by: string, seen?: string) =>
  ask<DecidedAnswer>('/api/decisions/link', { a, b, judgement, by, ...(seen === undefined ? {} : { seen }) });
const decide = (by: string, matter: object) =>
  ask<DecidedAnswer>('/api/decisions/person', { ...matter, reason: 'seen', by });
const person = async (record: RecordId): Promise<Person> =>
  (await ask<{ person: Person }>(`/api/people/${record}`)).person;
const fates = async (record: RecordId): Promise<string[]> =>
  (await person(record)).fates.map(({ fate }) => fate);
const statement = async (record: RecordId, property: string): Promise<string> =>
  (await person(record)).records
    .flatMap(({ values }) => values)
    .find((value) => value.property === property && value.record === record)!.statement;

describe('the same person, where one of them is said to be dead', () => {
  test('one "same" waits and joins nothing; the second joins; each undo alone takes it apart', async () => {
    const before = await person(sought);
    const first = await link(sought, dead, 'same', 'Rana');
    expect(first.standing).toBe('waits');
    const waiting = await person(sought);
    expect(waiting.records).toEqual(before.records);
    expect(waiting.fates).toEqual(before.fates);
    expect(waiting.possible.find(({ b }) => b === dead)?.waiting).toMatchObject({ by: 'Rana' });
    const second = await link(sought, dead, 'same', 'Sami', first.decision);
    expect(second.standing).toBe('counts');
    expect(await fates(sought)).toContain('reported-dead');
    await ask('/api/decisions/undo', { decision: second.decision, by: 'Rana' });
    expect(await fates(sought)).not.toContain('reported-dead');
  });

  test('the same person twice is one person, however the name is written', async () => {
    for (const by of ['Rana', 'rana', ' RANA ', 'R\u200dana', 'Rána'])
      expect((await link(sought, dead, 'same', by)).standing).toBe('waits');
    expect(await fates(sought)).not.toContain('reported-dead');
  });

  test('no chain of joins by one person brings it about, in any order', async () => {
    for (const [a, b] of [
      [sought, again],
      [again, held],
      [held, dead],
      [sought, dead],
      [again, dead],
      [dead, otherDead],
    ] as const)
      await link(a, b, 'same', 'Rana');
    for (const record of [sought, again, held])
      expect((await person(record)).records.map((one) => one.record)).not.toContain(dead);
  });

  test('a "different" that stands is not overruled by one person', async () => {
    const apart = await link(sought, dead, 'different', 'Sami');
    expect((await link(sought, dead, 'same', 'Rana', apart.decision)).standing).toBe('waits');
    expect((await person(sought)).apart.map(({ b }) => b)).toContain(dead);
  });

  test('somebody else’s file stays as it was when two people join two others', async () => {
    await link(sought, again, 'same', 'Rana');
    await link(sought, dead, 'same', 'Rana');
    await link(sought, dead, 'same', 'Sami');
    expect(await fates(held)).not.toContain('reported-dead');
    expect((await link(held, sought, 'same', 'Rana')).standing).toBe('waits');
  });
});

describe('what became of somebody', () => {
  test.each(DECIDED_FATES)('%s: one person proposes, the second decides', async (fate) => {
    const first = await decide('Rana', { kind: 'fate', record: sought, fate });
    expect(first.standing).toBe('waits');
    expect(await fates(sought)).not.toContain(fate);
    expect((await person(sought)).proposals).toMatchObject([{ fate, counts: 'waits' }]);
    await decide('rana ', { kind: 'fate', record: sought, fate });
    expect(await fates(sought)).not.toContain(fate);
    expect((await decide('Sami', { kind: 'fate', record: sought, fate })).standing).toBe('counts');
    expect(await fates(sought)).toContain(fate);
  });

  test('a value put right cannot say it, nor a value vouched for, nor a conflict settled', async () => {
    const word = await statement(held, 'status');
    const corrected = { kind: 'statement', statement: word, judgement: 'corrected', value: 'died' };
    expect((await decide('Rana', corrected)).standing).toBe('waits');
    expect(await fates(held)).toEqual(['reported-detained']);
    const name = await statement(held, 'name.full');
    await decide('Rana', { kind: 'statement', statement: name, judgement: 'corrected', value: 'died 2014' });
    expect(await fates(held)).toEqual(['reported-detained']);
    const death = await statement(dead, 'death.date');
    const vouched = { kind: 'statement', statement: death, judgement: 'verified' };
    expect((await decide('Rana', vouched)).standing).toBe('waits');
    expect((await person(dead)).fates.find(({ fate }) => fate === 'reported-dead')?.verification).toBe(
      'reported',
    );
    const settling = { kind: 'settle', statements: [death], holds: [death] };
    expect((await decide('Rana', settling)).standing).toBe('waits');
  });

  test('what needs no second person counts at once, and is undone', async () => {
    const born = await statement(sought, 'birth.date');
    const made = await decide('Rana', { kind: 'statement', statement: born, judgement: 'refuted' });
    expect(made.standing).toBe('counts');
    const before = (await person(sought)).records[0]!.values.find((value) => value.statement === born);
    expect(before?.decided).toMatchObject({ judgement: 'refuted', counts: 'counts' });
    await ask('/api/decisions/undo', { decision: made.decision, by: 'Sami' });
    expect(
      (await person(sought)).records[0]!.values.find((value) => value.statement === born)?.decided,
    ).toBeUndefined();
  });
});

describe('two desks at once', () => {
  test('the second is told, both answers are kept, and where they differ nothing is joined', async () => {
    expect((await link(sought, again, 'same', 'Rana', '')).meanwhile).toBeUndefined();
    const second = await link(sought, again, 'different', 'Sami', '');
    expect(second.meanwhile).toMatchObject({ by: 'Rana', judgement: 'same' });
    expect(second.standing).toBe('disagrees');
    expect((await person(sought)).records).toHaveLength(1);
    expect(opened.decisions()).toHaveLength(2);
    const { pairs } = await ask<ReviewPage>('/api/review?by=Huda&asked=disagree');
    const [pair] = pairs;
    expect(pair?.disagree?.map(({ by, judgement }) => [by, judgement])).toEqual([
      ['Rana', 'same'],
      ['Sami', 'different'],
    ]);
    const third = await link(sought, again, 'same', 'Huda', pair!.seen);
    expect(third).toMatchObject({ standing: 'counts' });
    const { agreement } = await ask<ReviewQuality>('/api/review/quality');
    expect(agreement).toMatchObject({ pairs: 1, agreeing: 0 });
  });

  test('whoever has answered is not asked again; a second person is, first of all', async () => {
    await link(sought, dead, 'same', 'Rana', '');
    const asked = async (by: string) =>
      (await ask<ReviewPage>(`/api/review?by=${by}`)).pairs.map(({ a, b }) => `${a} ${b}`);
    expect(await asked('rana')).not.toContain(`${sought} ${dead}`);
    expect((await asked('Sami'))[0]).toBe(`${sought} ${dead}`);
  });
});

test('what was decided about a row holds for the row that tells it in a newer version of its list', async () => {
  const older = opened.items().at(-1)!.id;
  const newer = await list('register-2.csv', REGISTER.replace('detained', 'moved'));
  const rows = [{ older: 1, newer: 1, count: 1, as: 'changed' as const }];
  opened.decide({ kind: 'supersede', older, newer, rows }, 'Rana');
  const told = recordId(newer, 1);
  // decided about the row as the older version had it
  await link(held, sought, 'different', 'Rana');
  await link(sought, again, 'same', 'Rana');
  const sent = { a: again, b: told, judgement: 'same', by: 'Huda' };
  const refused = await app.request('/api/decisions/link', {
    headers: HEADERS,
    method: 'POST',
    body: JSON.stringify(sent),
  });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ error: { code: 'decision.contradicts' } });
  // and whoever decides the pair itself anew without having seen it is told of it
  expect(await link(told, sought, 'same', 'Huda')).toMatchObject({
    meanwhile: { by: 'Rana', judgement: 'different' },
  });
});
