import type { Case, LedgerEvent } from '../ledger/index.ts';
import type { AccountState, Role } from '../model/index.ts';

/** One who may sign in. Everything of it is read off the ledger's `account` entries. */
export interface Account {
  /** Random; stands in the ledger in the clear and is the id of its lock. */
  readonly id: string;
  /** What they sign in with and are called by: a pseudonym, class `account`. */
  readonly name: string;
  readonly role: Role;
  readonly state: AccountState;
  readonly madeAt: string;
  /** When the last code was given out. */
  readonly invitedAt?: string;
  readonly lastSignIn?: string;
  /** Base 32; class `account`. */
  readonly totp?: string;
  /** The time step of the last code that was taken. */
  readonly totpStep: number;
  readonly passkeys: readonly Passkey[];
  /** Hashes of the codes that still work. */
  readonly recovery: ReadonlySet<string>;
  /** Under which its unfinished work is sealed in browsers, base64; absent until it is first asked for. */
  readonly draftKey?: string;
}

export interface Passkey {
  /** base64url, as are all keys here. */
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** The address it was made for: it answers to no other. */
  readonly host: string;
  readonly label: string;
  readonly addedAt: string;
}

/** What happened to an account. What it carries stands in one slot, `detail`, of class `account`. */
export type Happening =
  | { readonly what: 'made'; readonly name: string; readonly role: Role }
  | { readonly what: 'invited' }
  | { readonly what: 'joined' }
  | { readonly what: 'role'; readonly role: Role }
  | { readonly what: 'closed' }
  | { readonly what: 'password' }
  | { readonly what: 'totp-set'; readonly secret: string; readonly step: number }
  | { readonly what: 'totp-removed' }
  | { readonly what: 'recovery-set'; readonly hashes: readonly string[] }
  | { readonly what: 'passkey-added'; readonly passkey: Omit<Passkey, 'addedAt'> }
  | { readonly what: 'passkey-removed'; readonly id: string }
  | {
      readonly what: 'signed-in';
      readonly step?: number;
      readonly recovery?: string;
      readonly passkey?: { readonly id: string; readonly counter: number };
    }
  | { readonly what: 'draft-key'; readonly key: string }
  | { readonly what: 'locked-all' }
  | { readonly what: 'budget-spent'; readonly kind: string }
  | { readonly what: 'refused-often' }
  /** Asked for what the role does not include: the pages offer none of it. */
  | { readonly what: 'not-allowed'; readonly route: string };

/** Who knows the passphrase of the case. Has no `made` entry: it was there before all accounts. */
export const OWNER = 'owner';

const blank = (id: string, at: string, name: string, role: Role): Account => ({
  id,
  name,
  role,
  state: id === OWNER ? 'open' : 'made',
  madeAt: at,
  totpStep: 0,
  passkeys: [],
  recovery: new Set(),
});

/** An account after what happened to it. */
function after(account: Account, happened: Happening, at: string): Account {
  switch (happened.what) {
    case 'invited': {
      // a new code is a new beginning: whoever lost their password lost their phone as often as not
      const { totp: _, draftKey: __, ...rest } = account;
      return { ...rest, state: 'invited', invitedAt: at, passkeys: [], recovery: new Set() };
    }
    case 'joined':
      return { ...account, state: 'open' };
    case 'role':
      return { ...account, role: happened.role, state: 'made' };
    case 'closed': {
      const { totp: _, draftKey: __, ...rest } = account;
      return { ...rest, state: 'closed', passkeys: [], recovery: new Set() };
    }
    case 'totp-set':
      return { ...account, totp: happened.secret, totpStep: happened.step };
    case 'totp-removed': {
      const { totp: _, ...rest } = account;
      return rest;
    }
    case 'draft-key':
      // erased when the account was invited anew
      return happened.key ? { ...account, draftKey: happened.key } : account;
    case 'recovery-set':
      return { ...account, recovery: new Set(happened.hashes) };
    case 'passkey-added':
      // erased when the account was closed
      if (!happened.passkey) return account;
      return { ...account, passkeys: [...account.passkeys, { ...happened.passkey, addedAt: at }] };
    case 'passkey-removed':
      return { ...account, passkeys: account.passkeys.filter(({ id }) => id !== happened.id) };
    case 'signed-in': {
      const { step, recovery, passkey } = happened;
      return {
        ...account,
        lastSignIn: at,
        totpStep: step ?? account.totpStep,
        recovery: new Set([...account.recovery].filter((hash) => hash !== recovery)),
        passkeys: account.passkeys.map((one) =>
          one.id === passkey?.id ? { ...one, counter: passkey.counter } : one,
        ),
      };
    }
    default:
      return account;
  }
}

type NoticeKind = 'budget-spent' | 'refused-often' | 'not-allowed';

/** A happening that somebody should look at. */
export interface Notice {
  readonly at: string;
  readonly account: string;
  readonly what: NoticeKind;
  /** Which budget ran out, which route was asked; empty for wrong passwords. */
  readonly kind: string;
}

function noticed(happened: Happening): Pick<Notice, 'what' | 'kind'> | undefined {
  const { what } = happened;
  if (what === 'budget-spent') return { what, kind: happened.kind };
  if (what === 'not-allowed') return { what, kind: happened.route };
  return what === 'refused-often' ? { what, kind: '' } : undefined;
}

export interface AccountsRead {
  all(): Account[];
  byId(id: string): Account | undefined;
  /** By the name as typed: case, width and spaces around it do not count. */
  byName(name: string): Account | undefined;
  /** The newest first. */
  notices(): Notice[];
}

export const nameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const NOTICES_KEPT = 100;

/** The accounts as the ledger tells them, kept up with it. The opening must hold the class `account`. */
export function readAccounts(opened: Case): AccountsRead {
  const accounts = new Map<string, Account>([[OWNER, blank(OWNER, '', OWNER, 'owner')]]);
  let notices: Notice[] = [];
  let next = 0;

  const take = ({ facts, slots, at }: LedgerEvent): void => {
    const id = String(facts.account);
    const happened = { what: facts.what, ...(slots.get('detail') as object | undefined) } as Happening;
    if (happened.what === 'made') accounts.set(id, blank(id, at, happened.name, happened.role));
    const account = accounts.get(id);
    if (!account) return;
    accounts.set(id, after(account, happened, at));
    const told = noticed(happened);
    if (told) notices = [{ at, account: id, ...told }, ...notices].slice(0, NOTICES_KEPT);
  };
  const refresh = (): void => {
    for (const event of opened.events('account', next)) {
      take(event);
      next = event.entry + 1;
    }
  };

  return {
    all: () => {
      refresh();
      return [...accounts.values()];
    },
    byId: (id) => {
      refresh();
      return accounts.get(id);
    },
    byName: (name) => {
      refresh();
      const key = nameKey(name);
      const named = [...accounts.values()].filter((account) => nameKey(account.name) === key);
      return named.find(({ state }) => state !== 'closed');
    },
    notices: () => {
      refresh();
      return notices;
    },
  };
}
