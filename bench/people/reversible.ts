/**
 * Whether a person's file comes back byte for byte, whatever was joined, edited and split meanwhile.
 *
 *   node bench/people/reversible.ts [SEQUENCES] [ROWS]     default 10000 over about 40 rows of invented lists
 *
 * Each sequence has up to sixteen acts of three people: same, different, not sure, values verified, refuted and put
 * right, fates, conflicts settled, relatives, and undos of anything, undos included. Then all that stands is taken back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createCase } from '../../src/ledger/index.ts';
import { linkRows } from '../../src/linkage/index.ts';
import { standingDecisions } from '../../src/model/index.ts';
import { groundOf, linkRowOf } from '../../src/people/ground.ts';
import { listedRecords } from '../../src/people/listed-record.ts';
import { act, allUndone, decisionsAfter, files } from '../../src/people/trial/sequences.ts';
import { addInventedLists } from './invented-case.ts';

const sequences = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
const opened = await createCase(join(folder, 'case'), { unsealed: true });
const rows = await addInventedLists(opened, Number(process.argv[3] ?? 40));
const listed = listedRecords(opened);
const ground = groundOf(listed, linkRows([...listed.values()].map(linkRowOf)));
const before = files(ground, []);

const tally = { taken: 0, middle: 0, changed: 0, acts: 0 };
const started = process.cpuUsage();
for (const series of fc.sample(fc.array(act, { minLength: 1, maxLength: 16 }), {
  numRuns: sequences,
  seed: 7,
})) {
  const decisions = decisionsAfter(series, ground);
  const between = files(ground, decisions);
  tally.acts += series.length;
  if (between !== before) tally.changed++;
  if (between === files(ground, standingDecisions(decisions))) tally.middle++;
  if (files(ground, allUndone(decisions)) === before) tally.taken++;
}
const { user, system } = process.cpuUsage(started);
console.log(
  `${rows} rows, ${sequences} sequences, ${tally.acts} acts; ${tally.changed} changed a file on the way`,
);
console.log(`byte for byte as before once all was taken back: ${tally.taken} of ${sequences}`);
console.log(`on the way what the standing decisions alone make:  ${tally.middle} of ${sequences}`);
console.log(`${((user + system) / 1e6).toFixed(1)} CPU-s`);
opened.close();
rmSync(folder, { recursive: true, force: true });
if (tally.taken < sequences || tally.middle < sequences) process.exitCode = 1;
