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

/** Words in which every phrase of fate is one word, in place of its first; the others are empty. */
export function withPhrases(words: readonly string[]): readonly string[] {
  let read: string[] | undefined;
  for (const [phrase, meaning] of PHRASES)
    for (let at = words.indexOf(phrase[0]!); at >= 0; at = words.indexOf(phrase[0]!, at + 1)) {
      if (!phrase.every((word, ahead) => words[at + ahead] === word)) continue;
      read ??= [...words];
      phrase.forEach((_, ahead) => {
        read![at + ahead] = ahead === 0 ? meaning : '';
      });
    }
  return read ?? words;
}
