import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCase, verifyCase } from './index.ts';
import { CHEAP, listItem, reportItem } from './trial/example-items.ts';
import { flipBits, repeatable } from './trial/flip.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-flip-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// The long version, 1,000 places: node bench/ledger/flip.ts
test.each([
  ['unsealed', undefined],
  ['sealed', 'a phrase'],
])(
  'one bit flipped at 100 places of a case, %s: each is found, and where it is',
  async (kind, passphrase) => {
    const folder = join(root, kind);
    const made = await createCase(folder, { passphrase, unsealed: passphrase === undefined, ...CHEAP });
    const lists = [listItem('a.csv', 30), listItem('b.csv', 5, 'b'), reportItem('c.txt')];
    for (const item of lists) made.addItem(item);
    made.close();
    expect(await flipBits(folder, passphrase, 100, repeatable(7))).toEqual({
      flips: 100,
      missed: [],
      misplaced: [],
    });
    expect(await verifyCase(folder, { passphrase })).toMatchObject({ ok: true });
  },
);
