import type { Claim, Told } from '../model/index.ts';
import type { Said } from './said.ts';

/** The length at which a sentence still reads at a glance, in characters. */
const READABLE = 110;
const LONGEST = 300;

/** How clearly a mention says the claim: plainly asserted, its figure in it, a whole sentence, short. Higher is clearer. */
function clarity({ statement }: Said): number {
  const { quote, stance, figure, headline } = statement;
  let score = { asserts: 3, hedged: 2, unverified: 1, denies: -6 }[stance];
  if (figure) score += 2;
  if (statement.place) score += 1;
  if (/^[\p{Lu}\p{Script=Arabic}\d"“«‘]/u.test(quote)) score += 1;
  if (/[.!?؟»”"]$/u.test(quote.trim())) score += 0.5;
  if (headline) score -= 0.5;
  if (quote.length < 25) score -= 3;
  if (/[?؟]["”»’]?$/u.test(quote.trim())) score -= 6;
  if (CORRECTION.test(`${statement.chain.at(-1) ?? ''} ${quote}`)) score -= 4;
  if (figure && !VERB.test(quote)) score -= 1.5;
  if (
    /\b(?:said|says|told|announced|posted|according to)\b|(?:^|\s)و?(?:قال|أعلن|ذكر|أفاد|نف|أكد)\p{L}{0,2}(?:\s|$)/u.test(
      quote,
    )
  )
    score -= 0.75;
  return score - Math.abs(quote.length - READABLE) / 80;
}

/** A report that speaks of what it said before. */
const CORRECTION =
  /\b(?:earlier|previous|original) (?:version|report)|\bcorrection\b|نسخة سابقة|تقرير سابق|تصحيح/iu;
/** A word that makes a sentence of a count; in Arabic the usual verbs of the field, since none are needed for "is". */
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|may|might|could|can|will|would|died|remains?|\p{L}{3,}ed)\b|(?:^|\s)[وف]?(?:كان|زال|يزال|خرج|قتل|توف|مات|بلغ|أُ?فرج|بقي|استقبل|فتش|أرسل)/u;

/** The clearest mention of each language; `all` serves where the best ones have none in it. */
export function textsOf(best: readonly Said[], all: readonly Said[]): Claim['texts'] {
  const texts: Claim['texts'] = {};
  for (const language of ['en', 'ar'] as const) {
    const inIt = (mentions: readonly Said[]): Said[] =>
      mentions.filter(({ record }) => record.language === language);
    const fitting = inIt(best).length > 0 ? inIt(best) : inIt(all);
    if (fitting.length > 0) texts[language] = told(clearest(fitting));
  }
  return texts;
}

/** A claim in the words of one mention; of a part it is told whom it is said of. */
export const sentenceOf = ({ statement: { quote }, of }: Said): string =>
  plainSentence(of === undefined ? quote : `${of} … ${quote}`);

function told(said: Said): Told {
  const { quote, start, figure } = said.statement;
  const text = sentenceOf(said);
  if (!figure) return { text };
  const words = quote.slice(figure.start - start, figure.end - start);
  const before = quote.slice(0, figure.start - start).split(words).length - 1;
  const at = nthIndexOf(text.toLowerCase(), words.toLowerCase(), before);
  return at < 0 ? { text } : { text, figure: { start: at, end: at + words.length } };
}

function nthIndexOf(text: string, words: string, before: number): number {
  let at = text.indexOf(words);
  for (let passed = 0; passed < before && at >= 0; passed++) at = text.indexOf(words, at + words.length);
  return at;
}

/** The mention whose words stand for the claim; of equal ones the earliest. */
export function clearest(mentions: readonly Said[]): Said {
  let best = mentions[0]!;
  for (const mention of mentions) if (clarity(mention) > clarity(best)) best = mention;
  return best;
}

/** One plain sentence: the quote on one line, without marks that open or close nothing, cut at a word where it is long. */
export function plainSentence(quote: string): string {
  let text = quote
    .replace(/<[^>]{0,200}>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // Words said as a whole stand without their marks.
  const said = /^["“«]([^"“”«»]+)["”»]$/u.exec(text)?.[1];
  if (said !== undefined) text = said.trim();
  const open = (text.match(/[“«]/gu) ?? []).length;
  const close = (text.match(/[”»]/gu) ?? []).length;
  if (open > close) text = text.replace(/^[“«]/u, '');
  else if (close > open) text = text.replace(/[”»]$/u, '');
  if ((text.match(/"/gu) ?? []).length === 1) text = text.replace('"', '');
  text = text.replace(/[\s,;:،؛–—-]+$/u, '').trim();
  text = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, cut > 0 ? cut : LONGEST)}…`;
}
