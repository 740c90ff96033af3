import type { DropReason } from '../model/index.ts';

/** A line ends like a sentence. */
export const SENTENCE_END = /[.!?…؟][)"”’»'\]›]*$/;

const CHROME =
  /^(?:read (?:more|also|next|full)|also read|share(?: this.*| on .*)?|advertisement|ad|sign up.*|subscribe.*|follow us.*|click here.*|watch(?: now| live| more)?|view (?:more|gallery|comments)|comments?|loading.*|print|e-?mail|copy link|save|skip to .*|menu|home|search|log ?in|register|cookie.*|accept(?: all)?.*|back to top|getty(?: images)?|x|facebook|twitter|whatsapp|telegram|instagram|youtube|play video|video|gallery|live|newsletter.*|اقرأ(?: المزيد| أيض[اً]+| ايضا)?|شارك.*|مشاركة.*|تابعنا.*|إعلان|اشترك.*|المزيد|طباعة|تعليقات?|شاهد(?: أيض[اً]+)?)\s*[:>»]?$/i;
const PROMOTION =
  /^(?:read (?:more|next)|read also|also read|see also|related|more on this|watch|listen|sign up|subscribe|download our|follow (?:us|our)|join our|get (?:the|our) |click |for more (?:stories|news)|do you have a story|got a story|contact us|اقرأ أيض[اً]+|اقرأ المزيد|اقرأ ايضا|شاهد أيض[اً]+|شاهد ايضا|تابعوا|تابعنا|للمزيد|اشترك)\s*[:>»–—-]/i;
/** What asks the reader for something: an imperative first, and a service of the house in it. */
const INVITATION =
  /^(?:please |to )?(?:sign(?:ing)? up|subscribe|get|join|download|follow|click|tap|e-?mail|send|share|donate|support|register|receive|enter|become|listen|watch|read|contact|tell us|help us|thank you for|thanks for|do you|have you|got|are you|want|enjoy(?:ed|ing)?)\b/i;
const SERVICE =
  /\b(?:newsletters?|inbox|unsubscribe|subscri(?:be|bers?|ptions?)|(?:our|the) (?:free )?(?:app|podcast|channel|channels|briefing|reporters?|journalists?|newsroom|coverage|journalism)|alerts?|notifications?|a story|a tip|tips|email address|e-?mail us|get in touch|member(?:ship)?|sign up|by e-?mail|follow us|whatsapp channel|copy link|tips@|news@|newsdesk@)/i;
const NOTICE =
  /^(?:comments? (?:are|is) (?:now )?(?:moderated|closed|subject)|(?:this|the) (?:article|story|page|post|piece) (?:is (?:free|more than|only)|contains (?:affiliate|references|content)|was (?:amended|originally published|first published))|(?:article|story) continues|continue reading|scroll (?:down|to)|this material may not|terms and conditions|our standards\b|editorial standards|(?:tags|topics|keywords|filed under|categories|explore more)\s*:|download (?:the|our) app|last updated\b|reading time\b|\d+ min(?:ute)?s? read\b|listen(?: to this (?:article|story))?\s*\(|image source\b|image caption\b|media caption\b|view \d+ comments)/i;
const COOKIES =
  /\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|copyright ©?)|©|جميع الحقوق محفوظة|ملفات تعريف الارتباط/i;
const BYLINE =
  /^(?:by\s+[A-Z][^\n!?:]{1,70}|written by .*|(?:additional )?(?:reporting|editing|writing) by .*|(?:first )?(?:published|updated|posted|last (?:updated|modified))(?:\s*(?::|at|on)\s*|\s+\d).{0,60}|source:.{0,60}|بقلم.{0,60}|كتب[ت]?\s*[:/].{0,60}|تحرير\s*[:/].{0,60}|نشر(?:ت)? (?:في|بتاريخ).{0,60}|آخر تحديث.{0,60}|تاريخ النشر.{0,60}|المصدر\s*:.{0,60})$/iu;
