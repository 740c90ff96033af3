import type { Span } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import { first, last } from './content-span.ts';

/** A question states nothing. */
export const isQuestion = (text: string, span: Span): boolean =>
  /[?؟][”"’'»)]*$/.test(text.slice(Math.max(span.start, span.end - 4), span.end)) ||
  /^[?؟]/.test(text.slice(span.end, span.end + 1)) ||
  // Nor does a plea to whoever reads.
  /^["“«]?(?:please|kindly|الرجاء|رجاء|يرجى)\s/i.test(text.slice(span.start, span.start + 12));

/** What is asked, or known by acquaintance ("who know the building"), is no statement. */
export function saysNothing(text: string, attribution: Attribution): boolean {
  const content = text.slice(first(attribution), Math.min(last(attribution), first(attribution) + 200));
  if (ASKING.has(attribution.cueBase))
    return !attribution.quoted && !/^(?:to|not|for|that|إلى)\b/i.test(content);
  // "what the prisoners called Hangar Four", "nicknamed the Cellar": a name and no more.
  if (
    NAMING.has(attribution.cueBase) &&
    !attribution.quoted &&
    /^(?:the\s)?\p{Lu}/u.test(content) &&
    content.length < 40
  )
    return true;
  if (!KNOWING.has(attribution.cueBase) || attribution.quoted) return false;
  return (
    /^(?:what|who|why|how|where|when|whether)\b/i.test(content) ||
    (attribution.antecedent !== undefined && !/^that\b/i.test(content))
  );
}

const NAMING = new Set(['call', 'dub', 'name', 'nickname', 'christen', 'term', 'label']);

const ASKING = new Set(['ask', 'wonder', 'inquire', 'enquire', 'سأل']);

const KNOWING = new Set(['know', 'remember', 'learn', 'find out', 'forget']);

/** "Were told", "was asked": passives that only say that somebody heard; the sentence stands for itself. */
export const PASSED_ON = new Set(['tell', 'ask', 'inform', 'remind', 'warn', 'name', 'call', 'see', 'know']);
