// npm test: every check, one after the other, and a last line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, setUp } from './set-up.mjs';

const { node, environment } = setUp({ withPages: true });
const results = join(root, '.runtime/tests.json');
rmSync(results, { force: true });

const tool = (path, ...args) => [join(root, 'node_modules', path), ...args];
const checks = [
  ['format and lint', tool('@biomejs/biome/bin/biome', 'check', '.')],
  ['types', tool('typescript/bin/tsc')],
  ['types of the pages', tool('typescript/bin/tsc', '-p', 'web')],
  ['nothing dead, nothing unused', tool('knip/bin/knip.js')],
];
let passed = 0;
let failed = 0;
for (const [name, args] of checks) {
  const done = spawnSync(node, args, { cwd: root, env: environment, stdio: 'inherit' });
  done.status === 0 ? passed++ : failed++;
  console.log(`${done.status === 0 ? '✓' : '✕'} ${name}`);
}
spawnSync(
  node,
  tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`),
  { cwd: root, env: environment, stdio: 'inherit' },
);
let skipped = 0;
if (existsSync(results)) {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1);
  skipped = report.numPendingTests + report.numTodoTests;
} else failed += 1;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
