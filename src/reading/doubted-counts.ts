import { doubtedCount } from './hedges.ts';
import type { Sentence } from './statements/sentence-read.ts';
import type { TextStatement } from './statements.ts';

/** "These numbers" reach back so many sentences; "the figure" so many. */
const SEVERAL = 5;
const ONE = 3;
/** A sentence that doubts a count is short. */
const LONGEST = 400;
/** The same one goes on speaking: "It said that …", "وأضاف". */
const GOES_ON = /^["“«]?(?:it|he|she|they|its|his|her|their|و\p{L}+)\s/iu;

/**
 * "The figure has not been verified" a sentence later than the figure, where the same one spoke on in between; "these
 * numbers could not be confirmed" of all that were given just before. Denials stay denials.
 */
export function doubtCounts(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly TextStatement[],
): readonly TextStatement[] {
  if (!sentences.some(({ castsBack }) => castsBack)) return statements;
  const result = [...statements];
  const counted = new Map<number, number[]>();
  const ordered = statements
    .map((statement, at) => ({ at, start: statement.figure?.start ?? -1 }))
    .filter(({ at, start }) => start >= 0 && statements[at]!.headline !== true)
    .sort((a, b) => a.start - b.start);
  let next = 0;
  sentences.forEach((sentence, index) => {
    while (next < ordered.length && ordered[next]!.start < sentence.end) {
      if (ordered[next]!.start >= sentence.start)
        counted.set(index, [...(counted.get(index) ?? []), ordered[next]!.at]);
      next++;
    }
  });
  sentences.forEach((sentence, index) => {
    if (sentence.end - sentence.start > LONGEST) return;
    if (!sentence.castsBack) return;
    const count = doubtedCount(sentence.tokens);
    if (count === undefined) return;
    const hedges = sentence.hedges.filter((hedge) => hedge.kind === 'verification');
    let doubted = 0;
    for (let back = index - 1; back >= Math.max(0, index - (count === 'one' ? ONE : SEVERAL)); back--) {
      const given = counted.get(back) ?? [];
      for (const at of given) {
        const statement = result[at]!;
        if (statement.stance === 'denies' || statement.stance === 'unverified') continue;
        result[at] = { ...statement, stance: 'unverified', hedges: [...statement.hedges, ...hedges] };
      }
      doubted += given.length;
      if (count === 'two' && doubted > 1) break;
      const start = sentences[back]!.start;
      if (count === 'one' && (given.length > 0 || !GOES_ON.test(text.slice(start, start + 40)))) break;
    }
  });
  return result;
}
