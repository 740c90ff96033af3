import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ageDecrypt, ageIdentity } from './age-file.ts';
import { CHUNK } from './age-stream.ts';
import { sha256Hex } from './sha256.ts';
import { openVault, type Vault } from './vault.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-vault-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const key = ageIdentity(Buffer.alloc(32, 7));
let folders = 0;
const newFolder = (): string => join(root, String(folders++));
const whole = (pieces: Iterable<Uint8Array>): Buffer => Buffer.concat([...pieces]);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0;
const entrance = (folder: string): string => join(folder, 'vault', 'in');

function receive(vault: Vault, pieces: Iterable<Uint8Array>) {
  const receiving = vault.receive();
  for (const piece of pieces) receiving.write(piece);
  return receiving.finish();
}

describe.each([
  ['sealed', key],
  ['unsealed', undefined],
] as const)('a %s vault', (_, identity) => {
  const lengths = fc.oneof(
    fc.nat(3 * CHUNK),
    fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 20 * CHUNK, 33 * CHUNK + 5),
  );

  test('gives back what came in pieces of any size, whole and in part', () => {
    const vault = openVault(newFolder(), () => identity, randomBytes);
    fc.assert(
      fc.property(
        lengths,
        fc.array(fc.nat(200_000), { maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (length, cuts, a, b) => {
          const bytes = randomBytes(length);
          const places = [0, ...cuts.map((cut) => cut % (length + 1)).sort((x, y) => x - y), length];
          const received = receive(
            vault,
            places.slice(1).map((to, at) => bytes.subarray(places[at], to)),
          );
          expect(received).toMatchObject({ sha256: sha256(bytes), length });
          const [stored] = vault.store([received]);
          expect(same(vault.read(stored!), bytes)).toBe(true);
          const [from, to] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
          expect(same(whole(vault.pieces(stored!, from, to)), bytes.subarray(from, to))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('goes on after a cut with what was parked, and with nothing that was not', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), fc.nat(400_000), fc.boolean(), (length, at, more, torn) => {
        const folder = newFolder();
        const bytes = randomBytes(length);
        const cut = at % (length + 1);
        const receiving = openVault(folder, () => identity, randomBytes).receive();
        receiving.write(bytes.subarray(0, cut));
        receiving.park({ file: 'video.mp4' });
        // The process goes on and is killed: what it wrote afterwards was not promised.
        receiving.write(bytes.subarray(cut, cut + more));
        if (torn) {
          const part = join(
            entrance(folder),
            readdirSync(entrance(folder)).find((name) => /bytes/.test(name))!,
          );
          writeFileSync(part, 'torn', { flag: 'a' });
        }

        const later = openVault(folder, () => identity, randomBytes);
        later.sweep(() => []);
        const [parked] = later.parked();
        expect(parked).toMatchObject({ bytes: cut, note: { file: 'video.mp4' } });
        const resumed = later.resume(parked!.id)!;
        expect(resumed.bytes).toBeGreaterThanOrEqual(cut);
        resumed.write(bytes.subarray(resumed.bytes));
        const received = resumed.finish();
        expect(received).toMatchObject({ sha256: sha256(bytes), length });
        const [stored] = later.store([received]);
        later.acknowledged([stored!]);
        expect(same(later.read(stored!), bytes)).toBe(true);
        expect(readdirSync(entrance(folder))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('what was neither parked nor finished is swept away', () => {
    const folder = newFolder();
    const vault = openVault(folder, () => identity, randomBytes);
    vault.receive().write(randomBytes(100));
    const [discarded] = [receive(vault, [randomBytes(10)])];
    vault.discard(discarded!);
    expect(existsSync(discarded!.part)).toBe(false);
    vault.sweep(() => []);
    expect(readdirSync(entrance(folder))).toEqual([]);
  });

  test('a file cut short, lengthened or with a bit changed is not given out whole', () => {
    const folder = newFolder();
    const vault = openVault(folder, () => identity, randomBytes);
    const change: ((path: string) => void)[] = [
      (path) => truncateSync(path, 3 * CHUNK),
      (path) => writeFileSync(path, 'x', { flag: 'a' }),
      (path) => {
        const bytes = readFileSync(path);
        bytes[bytes.length >> 1]! ^= 4;
        writeFileSync(path, bytes);
      },
      (path) => rmSync(path),
    ];
    for (const damage of change) {
      const bytes = randomBytes(4 * CHUNK);
      const [stored] = vault.store([{ bytes, sha256: sha256Hex(bytes) }]);
      damage(join(folder, 'vault', stored!.name.slice(0, 2), stored!.name));
      expect(vault.read(stored!)).toBeUndefined();
      expect(() => whole(vault.pieces(stored!))).toThrow('case.damaged');
    }
  });
});

test('nothing of what is received, or of who sent it, lies in the folder unsealed', () => {
  const folder = newFolder();
  const vault = openVault(folder, () => key, randomBytes);
  const receiving = vault.receive();
  receiving.write(Buffer.from(`the street of the witness ${'.'.repeat(200_000)}`));
  receiving.park({ file: 'the witness.mp4' });
  const bytes = readdirSync(entrance(folder)).map((name) => readFileSync(join(entrance(folder), name)));
  expect(bytes).toHaveLength(2);
  for (const each of bytes) expect(each.includes('witness')).toBe(false);
});

test('a sealed part is an age file, and the public half of the key is enough to let a file in', async () => {
  const { createPublicKey } = await import('node:crypto');
  const folder = newFolder();
  const vault = openVault(folder, () => createPublicKey(key), randomBytes);
  const bytes = randomBytes(150_000);
  const { name, header } = vault.store([receive(vault, [bytes])])[0]!;
  const payload = readFileSync(join(folder, 'vault', name.slice(0, 2), name));
  expect(ageDecrypt({ header: header!, payload }, key)).toEqual(bytes);
  expect(vault.read({ name, header: header! })).toBeUndefined();
});
