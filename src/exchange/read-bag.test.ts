import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBag } from './read-bag.ts';

const SUITE = resolve(import.meta.dirname, '../../../shared/data/evidence/bagit');
const bags = (kind: string): string[] =>
  existsSync(join(SUITE, kind))
    ? readdirSync(join(SUITE, kind))
        .filter((name) => statSync(join(SUITE, kind, name)).isDirectory())
        .map((name) => `${kind}/${name}`)
    : [];

describe.skipIf(!existsSync(SUITE))(
  'the BagIt conformance suite (skipped where ../shared/data is absent)',
  () => {
    test.each([...bags('v0.97/valid'), ...bags('v1.0/valid')])('%s is valid', async (bag) => {
      expect((await readBag(join(SUITE, bag))).problems).toEqual([]);
    });

    test.each([
      ...bags('v0.97/invalid'),
      ...bags('v1.0/invalid'),
      ...bags('v0.97/linux-only'),
      ...bags('v0.97/windows-only'),
    ])('%s is refused by name', async (bag) => {
      const { problems } = await readBag(join(SUITE, bag));
      expect(problems).not.toEqual([]);
      for (const { code } of problems) expect(code).toMatch(/^bag\./);
      if (bag.includes('out-of-scope'))
        expect(problems.map(({ code }) => code)).toContain('bag.path-outside');
    });

    test.each(bags('v0.97/warning'))('%s is taken, and what is odd is told', async (bag) => {
      const { problems, warnings } = await readBag(join(SUITE, bag));
      expect(problems).toEqual([]);
      expect(warnings).not.toEqual([]);
    });
  },
);

describe('a bag of our own', () => {
  const root = mkdtempSync(join(tmpdir(), 'sanad-bag-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('whose payload holds a link is refused: it may lead anywhere', async () => {
    const bag = join(root, 'linked');
    mkdirSync(join(bag, 'data'), { recursive: true });
    writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    writeFileSync(join(bag, 'manifest-sha256.txt'), '');
    symlinkSync('/etc/hostname', join(bag, 'data/a'));
    expect((await readBag(bag)).problems).toContainEqual({
      code: 'bag.path-outside',
      file: join('data', 'a'),
    });
  });
});
