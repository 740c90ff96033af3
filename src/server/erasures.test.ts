import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, openAccounts } from '../accounts/index.ts';
import { type Case, createCase, verifyCase } from '../ledger/index.ts';
import {
  type CarriedOut,
  type ErasuresPage,
  type ForeseenErasure,
  type ItemId,
  type Role,
  recordId,
  type WaitingErasurePage,
} from '../model/index.ts';
import { receiveFiles } from '../receive/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

/** Nobody erases alone, whatever they ask of the API; and what goes is what both have looked at. */

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const PASSWORD = 'four words nobody else has';
const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484', 'content-type': 'application/json' };
const LIST = 'name,father,phone\nHalim Medlar,Zahir,+963 999 111 222\nAnis Quince,Tamim,\n';

const root = mkdtempSync(join(tmpdir(), 'sanad-erasures-'));
const cookies = new Map<string, string>();
let opened: Case;
let accounts: Accounts;
let app: ReturnType<typeof createApp>;
let list: ItemId;

beforeAll(async () => {
  opened = await createCase(join(root, 'case'), { passphrase: PHRASE, passphraseCost: CHEAP });
  const bytes = new TextEncoder().encode(LIST);
  const files = [{ file: 'list.csv', path: 'list.csv', size: bytes.length, read: async () => bytes }];
  await receiveFiles(opened, { files, problems: [] }, { by: 'Maha', mode: 'add' });
  list = opened.items()[0]!.id;
  accounts = openAccounts(opened, { passwordCost: CHEAP });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened), accounts },
    { webRoot: join(root, 'none'), hostNames: [], log: () => {} },
  );
  for (const [name, role] of [
    ['rana', 'desk'],
    ['sami', 'desk'],
    ['huda', 'reviewer'],
    ['noor', 'administrator'],
    ['kinan', 'line-keeper'],
    ['dima', 'line-keeper'],
  ] as const)
    await joined(name, role);
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

