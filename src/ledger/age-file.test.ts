import { randomBytes, webcrypto } from 'node:crypto';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { ageDecrypt, ageEncrypt, ageIdentity } from './age-file.ts';

const secret = Buffer.alloc(32, 9);
const identity = ageIdentity(secret);
const KiB64 = 64 * 1024;

const webIdentity = (): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey(
    'pkcs8',
    identity.export({ format: 'der', type: 'pkcs8' }),
    { name: 'X25519' },
    true,
    ['deriveBits'],
  );

test.each([0, 1, 1000, KiB64 - 1, KiB64, KiB64 + 1, 3 * KiB64, 200_000])(
  '%i bytes: another implementation of age reads what is written here, and the other way round',
  async (length) => {
    const plain = randomBytes(length);
    const sealed = ageEncrypt(plain, identity, randomBytes);
    expect(ageDecrypt(sealed, identity)).toEqual(plain);

    const decrypter = new Decrypter();
    decrypter.addIdentity(await webIdentity());
    const theirs = await decrypter.decrypt(Buffer.concat([Buffer.from(sealed.header), sealed.payload]));
    expect(Buffer.from(theirs)).toEqual(plain);

    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await webIdentity()));
    const whole = Buffer.from(await encrypter.encrypt(plain));
    const end = whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1;
    const split = { header: whole.subarray(0, end).toString(), payload: whole.subarray(end) };
    expect(ageDecrypt(split, identity)).toEqual(plain);
  },
);

test('opens for no other key, without its header, cut short, or with a bit changed', () => {
  const sealed = ageEncrypt(randomBytes(70_000), identity, randomBytes);
  expect(ageDecrypt(sealed, ageIdentity(Buffer.alloc(32, 8)))).toBeUndefined();
  expect(ageDecrypt({ ...sealed, header: '' }, identity)).toBeUndefined();
  expect(
    ageDecrypt({ ...sealed, payload: sealed.payload.subarray(0, 16 + KiB64 + 16) }, identity),
  ).toBeUndefined();
  for (let at = 0; at < sealed.payload.length; at += 997) {
    const payload = Buffer.from(sealed.payload);
    payload[at]! ^= 1;
    expect(ageDecrypt({ ...sealed, payload }, identity)).toBeUndefined();
  }
});
