import type { Case } from '../ledger/index.ts';
import { accessEvent, type Look } from './access-log.ts';

/** Whether somebody has made an account: from then on every look is written down, also by command. */
export const accountsExist = (opened: Case): boolean =>
  opened.sealed && opened.events('account').some(({ facts }) => facts.what === 'made');

export interface CommandLook extends Omit<Look, 'kind'> {
  /** The lock that opened the case: its account. */
  readonly account: string;
  /** Who sits at the machine, by name: read under `source`. */
  readonly by: string;
  /** Such as `find`. */
  readonly command: string;
}

/** A look by command, on disk when it returns: before anything of it is shown. */
export function noteCommandLook(opened: Case, { by, command, ...look }: CommandLook): void {
  const { facts, ...event } = accessEvent(look.account, { kind: 'command', ...look });
  opened.note({ ...event, by, facts: { ...facts, command } });
}
