/**
 * The whole job on made people by the million, each size in a process of its own: read, learn, score, cluster.
 * Of several sizes the cost of a row is set beside that of the first.
 * Usage: node bench/linkage/scale.ts [plain|latin|mixed] [rows ...]     1, 5 and 10 million where none is said
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkFile, sumOf } from './link-file.ts';
import { type Scripts, writePeopleWithTruth } from './many-people.ts';

const [mode = 'plain', ...sizes] = process.argv.slice(2);
const cost: { readonly rows: number; readonly micros: number; readonly bytes: number }[] = [];
for (const wanted of sizes.length > 0 ? sizes : ['1000000', '5000000', '10000000']) {
  const file = join(tmpdir(), `sanad-scale-${process.pid}.csv`);
  writePeopleWithTruth(file, Number(wanted), { scripts: mode as Scripts });
  const { rows, pairs, limitedRows, phases, peakMegabytes, pairRecall, agreement } = linkFile(file);
  const cpu = sumOf(phases, 'cpu');
  cost.push({ rows, micros: (cpu / rows) * 1e6, bytes: (peakMegabytes * 1048576) / rows });
  process.stdout.write(
    `${rows} rows, ${mode}: ${sumOf(phases, 'wall').toFixed(1)} s wall, ${cpu.toFixed(1)} CPU-s (${((cpu / rows) * 1e6).toFixed(1)} µs a row), ${pairs} pairs (${(pairs / rows).toFixed(1)} a row), ${limitedRows} limited rows, peak ${((peakMegabytes * 1048576) / rows).toFixed(0)} bytes a row\n` +
      `  steps, wall/CPU: ${phases.map(({ phase, wall, cpu: own }) => `${phase} ${wall.toFixed(1)}/${own.toFixed(1)}`).join(', ')}\n` +
      `  at even odds: pair recall ${pairRecall.toFixed(4)}, precision ${agreement.precision.toFixed(4)}, recall ${agreement.recall.toFixed(4)}, F1 ${agreement.f1.toFixed(4)}, B3 ${agreement.b3.toFixed(4)}, largest ${agreement.largest}\n`,
  );
  rmSync(file);
  rmSync(`${file}.truth`);
}
const [first] = cost;
if (first && cost.length > 1)
  process.stdout.write(
    `a row costs ${cost.map(({ rows, micros, bytes }) => `${micros.toFixed(1)} µs (${(micros / first.micros).toFixed(2)} ×) and ${bytes.toFixed(0)} bytes at ${rows}`).join(', ')}\n`,
  );
