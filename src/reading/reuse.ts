import { fileOffset, layerOffset, type REUSE_KINDS, type Span, type TextLayer } from '../model/index.ts';
import { tokenize } from './tokens.ts';

export interface ReuseInput {
  readonly key: string;
  readonly layer: TextLayer;
}

/** A passage that stands in two reports; offsets in their files. `a` is the report given first. */
export interface ReusedPassage {
  readonly a: Span & { readonly key: string };
  readonly b: Span & { readonly key: string };
  readonly kind: (typeof REUSE_KINDS)[number];
}

/** Words that must agree in a row to be a seed. */
const SEED = 6;
/** Shared words that make a passage worth showing. */
const LEAST = 8;
/** A gap of so many words on either side is bridged: an edit within one passage. */
const BRIDGE = 6;
/** A seed in more reports than this is a phrase of the trade; it starts no passage. */
const COMMONEST = 400;

interface Read {
  readonly key: string;
  readonly layer: TextLayer;
  /** Hashes of the words, and where they stand in the layer's text. */
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Passages that two reports share: verbatim (the same words), near (at least 85 % of the words), edited (at least
 * 60 %). Shingles of six words give seeds through an inverted index; seeds on one diagonal are joined across small
 * edits. Time grows with the number of words and of shared seeds, not with the number of pairs.
 * After Broder (1997) for shingles and Schleimer et al. (2003) for selecting them.
 */
export function findReuse(reports: readonly ReuseInput[]): ReusedPassage[] {
  const read = reports.map(wordsOf);
  const seeds = sharedSeeds(read);
  const passages: ReusedPassage[] = [];
  for (const [pair, hits] of seeds) {
    const a = read[Math.floor(pair / read.length)]!;
    const b = read[pair % read.length]!;
    for (const passage of align(a, b, hits)) passages.push(passage);
  }
  return passages;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

function wordsOf({ key, layer }: ReuseInput): Read {
  const gone = layer.dropped.map((span) => ({
    start: layerOffset(layer, span.start),
    end: layerOffset(layer, span.end),
  }));
  const words: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let hole = 0;
  for (const token of tokenize(layer.text)) {
    if (token.kind === 'mark') continue;
    while (hole < gone.length && gone[hole]!.end <= token.start) hole++;
    if (hole < gone.length && token.start >= gone[hole]!.start) continue;
    words.push(hashOf(token.lower.replace(/'s$/, '')));
    starts.push(token.start);
    ends.push(token.end);
  }
  return {
    key,
    layer,
    words: Uint32Array.from(words),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
}

/** For each pair of reports (a × count + b): places of shared seeds, as a-place and b-place in turn. */
function sharedSeeds(read: readonly Read[]): Map<number, number[]> {
  const total = read.reduce((sum, each) => sum + Math.max(0, each.words.length - SEED + 1), 0);
  const hashes = new Float64Array(total);
  const owner = new Uint32Array(total);
  const place = new Uint32Array(total);
  let at = 0;
  for (let report = 0; report < read.length; report++) {
    const { words } = read[report]!;
    for (let word = 0; word + SEED <= words.length; word++) {
      let high = 0;
      let low = 0x9e3779b9;
      for (let step = 0; step < SEED; step++) {
        const next = words[word + step]!;
        high = Math.imul(high ^ next, 0x85ebca6b) ^ (high >>> 13);
        low = Math.imul(low ^ (next + step), 0xc2b2ae35) ^ (low >>> 16);
      }
      hashes[at] = (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff);
      owner[at] = report;
      place[at] = word;
      at++;
    }
  }
  const order = new Uint32Array(total);
  for (let index = 0; index < total; index++) order[index] = index;
  const sorted = sortByHash(hashes, order);
  const pairs = new Map<number, number[]>();
  for (let from = 0; from < total; ) {
    let to = from + 1;
    const hash = hashes[sorted[from]!]!;
    while (to < total && hashes[sorted[to]!] === hash) to++;
    if (to - from > 1 && to - from <= COMMONEST) {
      for (let i = from; i < to; i++) {
        for (let j = i + 1; j < to; j++) {
          let a = sorted[i]!;
          let b = sorted[j]!;
          if (owner[a] === owner[b]) continue;
          if (owner[a]! > owner[b]!) [a, b] = [b, a];
          const pair = owner[a]! * read.length + owner[b]!;
          const hits = pairs.get(pair);
          if (hits) hits.push(place[a]!, place[b]!);
          else pairs.set(pair, [place[a]!, place[b]!]);
        }
      }
    }
    from = to;
  }
  return pairs;
}

/** Indices ordered by hash: only those that share their hash with another are worth sorting. */
function sortByHash(hashes: Float64Array, order: Uint32Array): Uint32Array {
  const bits = Math.max(12, Math.ceil(Math.log2(Math.max(2, order.length))) + 3);
  const mask = 2 ** Math.min(27, bits);
  const once = new Uint8Array(mask / 8);
  const twice = new Uint8Array(mask / 8);
  for (let index = 0; index < order.length; index++) {
    const slot = hashes[index]! % mask;
    const byte = slot >>> 3;
    const bit = 1 << (slot & 7);
    if (once[byte]! & bit) twice[byte] = twice[byte]! | bit;
    else once[byte] = once[byte]! | bit;
  }
  let kept = 0;
  for (let index = 0; index < order.length; index++) {
    const slot = hashes[index]! % mask;
    if (twice[slot >>> 3]! & (1 << (slot & 7))) order[kept++] = index;
  }
  const shared = order.subarray(0, kept);
  shared.sort((a, b) => hashes[a]! - hashes[b]! || a - b);
  order.fill(0xffffffff, kept);
  const hashless = new Uint32Array(kept);
  hashless.set(shared);
  return hashless;
}

interface Run {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
  matched: number;
}

function align(a: Read, b: Read, hits: readonly number[]): ReusedPassage[] {
  const seeds: [number, number][] = [];
  for (let at = 0; at < hits.length; at += 2) seeds.push([hits[at]!, hits[at + 1]!]);
  seeds.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const runs: Run[] = [];
  for (const [p, q] of seeds) {
    const inside = runs.findLast(
      (run) => p >= run.aFrom && p < run.aTo && q - p === run.bFrom - run.aFrom && q < run.bTo,
    );
    if (inside) continue;
    let back = 0;
    while (p - back > 0 && q - back > 0 && a.words[p - back - 1] === b.words[q - back - 1]) back++;
    let ahead = SEED;
    while (
      p + ahead < a.words.length &&
      q + ahead < b.words.length &&
      a.words[p + ahead] === b.words[q + ahead]
    )
      ahead++;
    runs.push({ aFrom: p - back, aTo: p + ahead, bFrom: q - back, bTo: q + ahead, matched: ahead + back });
    if (runs.length > 400) break;
  }
  return joined(runs)
    .filter((run) => run.matched >= LEAST)
    .map((run) => passageOf(a, b, run))
    .filter((passage): passage is ReusedPassage => passage !== undefined);
}

/** Runs that follow each other closely in both reports are one edited passage. */
function joined(runs: readonly Run[]): Run[] {
  const ordered = [...runs].sort((x, y) => x.aFrom - y.aFrom || x.bFrom - y.bFrom);
  const result: Run[] = [];
  for (const run of ordered) {
    const before = result.findLast(
      (each) =>
        run.aFrom >= each.aTo - SEED &&
        run.aFrom - each.aTo <= BRIDGE &&
        run.bFrom - each.bTo <= BRIDGE &&
        run.bFrom >= each.bTo - SEED,
    );
    if (before) {
      const overlap = Math.max(0, before.aTo - run.aFrom, before.bTo - run.bFrom);
      before.matched += Math.max(0, run.matched - overlap);
      before.aTo = Math.max(before.aTo, run.aTo);
      before.bTo = Math.max(before.bTo, run.bTo);
    } else if (
      !result.some(
        (each) =>
          run.aFrom >= each.aFrom && run.aTo <= each.aTo && run.bFrom >= each.bFrom && run.bTo <= each.bTo,
      )
    )
      result.push({ ...run });
  }
  return result;
}

function passageOf(a: Read, b: Read, run: Run): ReusedPassage | undefined {
  const length = Math.max(run.aTo - run.aFrom, run.bTo - run.bFrom);
  const share = run.matched / length;
  if (share < 0.6) return undefined;
  const kind = share >= 0.999 ? 'verbatim' : share >= 0.85 ? 'near' : 'edited';
  return { a: placed(a, run.aFrom, run.aTo), b: placed(b, run.bFrom, run.bTo), kind };
}

const placed = (report: Read, from: number, to: number): Span & { readonly key: string } => ({
  key: report.key,
  start: fileOffset(report.layer, report.starts[from]!, 'start'),
  end: fileOffset(report.layer, report.ends[to - 1]!, 'end'),
});
