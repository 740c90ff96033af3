import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex, linkTable, saveIndex } from '../../src/linkage/index.ts';
import { seededRandom } from './made-people.ts';
import { type Scripts, writePeople } from './many-people.ts';
import { COLUMNS } from './people-file.ts';

/** A made population, linked and indexed but for a few rows that are held back; with a sample to ask from. */
export interface KeptPeople {
  readonly indexFile: string;
  readonly header: readonly string[];
  /** The person behind each row of the index. */
  readonly truth: Int32Array;
  /** Rows of each person in the index. */
  readonly rowsOf: Int32Array;
  /** Rows drawn from the index, in random order. */
  readonly asked: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Rows that are not in the index. */
  readonly held: readonly { readonly person: number; readonly cells: readonly string[] }[];
  /** Removes the files, unless they are to be kept. */
  done(): void;
}

const ASKED = 20_000;
const HELD = 20_000;

export interface PeopleWanted {
  readonly rows: number;
  readonly scripts: Scripts;
  readonly seed: number;
  /** Where to keep the files between runs; without it they are made for one run. */
  readonly folder: string | undefined;
}

/** Makes the population, or takes what an earlier run has kept. */
export async function keptPeople({ rows, scripts, seed, folder }: PeopleWanted): Promise<KeptPeople> {
  const place = folder ?? join(tmpdir(), `sanad-people-${process.pid}`);
  mkdirSync(place, { recursive: true });
  const stem = join(place, `${scripts}-${rows}-${seed}`);
  const files = { index: `${stem}.index`, truth: `${stem}.truth`, sample: `${stem}.json` };
  if (!existsSync(files.sample)) await make(stem, files, rows, scripts, seed);
  const bytes = readFileSync(files.truth);
  const truth = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const rowsOf = new Int32Array(truth.reduce((most, person) => Math.max(most, person), 0) + 1);
  for (const person of truth) rowsOf[person]!++;
  const sample = JSON.parse(readFileSync(files.sample, 'utf8')) as Sample;
  return {
    indexFile: files.index,
    header: sample.header,
    truth,
    rowsOf,
    asked: sample.asked.map(([row, line]) => ({ row, cells: line.split(',') })),
    held: sample.held.map(([person, line]) => ({ person, cells: line.split(',') })),
    done: () => {
      if (folder === undefined) rmSync(place, { recursive: true });
    },
  };
}

interface Sample {
  readonly header: readonly string[];
  readonly asked: (readonly [number, string])[];
  readonly held: (readonly [number, string])[];
}

async function make(
  stem: string,
  files: { readonly index: string; readonly truth: string; readonly sample: string },
  rows: number,
  scripts: Scripts,
  seed: number,
): Promise<void> {
  const csv = `${stem}.csv`;
  const people = writePeople(csv, rows, { seed, scripts });
  const random = seededRandom(9);
  const drawn = (count: number): Set<number> => {
    const set = new Set<number>();
    while (set.size < Math.min(count, people.length / 20)) set.add(Math.floor(random() * people.length));
    return set;
  };
  const held = drawn(HELD);
  const asked = drawn(ASKED);
  const lines = new Map<number, string>();
  const truth = new Int32Array(people.length - held.size);
  const rowInIndex = new Map<number, number>();
  let header: string[] = [];
  let kept = 0;
  async function* withoutHeld(): AsyncGenerator<Uint8Array> {
    let row = -1;
    for (const text of wholeLines(csv)) {
      let out = '';
      for (const line of text.split('\n')) {
        if (line === '') continue;
        if (row++ < 0) {
          header = line.split(',');
          out += `${line}\n`;
          continue;
        }
        const at = row - 1;
        if (held.has(at) || asked.has(at)) lines.set(at, line);
        if (held.has(at)) continue;
        rowInIndex.set(at, kept);
        if (!asked.has(at)) rowInIndex.delete(at);
        truth[kept++] = people[at]!;
        out += `${line}\n`;
      }
      yield Buffer.from(out);
    }
  }
  const linked = await linkTable({ csv: withoutHeld(), columns: COLUMNS });
  const started = performance.now();
  const out = openSync(files.index, 'w');
  for (const piece of saveIndex(buildIndex(linked)))
    for (let at = 0; at < piece.length; at += 1 << 28) writeSync(out, piece.subarray(at, at + (1 << 28)));
  closeSync(out);
  process.stdout.write(
    `index built and written in ${((performance.now() - started) / 1000).toFixed(1)} s, ${(statSync(files.index).size / kept).toFixed(0)} bytes a row\n`,
  );
  writeFileSync(files.truth, new Uint8Array(truth.buffer));
  const sample: Sample = {
    header,
    asked: [...asked].flatMap((row) =>
      rowInIndex.has(row) ? [[rowInIndex.get(row)!, lines.get(row)!] as const] : [],
    ),
    held: [...held].map((row) => [people[row]!, lines.get(row)!] as const),
  };
  writeFileSync(files.sample, JSON.stringify(sample));
  rmSync(csv);
}

/** A file's text in pieces of whole lines. */
function* wholeLines(file: string): Generator<string> {
  const from = openSync(file, 'r');
  const buffer = Buffer.alloc(1 << 23);
  let rest = 0;
  for (;;) {
    const read = readSync(from, buffer, rest, buffer.length - rest, null);
    const end = read === 0 ? rest : buffer.lastIndexOf(10, rest + read - 1) + 1;
    if (end > 0) yield buffer.toString('utf8', 0, end);
    if (read === 0) break;
    buffer.copyWithin(0, end, rest + read);
    rest = rest + read - end;
  }
  closeSync(from);
}
