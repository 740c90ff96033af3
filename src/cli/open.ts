import { type Case, openCase } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Opens a case, asking for its passphrase only where it is sealed. */
export async function open(terminal: Terminal, folder: string, mode: 'read' | 'write'): Promise<Case> {
  try {
    return await openCase(folder, { mode });
  } catch (error) {
    if (!(error instanceof SanadError) || error.code !== 'case.passphrase-needed') throw error;
    const passphrase = await terminal.passphrase('open');
    if (passphrase === undefined) throw error;
    return openCase(folder, { mode, passphrase });
  }
}

/** Opens a case, does the work, and closes it whatever happens. */
export async function withCase<Result>(
  terminal: Terminal,
  folder: string,
  mode: 'read' | 'write',
  work: (opened: Case) => Promise<Result> | Result,
): Promise<Result> {
  const opened = await open(terminal, folder, mode);
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}
