import {
  addLock,
  type Case,
  changePassphrase,
  listLocks,
  type PassphraseCost,
  removeLock,
} from '../ledger/index.ts';
import { type RandomBytes, type Role, randomId, SanadError } from '../model/index.ts';
import { type Account, type AccountsRead, type Happening, OWNER } from './account.ts';
import { eraseSecrets } from './erased-secrets.ts';
import { codeAsMade, printableCode } from './printable-code.ts';
import { canGrant, classesOf } from './roles.ts';
import { stretchInVain } from './stretch-in-vain.ts';

/** 100 bits: the code is the passphrase of the account's lock until its person chooses their own. */
const CODE_CHARACTERS = 20;
/** Days that an invitation can be taken up. */
const INVITATION_DAYS = 7;

interface World {
  readonly opened: Case;
  readonly accounts: AccountsRead;
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly cost: PassphraseCost;
  readonly note: (account: string, happened: Happening, by: string) => void;
  /** Whatever an account had open ends when what it may do changes. */
  readonly endSessions: (account: string) => void;
}

/**
 * How accounts come, change and go. An account's lock wraps exactly its role's keys, so it can only be given by
 * somebody who holds them: the administrator makes the account, a holder invites. The invitation's code is the lock's
 * first passphrase, handed over in person; whoever joins changes it, and from then on nobody else knows it.
 */
export function accountChanges(world: World) {
  const { opened, accounts, now, note } = world;

  const known = (id: string): Account => {
    const account = accounts.byId(id);
    if (!account || id === OWNER) throw new SanadError('request.not-found');
    if (account.state === 'closed') throw new SanadError('account.closed');
    return account;
  };

  const withoutLock = (id: string): void => {
    if (listLocks(opened.folder).some((lock) => lock.id === id)) removeLock(opened.folder, opened, id);
  };

  /** A new code, and with it a new lock; what the account's person knew and had before opens nothing any more. */
  const invite = async (id: string, seenBy: Case, by: string): Promise<string> => {
    const { role } = known(id);
    if (!canGrant(seenBy.classes, role)) throw new SanadError('account.keys-missing');
    const code = printableCode(world.random, CODE_CHARACTERS);
    withoutLock(id);
    await addLock(opened.folder, seenBy, {
      id,
      passphrase: code,
      classes: classesOf(role),
      writes: true,
      cost: world.cost,
    });
    world.endSessions(id);
    note(id, { what: 'invited' }, by);
    eraseSecrets(opened, id, { reason: 'invited anew', by });
    return code;
  };

  return {
    invite,

    /** @throws SanadError `account.name-taken` */
    make: (name: string, role: Role, by: string): string => {
      if (accounts.byName(name)) throw new SanadError('account.name-taken', { name });
      const id = randomId(world.random);
      note(id, { what: 'made', name: name.normalize('NFKC').trim().replace(/\s+/g, ' '), role }, by);
      return id;
    },

    /**
     * The invited one comes with the code and chooses a password.
     *
     * @throws SanadError `account.refused` for whatever does not fit, `account.invitation-old`
     */
    join: async (account: Account | undefined, code: string, password: string): Promise<Account> => {
      if (account?.state !== 'invited') {
        await stretchInVain(password, world.cost);
        throw new SanadError('account.refused');
      }
      await relock(opened, account.id, codeAsMade(code), password);
      if (now() - Date.parse(account.invitedAt ?? '') > INVITATION_DAYS * 86_400_000) {
        withoutLock(account.id);
        throw new SanadError('account.invitation-old');
      }
      note(account.id, { what: 'joined' }, account.id);
      return accounts.byId(account.id)!;
    },

    /** @throws SanadError `account.refused` where the old one is wrong */
    changePassword: async (account: Account, old: string, next: string): Promise<void> => {
      await relock(opened, account.id, old, next);
      note(account.id, { what: 'password' }, account.id);
    },

    /**
     * Another role is another lock: the old one goes at once, the new one comes with a new invitation.
     */
    changeRole: (id: string, role: Role, by: string): void => {
      known(id);
      withoutLock(id);
      world.endSessions(id);
      note(id, { what: 'role', role }, by);
    },

    /** For good: its keys leave the case file, the secrets of its second factors are erased, its past stays told. */
    close: (id: string, by: string): void => {
      known(id);
      withoutLock(id);
      world.endSessions(id);
      note(id, { what: 'closed' }, by);
      eraseSecrets(opened, id, { reason: 'account closed', by });
    },
  };
}

async function relock(opened: Case, id: string, old: string, next: string): Promise<void> {
  try {
    await changePassphrase(opened.folder, id, old, next);
  } catch (error) {
    if (error instanceof SanadError && /^case\.(passphrase-wrong|lock-unknown)$/.test(error.code))
      throw new SanadError('account.refused', {}, error);
    throw error;
  }
}
