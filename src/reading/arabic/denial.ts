import { NOT_LATIN } from '../classes.ts';
import type { Token } from '../tokens.ts';
import { arabicNoun } from './counted-nouns.ts';

const NOT = /^[وف]?(?:لم|لن)$/u;
/** What makes a negated verb deny: «لم يستقبل سجيناً واحداً», «لم تُفتح قط». */
const AT_ALL = /^(?:واحدا|واحدة|قط|إطلاقا|مطلقا|بتاتا|البتة|أبدا|أيا|أية|أي)$/u;

/**
 * «لا معتقلين تحت الأرض»: there is none of what stands right behind «لا» without an article; «لم يستقبل سجيناً واحداً»:
 * a negated verb and a word that leaves nothing.
 */
export function arabicDenial(tokens: readonly Token[]): boolean {
  for (let at = 0; at + 1 < tokens.length; at++) {
    if ((tokens[at]!.classes & NOT_LATIN) === 0) continue;
    const word = tokens[at]!.lower;
    const next = tokens[at + 1]!.lower;
    if (/^[وف]?لا$/u.test(word) && !next.startsWith('ال') && counted(next)) return true;
    if (!NOT.test(word)) continue;
    const until = Math.min(tokens.length, at + 9);
    for (let ahead = at + 2; ahead < until && tokens[ahead]!.kind !== 'mark'; ahead++)
      if (AT_ALL.test(tokens[ahead]!.lower) && !REPORTED.test(next)) return true;
  }
  return false;
}

/** «لا سجناء», «لا زنازين»: not «لا يوم», lengths of time. */
const counted = (word: string): boolean => {
  const noun = arabicNoun(word);
  return noun !== undefined && !['duration', 'money', 'times', 'distance', 'share'].includes(noun.measure);
};

/** «لم يصدر أي تعليق», «لم تقدم أي تفاصيل»: nobody spoke, nothing is denied. */
const REPORTED = /^[يت](?:صدر|قدم|ذكر|وضح|علق|عط|كشف|حدد|ورد|رد|تلق|دل)/u;
