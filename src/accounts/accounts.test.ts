import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Case, createCase, openCase, SENSITIVITIES } from '../ledger/index.ts';
import { ACCOUNT_ROLES, type Role } from '../model/index.ts';
import { type Accounts, type Caller, classesOf, openAccounts } from './index.ts';

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PHRASE = 'three quiet words';
const HERE: Caller = {
  address: '192.0.2.1',
  device: 'Firefox, Linux',
  place: { origin: 'http://localhost:8484', host: 'localhost' },
};
const ELSEWHERE: Caller = { ...HERE, address: '192.0.2.99' };

const root = mkdtempSync(join(tmpdir(), 'sanad-accounts-'));
let folder: string;
let opened: Case;
let accounts: Accounts;
let now: number;
let made = 0;
beforeAll(() => {
  now = Date.parse('2026-03-01T10:00:00Z');
});
beforeEach(async () => {
  opened?.close();
  folder = join(root, `case-${made++}`);
  const clock = () => new Date(now);
  opened = await createCase(folder, { passphrase: PHRASE, passphraseCost: CHEAP, clock });
  accounts = openAccounts(opened, { clock, passwordCost: CHEAP });
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

const held = (): string[] => [...opened.classes].sort();
/** What the server holds while these are in; the key of accounts it always has. */
const keysFor = (...roles: readonly Role[]): string[] =>
  [...new Set(['account', ...roles.flatMap(classesOf)])].sort();
const passwordOf = (name: string): string => `four different words for ${name}`;
const codeOf = (error: unknown): string => (error as { code: string }).code;
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => codeOf(error),
  );

/** Somebody who was invited by whoever `seen` belongs to, and has joined. */
async function joined(name: string, role: Role): Promise<string> {
  await opened.unlock('owner', PHRASE);
  const id = accounts.changes.make(name, role, 'owner');
  const code = await accounts.changes.invite(id, opened, 'owner');
  await tokenOf(accounts.join(name, code, passwordOf(name), HERE));
  return id;
}
async function tokenOf(answer: ReturnType<Accounts['signIn']>): Promise<string> {
  const given = await answer;
  if (!('token' in given)) throw new Error(JSON.stringify(given));
  return given.token;
}
const signedIn = (name: string): Promise<string> => tokenOf(accounts.signIn(name, passwordOf(name), HERE));

const codeAt = (secret: string, time: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time });

describe('before there is an account', () => {
  test('the case stands open to whoever opened it', () => {
    expect(accounts.inUse()).toBe(false);
    accounts.settle();
    expect([...opened.classes].sort()).toEqual([...SENSITIVITIES].sort());
  });
});

