import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { codeAsMade, printableCode } from './printable-code.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';

const NOW = new Date('2026-03-01T10:00:10Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const codeAt = (secret: string, when: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: when.getTime() });

describe('codes by the clock', () => {
  test('RFC 6238, appendix B: the last six digits of its test vectors', () => {
    const secret = Secret.fromLatin1('12345678901234567890').base32;
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1234567890, '005924'],
      [20000000000, '353130'],
    ] as const)
      expect(totpStep(secret, code, new Date(seconds * 1000), 0)).toBe(Math.floor(seconds / 30));
  });

  test('a clock half a minute off is let in, one further off is not', () => {
    const secret = newTotpSecret(randomBytes);
    for (const off of [-30, 0, 30]) expect(totpStep(secret, codeAt(secret, at(off)), NOW, 0)).toBeDefined();
    for (const off of [-90, -61, 61, 90])
      expect(totpStep(secret, codeAt(secret, at(off)), NOW, 0)).toBeUndefined();
  });

  test('a code works once, and no older one after it', () => {
    const secret = newTotpSecret(randomBytes);
    const step = totpStep(secret, codeAt(secret, NOW), NOW, 0)!;
    expect(totpStep(secret, codeAt(secret, NOW), NOW, step)).toBeUndefined();
    expect(totpStep(secret, codeAt(secret, at(-30)), NOW, step)).toBeUndefined();
    expect(totpStep(secret, codeAt(secret, at(30)), at(30), step)).toBe(step + 1);
  });

  test('in the digits of the phone, with a space in the middle', () => {
    const secret = newTotpSecret(randomBytes);
    const code = codeAt(secret, NOW);
    const arabic = code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
    expect(totpStep(secret, `${arabic.slice(0, 3)} ${arabic.slice(3)}`, NOW, 0)).toBeDefined();
    for (const wrong of ['', '12345', 'abcdef', '1234567'])
      expect(totpStep(secret, wrong, NOW, 0)).toBeUndefined();
  });

  test('an app is told whose it is', () => {
    const address = totpAddress(newTotpSecret(randomBytes), 'rana', 'Qalaat al-Rih');
    expect(address).toMatch(/^otpauth:\/\/totp\/Sanad%20Qalaat%20al-Rih:rana\?/);
  });
});

describe('printed codes', () => {
  test('survive being read out: lower case, spaces, look-alikes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
        const code = printableCode(() => bytes, 15);
        expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
        const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(codeAsMade(typed)).toBe(code);
      }),
    );
  });
  test('ten recovery codes, each its own', () => {
    const codes = newRecoveryCodes(randomBytes);
    expect(new Set(codes.map(recoveryHash)).size).toBe(10);
    expect(recoveryHash(codes[0]!.toLowerCase())).toBe(recoveryHash(codes[0]!));
  });
});
