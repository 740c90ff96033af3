// npm start: the example case, made if it is not there, and served.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sanad } from './sanad.mjs';
import { root } from './set-up.mjs';

async function run(...step) {
  const code = await sanad(step);
  if (code !== 0 && !(step[0] === 'add' && code === 1)) process.exit(code);
}

const folder = join(root, 'example-case');
const files = join(root, 'examples/qalaat-al-rih');
if (!existsSync(join(folder, 'sanad.json'))) {
  // Made elsewhere: what a start that was stopped left behind is no case yet.
  const half = join(root, '.runtime/example-case');
  rmSync(half, { recursive: true, force: true });
  await run('init', half, '--unsealed', '--quiet', '--name', 'قلعة الريح · Qalaat al-Rih');
  await run('add', half, files, '--quiet');
  await run('site', 'add', half, join(root, 'examples/qalaat-al-rih-site.json'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
} else await run('add', folder, files, '--quiet');
await run('serve', folder, ...process.argv.slice(2));