describe('an account', () => {
  test.each(ACCOUNT_ROLES)('of role %s is a lock with exactly that role’s keys', async (role) => {
    const id = await joined('rana', role);
    const own = await openCase(folder, { passphrase: passwordOf('rana'), lock: id, mode: 'read' });
    expect([...own.classes].sort()).toEqual([...classesOf(role)].sort());
    own.close();
  });

  test('whoever joins changes the code into a password; the code opens nothing any more', async () => {
    const id = accounts.changes.make('rana', 'desk', 'owner');
    const code = await accounts.changes.invite(id, opened, 'owner');
    expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    await tokenOf(accounts.join(' Rana ', typed, passwordOf('rana'), HERE));
    expect(await refusal(accounts.join('rana', code, passwordOf('rana'), HERE))).toBe('account.refused');
    expect(await refusal(openCase(folder, { passphrase: code, mode: 'read' }))).toBe('case.passphrase-wrong');
    expect(await refusal(accounts.signIn('rana', code, HERE))).toBe('account.refused');
    await signedIn('rana');
  });

  test('nobody gives keys that they do not hold', async () => {
    const id = accounts.changes.make('rana', 'investigator', 'owner');
    const desk = opened.as(classesOf('desk'));
    expect(await refusal(accounts.changes.invite(id, desk, 'sami'))).toBe('account.keys-missing');
    const administrator = opened.as(classesOf('administrator'));
    expect(await refusal(accounts.changes.invite(id, administrator, 'x'))).toBe('account.keys-missing');
    await accounts.changes.invite(id, opened.as(classesOf('investigator')), 'nour');
  });

  test('an administrator makes a desk account, a colleague who holds its keys invites', async () => {
    await joined('keeper', 'administrator');
    await joined('maha', 'desk');
    await signedIn('maha');
    const id = accounts.changes.make('rana', 'reviewer', 'keeper');
    expect(accounts.read.byId(id)!.state).toBe('made');
    const code = await accounts.changes.invite(id, opened.as(classesOf('desk')), 'maha');
    await tokenOf(accounts.join('rana', code, passwordOf('rana'), HERE));
    expect(accounts.read.byId(id)!.state).toBe('open');
  });

  test('its name stands in no file of the case, not even hashed', async () => {
    await joined('zarqa-al-yamama', 'desk');
    const text = readFileSync(join(folder, 'sanad.json'), 'latin1');
    expect(text).not.toMatch(/zarqa/i);
    expect(readFileSync(join(folder, 'ledger.db'), 'latin1')).not.toMatch(/zarqa/i);
  });

  test('a name is one name in any case and width, and cannot be had twice', async () => {
    await joined('Rana', 'desk');
    expect(accounts.read.byName('  ＲＡＮＡ ')?.name).toBe('Rana');
    for (const name of ['rana', 'owner', 'Owner'])
      expect(codeOf(catching(() => accounts.changes.make(name, 'desk', 'owner')))).toBe('account.name-taken');
  });

  test('an invitation is too old after a week, and opens nothing then', async () => {
    const id = accounts.changes.make('rana', 'desk', 'owner');
    const code = await accounts.changes.invite(id, opened, 'owner');
    now += 8 * 86_400_000;
    expect(await refusal(accounts.join('rana', code, passwordOf('rana'), HERE))).toBe(
      'account.invitation-old',
    );
    expect(await refusal(openCase(folder, { passphrase: passwordOf('rana'), lock: id, mode: 'read' }))).toBe(
      'case.lock-unknown',
    );
  });

  test.each([
    '',
    'short',
    '123456789012',
    'aaaaaaaaaaaaaaa',
    'qwertyuiopasdf',
    'ranaranarana',
    'Password123456',
    'administrator1',
    'iloveyou-sunshine',
  ])('"%s" is no password', async (password) => {
    const id = accounts.changes.make('rana', 'desk', 'owner');
    const code = await accounts.changes.invite(id, opened, 'owner');
    expect(await refusal(accounts.join('rana', code, password, HERE))).toMatch(/^account\.password-/);
  });
});

const catching = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('signing in', () => {
  test('brings the keys of the role, and they go with the last who needs them', async () => {
    await joined('rana', 'desk');
    await joined('nour', 'investigator');
    accounts.lockAll('owner');
    expect(held()).toEqual(['account']);
    const rana = await signedIn('rana');
    expect(held()).toEqual(keysFor('desk'));
    const nour = await signedIn('nour');
    expect(held()).toEqual(keysFor('desk', 'investigator'));
    accounts.endSession(accounts.session(rana)!.id);
    expect(held()).toEqual(keysFor('investigator'));
    accounts.endSession(accounts.session(nour)!.id);
    expect(held()).toEqual(['account']);
  });

  test('a session that was left brings them out too', async () => {
    await joined('rana', 'desk');
    accounts.lockAll('owner');
    await signedIn('rana');
    now += 16 * 60_000;
    accounts.settle();
    expect(held()).toEqual(['account']);
  });

  test('the owner signs in with the passphrase of the case', async () => {
    await joined('rana', 'desk');
    const token = await tokenOf(accounts.signIn('owner', PHRASE, HERE));
    expect(accounts.session(token)).toMatchObject({ account: 'owner', role: 'owner' });
  });

  test('an unknown name, a closed account, an invited one and a wrong password are answered alike', async () => {
    const closed = await joined('sami', 'desk');
    accounts.changes.close(closed, 'owner');
    await joined('rana', 'desk');
    await opened.unlock('owner', PHRASE);
    await accounts.changes.invite(accounts.changes.make('maha', 'desk', 'owner'), opened, 'owner');
    for (const name of ['nobody', 'sami', 'rana', 'maha'])
      expect(await refusal(accounts.signIn(name, 'not the password at all', HERE)), name).toBe(
        'account.refused',
      );
    expect(await refusal(accounts.signIn('sami', passwordOf('sami'), HERE))).toBe('account.refused');
  });

  test('wrong passwords make one wait, here and not elsewhere', async () => {
    await joined('rana', 'desk');
    for (let guess = 0; guess < 5; guess++)
      expect(await refusal(accounts.signIn('rana', `guess ${guess}`, HERE))).toBe('account.refused');
    expect(await refusal(accounts.signIn('rana', passwordOf('rana'), HERE))).toBe('account.wait');
    await tokenOf(accounts.signIn('rana', passwordOf('rana'), ELSEWHERE));
    now += 2_000;
    await signedIn('rana');
  });

  test('twenty wrong passwords are told to whoever keeps the accounts', async () => {
    const id = await joined('rana', 'desk');
    for (let guess = 0; guess < 20; guess++) {
      now += 1_000_000;
      await refusal(accounts.signIn('rana', 'not this one either', HERE));
    }
    expect(accounts.read.notices()).toMatchObject([{ account: id, what: 'refused-often' }]);
  });
});

