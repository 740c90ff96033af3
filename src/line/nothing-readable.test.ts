import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailboxKeys, newReceiptCode, systemRandom } from '../sealing/index.ts';
import { senderTo } from './trial/sender.ts';

/**
 * The machine that takes tips cannot read them: a real process of it takes a message and a file, and then its whole
 * folder and its whole memory are searched for what was in them.
 */
const main = resolve(import.meta.dirname, '../cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-readable-'));
const NEEDLES = ['shajarat-al-zaytun-needle', 'الغرفة السرية خلف المولدة', 'needle-file-name.jpg'] as const;

let server: ChildProcess;
let address: string;
let code: string;
let mailbox: string;
let identity: string;
let said = '';

beforeAll(async () => {
  identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(join(folder, 'keepers.txt'), recipient);
  const words = [main, 'line', join(folder, 'post'), '--keys', join(folder, 'keepers.txt'), '--port', '0'];
  server = spawn(process.execPath, words, { stdio: 'pipe', cwd: folder });
  address = await new Promise((found, failed) => {
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (part: Buffer) => {
        said += part;
        const at = /http:\/\/[\d.]+:\d+\//.exec(said);
        if (at) found(at[0]);
      });
    server.once('exit', () => failed(new Error(said)));
  });
  const { id: line } = JSON.parse(readFileSync(join(folder, 'post/line.json'), 'utf8')) as { id: string };
  code = newReceiptCode(systemRandom);
  const keys = await mailboxKeys(code, line);
  ({ mailbox } = keys);
  const sender = senderTo(address);
  const text = new TextEncoder().encode(`${NEEDLES[0]} ${NEEDLES[1]}`);
  const message = {
    kind: 'message',
    language: 'ar',
    replyTo: keys.recipient,
    number: 1,
    bytes: text.length,
  } as const;
  expect(await sender.send(keys, message, text, [recipient])).toBe(200);
  const picture = new TextEncoder().encode(NEEDLES[0].repeat(20_000));
  const file = {
    kind: 'file',
    name: NEEDLES[2],
    type: 'image/jpeg',
    number: 2,
    bytes: picture.length,
  } as const;
  expect(await sender.send(keys, file, picture, [recipient])).toBe(200);
});
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** All that the process may write to, piece by piece with some overlap; `undefined` where the system does not let us. */
function memoryHolds(pid: number, needles: readonly Buffer[]): boolean[] | undefined {
  const found = needles.map(() => false);
  let memory: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return undefined;
  }
  const piece = Buffer.alloc(8 * 1024 * 1024);
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (!from || !to) continue;
    const end = Number.parseInt(to, 16);
    for (let at = Number.parseInt(from, 16); at < end; at += piece.length - 4096) {
      let bytes: number;
      try {
        bytes = readSync(memory, piece, 0, Math.min(piece.length, end - at), at);
      } catch {
        break;
      }
      needles.forEach((needle, n) => {
        if (!found[n] && piece.subarray(0, bytes).includes(needle)) found[n] = true;
      });
    }
  }
  closeSync(memory);
  return found;
}

const readable = process.platform === 'linux';

describe('a line that was seized while it ran', () => {
  test('holds no planted word in any file, nor anything of the receipt code', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name)));
    expect(files.filter((bytes) => bytes.includes('age-encryption.org/v1'))).toHaveLength(2);
    for (const needle of [...NEEDLES, code, code.replaceAll(' ', ''), identity])
      expect(
        files.some((bytes) => bytes.includes(needle)),
        needle,
      ).toBe(false);
  });

  test.skipIf(!readable)(
    'holds none in its memory, in no encoding; what it does hold is found there',
    (context) => {
      const planted = [...NEEDLES, code.replaceAll(' ', ''), identity];
      const needles = planted.flatMap((each) => [Buffer.from(each), Buffer.from(each, 'utf16le')]);
      const found = memoryHolds(server.pid!, [...needles, Buffer.from(mailbox)]);
      if (!found) return context.skip('this system lets nobody read another process’s memory');
      expect(found.slice(0, -1).filter(Boolean)).toEqual([]);
      expect(found.at(-1)).toBe(true);
    },
  );

  test('said nothing about who wrote: one line at the start, and no more', () => {
    expect(said).not.toMatch(/127\.0\.0\.1:\d+.*127\.0\.0\.1/s);
    expect(said.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
});
