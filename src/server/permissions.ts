import { BUDGETS, type BudgetKind, classesOf } from '../accounts/index.ts';
import type { Sensitivity } from '../ledger/index.ts';
import { type AccessKind, ROLES, type Role } from '../model/index.ts';

/**
 * Who may ask what: the one table from which the guard, the description of the API and the test of every role against
 * every route are made. A route that does not stand here is refused to everybody.
 */

/**
 * Fields that are shown and hidden together, each behind the key of one class, with its disclosure tier: T0 named
 * people only, T1 this team.
 */
export const FIELD_GROUPS = {
  /** Counts, hashes, sizes, times, the case's own name: nothing of a person. */
  facts: { tier: 'T1' },
  /** Names, rows, reports, claims, reasons of decisions. */
  register: { tier: 'T1', class: 'team' },
  /** How to reach a family or a witness. */
  contact: { tier: 'T0', class: 'contact' },
  /** Who gave an item, where it lay, who acted. */
  giver: { tier: 'T0', class: 'source' },
  /** Files as received. */
  file: { tier: 'T0', class: 'key' },
  /** What was written on the public line. */
  line: { tier: 'T0', class: 'line' },
  /** A place that is searched: sectors, leads, searches, teams. */
  site: { tier: 'T1', class: 'site' },
  /** Names and settings of accounts. */
  accounts: { tier: 'T1', class: 'account' },
} as const satisfies Record<string, { readonly tier: 'T0' | 'T1'; readonly class?: Sensitivity }>;
export type FieldGroup = keyof typeof FIELD_GROUPS;

export interface Rule {
  /** `anyone` also without an account; `everyone` who has signed in; or those roles alone that hold the fields it needs. */
  readonly who: 'anyone' | 'everyone' | 'holders' | readonly Role[];
  /** Fields without which the question makes no sense. */
  readonly needs?: readonly FieldGroup[];
  /** Fields that the answer has where the role holds them. */
  readonly shows?: readonly FieldGroup[];
  /** What the log of reads calls it. */
  readonly look?: AccessKind;
  /** What is counted against taking the register home. */
  readonly budget?: BudgetKind;
  /** About the asking account itself: answered also before a second factor is set up. */
  readonly own?: true;
}

const own = { who: 'everyone', own: true } as const;
const talking = { who: 'holders', needs: ['line'] } as const;
/** What families ask and how to reach them: the desk's alone. */
const families = { who: 'holders', needs: ['register', 'contact'], look: 'request' } as const;
const morgue = { who: 'holders', needs: ['register'], look: 'remains' } as const;
/** Two of those who read names; whoever carries it out must hold the keys of what stands beside the values. */
const erasing = {
  who: 'holders',
  needs: ['register'],
  shows: ['contact', 'giver'],
  look: 'erasure',
} as const;
const keeping = { who: ['owner', 'administrator'], needs: ['accounts'] } as const;

