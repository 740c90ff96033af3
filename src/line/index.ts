/**
 * The machine that takes tips: a folder of sealed deposits, quotas and prices against floods, the public page. It holds
 * public keys alone, knows neither the ledger nor the keepers, and keeps nothing of who wrote but the day.
 */
export { type LineAppOptions, lineApp } from './app.ts';
export { type Line, openLine, readKeepers } from './line-folder.ts';
export { type Deposit, type Mailboxes, mailboxesIn } from './mailboxes.ts';
export { addressOf, LINE_WEB_ROOT, type ServedLine, type ServeLineOptions, serveLine } from './serve-line.ts';
