/**
 * Propositions and who they go back to: statements that say the same thing become one claim, each claim knows how many
 * voices it really has, what denies, contradicts or supersedes it. Derived from the ledger, never stored; everything
 * the machine joins or relates is a suggestion until a person confirms it. See docs/claims.md.
 */
export { claimById, claimPage } from './claim-page.ts';
export { type ClaimsOfCase, claimsFrom, claimsOf, type ReportsOfCase, reportsOf } from './claims-of.ts';
export { claimsPage } from './claims-page.ts';
export { deriveClaims, NO_MEASURE } from './derive.ts';
export { putRightBy, readingsPutRight, statementsPutRight } from './put-right.ts';
export type { ReportIn } from './said.ts';
export { suggestionsOf } from './suggestions.ts';
export { tellingClaims } from './telling.ts';
export { UNNAMED } from './voices.ts';
