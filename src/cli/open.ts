import { type Case, openCase } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';
import type { Terminal } from './terminal.ts';

export interface Opened {
  readonly case: Case;
  /** What opened it, where it is sealed. */
  readonly passphrase?: string;
}

/** Opens a case, asking for its passphrase only where it is sealed. */
export async function open(terminal: Terminal, folder: string, mode: 'read' | 'write'): Promise<Opened> {
  try {
    return { case: await openCase(folder, { mode }) };
  } catch (error) {
    if (!(error instanceof SanadError) || error.code !== 'case.passphrase-needed') throw error;
    const passphrase = await terminal.passphrase('open');
    if (passphrase === undefined) throw error;
    return { case: await openCase(folder, { mode, passphrase }), passphrase };
  }
}

/** Opens a case, does the work, and closes it whatever happens. */
export async function withCase<Result>(
  terminal: Terminal,
  folder: string,
  mode: 'read' | 'write',
  work: (opened: Case) => Promise<Result> | Result,
): Promise<Result> {
  const { case: opened } = await open(terminal, folder, mode);
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}
