/**
 * The whole job on made people by the million, each size in a process of its own: read, learn, score, cluster.
 * Usage: node bench/linkage/scale.ts [plain|latin|mixed] [rows ...]
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkTable } from '../../src/linkage/index.ts';
import { type Scripts, writePeople } from './many-people.ts';
import { labelAgreement } from './measure-clusters.ts';
import { COLUMNS } from './people-file.ts';

const [mode = 'plain', ...sizes] = process.argv.slice(2);
if (mode === '--one') {
  const file = sizes[0]!;
  const started = performance.now();
  const steps: string[] = [];
  let wall = started;
  let cpu = process.cpuUsage();
  const before = cpu;
  const linked = await linkTable(
    { csv: createReadStream(file, { highWaterMark: 1 << 22 }), columns: COLUMNS },
    {
      joins: 'even odds',
      onStep(step) {
        const used = process.cpuUsage(cpu);
        steps.push(
          `${step} ${((performance.now() - wall) / 1000).toFixed(1)}/${((used.user + used.system) / 1e6).toFixed(1)}`,
        );
        wall = performance.now();
        cpu = process.cpuUsage();
      },
    },
  );
  const all = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS;
  const seconds = (performance.now() - started) / 1000;
  const content = readFileSync(`${file}.truth`);
  const truth = new Int32Array(content.buffer, content.byteOffset, content.byteLength / 4);
  const { precision, recall, f1, b3, largest } = labelAgreement(linked.person, truth);
  const cpuSeconds = (all.user + all.system) / 1e6;
  const { rows, pairs, limitedRows } = linked.figures;
  process.stdout.write(
    `${rows} rows: ${seconds.toFixed(1)} s wall, ${cpuSeconds.toFixed(1)} CPU-s (${((cpuSeconds / rows) * 1e6).toFixed(1)} µs a row), ${pairs} pairs, ${limitedRows} limited rows, peak ${((peak * 1024) / rows).toFixed(0)} bytes a row\n` +
      `  steps, wall/CPU: ${steps.join(', ')}\n` +
      `  at even odds: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}, B3 ${b3.toFixed(4)}, largest ${largest}\n`,
  );
} else
  for (const rows of sizes.length > 0 ? sizes : ['1000000', '5000000', '10000000']) {
    const file = join(tmpdir(), `sanad-scale-${process.pid}.csv`);
    const truth = writePeople(file, Number(rows), { scripts: mode as Scripts });
    writeFileSync(`${file}.truth`, new Uint8Array(truth.buffer, truth.byteOffset, truth.byteLength));
    execFileSync(process.execPath, [import.meta.filename, '--one', file], { stdio: 'inherit' });
    rmSync(file);
    rmSync(`${file}.truth`);
  }
