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
  return score - Math.abs(quote.length - READABLE) / 80;
}

/** The mention whose words stand for the claim; of equal ones the earliest. */
export function clearest(mentions: readonly Said[]): Said {
  let best = mentions[0]!;
  for (const mention of mentions) if (clarity(mention) > clarity(best)) best = mention;
  return best;
}

/** One plain sentence: the quote on one line, without marks that open or close nothing, cut at a word where it is long. */
export function plainSentence(quote: string): string {
  let text = quote.replace(/\s+/gu, ' ').trim();
  const open = (text.match(/[“«]/gu) ?? []).length;
  const close = (text.match(/[”»]/gu) ?? []).length;
  if (open > close) text = text.replace(/^[“«]/u, '');
  else if (close > open) text = text.replace(/[”»]$/u, '');
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, cut > 0 ? cut : LONGEST)}…`;
}
