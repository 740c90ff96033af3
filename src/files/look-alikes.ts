/**
 * Which of many hashes lie within 31 bits of one, without comparing it to all. Multi-index hashing (Norouzi, Punjani and
 * Fleet, CVPR 2012): cut into 16 words of 16 bits, two hashes that differ in at most 31 bits differ in at most one bit in
 * at least one word; so the 17 neighbours of each word are looked up, and only what is found there is compared.
 */
export interface LookAlikes {
  readonly size: number;
  /** Places, in the list that was given, of hashes at most `most` (31 and not more) bits away, nearest first. */
  near(hash: string, most?: number): { readonly place: number; readonly apart: number }[];
}

export const SAME_PICTURE = 31;
const WORDS = 16;
const VALUES = 1 << 16;

/** @param hashes of 64 hexadecimal digits each */
export function lookAlikes(hashes: readonly string[]): LookAlikes {
  const words = new Uint16Array(hashes.length * WORDS);
  for (const [place, hash] of hashes.entries()) words.set(wordsOf(hash), place * WORDS);
  // One list of places for every value of every word, all lists of a word end to end.
  const starts = Array.from({ length: WORDS }, () => new Uint32Array(VALUES + 1));
  const places = Array.from({ length: WORDS }, () => new Uint32Array(hashes.length));
  for (let word = 0; word < WORDS; word++) {
    const start = starts[word]!;
    for (let at = word; at < words.length; at += WORDS) start[words[at]! + 1]!++;
    for (let value = 0; value < VALUES; value++) start[value + 1]! += start[value]!;
    const next = start.slice();
    for (let place = 0; place < hashes.length; place++)
      places[word]![next[words[place * WORDS + word]!]!++] = place;
  }

  const near: LookAlikes['near'] = (hash, most = SAME_PICTURE) => {
    const asked = wordsOf(hash);
    const seen = new Set<number>();
    const found: { place: number; apart: number }[] = [];
    const look = (word: number, value: number): void => {
      for (let at = starts[word]![value]!; at < starts[word]![value + 1]!; at++) {
        const place = places[word]![at]!;
        if (seen.has(place)) continue;
        seen.add(place);
        const apart = bitsBetween(asked, words, place * WORDS, most);
        if (apart <= most) found.push({ place, apart });
      }
    };
    for (let word = 0; word < WORDS; word++) {
      look(word, asked[word]!);
      for (let bit = 0; bit < 16; bit++) look(word, asked[word]! ^ (1 << bit));
    }
    return found.sort((a, b) => a.apart - b.apart || a.place - b.place);
  };
  return { size: hashes.length, near };
}

const wordsOf = (hash: string): Uint16Array =>
  Uint16Array.from({ length: WORDS }, (_, at) => Number.parseInt(hash.slice(at * 4, at * 4 + 4), 16));

const ONES = Uint8Array.from({ length: VALUES }, (_, value) => value.toString(2).replaceAll('0', '').length);

/** Stops counting where it is more than `most`. */
function bitsBetween(asked: Uint16Array, words: Uint16Array, from: number, most: number): number {
  let apart = 0;
  for (let at = 0; at < WORDS && apart <= most; at++) apart += ONES[asked[at]! ^ words[from + at]!]!;
  return apart;
}