describe('a second factor', () => {
  test('removed or replaced, its secret is in no entry any more; what is left still works', async () => {
    const standing = (text: string): boolean =>
      opened.events('account').some(({ slots }) => JSON.stringify([...slots]).includes(text));
    const { secret, recovery } = await withTotp();
    const account = () => accounts.read.byName('rana')!;
    expect(standing(secret)).toBe(true);
    const hashes = [...account().recovery];
    accounts.secondFactors.freshCodes(account());
    expect(hashes.some(standing)).toBe(false);
    expect(account().recovery.size).toBe(recovery.length);
    accounts.secondFactors.removeTotp(account());
    expect(standing(secret)).toBe(false);
    expect(account().totp).toBeUndefined();
    expect(opened.events('account').filter(({ erased }) => erased.length > 0)).toHaveLength(2);
  });

  async function withTotp(): Promise<{ secret: string; recovery: string[] }> {
    const id = await joined('rana', 'desk');
    const { secret } = accounts.secondFactors.beginTotp(accounts.read.byId(id)!);
    const recovery = accounts.secondFactors.confirmTotp(accounts.read.byId(id)!, codeAt(secret, now));
    return { secret, recovery };
  }
  async function ticket(): Promise<string> {
    const answer = await accounts.signIn('rana', passwordOf('rana'), HERE);
    if ('token' in answer || answer.next.step === 'done') throw new Error('nothing more was asked');
    expect(answer.next.kinds).toEqual(['totp', 'recovery']);
    return answer.next.ticket;
  }

  test('is asked after the password, and nobody is in before', async () => {
    const { secret } = await withTotp();
    accounts.lockAll('owner');
    const half = await ticket();
    expect(accounts.sessionsOf(accounts.read.byName('rana')!.id)).toEqual([]);
    now += 30_000;
    const answer = accounts.secondFactor(half, { kind: 'totp', code: codeAt(secret, now) }, HERE);
    expect(accounts.session(await tokenOf(answer))).toMatchObject({ role: 'desk' });
    expect(held()).toEqual(keysFor('desk'));
  });

  test('a code works once, also for whoever saw it and knows the password, also after a restart', async () => {
    const { secret } = await withTotp();
    now += 30_000;
    const code = codeAt(secret, now);
    await tokenOf(accounts.secondFactor(await ticket(), { kind: 'totp', code }, HERE));
    expect(await refusal(accounts.secondFactor(await ticket(), { kind: 'totp', code }, HERE))).toBe(
      'account.second-factor-wrong',
    );
    await opened.unlock('owner', PHRASE);
    accounts = openAccounts(opened, { clock: () => new Date(now), passwordCost: CHEAP });
    expect(await refusal(accounts.secondFactor(await ticket(), { kind: 'totp', code }, HERE))).toBe(
      'account.second-factor-wrong',
    );
  });

  test('five wrong codes, and it begins again with the password', async () => {
    await withTotp();
    const half = await ticket();
    for (let guess = 0; guess < 5; guess++)
      expect(await refusal(accounts.secondFactor(half, { kind: 'totp', code: '000000' }, HERE))).toBe(
        'account.second-factor-wrong',
      );
    expect(await refusal(accounts.secondFactor(half, { kind: 'totp', code: '000000' }, HERE))).toBe(
      'account.sign-in-again',
    );
  });

  test('the key of unfinished work is the same each time, nobody else’s, and gone with whoever is invited anew', async () => {
    const key = (id: string): string => accounts.draftKey(accounts.read.byId(id)!);
    const [one, other] = [await joined('rana', 'desk'), await joined('maha', 'desk')];
    const first = key(one);
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
    expect([key(one), key(one) === key(other)]).toEqual([first, false]);
    await opened.unlock('owner', PHRASE);
    await accounts.changes.invite(one, opened, 'owner');
    expect(key(one)).not.toBe(first);
    expect(JSON.stringify(opened.events('account').map(({ slots }) => [...slots]))).not.toContain(first);
  });

  test('a recovery code works once', async () => {
    const { recovery } = await withTotp();
    expect(recovery).toHaveLength(10);
    const answer = { kind: 'recovery', code: recovery[3]!.toLowerCase() } as const;
    await tokenOf(accounts.secondFactor(await ticket(), answer, HERE));
    expect(accounts.read.byName('rana')!.recovery.size).toBe(9);
    expect(await refusal(accounts.secondFactor(await ticket(), answer, HERE))).toBe(
      'account.second-factor-wrong',
    );
  });
});

