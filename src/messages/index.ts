/**
 * Every sentence a person reads, English and Arabic side by side. One file for each part of the house; a page, a
 * command or an error asks by name and gives the values. Known to exchange, server, cli and web.
 */
export { accountMessages } from './accounts.ts';
export { CALL_SCRIPTS, scriptFor } from './call-scripts.ts';
export { captureMessages } from './captures.ts';
export type { Bilingual, Catalogue, Language } from './catalogue.ts';
export { checkMessages } from './checks.ts';
export { claimDecisionMessages } from './claim-decisions.ts';
export { commandMessages } from './commands.ts';
export { erasureMessages } from './erasures.ts';
export { errorMessages } from './errors.ts';
export { estimateMethods, estimateReasons } from './estimates.ts';
export { figureMessages } from './figures.ts';
export { format, LOCALES } from './format.ts';
export { faultMessages } from './ledger.ts';
export { lineMessages } from './line.ts';
export { linkParts, linkReasonMessage, linkReasons, linkVerdicts, namesAlone } from './linkage.ts';
export { listMessages } from './lists.ts';
export { measureMessages } from './measures.ts';
export { onPaperMessages } from './on-paper.ts';
export { pageMessages } from './pages.ts';
export { peopleListMessages } from './people-list.ts';
export { personFileMessages } from './person-file.ts';
export { proofMessages } from './proofs.ts';
export { publicStatementMessages } from './public-statement.ts';
export { puttingRightMessages } from './putting-right.ts';
export { remainsMessages } from './remains.ts';
export { requestMessages } from './requests.ts';
export { reviewMessages } from './review.ts';
export { searchedMessages, siteMessages } from './site.ts';
export { siteLogMessages } from './site-log.ts';
export { sitePlanMessages } from './site-plan.ts';
export { soughtPhotographMessages } from './sought-photographs.ts';
export { talkMessages } from './talks.ts';
export { typingMessages } from './typing.ts';
export { versionMessages } from './versions.ts';
