/** Closed classes of English, and the open-class words that reading needs to find the edges of phrases. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const PRONOUNS = set(
  'he she they it i we you who one everyone everybody somebody someone nobody anyone',
);
export const RELATIVES = set('who which that whom whose');
export const BE = set(
  "is are was were be been being am 's 're isn't aren't wasn't weren't it's he's she's they're we're i'm that's there's you're",
);
export const HAVE = set(
  "has have had having hasn't haven't hadn't i've we've they've he'd she'd they'd you've",
);
export const DO = set("do does did don't doesn't didn't doing");
export const MODALS = set(
  "will would can could may might must shall should won't wouldn't can't couldn't cannot shouldn't he'll she'll they'll i'll we'll it'll you'll ought",
);
export const AUXILIARIES: ReadonlySet<string> = new Set([...BE, ...HAVE, ...DO, ...MODALS]);
export const NEGATIONS = set(
  "not never no n't neither nor none hardly don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't cannot shouldn't without",
);
export const DETERMINERS = set(
  'the a an this that these those his her its their our my your some any no every each all both several many most few another other such more less either neither what which',
);
export const POSSESSIVES = set('his her its their our my your whose');
export const PREPOSITIONS = set(
  'of in on at by for with from to into about against between among through during before after since until under over within without across near behind beyond along around amid despite toward towards upon off via per outside inside beneath below above including like unlike as',
);
export const SUBORDINATORS = set(
  'that because although though when while if unless since after before until as whether where why how once whereas so than lest wherever whenever',
);
export const CONJUNCTIONS = set('and but or nor yet so plus');
export const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday');
export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
export const TIME_WORDS = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently now then again afterward afterwards previously already last week month year night morning afternoon evening weekend this next once later thereafter since ago',
);
const ADVERBS = set(
  'twice also always never ever still just even only already often once again later earlier recently repeatedly now then since ago soon too further first previously initially eventually finally subsequently openly simply perhaps maybe almost nearly quite rather long widely not both all each reportedly allegedly apparently publicly privately falsely generally however meanwhile though moreover furthermore nevertheless nonetheless instead therefore thus indeed likewise afterwards otherwise sometimes usually',
);

const LY = /^[a-z]{3,20}ly$/;
const NOT_ADVERBS = set(
  'family italy july reply apply supply ally rally assembly monopoly anomaly bully fly belly only early daily weekly monthly yearly elderly friendly deadly likely lovely ugly holy orderly',
);
export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || (LY.test(word) && !NOT_ADVERBS.has(word));

/** Finite verbs that are common in news and are no cues; with the auxiliaries they mark where a clause has its verb. */
export const COMMON_VERBS = set(`
became become becomes began begin begins came come comes went go goes got get gets gave give gives took take takes made make makes
brought bring brings left leave leaves lost lose loses won win wins kept keep keeps held hold holds led lead leads met meet meets
ran run runs sent send sends set sets sat sit sits stood stand stands spent spend spends broke break breaks built build builds
bought buy fell fall falls flew fly fled flee flees fought fight fights grew grow grows drew draw drove drive hit hits cut cuts
let lets paid pay pays put puts rose rise rises sold sell sells shot struck strike taught threw throw wore woke lay lies lie
remains remain remained moved move moves turned turn turns started start starts stopped stop stops tried try tries used use uses
worked work works lived live lives died die dies killed kill kills helped help helps needs needed need happened happen happens
includes included include continues continued follows followed faced face faces served serve serves opened open opens closed
caused cause causes received receive receives reached reach reaches carried carry carries passed pass forced force forces
arrested arrest released release releases freed free frees detained detain attacked attack attacks launched launch
joined joins entered enter seized seize captured capture toppled collapsed collapse emerged emerge appeared arrived arrive
returned return returns managed manage manages failed fail fails ended end ends changed change changes allowed allow allows
dug crept sank swam blew caught clung hid shook slept sought stole swept tore wept withdrew chose ate fed rang rode slid swung knelt shone swore bled froze
provided provide provides created create creates increased increase increases raised raise raises dropped drop drops
`);
