import { createHash } from 'node:crypto';

/**
 * Which texts are nearly the same, so that ten thousand copies of one lie are one line to look at. Shingles of letters
 * (five at a time, after marks, digits and case are taken away), min-hashed (Broder 1997) and compared only within
 * bands that agree (Leskovec, Rajaraman, Ullman, ch. 3). Groups texts whose shingles are half in common; what it misses
 * stays a line of its own.
 */
const SHINGLE = 5;
const BANDS = 16;
const ROWS = 3;
const ENOUGH = 0.5;
/** Characters of a text that are looked at. */
const MOST = 4000;

export interface Text {
  readonly id: string;
  readonly text: string;
}

/** Groups of at least `least` texts, largest first, each in the order given. */
export function floodsAmong(texts: readonly Text[], least = 3): string[][] {
  const prints = texts.map(({ text }) => shinglesOf(text));
  const groups = new Map<number, number>();
  const rootOf = (at: number): number => {
    let root = at;
    while (groups.has(root)) root = groups.get(root)!;
    return root;
  };
  const heads = new Map<string, number[]>();
  prints.forEach((shingles, at) => {
    const signature = signatureOf(shingles);
    if (!signature) return;
    for (let band = 0; band < BANDS; band++) {
      const key = `${band}:${signature.slice(band * ROWS, (band + 1) * ROWS).join(',')}`;
      const before = heads.get(key) ?? [];
      // One of each group in a band is enough to compare with, so that a flood costs no more than its size.
      const likely = [...new Set(before.map(rootOf))].filter((root) => root !== rootOf(at));
      let joined = before.length > 0 && likely.length === 0;
      for (const root of likely)
        if (overlap(shingles, prints[root]!) >= ENOUGH) {
          groups.set(Math.max(rootOf(at), root), Math.min(rootOf(at), root));
          joined = true;
        }
      if (!joined && before.length < 20) heads.set(key, [...before, at]);
    }
  });
  const members = new Map<number, string[]>();
  texts.forEach(({ id }, at) => {
    const root = rootOf(at);
    members.set(root, [...(members.get(root) ?? []), id]);
  });
  return [...members.values()].filter((each) => each.length >= least).sort((a, b) => b.length - a.length);
}

function shinglesOf(text: string): Uint32Array {
  const letters = text
    .slice(0, MOST)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const found = new Set<number>();
  for (let at = 0; at + SHINGLE <= letters.length; at++) found.add(hashOf(letters, at, at + SHINGLE));
  return Uint32Array.from(found).sort();
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Multipliers and addends of the hash functions, from a fixed text, so that the same texts group alike everywhere. */
const FUNCTIONS = Array.from({ length: BANDS * ROWS }, (_, at) => {
  const digest = createHash('sha256').update(`min-hash ${at}`).digest();
  return { times: digest.readUInt32LE(0) | 1, plus: digest.readUInt32LE(4) };
});

function signatureOf(shingles: Uint32Array): number[] | undefined {
  if (shingles.length === 0) return undefined;
  return FUNCTIONS.map(({ times, plus }) => {
    let least = 0xffffffff;
    for (const shingle of shingles) {
      const hash = (Math.imul(shingle ^ (shingle >>> 15), times) + plus) >>> 0;
      if (hash < least) least = hash;
    }
    return least;
  });
}

function overlap(a: Uint32Array, b: Uint32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      both++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return both / Math.max(1, a.length + b.length - both);
}