/** "(Reporting by …; Editing by …)", "• With agencies", "The wire contributed to this report." */
const STAFF =
  /^[\s(*•·[–—-]*(?:(?:additional |further |with )?(?:reporting|writing|editing|research|photography|graphics?|translat(?:ion|ed)|compiled|edited|produced) (?:and (?:reporting|writing|editing|research) )?(?:by|from)\b|with (?:agencies|reporting|files|additional)\b|(?:staff and )?agencies\b.{0,20}$|[^.]{2,80} contributed (?:to this (?:report|story|article)|reporting)\b)/i;
const DATE_ALONE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+\p{L}{3,12},?\s+\d{4}|\p{L}{3,12}\s+\d{1,2},?\s+\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{4}-\d{2}-\d{2})(?:[\s,T|-]+\d{1,2}[:.]\d{2}.{0,30})?$/iu;
const CREDIT =
  /(?:\b(?:AFP|AP|Reuters|EPA|Getty(?: Images)?|Anadolu|Shutterstock|Alamy|PA|Twitter|X|Telegram|Facebook|file photo|handout|screengrab|screenshot)|رويترز|أ ?ف ?ب|فرانس برس|الأناضول)\)?\]?$|^(?:photo|image|picture|pictured|credit|video|caption|صورة|تصوير)\s*[:(]|\bcredit\s*:/i;
/** "[Image] Families wait …", "Photograph: A. Sader/The Bell", "… at the gate (Image: Chirp)". */
const PICTURE =
  /^[[(]\s*(?:image|photo(?:graph)?|pic(?:ture)?|video|file|graphic|map|gallery|screenshot|still)\b[^\])]{0,12}[\])]|^\[(?:image|photo(?:graph)?|pic(?:ture)?|video|graphic|map|gallery)\s*:|\b(?:photo(?:graph)?s?|image|picture|pic|video still|illustration|courtesy)\s*(?::|by\b|of:)\s*\S.{0,60}$|\((?:image|photo(?:graph)?|pic(?:ture)?|video|credit|source|courtesy|via)\b[^()]{0,60}\)$/i;
const TAIL =
  /^(?:more (?:latest |top |breaking )?(?:news|stories|headlines|from\b.*|on this story)|(?:more )?latest (?:news|stories|headlines)|related(?: (?:articles?|stories|news|posts|content|topics?|links|reading|coverage))?|most (?:read|popular|viewed|shared|watched|recent)(?:\b.*)?|you (?:may|might) also (?:like|be interested.*)|recommended(?:\b.*)?|trending(?:\b.*)?|(?:today'?s )?top stories|read next|also (?:in|on|read) .{0,30}|other (?:news|stories)|editor'?s'? picks?|don'?t miss|what to read next|around the web|from our partners|promoted.{0,20}|sponsored.*|more in .{0,30}|in other news|أخبار ذات صلة|مواضيع ذات صلة|مقالات ذات صلة|اقرأ أيض[اً]+|الأكثر قراءة|المزيد من الأخبار|آخر الأخبار|أخبار أخرى|قد يعجبك.*|موضوعات متعلقة)\s*:?$/i;
/** Also a button by itself; links may stand below it. */
const LIST =
  /^(?:read (?:more|also|next)|see also|also read|more|(?:read |see |find out )?more (?:on|about|from|in)\b.{0,40}|related)\s*:?$/i;

/** A heading behind which the page tells of other news. */
export const headsTail = (written: string): boolean => written.length < 80 && TAIL.test(written);
/** A heading of a few links, behind which the report may go on. */
export const headsLinks = (written: string): boolean => written.length < 80 && LIST.test(written);

export const isCredited = (written: string): boolean => CREDIT.test(written) || PICTURE.test(written);

/** Why a line by itself is no part of the report: buttons, notices, bylines, credits, invitations, menus. */
export function furnitureOf(written: string): DropReason | undefined {
  if (written.length <= 2 && !/\p{N}/u.test(written)) return 'navigation';
  if (CHROME.test(written) || isMenu(written)) return 'navigation';
  if (PROMOTION.test(written) && !SENTENCE_END.test(written)) return 'promotion';
  if (COOKIES.test(written)) return 'cookie-notice';
  if (
    (BYLINE.test(written) && !(/^by\s/i.test(written) && SENTENCE_END.test(written))) ||
    DATE_ALONE.test(written) ||
    STAFF.test(written)
  )
    return 'byline';
  if (INVITATION.test(written) && SERVICE.test(written)) return 'promotion';
  if (NOTICE.test(written)) return 'other';
  if (/^\[/.test(written) && PICTURE.test(written)) return 'caption';
  return undefined;
}

/** "Home | Lists | Donate", "Share  Save  Listen (8 min)": short words side by side, and no sentence. */
function isMenu(written: string): boolean {
  if (!/[|•·›]|\s\s/.test(written)) return false;
  const parts = written.split(/\s*[|•·›]\s*|\s{2,}/).filter((part) => part !== '');
  if (parts.length < 2 || /@[\p{L}\p{N}_]/u.test(written)) return false;
  const short = parts.every(
    (part) => part.length < 45 && part.split(/\s+/).length <= 6 && !/[.!?]$/.test(part),
  );
  return short && (parts.length > 2 || parts.some((part) => CHROME.test(part) || COUNTER.test(part)));
}

/** "41 comments", "6 min read", "Print". */
const COUNTER =
  /^(?:view )?\d[\d,.k]*\s*(?:view )?(?:comments?|shares?|views?|likes?|retweets?|min(?:ute)?s?(?: read)?|reads?)$/i;
