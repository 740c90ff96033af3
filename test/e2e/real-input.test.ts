import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, sanad } from './sanad-command.ts';

const data = join(root, '../shared/data');
const present = existsSync(join(data, 'reports')) && existsSync(join(data, 'lists'));
if (!present) console.log('skipped: ../shared/data is not here, so the real reports and lists are not read');

describe.skipIf(!present)('real reports and lists', () => {
  let folder: string;
  let theCase: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-real-'));
    theCase = join(folder, 'real');
    sanad(['init', theCase, '--unsealed']);
    const added = sanad(['add', theCase, join(data, 'reports'), join(data, 'lists')]);
    expect(added.err).toMatch(/added/);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('go in whole, and are proved whole', () => {
    const report = JSON.parse(sanad(['verify', theCase, '--json']).out) as { ok: boolean; entries: number };
    expect(report.ok).toBe(true);
    expect(report.entries).toBeGreaterThan(7000);
  });

  test('give claims, each with its place in a file', () => {
    const { claims } = JSON.parse(sanad(['claims', theCase, '--json']).out) as {
      claims: { mentions: { start: number; end: number; file: string }[]; origins: unknown[] }[];
    };
    expect(claims.length).toBeGreaterThan(10);
    for (const claim of claims) {
      expect(claim.origins.length).toBeGreaterThan(0);
      for (const mention of claim.mentions) expect(mention.end).toBeGreaterThan(mention.start);
    }
  });

  test('a name in Latin letters finds rows in Arabic, and the other way round', () => {
    const find = (name: string) =>
      (
        JSON.parse(sanad(['find', theCase, name, '--json']).out) as {
          hits: { records: { list: string; row: number; name: string }[] }[];
        }
      ).hits.flatMap((hit) => hit.records.map((record) => record.name));
    expect(find('Wael Ghannoum').some((name) => /وائل|غنوم/.test(name))).toBe(true);
    expect(find('نضال سويد').some((name) => /[A-Za-z]/.test(name) || /نضال/.test(name))).toBe(true);
  });
});
