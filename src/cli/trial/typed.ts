import { PassThrough } from 'node:stream';
import { runSanad } from '../index.ts';

export interface Typed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** For tests: a command as people type it, in English unless told otherwise, and all that it said. */
export async function typed(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Typed> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const said = { out: '', err: '' };
  out.on('data', (piece) => {
    said.out += piece;
  });
  err.on('data', (piece) => {
    said.err += piece;
  });
  const around = { env: { LANG: 'en_GB.UTF-8', ...env }, out, err, input: new PassThrough() };
  return { code: await runSanad(args, around), ...said };
}
