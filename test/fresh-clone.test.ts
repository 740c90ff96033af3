import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressSaid } from './e2e/sanad-command.ts';

/**
 * What `npm start` runs, in a clone that has neither runtime nor packages nor pages, by a Node that is too old. In place
 * of npm stands a script that writes down what it is asked for and lays it down from here, so that no network is needed.
 */
const root = dirname(import.meta.dirname);
const wanted = readFileSync(join(root, 'tools/node-version'), 'utf8').trim();
const TOO_OLD = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });",
)}`;

let clone: string;
let environment: NodeJS.ProcessEnv;
const asked = (): string[] => readFileSync(join(clone, 'asked'), 'utf8').trim().split('\n');

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'sanad-clone-'));
  for (const name of ['src', 'examples', 'package.json', 'tsconfig.json', 'package-lock.json'])
    symlinkSync(join(root, name), join(clone, name));
  for (const name of ['tools', 'web'])
    cpSync(join(root, name), join(clone, name), {
      recursive: true,
      filter: (path) => basename(path) !== 'dist',
    });
  const packages = join(root, 'node_modules');
  mkdirSync(join(clone, 'programs'));
  writeFileSync(
    join(clone, 'programs/npm'),
    `#!${process.execPath}
import fs from 'node:fs';
const args = process.argv.slice(2);
fs.appendFileSync('asked', args[0] + ' ' + args.at(-1) + '\\n');
if (args[0] === 'ci') {
  fs.mkdirSync('node_modules');
  for (const name of ${JSON.stringify(readdirSync(packages).filter((name) => !name.startsWith('.')))})
    fs.symlinkSync(${JSON.stringify(packages)} + '/' + name, 'node_modules/' + name);
} else {
  const [name, version] = args.at(-1).split('@');
  const folder = args[args.indexOf('--prefix') + 1] + '/node_modules/' + name;
  fs.mkdirSync(folder + '/bin', { recursive: true });
  fs.symlinkSync(process.execPath, folder + '/bin/node');
  fs.writeFileSync(folder + '/package.json', JSON.stringify({ version }));
}
`,
  );
  chmodSync(join(clone, 'programs/npm'), 0o755);
  // as if a set-up had been stopped here before
  mkdirSync(join(clone, '.runtime'));
  const gone = spawnSync(process.execPath, ['--version']).pid;
  writeFileSync(join(clone, '.runtime/set-up.lock'), String(gone));
  environment = { ...process.env, PATH: `${join(clone, 'programs')}${delimiter}${process.env.PATH ?? ''}` };
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  'npm start brings runtime, packages and pages, makes the example and serves it; afterwards nothing is to be done',
  async () => {
    const args = ['--import', TOO_OLD, join(clone, 'tools/start.mjs'), '--port', '0'];
    const running = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((end) => running.once('exit', end));
    try {
      const address = await addressSaid(running);
      const overview = await (await fetch(`${address}/api/overview`)).json();
      expect(overview).toMatchObject({ name: 'قلعة الريح · Qalaat al-Rih' });
      expect((await fetch(`${address}/api/sites`)).ok).toBe(true);
      expect(await (await fetch(address)).text()).toContain('/assets/');
    } finally {
      running.kill('SIGTERM');
      await ended;
    }
    const runtime = `node-${process.platform}-${process.arch}`;
    expect(asked()).toEqual([`install ${runtime}@${wanted}`, 'ci ci']);
    expect(existsSync(join(clone, '.runtime/set-up.lock'))).toBe(false);

    const again = spawnSync(
      process.execPath,
      ['--import', TOO_OLD, join(clone, 'tools/sanad.mjs'), '--version'],
      {
        env: environment,
        encoding: 'utf8',
      },
    );
    expect({ code: again.status, said: again.stderr }).toEqual({ code: 0, said: '' });
    expect(asked()).toHaveLength(2);
  },
);
