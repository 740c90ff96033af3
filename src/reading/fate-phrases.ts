/** What became of people in two or three words; the last of them stands for all. */
const PHRASES: readonly (readonly [words: readonly string[], meaning: string])[] = [
  [['walked', 'out'], 'released'],
  [['walked', 'free'], 'released'],
  [['walk', 'free'], 'released'],
  [['came', 'out'], 'released'],
  [['come', 'out'], 'released'],
  [['coming', 'out'], 'released'],
  [['got', 'out'], 'released'],
  [['let', 'out'], 'released'],
  [['staggered', 'out'], 'released'],
  [['stumbled', 'out'], 'released'],
  [['streamed', 'out'], 'released'],
  [['poured', 'out'], 'released'],
  [['emerged', 'from'], 'released'],
  [['left', 'the', 'compound'], 'released'],
  [['left', 'the', 'prison'], 'released'],
  [['left', 'the', 'jail'], 'released'],
  [['left', 'the', 'camp'], 'released'],
  [['left', 'the', 'building'], 'released'],
  [['left', 'their', 'cells'], 'released'],
  [['buried', 'alive'], 'trapped'],
  [['cut', 'off'], 'trapped'],
  [['crushed', 'to', 'death'], 'died'],
  [['beaten', 'to', 'death'], 'died'],
  [['burned', 'to', 'death'], 'died'],
  [['burnt', 'to', 'death'], 'died'],
  [['found', 'dead'], 'died'],
  [['lost', 'his', 'life'], 'died'],
  [['lost', 'her', 'life'], 'died'],
  [['found', 'alive'], 'rescued'],
  [['dug', 'out', 'alive'], 'rescued'],
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
  [['never', 'came', 'back'], 'missing'],
  [['never', 'returned'], 'missing'],
  [['not', 'returned'], 'missing'],
  [['not', 'come', 'home'], 'missing'],
  [['not', 'come', 'back'], 'missing'],
  [['fate', 'is', 'unknown'], 'missing'],
  [['fate', 'remains', 'unknown'], 'missing'],
  [['fate', 'of'], 'missing'],
  [['death', 'row'], 'held'],
  [['face', 'execution'], 'held'],
  [['awaiting', 'execution'], 'held'],
  [['to', 'be', 'executed'], 'held'],
  [['to', 'be', 'hanged'], 'held'],
  [['taken', 'into', 'custody'], 'arrested'],
  [['driven', 'away'], 'transferred'],
  [['driven', 'off'], 'transferred'],
  [['moved', 'to'], 'transferred'],
  [['taken', 'to'], 'transferred'],
  [['driven', 'to'], 'transferred'],
  [['sent', 'to'], 'transferred'],
  [['bused', 'to'], 'transferred'],
  [['trucked', 'to'], 'transferred'],
  [['flown', 'to'], 'transferred'],
  [['loaded', 'onto'], 'transferred'],
  [['loaded', 'into'], 'transferred'],
  [['herded', 'onto'], 'transferred'],
  [['taken', 'to', 'hospital'], 'hospitalised'],
  [['taken', 'to', 'the', 'hospital'], 'hospitalised'],
  [['taken', 'to', 'a', 'hospital'], 'hospitalised'],
  [['rushed', 'to', 'hospital'], 'hospitalised'],
  [['sent', 'to', 'hospital'], 'hospitalised'],
  [['moved', 'to', 'hospital'], 'hospitalised'],
  [['admitted', 'to'], 'hospitalised'],
  [['in', 'intensive', 'care'], 'hospitalised'],
  [['being', 'treated'], 'hospitalised'],
  [['treated', 'for'], 'hospitalised'],
  [['treated', 'in'], 'hospitalised'],
  [['treated', 'at'], 'hospitalised'],
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
