import type { Span } from '../../model/index.ts';

const AMOUNT =
  '(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|dozens|scores|hundreds|thousands|several|many|most|some|others|at least \\p{L}+|about \\p{L}+|a few|nearly half|half|a third|none|all|both)';
const VERB = '(?:was|were|had|have|died|are|came|remain(?:ed)?|bore|showed|lay|still|is)';
/** A number without its noun, or "of them": what is counted stands in the sentence before. */
const ELLIPTIC = new RegExp(
  `^(?:another\\s+|only\\s+|just\\s+|a further\\s+)?${AMOUNT}(?:\\s+(?:of (?:them|these|those|the others)|more|others))?\\s+${VERB}\\b`,
  'iu',
);
const HAD = /^(?<who>he|she|it|they)\s+had\s+(?:\p{L}+ly\s+|never\s+|also\s+|already\s+|not\s+)?\p{L}{3,}/iu;
/**
 * "The rescuers called off their search. They had sent five teams." Told a step farther back in time, the sentence goes
 * on with what the speaker of the one before told; the pronoun says which speaker.
 */
export function tellsOn(text: string, stretch: Span, speaker: 'body' | 'other'): boolean {
  const who = HAD.exec(text.slice(stretch.start, Math.min(stretch.end, stretch.start + 60)))?.groups?.['who'];
  return who !== undefined && (/^(?:it|they)$/i.test(who) ? speaker === 'body' : speaker === 'other');
}

const OF_THEM = /^(?:of (?:them|these|those)|among (?:them|these|those)),?\s/iu;

/**
 * "Some had been strangled, a doctor said. Five were children." A sentence that takes its noun from the one before it in
 * the same paragraph takes its speaker too.
 */
export const leansOnLast = (text: string, stretch: Span): boolean => {
  const written = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 80));
  return ELLIPTIC.test(written) || OF_THEM.test(written);
};
