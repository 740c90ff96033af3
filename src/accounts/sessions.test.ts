import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openSessions } from './sessions.ts';

const MINUTE = 60_000;
const who = { account: 'a1', role: 'desk', device: 'Firefox, Linux' } as const;

function sessionsAt(start: number) {
  let now = start;
  const sessions = openSessions(() => now, randomBytes, { idleMinutes: 15, hours: 12 });
  return { sessions, pass: (minutes: number) => (now += minutes * MINUTE) };
}

describe('a session', () => {
  test('is found by its token, of 256 bits, and by nothing else', () => {
    const { sessions } = sessionsAt(0);
    const token = sessions.start(who);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(sessions.use(token)).toMatchObject(who);
    const { id } = sessions.of('a1')[0]!;
    for (const other of ['', id, `${token}x`, token.slice(1)]) expect(sessions.use(other)).toBeUndefined();
  });

  test('ends when nobody asks for fifteen minutes, not while somebody does', () => {
    const { sessions, pass } = sessionsAt(0);
    const token = sessions.start(who);
    for (let quarter = 0; quarter < 10; quarter++) {
      pass(14);
      expect(sessions.use(token)).toBeDefined();
    }
    pass(16);
    expect(sessions.use(token)).toBeUndefined();
    expect(sessions.of('a1')).toEqual([]);
  });

  test('ends after twelve hours however busy', () => {
    const { sessions, pass } = sessionsAt(0);
    const token = sessions.start(who);
    for (let used = 0; used < 72; used++) {
      expect(sessions.use(token)).toBeDefined();
      pass(10);
    }
    pass(1);
    expect(sessions.use(token)).toBeUndefined();
  });

  test('can be ended: one, all of an account, all at once', () => {
    const { sessions } = sessionsAt(0);
    const [here, there] = [sessions.start(who), sessions.start(who)];
    const other = sessions.start({ ...who, account: 'a2' });
    sessions.end(sessions.use(here)!.id);
    expect([here, there, other].map((token) => sessions.use(token) !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
    sessions.endAll('a1');
    expect([there, other].map((token) => sessions.use(token) !== undefined)).toEqual([false, true]);
    sessions.endAll();
    expect(sessions.use(other)).toBeUndefined();
  });
});
