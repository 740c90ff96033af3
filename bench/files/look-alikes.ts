/**
 * How near the hashes of pictures are to the published ones, and how fast look-alikes are found among many.
 *
 *     node bench/files/look-alikes.ts [hashes]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { bitsApart, lookAlikes, pictureHash } from '../../src/files/index.ts';

const many = Number(process.argv[2] ?? 1_000_000);
const folder = resolve(import.meta.dirname, '../../../shared/data/evidence/pdq');

if (existsSync(folder)) {
  const rows = readFileSync(join(folder, 'reference-hashes.tsv'), 'utf8').trim().split('\n').slice(1);
  const apart: number[] = [];
  const cpu = process.cpuUsage();
  for (const row of rows) {
    const [file = '', reference = ''] = row.split('\t');
    apart.push(bitsApart((await pictureHash(readFileSync(join(folder, file)))).pdq, reference));
  }
  const used = process.cpuUsage(cpu);
  const within = apart.filter((bits) => bits <= 10).length;
  console.log(
    `${within} of ${apart.length} pictures within 10 bits of the published hash, ${apart.filter((bits) => bits === 0).length} the same, the farthest ${Math.max(...apart)}`,
  );
  console.log(`${((used.user + used.system) / 1000 / apart.length).toFixed(0)} CPU-ms a picture`);
}

if (existsSync(folder)) {
  const pictures = [
    'labelme-subset/q0122.jpg',
    'labelme-subset/q0291.jpg',
    'labelme-subset/q1050.jpg',
    'labelme-subset/q2821.jpg',
    'bridge-mods/aaa-orig.jpg',
  ];
  for (const share of [0.005, 0.01, 0.02, 0.05]) {
    const apart: number[] = [];
    for (const name of pictures) {
      const bytes = readFileSync(join(folder, name));
      const { width, height, pdq } = await pictureHash(bytes);
      const [left, top] = [Math.round(width * share), Math.round(height * share)];
      const cut = sharp(bytes).extract({ left, top, width: width - 2 * left, height: height - 2 * top });
      apart.push(bitsApart((await pictureHash(await cut.jpeg({ quality: 60 }).toBuffer())).pdq, pdq));
    }
    console.log(
      `${share * 100} % cut from every side: ${apart.filter((bits) => bits <= 31).length} of ${apart.length} found (${apart.join(', ')} bits)`,
    );
  }
}

let state = 1;
const word = (): string => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state >>> 16).toString(16).padStart(4, '0');
};
const hashes = Array.from({ length: many }, () => Array.from({ length: 16 }, word).join(''));
const start = process.cpuUsage();
const index = lookAlikes(hashes);
const built = process.cpuUsage(start);
console.log(
  `index of ${many.toLocaleString('en')} hashes: ${((built.user + built.system) / 1e6).toFixed(2)} CPU-s`,
);

/** Each asked hash is one of those held with up to 31 bits changed. */
const asked = Array.from({ length: 200 }, (_, at) => {
  const digits = [...hashes[(at * 7919) % many]!].map((digit) => Number.parseInt(digit, 16));
  for (let bit = 0; bit < 31; bit++) digits[(bit * 2 + at) % 64]! ^= 1 << (at % 4);
  return digits.map((digit) => digit.toString(16)).join('');
});
const cost = (work: () => number): [number, number] => {
  const before = process.cpuUsage();
  const found = work();
  const after = process.cpuUsage(before);
  return [found, (after.user + after.system) / 1000];
};
const [found, byIndex] = cost(() => asked.reduce((sum, hash) => sum + index.near(hash).length, 0));
const words = new Uint32Array(many * 8);
for (const [at, hash] of hashes.entries())
  for (let n = 0; n < 8; n++) words[at * 8 + n] = Number.parseInt(hash.slice(n * 8, n * 8 + 8), 16);
const ones = (value: number): number => {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
const some = asked.slice(0, 20);
const [scanned, byScan] = cost(() => {
  let same = 0;
  for (const hash of some) {
    const own = Array.from({ length: 8 }, (_, n) => Number.parseInt(hash.slice(n * 8, n * 8 + 8), 16));
    for (let at = 0; at < words.length; at += 8) {
      let apart = 0;
      for (let n = 0; n < 8 && apart <= 31; n++) apart += ones(own[n]! ^ words[at + n]!);
      if (apart <= 31) same++;
    }
  }
  return same;
});
console.log(
  `found ${found} of ${asked.length}; by the index ${(byIndex / asked.length).toFixed(2)} CPU-ms each`,
);
console.log(
  `a scan of all: ${(byScan / some.length).toFixed(2)} CPU-ms each (${scanned} of ${some.length}); ${(byScan / some.length / (byIndex / asked.length)).toFixed(0)} times as much`,
);