async function joined(name: string, role: Role): Promise<void> {
  await opened.unlock('owner', PHRASE);
  const id = accounts.changes.make(name, role, 'owner');
  const code = await accounts.changes.invite(id, opened, 'owner');
  const place = { origin: HOST.origin, host: 'localhost' };
  await accounts.join(name, code, PASSWORD, { address: name, device: '', place });
  const response = await app.request('/api/session', {
    method: 'POST',
    headers: HOST,
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  cookies.set(name, response.headers.get('set-cookie')!.split(';')[0]!);
}

async function ask<T = { error?: { code: string } }>(who: string, path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const headers = { ...HOST, cookie: cookies.get(who)! };
  return (await (await app.request(path, { headers, ...init })).json()) as T;
}
const refusal = async (answer: Promise<{ error?: { code: string } }>): Promise<string | undefined> =>
  (await answer).error?.code;
const why = { basis: 'asked', reason: 'the family asked' };
const looked = (who: string, entry: number): Promise<WaitingErasurePage> =>
  ask(who, `/api/erasures/${entry}`);

describe('a row', () => {
  test('is shown with every value that would go, as far as one may read it; nothing goes by looking', async () => {
    const what = [{ record: recordId(list, 1) }];
    const of = async (who: string) =>
      (await ask<ForeseenErasure>(who, '/api/erasures/foresee', { what })).parts[0]!.values.map(
        ({ text }) => text,
      );
    expect(await of('rana')).toContain('+963 999 111 222');
    expect(await of('huda')).not.toContain('+963 999 111 222');
    expect(await refusal(ask('noor', '/api/erasures/foresee', { what }))).toBe('account.not-allowed');
    expect([...opened.itemRecords(list)]).toHaveLength(2);
  });

  test('is erased by a second account, which is shown what goes with it, and by no other', async () => {
    const rows = [recordId(list, 1), recordId(list, 2)] as const;
    const { asked } = await ask<{ asked: number }>('rana', '/api/erasures', {
      what: [{ record: rows[0] }],
      ...why,
    });
    const at = `/api/erasures/${asked}/carry-out`;
    const first = await looked('rana', asked);
    expect(first.asked).toMatchObject({ by: 'rana', yours: false });
    expect(await refusal(ask('rana', at, { seen: first.foreseen.seen }))).toBe('erase.two-needed');
    expect(await refusal(ask('rana', at, { seen: first.foreseen.seen, by: 'sami' }))).toBe(
      'erase.two-needed',
    );

    // a colleague decides something about the row meanwhile, and writes why
    opened.decide({ kind: 'link', a: rows[0], b: rows[1], judgement: 'different' }, 'huda', 'Halim is older');
    expect(await refusal(ask('sami', at, { seen: first.foreseen.seen }))).toBe('erase.changed');
    const second = await looked('sami', asked);
    expect(second.foreseen.parts.filter(({ derived }) => derived)).toMatchObject([
      { kind: 'decision', values: [{ text: 'Halim is older' }] },
    ]);
    expect(second.foreseen.stays).toEqual([{ item: list, file: 'list.csv' }]);
    const out = await ask<CarriedOut>('sami', at, { seen: second.foreseen.seen });
    expect(out.done).toMatchObject({ people: ['rana', 'sami'], asked, entries: 2, reason: why.reason });
    expect(opened.decisions()[0]).not.toHaveProperty('reason');
    expect([...opened.itemRecords(list)].map(({ id }) => id)).toEqual([rows[1]]);
    expect(await refusal(ask('sami', at, { seen: second.foreseen.seen }))).toBe('erase.not-asked');

    const page = await ask<ErasuresPage>('huda', '/api/erasures');
    expect(page.waiting).toEqual([]);
    expect(page.done).toEqual([expect.objectContaining({ entry: out.done.entry })]);
    expect(await verifyCase(join(root, 'case'), { passphrase: PHRASE })).toMatchObject({ ok: true });
  });

  test('one value alone; and what is withdrawn waits for nobody', async () => {
    const what = [{ record: recordId(list, 2), columns: [1] }];
    const { asked } = await ask<{ asked: number }>('huda', '/api/erasures', { what, ...why });
    const { foreseen } = await looked('sami', asked);
    expect(foreseen.parts[0]!.values.map(({ text }) => text)).toEqual(['Tamim']);
    await ask('rana', `/api/erasures/${asked}/withdraw`, {});
    expect(await refusal(ask('sami', `/api/erasures/${asked}/carry-out`, { seen: foreseen.seen }))).toBe(
      'erase.not-asked',
    );
  });

  test('whatever is asked that makes no sense is refused by name', async () => {
    for (const [code, body] of [
      ['request.not-found', { what: [{ record: `${list}.77` }], ...why }],
      ['erase.nothing', { what: [{ record: recordId(list, 1) }], ...why }],
      ['erase.not-alone', { what: [{ record: recordId(list, 2), columns: [9] }], ...why }],
      ['request.invalid', { what: [], ...why }],
      ['request.invalid', { what: [{ entry: 0 }], ...why }],
      ['request.invalid', { what: [{ item: list }], basis: 'because', reason: 'x' }],
      ['request.invalid', { what: [{ item: list }], basis: 'asked', reason: '  ' }],
    ] as const)
      expect([code, 'request.not-found']).toContain(await refusal(ask('rana', '/api/erasures', body)));
  });
});

test('who asked, who looked and who erased stand in the log of reads', async () => {
  const looks = opened.events('access').filter(({ facts }) => facts.what === 'erasure');
  const names = looks.map(({ facts }) => accounts.read.byId(String(facts.account))!.name);
  expect(new Set(names)).toEqual(new Set(['rana', 'sami', 'huda']));
  expect(looks.some(({ facts }) => (facts.persons as string[])?.includes(recordId(list, 1)))).toBe(true);
});

describe('a talk on the public line', () => {
  const said = (talk: string): void => {
    opened.note({
      kind: 'line',
      facts: { what: 'message', talk },
      slots: [{ name: 'text', sensitivity: 'line', value: `${talk}: the door behind the kitchen` }],
    });
  };
  const erase = (
    who: string,
    talk: string,
  ): Promise<{ entries: { text?: string }[]; error?: { code: string } }> =>
    ask(who, `/api/line/talks/${talk}/erase`, { reason: 'it names the sender' });

  test('goes when a second keeper confirms, and by nobody else; the one who asked cannot confirm', async () => {
    said('first');
    const before = opened.events('erasure').length;
    const text = 'first: the door behind the kitchen';
    expect((await erase('kinan', 'first')).entries).toMatchObject([{ text }]);
    expect(await refusal(erase('kinan', 'first'))).toBe('erase.two-needed');
    for (const who of ['rana', 'huda', 'noor'])
      expect(await refusal(erase(who, 'first'))).toBe('account.not-allowed');
    expect(opened.events('erasure')).toHaveLength(before);

    expect((await erase('dima', 'first')).entries.map(({ text: left }) => left)).toEqual([undefined]);
    const { accounts: two } = opened.events('erasure')[before]!.facts as { accounts: string[] };
    expect(new Set(two).size).toBe(2);
    const left = opened.events('line').flatMap(({ slots }) => [...slots]);
    expect(JSON.stringify(left)).not.toContain(text);
  });

  test('goes by one keeper where its sender asked for that', async () => {
    said('second');
    opened.note({ kind: 'line', facts: { what: 'withdrawn', talk: 'second' } });
    expect((await erase('kinan', 'second')).entries.map(({ text }) => text)).toEqual([undefined]);
    expect((await verifyCase(join(root, 'case'), { passphrase: PHRASE })).faults).toEqual([]);
  });
});
