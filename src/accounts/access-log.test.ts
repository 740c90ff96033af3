import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import type { PersonId } from '../model/index.ts';
import { accessLog, readLooks } from './access-log.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-looks-'));
let opened: Case;
beforeAll(async () => {
  opened = await createCase(join(root, 'case'), {
    passphrase: 'three quiet words',
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
  });
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});
const person = (n: number): PersonId => `k3f9.${n}` as PersonId;

describe('the log of reads', () => {
  test('is on disk when it says so, in the order in which people looked', async () => {
    const log = accessLog();
    const desk = opened.as(['team', 'contact']);
    await log.write(desk, 'rana', { kind: 'search', search: 'قصي', persons: [person(1), person(2)] });
    await log.write(desk, 'sami', { kind: 'person', persons: [person(1)] });
    expect(readLooks(opened).all()).toMatchObject([
      { account: 'sami', kind: 'person', persons: [person(1)] },
      { account: 'rana', kind: 'search', search: 'قصي', persons: [person(1), person(2)] },
    ]);
  });

  test('what was looked for is read by those who may read names, and by nobody else', () => {
    const keeper = readLooks(opened.as(['account'])).all();
    expect(keeper.map(({ search }) => search)).toEqual([undefined, undefined]);
    expect(
      readLooks(opened.as(['team']))
        .all()
        .map(({ search }) => search),
    ).toEqual([undefined, 'قصي']);
  });

  test('fifty looks at once are few writes, and none is lost', async () => {
    const log = accessLog();
    const seen = opened.as(['team']);
    const before = readLooks(opened).all().length;
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => log.write(seen, 'rana', { kind: 'person', persons: [person(n)] })),
    );
    const looks = readLooks(opened).all();
    expect(looks.length).toBe(before + 50);
    expect(new Set(looks.slice(0, 50).map(({ at }) => at)).size).toBeLessThan(10);
  });

  test('follows what is written after it was opened', async () => {
    const looks = readLooks(opened);
    const before = looks.all().length;
    await accessLog().write(opened.as(['team']), 'rana', { kind: 'file' });
    expect(looks.all().length).toBe(before + 1);
  });
});
