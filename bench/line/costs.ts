/**
 * What the public line costs those who use it: the page's weight, the browser's work (in the same JavaScript, here), the
 * keepers' fetching and grouping of ten thousand tips.
 *
 *     node bench/line/costs.ts [tips]
 */
import { randomBytes, scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { scrypt } from '@noble/hashes/scrypt.js';
import { fetchTips, floodsAmong, makeKeeper, placeAt, readTalks } from '../../src/keepers/index.ts';
import { createCase } from '../../src/ledger/index.ts';
import { LINE_WEB_ROOT, lineApp, mailboxesIn, openLine } from '../../src/line/index.ts';
import {
  chunksOf,
  collect,
  mailboxKeys,
  newReceiptCode,
  sealEnvelope,
  solveWork,
  streamOf,
  systemRandom,
  TRIAL,
} from '../../src/sealing/index.ts';

const tips = Number(process.argv[2] ?? 10_000);
const root = mkdtempSync(join(tmpdir(), 'sanad-costs-'));
const cpu = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const say = (what: string, figure: string): void => console.log(`${what.padEnd(58)} ${figure}`);

const keeperCase = await createCase(join(root, 'case'), { passphrase: 'four words nobody else has' });
const recipient = await makeKeeper(keeperCase, 'bench');
const line = openLine(join(root, 'post'), recipient);
const app = lineApp(line, {
  webRoot: LINE_WEB_ROOT,
  clock: () => new Date(),
  addressOf: () => undefined,
  log: console.error,
});

const parts = [
  Buffer.from(await (await app.request('/')).arrayBuffer()),
  ...['line.js', 'line.css'].map((name) => readFileSync(join(LINE_WEB_ROOT, name))),
];
const weight = (pack: (bytes: Buffer) => Buffer): string =>
  `${(parts.reduce((sum, part) => sum + pack(part).length, 0) / 1000).toFixed(1)} kB`;
say('the page, script and style and all', `${weight(gzipSync)} gzip, ${weight(brotliCompressSync)} brotli`);

let trials = 0;
const inPage = await cpu(() => {
  for (; trials < 100; trials++) scrypt(String(trials), 'seed', TRIAL);
});
const native = await cpu(() => {
  for (let n = 0; n < 100; n++) scryptSync(String(n), 'seed', 32, { N: TRIAL.N, r: TRIAL.r, p: TRIAL.p });
});
say(
  'a trial of work, in the page / natively',
  `${(10 * inPage).toFixed(1)} / ${(10 * native).toFixed(1)} ms CPU, ${(inPage / native).toFixed(1)} : 1`,
);
const prices: number[] = [];
for (let n = 0; n < 5; n++)
  prices.push(await cpu(() => solveWork({ seed: `bench ${n}`, puzzles: 8, trials: 16 })));
say(
  'work for one deposit in quiet times (five of them)',
  `${prices.map((each) => each.toFixed(1)).join(' ')} CPU-s`,
);
say(
  'from the receipt code to its keys',
  `${(await cpu(() => mailboxKeys(newReceiptCode(systemRandom), line.id))).toFixed(2)} CPU-s`,
);

const megabytes = 32;
async function* content(): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < megabytes * 16; n++) yield new Uint8Array(65_536);
}
const sealing = await cpu(async () => {
  const header = { kind: 'file', name: 'a', type: '', number: 1, bytes: megabytes * 2 ** 20 } as const;
  for await (const _ of chunksOf((await sealEnvelope(header, streamOf(content()), [recipient])).stream));
});
say('sealing a file', `${(megabytes / sealing).toFixed(0)} MB a CPU-s`);

const mailboxes = mailboxesIn(line.folder);
const file = join(root, 'sealed');
const LIES = [
  'يوجد ثلاثة طوابق تحت الأرض والمفتاح عند الضابط في الغرفة رقم',
  'all of them were moved by bus to the airport on day',
];
const texts: { id: string; text: string }[] = [];
for (let n = 0; n < tips; n++) {
  const text = n % 100 === 0 ? randomBytes(60).toString('base64') : `${LIES[n % 2]} ${n}`;
  texts.push({ id: String(n), text });
  const bytes = new TextEncoder().encode(text);
  const header = {
    kind: 'message',
    language: 'ar',
    replyTo: recipient,
    number: 1,
    bytes: bytes.length,
  } as const;
  writeFileSync(file, await collect(chunksOf((await sealEnvelope(header, bytes, [recipient])).stream), 1e6));
  mailboxes.put(randomBytes(16).toString('hex'), 'sender', '2026-11-22', file);
}
const fetching = await cpu(async () =>
  fetchTips(keeperCase, await placeAt(line.folder, keeperCase), {
    by: 'bench',
    clock: () => new Date(),
    random: randomBytes,
    fetched: 'removed',
  }),
);
say(
  `fetching ${tips} tips from a folder into the case`,
  `${fetching.toFixed(1)} CPU-s, ${Math.round(tips / fetching)} a CPU-s`,
);
say('reading the queue of them', `${(await cpu(() => readTalks(keeperCase))).toFixed(2)} CPU-s`);
let groups: string[][] = [];
const grouping = await cpu(() => {
  groups = floodsAmong(texts);
});
const grouped = groups.reduce((sum, group) => sum + group.length, 0);
say(
  'finding floods among them',
  `${grouping.toFixed(1)} CPU-s: ${groups.length} floods of ${groups.map((group) => group.length).join(' and ')}; ${tips - grouped} stand alone`,
);
keeperCase.close();
rmSync(root, { recursive: true, force: true });