describe('when somebody goes', () => {
  test('a closed account is out at once, its lock is gone, its past stays', async () => {
    const id = await joined('rana', 'desk');
    const token = await signedIn('rana');
    accounts.changes.close(id, 'owner');
    expect(accounts.session(token)).toBeUndefined();
    expect(await refusal(openCase(folder, { passphrase: passwordOf('rana'), lock: id, mode: 'read' }))).toBe(
      'case.lock-unknown',
    );
    expect(accounts.read.byId(id)).toMatchObject({ name: 'rana', state: 'closed' });
    expect(opened.events('account').map(({ facts }) => facts.what)).toEqual([
      'made',
      'invited',
      'joined',
      'signed-in',
      'signed-in',
      'closed',
    ]);
    await joined('rana', 'reviewer');
  });

  test('the secrets of its second factor are erased with it, and that they were stays told', async () => {
    const id = await joined('rana', 'desk');
    const { secret } = accounts.secondFactors.beginTotp(accounts.read.byId(id)!);
    accounts.secondFactors.confirmTotp(accounts.read.byId(id)!, codeAt(secret, now));
    accounts.changes.close(id, 'owner');
    const set = opened.events('account').find(({ facts }) => facts.what === 'totp-set')!;
    expect(set).toMatchObject({ facts: { account: id }, erased: ['detail'] });
    expect(opened.events('erasure').at(-1)!.facts).toMatchObject({ basis: 'term-ended' });
    expect(openAccounts(opened).read.byId(id)).toMatchObject({ name: 'rana', state: 'closed' });
  });

  test('another role is another lock, and waits for a new invitation', async () => {
    const id = await joined('rana', 'desk');
    const token = await signedIn('rana');
    accounts.changes.changeRole(id, 'reviewer', 'owner');
    expect(accounts.session(token)).toBeUndefined();
    expect(await refusal(accounts.signIn('rana', passwordOf('rana'), HERE))).toBe('account.refused');
    await opened.unlock('owner', PHRASE);
    const code = await accounts.changes.invite(id, opened, 'owner');
    await tokenOf(accounts.join('rana', code, 'another few words of hers', HERE));
    const own = await openCase(folder, { passphrase: 'another few words of hers', lock: id, mode: 'read' });
    expect([...own.classes].sort()).toEqual([...classesOf('reviewer')].sort());
    own.close();
  });

  test('another password is the same lock; the old one opens it no more', async () => {
    const id = await joined('rana', 'desk');
    const account = accounts.read.byId(id)!;
    await accounts.changePassword(account, passwordOf('rana'), 'a quite different phrase', HERE);
    expect(await refusal(accounts.signIn('rana', passwordOf('rana'), HERE))).toBe('account.refused');
    await tokenOf(accounts.signIn('rana', 'a quite different phrase', HERE));
    expect(await refusal(accounts.changePassword(account, 'wrong', 'yet another phrase', HERE))).toBe(
      'account.refused',
    );
  });
});

test('a case that was opened without the key of accounts is not served', async () => {
  await joined('rana', 'desk');
  const desk = await openCase(folder, {
    passphrase: passwordOf('rana'),
    lock: accounts.read.byName('rana')!.id,
    mode: 'read',
  });
  expect(codeOf(catching(() => openAccounts(desk)))).toBe('account.keys-missing');
  desk.close();
});
