#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { smallStart } from './small-start.ts';

/** The command `sanad`; everything it does is in `program.ts`, so that tests can run it in their own process. */
const invoked = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (invoked) {
  // Before anything else is loaded: half of a short command's time is compiling what it imports.
  enableCompileCache();
  const { runSanad } = await smallStart(() => import('./program.ts'));
  // A reader that goes away (`sanad claims CASE | head`) ends the command quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runSanad(process.argv.slice(2), {
    env: process.env,
    out: process.stdout,
    err: process.stderr,
    input: process.stdin,
  });
}
