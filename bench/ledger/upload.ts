/**
 * A large file sent through HTTP to a sealed case, with the line cut once and the server killed once in the middle: the
 * most memory that the server took, and whether what it holds is what was sent.
 *
 *     node bench/ledger/upload.ts [MiB]
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyCase } from '../../src/ledger/index.ts';

const MiB = 1024 * 1024;
const size = Number(process.argv[2] ?? 4096) * MiB;
const root = mkdtempSync(join(tmpdir(), 'sanad-upload-'));
const folder = join(root, 'case');
const passphrase = 'a phrase for the bench';
const main = resolve(import.meta.dirname, '../../src/cli/main.ts');

const block = Buffer.alloc(MiB, 'a phone video, a megabyte at a time ');
/** The n-th megabyte of the file. */
const piece = (n: number): Buffer => {
  const own = Buffer.from(block);
  own.writeUInt32LE(n);
  return own;
};

interface Server {
  readonly url: string;
  kill(): Promise<void>;
  /** MiB, the most so far. */
  memory(): number;
  cpuSeconds(): number;
}

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [main, 'serve', folder, '--port', '0', '--lang', 'en'], {
    env: { ...process.env, SANAD_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (text: Buffer) => {
      const match = /http:\/\/[^\s]+/.exec(text.toString());
      if (match) found(match[0]);
    });
    child.once('exit', () => failed(new Error('the server did not start')));
  });
  const status = (): string => readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    memory: () => Number(/VmHWM:\s+(\d+)/.exec(status())?.[1]) / 1024,
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
  };
}

const own = { 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' };

/** Sends from `offset` on; stops in the middle of a megabyte at `until` where that comes before the end. */
function send(
  url: string,
  offset: number,
  until: number,
  then: 'cut' | 'wait' = 'cut',
): Promise<number | undefined> {
  return new Promise((done) => {
    const headers = {
      ...own,
      'upload-offset': offset,
      'content-type': 'application/offset+octet-stream',
      'content-length': size - offset,
    };
    const asked = request(url, { method: 'PATCH', headers }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode));
    });
    asked.on('error', () => done(undefined));
    let at = offset;
    const more = (): void => {
      for (;;) {
        if (at >= until) {
          if (then === 'cut') setTimeout(() => asked.destroy(), 300);
          return;
        }
        if (at >= size) {
          asked.end();
          return;
        }
        const whole = piece(Math.floor(at / MiB));
        const rest = whole.subarray(at % MiB, Math.min(MiB, (at % MiB) + size - at));
        at += rest.length;
        if (!asked.write(rest)) {
          asked.once('drain', more);
          return;
        }
      }
    };
    more();
  });
}

const offsetOf = async (url: string): Promise<number> =>
  Number((await fetch(url, { method: 'HEAD', headers: own })).headers.get('upload-offset'));

try {
  execFileSync(process.execPath, [main, 'init', folder, '--quiet'], {
    env: { ...process.env, SANAD_PASSPHRASE: passphrase },
  });
  const sent = createHash('sha256');
  for (let n = 0; n < size / MiB; n++) sent.update(piece(n));
  const sha256 = sent.digest('hex');

  let server = await startServer();
  console.log(`before anything is sent: ${server.memory().toFixed(0)} MiB of memory at most`);
  const begin = await fetch(`${server.url}api/uploads`, {
    method: 'POST',
    headers: { ...own, 'upload-length': String(size), 'upload-metadata': `filename ${btoa('video.mp4')}` },
  });
  const path = begin.headers.get('location') ?? '';
  const start = performance.now();
  await send(new URL(path, server.url).href, 0, Math.floor(size * 0.33));
  const afterCut = await offsetOf(new URL(path, server.url).href);
  console.log(
    `the line cut at ${Math.floor((size * 0.33) / MiB)} MiB: ${Math.floor(afterCut / MiB)} MiB are held`,
  );

  const second = send(new URL(path, server.url).href, afterCut, Math.floor(size * 0.7), 'wait');
  while ((await progress()) < size * 0.5) await new Promise((later) => setTimeout(later, 200));
  const [memoryBefore, cpuBefore] = [server.memory(), server.cpuSeconds()];
  await server.kill();
  await second;
  console.log(`until then: ${memoryBefore.toFixed(0)} MiB of memory at most`);
  server = await startServer();
  const afterKill = await offsetOf(new URL(path, server.url).href);
  console.log(
    `the server killed at ${Math.floor((size * 0.7) / MiB)} MiB: ${Math.floor(afterKill / MiB)} MiB are held`,
  );

  const status = await send(new URL(path, server.url).href, afterKill, Number.POSITIVE_INFINITY);
  const wall = (performance.now() - start) / 1000;
  const { outcome } = (await (await fetch(new URL(path, server.url), { headers: own })).json()) as {
    outcome?: { item: string };
  };
  const item = (await (await fetch(`${server.url}api/items/${outcome?.item}`, { headers: own })).json()) as {
    sha256: string;
    bytes: number;
  };
  const memory = Math.max(memoryBefore, server.memory());
  const cpu = cpuBefore + server.cpuSeconds();
  console.log(
    `${size / MiB} MiB sent in ${wall.toFixed(0)} s wall, ${cpu.toFixed(0)} CPU-s of the server; status ${status}`,
  );
  console.log(`most memory of the server: ${memory.toFixed(0)} MiB`);
  console.log(
    item.sha256 === sha256 && item.bytes === size ? 'what is held is what was sent' : 'NOT what was sent',
  );
  await server.kill();
  const { ok, faults } = await verifyCase(folder, { passphrase });
  console.log(ok ? 'verify: whole' : `verify: ${JSON.stringify(faults)}`);

  async function progress(): Promise<number> {
    return ((await (await fetch(new URL(path, server.url), { headers: own })).json()) as { offset: number })
      .offset;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
