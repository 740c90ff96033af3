// npm start: the example case, made if it is not there, and served.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sanad } from './sanad.mjs';
import { root } from './set-up.mjs';

const folder = join(root, 'example-case');
const steps = [
  ...(existsSync(folder) ? [] : [['init', folder, '--unsealed', '--quiet']]),
  ['add', folder, join(root, 'examples/qalaat-al-rih'), '--quiet'],
  ['serve', folder, ...process.argv.slice(2)],
];
for (const step of steps) {
  const code = await sanad(step);
  if (code !== 0 && !(step[0] === 'add' && code === 1)) process.exit(code);
}
