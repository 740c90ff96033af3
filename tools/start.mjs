// npm start: the example case, made if it is not there, and served.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sanad } from './sanad.mjs';
import { root } from './set-up.mjs';

const folder = join(root, 'example-case');
const made = existsSync(join(folder, 'sanad.json'));
// What a killed start left behind is no case yet.
if (!made) rmSync(folder, { recursive: true, force: true });
const steps = [
  ...(made ? [] : [['init', folder, '--unsealed', '--quiet', '--name', 'قلعة الريح · Qalaat al-Rih']]),
  ['add', folder, join(root, 'examples/qalaat-al-rih'), '--quiet'],
  ...(made ? [] : [['site', 'add', folder, join(root, 'examples/qalaat-al-rih-site.json')]]),
  ['serve', folder, ...process.argv.slice(2)],
];
for (const step of steps) {
  const code = await sanad(step);
  if (code !== 0 && !(step[0] === 'add' && code === 1)) process.exit(code);
}
