import { randomBytes } from 'node:crypto';
import type { Case, LedgerEvent, PassphraseCost, Sensitivity } from '../ledger/index.ts';
import { type RandomBytes, SanadError, type SignedIn } from '../model/index.ts';
import { type AccessLog, accessLog } from './access-log.ts';
import { type Account, type AccountsRead, type Happening, readAccounts } from './account.ts';
import { type Budget, type BudgetKind, spending } from './budget.ts';
import { accountChanges } from './changes.ts';
import { eraseSecrets } from './erased-secrets.ts';
import { checkPassword } from './password-rules.ts';
import { classesOf } from './roles.ts';
import { secondFactors } from './second-factors.ts';
import { openSessions, type Session, type SessionLimits } from './sessions.ts';
import { type Caller, type SecondFactor, signingIn } from './signing-in.ts';
import { slowDown } from './slow-down.ts';
import { stretchInVain } from './stretch-in-vain.ts';

export interface AccountsOptions {
  readonly clock?: () => Date;
  readonly random?: RandomBytes;
  /** What one guess at a password costs; less than the default only where nothing is at stake. */
  readonly passwordCost?: PassphraseCost;
  readonly sessions?: SessionLimits;
  readonly budgets?: Readonly<Record<BudgetKind, Budget>>;
}

/** RFC 9106, section 4, second recommended option: half a second on a laptop. */
const PASSWORD_COST: PassphraseCost = { memoryKiB: 65_536, passes: 3, lanes: 4 };

const DRAFT_KEY_BYTES = 32;

/** What a browser is given when somebody is in, or what it is asked next. */
export type SignInAnswer = { readonly token: string } | { readonly next: SignedIn };

/** The accounts of an open case: who may sign in, who is in, and the keys that are there because of them. */
export interface Accounts {
  readonly caseId: string;
  /** Whether anybody has made an account; before that the case stands open to whoever opened it. */
  inUse(): boolean;
  readonly read: AccountsRead;
  readonly changes: ReturnType<typeof accountChanges>;
  readonly secondFactors: ReturnType<typeof secondFactors>;
  signIn(name: string, password: string, caller: Caller): Promise<SignInAnswer>;
  secondFactor(ticket: string, answer: SecondFactor, caller: Caller): Promise<SignInAnswer>;
  join(name: string, code: string, password: string, caller: Caller): Promise<SignInAnswer>;
  /** Whether this is the account's password; guesses slow down as they do at the door. */
  confirm(account: Account, password: string, caller: Caller): Promise<void>;
  /** @throws SanadError `account.refused`, `account.password-short`, `account.password-plain` */
  changePassword(account: Account, old: string, next: string, caller: Caller): Promise<void>;
  /** The key under which an account’s unfinished work is sealed in browsers: 32 bytes, base64, the same each time. */
  draftKey(account: Account): string;
  session(token: string): Session | undefined;
  sessionsOf(account: string): Session[];
  endSession(id: string): void;
  /** All sessions end, and the keys of every class but `account` leave the memory. */
  lockAll(by: string): void;
  /** Takes one look from the account's budget. @throws SanadError `access.budget-spent` */
  spend(account: string, kind: BudgetKind): void;
  /** Somebody asked for what their role does not include; told once an hour for each account and route. */
  refusedRoute(account: string, route: string): void;
  readonly log: AccessLog;
  /** Told each time keys have left the memory: what was worked out with them should go too. */
  whenForgotten(listener: () => void): void;
  /** Forgets the keys that nobody who is in needs. To be called now and then: sessions also end by themselves. */
  settle(): void;
  readonly idleMinutes: number;
}

/**
 * @throws SanadError `account.keys-missing` where there are accounts and this opening cannot read who they are
 */
