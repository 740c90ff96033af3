import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../../model/index.ts';
import { blockHolds } from './bitcoin-header.ts';
import {
  attestations,
  mergeTimestamps,
  pendingTimestampFile,
  readCalendarAnswer,
  readTimestampFile,
  withAnswer,
  writeTimestampFile,
} from './opentimestamps.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data/evidence/ots/examples');
const read = (name: string): Buffer => readFileSync(resolve(folder, name));
const calendar = 'https://calendar.example';

describe.skipIf(!existsSync(folder))('the public samples (../shared/data/evidence/ots)', () => {
  test.each([
    ['bad-stamp.txt', ['bitcoin 358391']],
    ['empty', ['bitcoin 129405']],
    ['hello-world.txt', ['bitcoin 358391']],
    ['incomplete.txt', ['pending alice']],
    ['known-and-unknown-notary.txt', ['pending bob', 'unknown']],
    ['merkle1.txt', ['pending alice', 'pending bob']],
    ['merkle2.txt', ['pending alice', 'pending bob']],
    ['merkle3.txt', ['pending alice', 'pending bob']],
    ['osdsp.txt', ['bitcoin 523364', 'pending alice', 'pending bob', 'pending btc', 'pending finney']],
    ['two-calendars.txt', ['pending alice', 'pending bob']],
    ['unknown-notary.txt', ['unknown']],
    ['sha1/a', ['bitcoin 466906', 'pending alice', 'pending bob', 'pending finney'], 'sha1/a_or_b.ots'],
    ['ripemd160/README.md', ['pending alice', 'pending bob', 'pending finney']],
  ])('%s', (original, expected, stamp = `${original}.ots`) => {
    const file = readTimestampFile(read(stamp));
    expect(createHash(file.algorithm).update(read(original)).digest()).toEqual(file.digest);
    expect(writeTimestampFile(file)).toEqual(read(stamp));
    const told = attestations(file.timestamp).map((one) => {
      if (one.kind === 'pending') return `pending ${new URL(one.calendar).hostname.split('.')[0]}`;
      return one.kind === 'unknown' ? 'unknown' : `${one.kind} ${one.height}`;
    });
    expect(told.sort()).toEqual(expected);
  });

  /** Block 358391 of the main chain. */
  const header =
    '02000000b96394585a281b7e5f438fd1c9ed492645a1fd61cb380204000000000000' +
    '0000007ee445d23ad061af4a36b809501fab1ac4f2d7e7a739817dd0cbb7ec661b8a1e376755f58616186272def6';
  const attested = (name: string): Buffer =>
    attestations(readTimestampFile(read(name)).timestamp)[0]!.message;

  test('a block’s header, with its work, says when; its merkle root alone only that it is so', () => {
    const message = attested('hello-world.txt.ots');
    expect(blockHolds(message, 358391, header)).toEqual({
      time: new Date('2015-05-28T15:41:18Z'),
      workBits: 67,
    });
    const shown = '8a1b66ecb7cbd07d8139a7e7d7f2c41aab1f5009b8364aaf61d03ad245e47e00';
    expect(blockHolds(message, 358391, shown)).toEqual({});
  });

  test('a stamp that does not lead to the block it names is refused, and so is a header that cost nothing', () => {
    expect(() => blockHolds(attested('bad-stamp.txt.ots'), 358391, header)).toThrow('header.contradicts');
    const cheap = Buffer.from(header, 'hex');
    cheap.writeUInt32LE(1, 76);
    const message = attested('hello-world.txt.ots');
    expect(() => blockHolds(message, 358391, cheap.toString('hex'))).toThrow('header.without-work');
    expect(() => blockHolds(message, 358391, `${header}00`)).toThrow('header.malformed');
  });

  test('20,000 samples with bytes changed, cut or doubled: each is read or refused by name', () => {
    const samples = ['hello-world.txt', 'osdsp.txt', 'two-calendars.txt', 'empty'].map((name) =>
      read(`${name}.ots`),
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...samples), damage, (sample, change) => {
        try {
          readTimestampFile(change(sample));
        } catch (error) {
          expect(error).toBeInstanceOf(SanadError);
          refused++;
        }
      }),
      { numRuns: 20_000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

const damage = fc
  .array(fc.tuple(fc.constantFrom('set', 'cut', 'double', 'drop'), fc.nat(), fc.nat(255)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps) => (sample: Buffer): Buffer => {
    let bytes = Buffer.from(sample);
    for (const [what, place, value] of steps) {
      const at = place % Math.max(1, bytes.length);
      if (what === 'set' && bytes.length > 0) bytes[at] = value;
      else if (what === 'cut') bytes = bytes.subarray(0, at);
      else if (what === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.floor(at / 2))]);
    }
    return bytes;
  });

test('a pending file of our own waits for its calendar, and takes its answer', () => {
  const digest = createHash('sha256').update('a checkpoint\n').digest();
  const pending = pendingTimestampFile(digest, randomBytes(16), calendar);
  const written = readTimestampFile(writeTimestampFile(pending));
  expect(written).toEqual(pending);
  const [waiting] = attestations(written.timestamp);
  expect(waiting).toMatchObject({ kind: 'pending', calendar });

  // sha256, then: attested by block 800000.
  const body = Buffer.from('08000588960d73d7190103' + '80ea30', 'hex');
  const answer = readCalendarAnswer(body, waiting!.message);
  const upgraded = withAnswer(written.timestamp, answer);
  expect(attestations(upgraded).map(({ kind }) => kind)).toEqual(['pending', 'bitcoin']);
  expect(attestations(upgraded)[1]).toMatchObject({ height: 800_000 });
  expect(mergeTimestamps(upgraded, written.timestamp)).toEqual(upgraded);
  expect(attestations(withAnswer(written.timestamp, readCalendarAnswer(body, digest))).length).toBe(2);
});

test('a proof of other data cannot be merged', () => {
  const one = pendingTimestampFile(Buffer.alloc(32, 1), randomBytes(16), calendar).timestamp;
  const other = pendingTimestampFile(Buffer.alloc(32, 2), randomBytes(16), calendar).timestamp;
  expect(() => mergeTimestamps(one, other)).toThrow('timestamp.other-data');
});