export const RULES: Readonly<Record<string, Rule>> = {
  'GET /api/overview': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'GET /api/verify': { who: ['owner', 'administrator', 'investigator'] },
  'POST /api/verify': { who: ['owner', 'administrator', 'investigator'] },
  'GET /api/claims': { who: 'holders', needs: ['register'], look: 'claims' },
  'GET /api/claims/suggestions': { who: 'holders', needs: ['register'], look: 'claims' },
  'GET /api/claims/{id}/asked': { who: 'holders', needs: ['register', 'giver'], look: 'log' },
  'POST /api/claims/decisions': { who: 'holders', needs: ['register'] },
  'GET /api/claims/{id}': { who: 'holders', needs: ['register'], look: 'claims' },
  'GET /api/people': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact', 'giver'],
    look: 'list',
    budget: 'list',
  },
  'GET /api/people/{id}': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact', 'giver'],
    look: 'person',
    budget: 'person',
  },
  'GET /api/people/{id}/history': {
    who: 'holders',
    needs: ['register'],
    shows: ['giver'],
    look: 'person',
    budget: 'person',
  },
  'GET /api/review': {
    who: 'holders',
    needs: ['register'],
    shows: ['giver'],
    look: 'list',
    budget: 'list',
  },
  'POST /api/review/later': { who: 'holders', needs: ['register'] },
  'GET /api/review/quality': { who: 'holders', needs: ['register'] },
  'GET /api/find': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact'],
    look: 'search',
    budget: 'search',
  },
  'GET /api/items': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'GET /api/items/{id}': { who: 'holders', needs: ['register'], shows: ['giver'], look: 'item' },
  'GET /api/items/{id}/rows': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact'],
    look: 'item',
    budget: 'list',
  },
  'POST /api/items/{id}/proposals': { who: 'holders', needs: ['register'], look: 'item' },
  'POST /api/items/{id}/readings': { who: 'holders', needs: ['register'] },
  'GET /api/items/{id}/text': { who: 'holders', needs: ['register'], look: 'item' },
  'GET /api/items/{id}/versions': { who: 'holders', needs: ['register'], look: 'item' },
  'GET /api/items/{id}/versions/{other}': { who: 'holders', needs: ['register'], look: 'item' },
  'GET /api/items/{id}/file': { who: 'holders', needs: ['register', 'file'], look: 'file', budget: 'file' },
  'GET /api/items/{id}/proof': { who: 'holders', needs: ['register'], shows: ['giver'], look: 'item' },
  'GET /api/items/{id}/proof/file': { who: 'holders', needs: ['register'], look: 'export' },
  'GET /api/witnesses': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'GET /api/checkpoint': { who: 'everyone' },
  'POST /api/growth': { who: 'everyone' },
  'GET /api/records/{id}/proof': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact'],
    look: 'person',
    budget: 'person',
  },
  'POST /api/records/{id}/proof/file': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact'],
    look: 'export',
    budget: 'file',
  },
  'GET /api/erasures': erasing,
  'POST /api/erasures': erasing,
  'POST /api/erasures/foresee': { ...erasing, budget: 'person' },
  'GET /api/erasures/{entry}': { ...erasing, budget: 'person' },
  'POST /api/erasures/{entry}/carry-out': erasing,
  'POST /api/erasures/{entry}/withdraw': erasing,
  'POST /api/items': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'GET /api/items/{id}/about': {
    who: 'holders',
    needs: ['register', 'file'],
    shows: ['giver'],
    look: 'item',
    budget: 'file',
  },
  'GET /api/items/{id}/preview': {
    who: 'holders',
    needs: ['register', 'file'],
    look: 'file',
    budget: 'file',
  },
  'POST /api/items/{id}/copies': { who: 'holders', needs: ['register', 'file'] },
  'POST /api/items/{id}/graphic': { who: 'holders', needs: ['register'] },
  'POST /api/items/{id}/custody': { who: 'holders', needs: ['register', 'giver'] },
  'POST /api/captures': { who: 'holders', needs: ['register', 'giver'] },
  'GET /api/items/{id}/capture': {
    who: 'holders',
    needs: ['register', 'file'],
    look: 'file',
    budget: 'file',
  },
  'POST /api/items/{id}/capture': { who: 'holders', needs: ['register', 'file'], look: 'file' },
  'POST /api/files/known': { who: 'holders', needs: ['register', 'file'], look: 'search', budget: 'search' },
  'OPTIONS /api/uploads': { who: 'anyone' },
  'POST /api/uploads': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'GET /api/uploads': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'GET /api/uploads/{id}': { who: 'holders', needs: ['register'], shows: ['giver'] },
  'PATCH /api/uploads/{id}': { who: 'holders', needs: ['register'] },
  'DELETE /api/uploads/{id}': { who: 'holders', needs: ['register'] },
  'GET /api/lists': { who: 'holders', needs: ['register'], shows: ['giver'], look: 'item' },
  'POST /api/lists': { who: 'holders', needs: ['register'] },
  'POST /api/lists/look': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact'],
    look: 'search',
    budget: 'list',
  },
  'GET /api/lists/{id}/version': {
    who: 'holders',
    needs: ['register'],
    shows: ['contact'],
    look: 'item',
    budget: 'list',
  },
  'POST /api/lists/{id}/version': { who: 'holders', needs: ['register'] },
  'POST /api/lists/{id}/withdraw': { who: 'holders', needs: ['register'] },
  'GET /api/typing/{id}': { who: 'holders', needs: ['register'], look: 'item' },
  'POST /api/typing/{id}': { who: 'holders', needs: ['register'] },
  'POST /api/typing/{id}/list': { who: 'holders', needs: ['register'] },
  'POST /api/typing/read': { who: 'holders', needs: ['register'] },
  'POST /api/decisions/link': { who: 'holders', needs: ['register'] },
  'POST /api/decisions/person': { who: 'holders', needs: ['register'] },
  'POST /api/decisions/undo': { who: 'holders', needs: ['register'] },

  'GET /api/sites': { who: 'holders', needs: ['site'] },
  'POST /api/sites/entries': { who: 'holders', needs: ['site'] },
  'POST /api/sites/pictures': { who: 'holders', needs: ['site'] },
  'POST /api/sites/pictures/{id}': { who: 'holders', needs: ['site'] },
  'GET /api/sites/pictures/{id}': { who: 'holders', needs: ['site'] },
  'GET /api/sites/map': { who: 'holders', needs: ['site'] },
  'GET /api/sites/handed': { who: 'holders', needs: ['site'] },
  'OPTIONS /api/sites/photographs': { who: 'anyone' },
  'POST /api/sites/photographs': { who: 'holders', needs: ['site'] },
  'GET /api/sites/photographs/{id}': { who: 'holders', needs: ['site'] },
  'PATCH /api/sites/photographs/{id}': { who: 'holders', needs: ['site'] },
  'GET /api/sites/{id}/photographs/{photograph}': { who: 'holders', needs: ['site'] },
  'GET /api/sites/{id}': { who: 'holders', needs: ['site'] },
  'GET /api/sites/{id}/picture': { who: 'holders', needs: ['site'] },
  'POST /api/sites/{id}/next': { who: 'holders', needs: ['site'] },

  'GET /api/requests': { ...families, budget: 'list' },
  'POST /api/requests': families,
  'POST /api/requests/by-code': { ...families, budget: 'search' },
  'POST /api/requests/hand-out': { ...families, look: 'export', budget: 'file' },
  'POST /api/requests/wall': { ...families, look: 'export', budget: 'list' },
  'POST /api/requests/{id}/photographs': families,
  'GET /api/requests/{id}/photographs/{photograph}': families,
  'GET /api/requests/{id}': { ...families, budget: 'person' },
  'POST /api/requests/{id}/acts': families,
  'POST /api/requests/{id}/erase': families,
  'GET /api/people/{id}/requests': families,
  'GET /api/hits': { ...families, budget: 'list' },
  'GET /api/freezes': families,
  'POST /api/freezes': families,
  'POST /api/freezes/{id}/release': families,
  'GET /api/remains': morgue,
  'POST /api/remains': morgue,
  'GET /api/remains/{id}': morgue,
  'POST /api/remains/{id}/acts': morgue,
  'GET /api/remains/{id}/compare': { ...morgue, needs: ['register', 'contact'], budget: 'list' },

  'GET /api/figures/reported': { who: 'holders', needs: ['register'], look: 'claims' },
  'GET /api/figures/documented': { who: 'holders', needs: ['register'] },
  'GET /api/figures/runs': { who: 'holders', needs: ['register'] },
  'POST /api/figures/runs': { who: 'holders', needs: ['register'] },
  'GET /api/figures/runs/{id}': { who: 'holders', needs: ['register'] },
  'POST /api/figures/runs/{id}/cancel': { who: 'holders', needs: ['register'] },
  'POST /api/figures/runs/{id}/repeat': { who: 'holders', needs: ['register'] },
  'POST /api/figures/runs/{id}/review': {
    who: ['owner', 'reviewer', 'investigator'],
    needs: ['register'],
  },
  'GET /api/figures/runs/{id}/export': { who: 'holders', needs: ['register'], look: 'export' },

  'GET /api/session': { who: 'anyone' },
  'POST /api/session': { who: 'anyone' },
  'POST /api/session/second-factor': { who: 'anyone' },
  'POST /api/session/join': { who: 'anyone' },
  'POST /api/session/end': own,
  'POST /api/session/lock-all': own,
  'GET /api/account': own,
  'POST /api/account/draft-key': own,
  'POST /api/account/password': own,
  'POST /api/account/totp': own,
  'POST /api/account/totp/confirm': own,
  'POST /api/account/totp/remove': own,
  'POST /api/account/recovery-codes': own,
  'POST /api/account/passkeys': own,
  'POST /api/account/passkeys/finish': own,
  'POST /api/account/passkeys/remove': own,
  'POST /api/account/sessions/end': own,
  'GET /api/accounts': keeping,
  'POST /api/accounts': keeping,
  'GET /api/invitations': { who: 'everyone' },
  'POST /api/accounts/{id}/invite': { who: 'everyone' },
  'POST /api/accounts/{id}/role': keeping,
  'POST /api/accounts/{id}/close': keeping,

  'GET /api/line': { ...talking, look: 'line' },
  'GET /api/line/talks/{id}': { ...talking, look: 'line' },
  'GET /api/line/talks/{id}/files/{place}': { ...talking, look: 'line' },
  'POST /api/line/talks/{id}/answer': talking,
  'POST /api/line/states': talking,
  'POST /api/line/talks/{id}/hand-over': talking,
  'POST /api/line/talks/{id}/lead': talking,
  'POST /api/line/talks/{id}/erase': talking,
  'POST /api/line/fetch': talking,

  'GET /api/access': { who: 'holders', needs: ['register', 'giver'], look: 'log' },
  'POST /api/access/print': { who: 'holders', needs: ['register'], look: 'print', budget: 'person' },
};

