/**
 * Ten thousand junk tips against a line, as a process of its own: with nothing in the way, with what stands in the way
 * by default, and from one who pays the price. What gets through, the server's memory, its disk, its processor time.
 *
 *     node bench/line/flood.ts [tips] [seconds of paying]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Solve, senderTo } from '../../src/line/trial/sender.ts';
import { TRIAL, trialInput, trialSucceeds } from '../../src/sealing/index.ts';

const tips = Number(process.argv[2] ?? 10_000);
const paying = Number(process.argv[3] ?? 60);
const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
const root = mkdtempSync(join(tmpdir(), 'sanad-flood-'));
const keepers = join(root, 'keepers.txt');
const recipient = await identityToRecipient(await generateX25519Identity());
writeFileSync(keepers, recipient);

const encrypter = new Encrypter();
encrypter.addRecipient(recipient);
const junk = await encrypter.encrypt(new Uint8Array(4096));

const stretch = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);

interface Running {
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
}
async function line(name: string, limits: Record<string, number>): Promise<Running> {
  const folder = join(root, name);
  mkdirSync(folder);
  const settings = { version: 1, id: randomBytes(16).toString('hex'), limits };
  writeFileSync(join(folder, 'line.json'), JSON.stringify(settings));
  const server = spawn(process.execPath, [main, 'line', folder, '--keys', keepers, '--port', '0']);
  const address = await new Promise<string>((found) => {
    server.stdout.on('data', (part: Buffer) => {
      const at = /http:\/\/[\d.]+:\d+\//.exec(String(part));
      if (at) found(at[0]);
    });
  });
  return { address, folder, process: server };
}

/** Megabytes at most so far, and processor seconds. */
function spent({ process: { pid } }: Running): { readonly memory: number; readonly cpu: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, , , , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  return {
    memory: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024,
    cpu: (Number(user) + Number(system)) / 100,
  };
}
function disk(folder: string): { readonly files: number; readonly megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const bytes = files.reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);
  return { files: files.length, megabytes: bytes / 1e6 };
}
async function flood(
  running: Running,
  count: number,
  solve: Solve,
  until = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const { deposit } = senderTo(running.address);
  const statuses: number[] = [];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (statuses.length < count && performance.now() < until)
        statuses.push(await deposit(randomBytes(32).toString('hex'), junk, solve).catch(() => 0));
    }),
  );
  return statuses;
}
const natively: Solve = async ({ seed, puzzles, trials }) => {
  const { dkLen, ...cost } = TRIAL;
  const nonces: number[] = [];
  for (let puzzle = 0; puzzle < puzzles; puzzle++)
    for (let nonce = 0; ; nonce++) {
      const digest = await stretch(...trialInput({ seed, puzzles, trials }, puzzle, nonce), dkLen, cost);
      if (!trialSucceeds(digest, trials)) continue;
      nonces.push(nonce);
      break;
    }
  return nonces;
};

async function report(label: string, running: Running, work: () => Promise<number[]>): Promise<void> {
  const before = spent(running);
  const own = process.cpuUsage();
  const start = performance.now();
  const statuses = await work();
  const after = spent(running);
  const used = process.cpuUsage(own);
  const through = statuses.filter((status) => status === 200).length;
  const kept = disk(running.folder);
  console.log(`${label}
  tried ${statuses.length}, through ${through}; refused as ${[...new Set(statuses.filter((s) => s !== 200))].join(', ') || '—'}
  ${((performance.now() - start) / 1000).toFixed(0)} s; attacker ${((used.user + used.system) / 1e6).toFixed(0)} CPU-s, line ${(after.cpu - before.cpu).toFixed(1)} CPU-s, ${((1000 * (after.cpu - before.cpu)) / Math.max(1, statuses.length)).toFixed(2)} ms a try
  line's memory at most ${after.memory.toFixed(0)} MB; its folder ${kept.files} files, ${kept.megabytes.toFixed(1)} MB`);
}

const open = await line('open', { work: 0, newMailboxesAnHour: 1e7, depositsAnHour: 1e7 });
await report(`nothing in the way, ${tips} tips:`, open, () => flood(open, tips, () => []));
open.process.kill();

const lazy = await line('lazy', {});
await report('as it is by default, from one who does not work:', lazy, () =>
  flood(lazy, tips, () => [0, 1, 2, 3, 4, 5, 6, 7]),
);
lazy.process.kill();

const quota = await line('quota', { work: 0 });
await report('quotas alone:', quota, () => flood(quota, tips, () => []));
quota.process.kill();

const priced = await line('priced', {});
await report(`as it is by default, from one who works natively for ${paying} s:`, priced, () =>
  flood(priced, tips, natively, performance.now() + 1000 * paying),
);
const { body } = await senderTo(priced.address).post<{ puzzles: number; trials: number }>('api/work', {
  bytes: 5000,
});
console.log(`  a deposit then costs ${body.puzzles * body.trials} trials instead of 128`);
priced.process.kill();
rmSync(root, { recursive: true, force: true });
