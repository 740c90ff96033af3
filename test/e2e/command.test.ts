import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFolder, root, sanad } from './sanad-command.ts';

const examples = join(root, 'examples/qalaat-al-rih');

describe('the example, from the command line', () => {
  let folder: string;
  let theCase: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sanad-example-'));
    theCase = join(folder, 'example');
    expect(sanad(['init', theCase, '--unsealed']).code).toBe(0);
    expect(sanad(['add', theCase, examples]).code).toBe(1); // done, with the faulty rows named
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('adding the same folder twice changes nothing', () => {
    const before = sanad(['verify', theCase, '--json']).out;
    const again = JSON.parse(sanad(['add', theCase, examples, '--json']).out) as {
      added: unknown[];
      alreadyHeld: unknown[];
    };
    expect(again.added).toEqual([]);
    expect(again.alreadyHeld.length).toBeGreaterThanOrEqual(17);
    expect(sanad(['verify', theCase, '--json']).out).toBe(before);
  });

  test('a number that seven reports carry has one voice, and is denied', () => {
    const { claims } = JSON.parse(sanad(['claims', theCase, '--json']).out) as {
      claims: {
        mentions: { stance: string; file: string }[];
        independent: number;
        denied: boolean;
        figure?: { value?: number };
      }[];
    };
    const number = claims.filter((claim) => claim.figure?.value === 80_000);
    const widest = number.sort((a, b) => b.mentions.length - a.mentions.length)[0]!;
    expect(new Set(widest.mentions.map((mention) => mention.file)).size).toBeGreaterThanOrEqual(6);
    expect(widest.independent).toBe(1);
    expect(widest.denied).toBe(true);
  });

  test('three hundred is three different things', () => {
    const { claims } = JSON.parse(sanad(['claims', theCase, '--json']).out) as {
      claims: { measure: string; figure?: { value?: number } }[];
    };
    const measures = new Set(
      claims.filter((claim) => claim.figure?.value === 300).map((claim) => claim.measure),
    );
    expect(measures.size).toBeGreaterThanOrEqual(2);
  });

  test('a name typed in Latin letters finds a row written in Arabic', () => {
    const { hits } = JSON.parse(sanad(['find', theCase, 'Ghassan Mahmoud Darwish', '--json']).out) as {
      hits: { records: { list: string; name: string }[]; verdict: string; why: unknown[] }[];
    };
    const names = hits[0]!.records.map((record) => record.name).join(' · ');
    expect(names).toMatch(/غسان/);
    expect(hits[0]!.why.length).toBeGreaterThan(0);
    expect(hits[0]!.verdict).not.toBe('same'); // a bare name is never enough
  });

  test('linking the lists alone writes a person for every row', async () => {
    await inFolder((out) => {
      const lists = join(examples, 'lists');
      const clusters = join(out, 'persons.csv');
      const pairs = join(out, 'pairs.csv');
      const ran = sanad([
        'link',
        join(lists, 'register-qalaat-al-rih.csv'),
        join(lists, 'released-volunteers.csv'),
        '--out',
        clusters,
        '--pairs',
        pairs,
      ]);
      expect(ran.code).toBeLessThanOrEqual(1);
      const rows = readFileSync(clusters, 'utf8').trim().split('\n');
      expect(rows[0]).toBe('list,row,person');
      expect(rows.length).toBeGreaterThan(170);
      expect(readFileSync(pairs, 'utf8').split('\n')[0]).toBe(
        'list_a,row_a,list_b,row_b,probability,verdict',
      );
    });
  });

  test('verify finds the case whole, and finds a changed file', () => {
    expect(sanad(['verify', theCase]).code).toBe(0);
  });

  test('a backup restored elsewhere is the same case', async () => {
    await inFolder((elsewhere) => {
      const file = join(elsewhere, 'example.backup');
      expect(sanad(['backup', theCase, file]).code).toBe(0);
      const restored = join(elsewhere, 'restored');
      expect(sanad(['restore', file, restored]).code).toBe(0);
      expect(sanad(['claims', restored, '--json']).out).toBe(sanad(['claims', theCase, '--json']).out);
    });
  });
});

describe('wrong use', () => {
  test('is told in one sentence and ends with 2', async () => {
    await inFolder((folder) => {
      const none = sanad(['find', join(folder, 'nowhere'), 'x']);
      expect(none.code).toBe(2);
      expect(none.err).toMatch(/no case/);
      expect(none.err).not.toMatch(/ at .*\.ts:/);
      const misspelt = sanad(['find', folder, 'x', '--tpo', '3']);
      expect(misspelt.code).toBe(2);
      expect(misspelt.err).toMatch(/--top/);
      expect(sanad(['find', folder, '  ']).code).toBe(2);
      writeFileSync(join(folder, 'file'), 'x');
      expect(sanad(['init', folder, '--unsealed']).code).toBe(2);
      expect(sanad(['find', join(folder, 'nowhere'), 'x', '--lang', 'ar']).err).toMatch(/لا توجد قضية/);
    });
  });

  test('a sealed case opens with its passphrase alone', async () => {
    await inFolder((folder) => {
      const sealed = join(folder, 'sealed');
      expect(sanad(['init', sealed]).code).toBe(2);
      expect(sanad(['init', sealed], { SANAD_PASSPHRASE: 'a field of barley' }).code).toBe(0);
      expect(sanad(['claims', sealed]).code).toBe(2);
      expect(sanad(['claims', sealed], { SANAD_PASSPHRASE: 'another' }).code).toBe(2);
      expect(sanad(['claims', sealed], { SANAD_PASSPHRASE: 'a field of barley' }).code).toBe(0);
    });
  });
});
