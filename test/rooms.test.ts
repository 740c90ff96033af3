import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may know whom. A room not named here knows nobody. */
const KNOWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  assembler: [],
  names: [],
  messages: ['model'],
  sealing: [],
  checking: ['model'],
  line: ['model', 'messages', 'sealing'],
  keepers: ['model', 'ledger', 'sealing', 'line'],
  ledger: ['model', 'assembler'],
  accounts: ['model', 'ledger'],
  intake: ['model', 'names'],
  reading: ['model', 'names'],
  linkage: ['model', 'names', 'assembler'],
  proposing: ['model', 'reading'],
  claims: ['model', 'ledger', 'intake', 'reading', 'names'],
  receive: ['model', 'ledger', 'intake', 'reading'],
  people: ['model', 'ledger', 'linkage', 'names'],
  requests: ['model', 'ledger', 'linkage', 'names', 'people', 'sealing'],
  site: ['model', 'ledger'],
  figures: ['model', 'ledger', 'linkage', 'names', 'claims', 'people'],
  files: ['model'],
  custody: ['model', 'ledger', 'files'],
  exchange: ['model', 'ledger', 'files', 'custody'],
  server: [
    'model',
    'ledger',
    'checking',
    'accounts',
    'intake',
    'names',
    'linkage',
    'reading',
    'proposing',
    'claims',
    'people',
    'requests',
    'site',
    'receive',
    'figures',
    'files',
    'custody',
    'exchange',
    'messages',
    'line',
    'keepers',
  ],
  cli: [
    'model',
    'ledger',
    'checking',
    'accounts',
    'intake',
    'names',
    'linkage',
    'reading',
    'proposing',
    'claims',
    'people',
    'requests',
    'site',
    'receive',
    'figures',
    'files',
    'custody',
    'exchange',
    'messages',
    'line',
    'keepers',
    'server',
  ],
  web: ['model', 'messages', 'sealing', 'checking'],
};

const root = resolve(import.meta.dirname, '..');

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

const roomOf = (path: string): string => {
  const parts = relative(root, path).split(sep);
  return parts[0] === 'src' ? parts[1]! : parts[0]!;
};

const imports = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import|import\()\s*['"](\.[^'"]+)['"]/g)].map((match) =>
    resolve(dirname(path), match[1]!),
  );

describe('the rooms', () => {
  const files = [...sources(join(root, 'src')), ...sources(join(root, 'web'))];

  test('are found', () => expect(files.length).toBeGreaterThan(20));

  test('know only whom they may know, and only through the door', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      for (const target of imports(file)) {
        const other = roomOf(target);
        if (other === room) continue;
        const test = /\.test\.tsx?$/.test(file);
        // A browser, and what else the tests of all rooms share.
        if (test && other === 'test') continue;
        if (!(KNOWS[room] ?? []).includes(other) && !test)
          wrong.push(`${relative(root, file)} knows ${other}`);
        if (target !== join(root, 'src', other, 'index.ts'))
          wrong.push(`${relative(root, file)} enters ${other} past its door: ${relative(root, target)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('verify shares no code with what writes', () => {
    const verify = join(root, 'src/ledger/verify');
    const own = [...sources(join(root, 'src/ledger'))].filter((file) => !file.endsWith('.test.ts'));
    const [reads, writes] = [true, false].map((of) => own.filter((file) => file.startsWith(verify) === of));
    const wrong = [
      ...crossings(reads!, (target) => !target.startsWith(verify) && roomOf(target) !== 'model'),
      ...crossings(writes!, (target) => target.startsWith(verify)),
    ];
    expect(reads!.length).toBeGreaterThan(10);
    // The door hands verify on; nobody else takes anything from it.
    expect(wrong).toEqual(['src/ledger/index.ts → src/ledger/verify/index.ts']);
  });
});

/** Imports from these files to where they must not lead. */
const crossings = (from: readonly string[], wrong: (target: string) => boolean): string[] =>
  from.flatMap((file) =>
    imports(file)
      .filter(wrong)
      .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
  );
