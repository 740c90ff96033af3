/**
 * Who may sign in to a case and what their lock opens; sessions, second factors, growing waits, budgets of looks, and
 * the log of who looked at what. Everything about an account is an entry of the ledger; nothing here knows HTTP.
 */
export { type Look, type LooksRead, readLooks, type WrittenLook } from './access-log.ts';
export { type Account, OWNER } from './account.ts';
export { type Accounts, type AccountsOptions, openAccounts, type SignInAnswer } from './accounts.ts';
export { BUDGETS, type BudgetKind } from './budget.ts';
export { accountsExist, type CommandLook, noteCommandLook } from './command-look.ts';
export { canGrant, classesOf } from './roles.ts';
export type { Session } from './sessions.ts';
export type { Caller } from './signing-in.ts';
