import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runnable } from '../assembler/index.ts';
import { BLOCK, hashModule, PAGES, ROUND_CONSTANTS } from './hash-kernel.ts';

const FIRST = 8192;

const { memory, routines } = runnable<{ hash: (...at: number[]) => number }>(hashModule(), PAGES)!;
new Int32Array(memory).set(ROUND_CONSTANTS);

/** Four messages of as many blocks each, padded as FIPS 180-4 section 5.1.1 says, through the kernel; hexadecimal. */
function hashed(messages: readonly Uint8Array[]): string[] {
  const bytes = Buffer.from(memory).fill(0, FIRST);
  const blocks = Math.ceil((messages[0]!.length + 9) / BLOCK);
  const starts = messages.map((message, at) => {
    const start = FIRST + at * blocks * BLOCK;
    bytes.set(message, start);
    bytes[start + message.length] = 0x80;
    bytes.writeBigUInt64BE(BigInt(message.length) * 8n, start + blocks * BLOCK - 8);
    return start;
  });
  routines.hash(...starts, blocks, 2048, 2080, 2112, 2144);
  return messages.map((_, at) => bytes.toString('hex', 2048 + 32 * at, 2080 + 32 * at));
}

/** NIST, "Examples with intermediate values", SHA-256, and the further examples of the same page. */
const NIST = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['\xbd', '68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b'],
  ['\0'.repeat(55), '02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7'],
  ['\0'.repeat(56), 'd4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb'],
  ['\0'.repeat(64), 'f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b'],
  ['A'.repeat(1000), 'c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4'],
] as const;

describe('SHA-256 of four messages at once', () => {
  test.each(NIST)('the published vector of %j', (message, expected) => {
    const bytes = Buffer.from(message, 'latin1');
    expect(hashed([bytes, bytes, bytes, bytes])).toEqual([expected, expected, expected, expected]);
  });

  test('each lane is what the engine’s own makes of it, whatever the others hold', () => {
    const sameBlocks = fc
      .integer({ min: 0, max: 9 })
      .chain((blocks) =>
        fc.array(
          fc.uint8Array({ minLength: Math.max(0, blocks * BLOCK - 8), maxLength: blocks * BLOCK + 55 }),
          { minLength: 4, maxLength: 4 },
        ),
      );
    fc.assert(
      fc.property(sameBlocks, (messages) => {
        expect(hashed(messages)).toEqual(messages.map((message) => hash('sha256', message)));
      }),
    );
  });
});
