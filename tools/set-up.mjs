// Brings what is missing: the runtime, the packages, the built pages. Runs on any Node from 20 on and needs nothing
// but npm; silent when nothing is to be done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);
const runtimeFolder = join(root, '.runtime');
const wanted = readFileSync(join(root, 'tools/node-version'), 'utf8').trim();
const windows = process.platform === 'win32';

const say = (line) => process.stderr.write(`sanad: ${line}\n`);

function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  say(`${command} ${args.join(' ')} failed${done.error ? `: ${done.error.message}` : ''}.`);
  say('Check that npm works and that the network is there; then run the same command again.');
  process.exit(1);
}

/** The path of a Node that is new enough: this one, or one brought from npm into .runtime. */
function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const system = windows ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(runtimeFolder, 'node_modules', name);
  const node = join(folder, 'bin', windows ? 'node.exe' : 'node');
  const version = join(folder, 'package.json');
  if (!existsSync(node) || JSON.parse(readFileSync(version, 'utf8')).version !== wanted) {
    say(`bringing Node ${wanted} …`);
    mkdirSync(runtimeFolder, { recursive: true });
    run('npm', ['install', '--prefix', runtimeFolder, '--no-save', '--no-package-lock', `${name}@${wanted}`]);
  }
  return node;
}

function packages(environment) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.sanad-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing packages …');
  run('npm', ['ci'], { env: environment });
  writeFileSync(stamp, lock);
}

function newest(path) {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) return 0;
  if (!about.isDirectory()) return about.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), about.mtimeMs);
}

/** Builds the pages when they are older than what they are made of. */
function pages(node, environment) {
  // Written last: a build that was stopped half way is no build.
  const built = join(root, 'web/dist/.built');
  const parts = ['web', 'src/model', 'src/messages', 'src/sealing', 'src/checking', 'package-lock.json'];
  const sources = parts.map((path) => newest(join(root, path)));
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources)) return;
  say('building the pages …');
  run(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web'], {
    // Under a test runner the environment says "test", and React would come in its form for developers.
    env: { ...environment, NODE_ENV: 'production' },
  });
  writeFileSync(built, '');
}

/** Whether whoever holds the lock is gone, as after Ctrl-C; whatever it says, ten minutes are the most. */
function abandoned(lock) {
  const about = statSync(lock, { throwIfNoEntry: false });
  if (!about) return false;
  const holder = about.isFile() ? Number(readFileSync(lock, 'utf8')) : 0;
  if (Date.now() - about.mtimeMs > 600_000) return true;
  if (!holder) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** One set-up at a time; a lock that a killed set-up left behind is taken over. */
function locked(work) {
  const lock = join(runtimeFolder, 'set-up.lock');
  mkdirSync(runtimeFolder, { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (abandoned(lock)) rmSync(lock, { recursive: true, force: true });
      else {
        if (!told) say('another set-up is at work here; waiting for it …');
        told = true;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      }
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  const result = work();
  process.removeListener('exit', release);
  release();
  return result;
}

/**
 * Brings everything a command needs and returns how to run it: `node`, the runtime's path, and the environment with
 * that runtime first on the path.
 */
export function setUp({ withPages }) {
  return locked(() => {
    const node = runtime();
    const environment = {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
      NODE_COMPILE_CACHE: join(runtimeFolder, 'compiled'),
    };
    packages(environment);
    if (withPages) pages(node, environment);
    return { node, environment };
  });
}