export function openAccounts(opened: Case, options: AccountsOptions = {}): Accounts {
  const clock = options.clock ?? (() => new Date());
  const random = options.random ?? randomBytes;
  const cost = options.passwordCost ?? PASSWORD_COST;
  const limits = options.sessions ?? { idleMinutes: 15, hours: 12 };
  const now = (): number => clock().getTime();
  const read = readAccounts(opened);
  const sessions = openSessions(now, random, limits);
  const slow = slowDown(now);
  const budget = spending(now, options.budgets);
  const listeners: (() => void)[] = [];
  /** When it was last told; as many as there are accounts and routes. */
  const refusedRoutes = new Map<string, number>();
  /** Accounts whose password was just right and whose session is not there yet. */
  const entering: string[] = [];

  const inUse = (): boolean => opened.sealed && read.all().length > 1;
  if (!opened.classes.has('account') && opened.events('account').length > 0)
    throw new SanadError('account.keys-missing');

  const note = (account: string, happened: Happening, by = account): void => {
    const { what, ...detail } = happened;
    opened.note({
      kind: 'account',
      facts: { account, what, by },
      ...(Object.keys(detail).length > 0
        ? { slots: [{ name: 'detail', sensitivity: 'account', value: detail }] }
        : {}),
    });
  };

  const opens = async (account: Account | undefined, password: string): Promise<boolean> => {
    if (!account) {
      await stretchInVain(password, cost);
      return false;
    }
    entering.push(account.id);
    try {
      await opened.unlock(account.id, password);
      return true;
    } catch (error) {
      leave(account.id);
      if (error instanceof SanadError && error.code === 'case.passphrase-wrong') return false;
      throw error;
    }
  };
  const leave = (account: string): void => {
    const at = entering.indexOf(account);
    if (at >= 0) entering.splice(at, 1);
  };

  const door = signingIn({ accounts: read, slow, now, random, opens, note });

  const settle = (): void => {
    if (!inUse()) return;
    const needed = new Set<Sensitivity>(['account']);
    const roles = [
      ...sessions.all().map(({ role }) => role),
      ...[...entering, ...door.halfway()].flatMap((id) => read.byId(id)?.role ?? []),
    ];
    for (const role of roles) for (const one of classesOf(role)) needed.add(one);
    const idle = [...opened.classes].filter((one) => !needed.has(one));
    if (idle.length === 0) return;
    opened.forget(idle);
    for (const listener of listeners) listener();
  };

  const endSessions = (account?: string): void => {
    sessions.endAll(account);
    settle();
  };

  const start = ({ id, role }: Account, caller: Caller): SignInAnswer => ({
    token: sessions.start({ account: id, role, device: caller.device }),
  });
  const answered = async (
    outcome: Promise<Awaited<ReturnType<typeof door.passwordGiven>>>,
    caller: Caller,
  ): Promise<SignInAnswer> => {
    let account: string | undefined;
    try {
      const result = await outcome;
      if ('next' in result) {
        account = result.account;
        return { next: result.next };
      }
      account = result.in.id;
      return start(result.in, caller);
    } finally {
      if (account !== undefined) leave(account);
      settle();
    }
  };

  const forget = (account: string, which: (happened: LedgerEvent) => boolean): void =>
    eraseSecrets(opened, account, { which, reason: 'second factor removed', by: account });
  const changes = accountChanges({ opened, accounts: read, now, random, cost, note, endSessions });

  return {
    caseId: opened.id,
    inUse,
    read,
    changes,
    secondFactors: secondFactors({ accounts: read, now, random, note, forget, caseName: opened.name }),
    signIn: (name, password, caller) => answered(door.passwordGiven(name, password, caller), caller),
    secondFactor: (ticket, answer, caller) =>
      answered(door.secondFactorGiven(ticket, answer, caller), caller),
    join: async (name, code, password, caller) => {
      checkPassword(password, name);
      const joined = await door.guarded(name, caller, (account) => changes.join(account, code, password));
      return answered(door.passwordGiven(joined.name, password, caller), caller);
    },
    confirm: async (account, password, caller) => {
      await door.guarded(account.name, caller, async (named) => {
        if (!(await opens(named, password))) throw new SanadError('account.refused');
        leave(account.id);
        settle();
      });
    },
    changePassword: async (account, old, next, caller) => {
      checkPassword(next, account.name);
      await door.guarded(account.name, caller, () => changes.changePassword(account, old, next));
    },
    draftKey: ({ id, draftKey }) => {
      if (draftKey !== undefined) return draftKey;
      const key = Buffer.from(random(DRAFT_KEY_BYTES)).toString('base64');
      note(id, { what: 'draft-key', key });
      return key;
    },
    session: (token) => sessions.use(token),
    sessionsOf: (account) => sessions.of(account),
    endSession: (id) => {
      sessions.end(id);
      settle();
    },
    lockAll: (by) => {
      note(by, { what: 'locked-all' });
      door.forget();
      endSessions();
    },
    spend: (account, kind) => {
      const spent = budget.spend(account, kind);
      if (spent === 'within') return;
      if (spent.first) note(account, { what: 'budget-spent', kind });
      throw new SanadError('access.budget-spent', { minutes: spent.minutes });
    },
    refusedRoute: (account, route) => {
      const key = `${account} ${route}`;
      if (now() - (refusedRoutes.get(key) ?? 0) < 3_600_000) return;
      refusedRoutes.set(key, now());
      note(account, { what: 'not-allowed', route });
    },
    log: accessLog(),
    whenForgotten: (listener) => listeners.push(listener),
    settle,
    idleMinutes: limits.idleMinutes,
  };
}
