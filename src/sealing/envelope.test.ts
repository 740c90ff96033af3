import { scryptSync } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import {
  chunksOf,
  collect,
  mailboxKeys,
  openEnvelope,
  paddedLength,
  sealEnvelope,
  solveWork,
  streamOf,
  TRIAL,
  trialInput,
  trialSucceeds,
} from './index.ts';

const text = (words: string) => new TextEncoder().encode(words);
const streamed = (bytes: Uint8Array) =>
  streamOf(
    (async function* () {
      for (let at = 0; at < bytes.length; at += 10_000) yield bytes.slice(at, at + 10_000);
    })(),
  );
async function keeper() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
const message = (bytes: number) =>
  ({ kind: 'message', language: 'ar', replyTo: 'age1…', number: 1, bytes }) as const;

describe('a sealed message', () => {
  test('is opened by each of the keepers and by nobody else', async () => {
    const [huda, sami, stranger] = [await keeper(), await keeper(), await keeper()];
    const words = text('رأيت خريطة الجناح الشمالي');
    const sealed = await sealEnvelope(message(words.length), words, [huda.recipient, sami.recipient]);
    const bytes = await collect(chunksOf(sealed.stream), 1e6);
    expect(bytes.length).toBe(sealed.bytes);
    expect(Buffer.from(bytes).includes(Buffer.from(words))).toBe(false);

    for (const { identity } of [huda, sami]) {
      const opened = await openEnvelope(streamed(bytes), [identity]);
      expect(opened?.header).toEqual(message(words.length));
      expect(await collect(opened!.content, 1e6)).toEqual(words);
    }
    expect(await openEnvelope(streamed(bytes), [stranger.identity])).toBeUndefined();
  });

  test('is as long as any other: one word and a page', async () => {
    const { recipient } = await keeper();
    const lengths = await Promise.all(
      [1, 500, 3500].map(async (n) => (await sealEnvelope(message(n), new Uint8Array(n), [recipient])).bytes),
    );
    expect(new Set(lengths).size).toBe(1);
  });

  test('changed anywhere or cut short is not opened', async () => {
    const { identity, recipient } = await keeper();
    const words = new Uint8Array(150_000).fill(65);
    const { stream } = await sealEnvelope(message(words.length), streamed(words), [recipient]);
    const bytes = await collect(chunksOf(stream), 1e6);
    const read = async (given: Uint8Array) => {
      const opened = await openEnvelope(streamed(given), [identity]);
      return opened ? await collect(opened.content, 1e6).catch(() => undefined) : undefined;
    };
    expect(await read(bytes)).toEqual(words);
    for (let i = 0; i < 40; i++) {
      const changed = bytes.slice();
      const at = Math.floor((i / 40) * bytes.length);
      changed[at] = changed[at]! ^ 4;
      expect(await read(changed), `byte ${at}`).toBeUndefined();
    }
    expect(await read(bytes.slice(0, 70_000))).toBeUndefined();
    expect(await read(bytes.slice(0, bytes.length - 1))).toBeUndefined();
  });

  test('a file that grows while it is sealed is not sent as if it were whole', async () => {
    const { recipient } = await keeper();
    const header = { kind: 'file', name: 'map.jpg', type: 'image/jpeg', number: 1, bytes: 10 } as const;
    const { stream } = await sealEnvelope(header, new Uint8Array(11), [recipient]);
    await expect(collect(chunksOf(stream), 1e6)).rejects.toThrow();
  });
});

describe('padding', () => {
  test('never shortens, and costs at most as much again, 12 % above a megabyte', () => {
    for (let bytes = 1; bytes < 3e8; bytes = Math.ceil(bytes * 1.37)) {
      const padded = paddedLength(bytes);
      expect(padded).toBeGreaterThanOrEqual(bytes);
      if (bytes > 4096) expect(padded / bytes).toBeLessThan(bytes > 1024 * 1024 ? 1.12 : 2);
    }
  });

  test('leaves few lengths: some two hundred up to 100 MB', () => {
    const seen = new Set<number>();
    for (let bytes = 1; bytes < 1e8; bytes += 997) seen.add(paddedLength(bytes));
    expect(seen.size).toBeLessThan(250);
  });
});

describe('what a receipt code stands for', () => {
  test('is the same wherever it is typed, and another on another line', async () => {
    const code = '48213 07755 11111 22222 33333 44444';
    const [here, again, elsewhere] = await Promise.all([
      mailboxKeys(code, 'one'),
      mailboxKeys(code, 'one'),
      mailboxKeys(code, 'two'),
    ]);
    expect(again).toEqual(here);
    expect(elsewhere.access).not.toBe(here.access);
    expect(here.mailbox).toMatch(/^[0-9a-f]{32}$/);
    expect(here.recipient).toBe(await identityToRecipient(here.identity));
  });

  test('opens the answer sealed to it', async () => {
    const keys = await mailboxKeys('48213 07755 11111 22222 33333 44444', 'one');
    const words = text('شكرًا. هل كان ذلك في الطابق الثاني؟');
    const sealed = await sealEnvelope({ kind: 'reply', number: 1, bytes: words.length }, words, [
      keys.recipient,
    ]);
    const opened = await openEnvelope(sealed.stream, [keys.identity]);
    expect(await collect(opened!.content, 1e6)).toEqual(words);
  });
});

test('work found in the browser is checked by another scrypt', async () => {
  const challenge = { seed: 'a seed', puzzles: 3, trials: 5 };
  const nonces = await solveWork(challenge);
  expect(nonces).toHaveLength(3);
  nonces.forEach((nonce, puzzle) => {
    const [password, salt] = trialInput(challenge, puzzle, nonce);
    expect(trialSucceeds(scryptSync(password, salt, 32, TRIAL), challenge.trials)).toBe(true);
  });
});
