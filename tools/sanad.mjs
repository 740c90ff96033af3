// The launcher behind ./sanad: sets up what is missing, then hands over to the command itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, setUp } from './set-up.mjs';

export function sanad(args) {
  const { node, environment } = setUp({ withPages: args.includes('serve') });
  const child = spawn(node, [join(root, 'src/cli/main.ts'), ...args], { stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
    child.on('error', () => resolve(1));
  });
}

if (process.argv[1] === import.meta.filename) process.exitCode = await sanad(process.argv.slice(2));
