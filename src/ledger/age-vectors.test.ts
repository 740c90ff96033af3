import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { bech32 } from '@scure/base';
import { armor, Decrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { ageDecrypt, ageIdentity } from './age-file.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/evidence/age-cctv/testdata');

interface Vector {
  readonly name: string;
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly file: Buffer;
}

function readVector(name: string): Vector {
  const bytes = readFileSync(join(folder, name));
  const end = bytes.indexOf('\n\n');
  const facts = new Map<string, string[]>();
  for (const line of bytes.subarray(0, end).toString().split('\n')) {
    const [key = '', value = ''] = line.split(/: (.*)/s);
    facts.set(key, [...(facts.get(key) ?? []), value]);
  }
  const rest = bytes.subarray(end + 2);
  return { name, facts, file: facts.has('compressed') ? inflateSync(rest) : rest };
}

const one = ({ facts }: Vector, key: string): string | undefined => facts.get(key)?.[0];

/** The whole plaintext, or that there is none. */
async function opened(vector: Vector): Promise<Buffer | 'refused'> {
  try {
    const decrypter = new Decrypter();
    for (const identity of vector.facts.get('identity') ?? []) decrypter.addIdentity(identity);
    for (const passphrase of vector.facts.get('passphrase') ?? []) decrypter.addPassphrase(passphrase);
    const armored = vector.facts.has('armored');
    return Buffer.from(
      await decrypter.decrypt(armored ? armor.decode(vector.file.toString('latin1')) : vector.file),
    );
  } catch {
    return 'refused';
  }
}

const fits = (plain: Buffer | 'refused' | undefined, vector: Vector): boolean =>
  one(vector, 'expect') === 'success'
    ? plain instanceof Buffer && createHash('sha256').update(plain).digest('hex') === one(vector, 'payload')
    : plain === 'refused' || plain === undefined;

describe.skipIf(!existsSync(folder))('the public vectors of age (../shared/data/evidence/age-cctv)', () => {
  const vectors = existsSync(folder) ? readdirSync(folder).map(readVector) : [];

  test('the library that verify reads with: 143 of 143', async () => {
    const wrong: string[] = [];
    for (const vector of vectors) if (!fits(await opened(vector), vector)) wrong.push(vector.name);
    expect(wrong).toEqual([]);
    expect(vectors).toHaveLength(143);
  });

  test('the vault’s own reader opens what is sealed to one key as the vault seals it, and nothing that is damaged', () => {
    const plain = vectors.filter(({ facts }) => !facts.has('armored') && !facts.has('passphrase'));
    const ours = plain.filter((vector) => one(vector, 'identity')?.startsWith('AGE-SECRET-KEY-1'));
    let opened = 0;
    const wrong = ours.filter((vector) => {
      const { file } = vector;
      const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1;
      const secret = bech32.fromWords(
        bech32.decode(one(vector, 'identity')! as `${string}1${string}`, false).words,
      );
      const found = ageDecrypt(
        { header: file.toString('latin1', 0, end), payload: file.subarray(end) },
        ageIdentity(secret),
      );
      if (found) opened++;
      // It knows one recipient only, so that it may refuse what others open; it may never open what they refuse.
      return found !== undefined && !fits(found, vector);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(opened).toBeGreaterThan(5);
  });
});
