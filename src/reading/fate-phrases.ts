/** What became of people in two or three words; the last of them stands for all. */
const PHRASES: readonly (readonly [words: readonly string[], meaning: string])[] = [
  [['walked', 'out'], 'released'],
  [['walked', 'free'], 'released'],
  [['walk', 'free'], 'released'],
  [['came', 'out'], 'released'],
  [['brought', 'out'], 'released'],
  [['let', 'go'], 'released'],
  [['set', 'free'], 'released'],
  [['put', 'to', 'death'], 'executed'],
  [['lost', 'their', 'lives'], 'died'],
  [['taken', 'away'], 'arrested'],
  [['dragged', 'off'], 'arrested'],
  [['shot', 'and', 'wounded'], 'wounded'],
  [['broke', 'out'], 'escaped'],
  [['led', 'to', 'safety'], 'rescued'],
  [['pulled', 'alive'], 'rescued'],
  [['pulled', 'out', 'alive'], 'rescued'],
  [['brought', 'out', 'alive'], 'rescued'],
  [['reunited', 'with'], 'released'],
  [['back', 'with', 'their', 'families'], 'released'],
  [['handed', 'over', 'to', 'their', 'families'], 'released'],
  [['not', 'been', 'heard', 'of'], 'missing'],
  [['not', 'been', 'heard', 'from'], 'missing'],
  [['not', 'been', 'seen'], 'missing'],
  [['never', 'seen', 'again'], 'missing'],
  [['never', 'heard', 'of', 'again'], 'missing'],
  [['never', 'came', 'home'], 'missing'],
  [['fate', 'is', 'unknown'], 'missing'],
  [['fate', 'remains', 'unknown'], 'missing'],
  [['fate', 'of'], 'missing'],
  [['death', 'row'], 'held'],
  [['face', 'execution'], 'held'],
  [['awaiting', 'execution'], 'held'],
  [['to', 'be', 'executed'], 'held'],
  [['to', 'be', 'hanged'], 'held'],
  [['taken', 'into', 'custody'], 'arrested'],
];

const byFirst = Map.groupBy(PHRASES.entries(), ([, [[first]]]) => first!);

/** Words in which every phrase of fate is one word, in place of its first; the others are empty. */
export function withPhrases(words: readonly string[]): readonly string[] {
  const found: { rank: number; at: number }[] = [];
  for (let at = 0; at < words.length; at++)
    for (const [rank, [phrase]] of byFirst.get(words[at]!) ?? [])
      if (phrase.every((word, ahead) => words[at + ahead] === word)) found.push({ rank, at });
  if (found.length === 0) return words;
  const read = [...words];
  // Where two overlap, the one later in the list is read.
  for (const { rank, at } of found.sort((a, b) => a.rank - b.rank)) {
    const [phrase, meaning] = PHRASES[rank]!;
    phrase.forEach((_, ahead) => {
      read[at + ahead] = ahead === 0 ? meaning : '';
    });
  }
  return read;
}
