import type { CommandLook } from '../accounts/index.ts';
import { type Case, isSealed, listLocks, type OpenOptions, openCase } from '../ledger/index.ts';
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

/** Whom an answer shows. To be called before anything is told; the entry is on disk when it returns. */
export type Looking = (shown: Omit<CommandLook, 'account' | 'by' | 'command'>) => Promise<void>;

/**
 * For a command that shows what a case holds of people. Where there are accounts its look is an entry, under the account
 * whose password opened the case, with who sits at the machine: so the case is opened for writing. `work` is told that
 * account, where there are accounts.
 *
 * @param unwritten what happens where the case is open elsewhere and nothing can be written: `refused`; `shown` only
 *   for what shows nobody, such as a copy of the case as it is sealed
 * @throws SanadError `access.unwritten` where there are accounts and nothing can be written
 */
export async function withLooks<Result>(
  terminal: Terminal,
  folder: string,
  mode: 'read' | 'write',
  command: string,
  work: (opened: Case, look: Looking, account: string | undefined) => Promise<Result> | Result,
  unwritten: 'refused' | 'shown' = 'refused',
): Promise<Result> {
  if (!isSealed(folder))
    return withCase(terminal, folder, mode, (opened) => work(opened, async () => {}, undefined));
  const passphrase = await terminal.passphrase('open');
  if (passphrase === undefined) throw new SanadError('case.passphrase-needed', { folder });
  const { opened, account, writes } = await openForLooks(folder, mode, passphrase);
  try {
    const { accountsExist, noteCommandLook } = await import('../accounts/index.ts');
    const written = accountsExist(opened);
    if (written && !writes && unwritten === 'refused') throw new SanadError('access.unwritten', { folder });
    const look: Looking = async (shown) => {
      if (written && writes) noteCommandLook(opened, { account, by: terminal.actor, command, ...shown });
    };
    return await work(opened, look, written ? account : undefined);
  } finally {
    opened.close();
  }
}

interface ForLooks {
  readonly opened: Case;
  readonly account: string;
  readonly writes: boolean;
}

async function openForLooks(folder: string, mode: 'read' | 'write', passphrase: string): Promise<ForLooks> {
  try {
    return { ...(await openByLock(folder, { passphrase, mode: 'write' })), writes: true };
  } catch (error) {
    const only =
      error instanceof SanadError && (error.code === 'case.locked' || error.code === 'case.lock-reads');
    if (mode === 'write' || !only) throw error;
    return { ...(await openByLock(folder, { passphrase, mode: 'read' })), writes: false };
  }
}

/** As `openCase` tries every lock; here it is known which one it was. */
async function openByLock(folder: string, options: OpenOptions): Promise<Omit<ForLooks, 'writes'>> {
  for (const { id, kind } of listLocks(folder)) {
    if (kind !== 'passphrase') continue;
    try {
      return { opened: await openCase(folder, { ...options, lock: id }), account: id };
    } catch (error) {
      if (!(error instanceof SanadError) || error.code !== 'case.passphrase-wrong') throw error;
    }
  }
  throw new SanadError('case.passphrase-wrong');
}