export const holds = (role: Role, group: FieldGroup): boolean => {
  const { class: needed } = FIELD_GROUPS[group] as { class?: Sensitivity };
  return needed === undefined || classesOf(role).includes(needed);
};

/** Whether a role may ask this at all; `undefined` is somebody who has not signed in. */
export function mayAsk(rule: Rule, role: Role | undefined): boolean {
  if (rule.who === 'anyone') return true;
  if (role === undefined) return false;
  const named = typeof rule.who === 'string' || rule.who.includes(role);
  return named && (rule.needs ?? []).every((group) => holds(role, group));
}

export const rolesOf = (rule: Rule): Role[] => ROLES.filter((role) => mayAsk(rule, role));

interface Matcher {
  readonly route: string;
  readonly rule: Rule;
  readonly method: string;
  readonly pattern: RegExp;
}
const MATCHERS: readonly Matcher[] = Object.entries(RULES)
  .map(([route, rule]) => {
    const [method, path] = route.split(' ') as [string, string];
    return { route, rule, method, pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`) };
  })
  // `/api/items/{id}` must not catch what has a rule of its own
  .sort((a, b) => Number(a.route.includes('{')) - Number(b.route.includes('{')));

export interface Ruled {
  readonly route: string;
  readonly rule: Rule;
  readonly params: Readonly<Record<string, string>>;
}

/** The rule for a request; HEAD is asked as GET. */
export function ruleFor(method: string, path: string): Ruled | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const { route, rule, method: own, pattern } of MATCHERS) {
    const match = own === asked ? pattern.exec(path) : null;
    if (match) return { route, rule, params: { ...match.groups } };
  }
  return undefined;
}

/** What stands in the description of the API beside each route. */
export const describedRule = (rule: Rule): Record<string, unknown> => ({
  roles: rule.who === 'anyone' ? 'anyone' : rolesOf(rule),
  needs: rule.needs ?? [],
  shows: rule.shows ?? [],
  ...(rule.look ? { logged: rule.look } : {}),
  ...(rule.budget ? { budget: BUDGETS[rule.budget] } : {}),
});
