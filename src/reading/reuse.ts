import { fileOffset, layerOffset, type REUSE_KINDS, type Span, type TextLayer } from '../model/index.ts';

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
/** A seed in more places than this is a phrase of the trade: it starts no passage. */
const RARE = 30;
/** So many words in a row tell of copying even where they stand in many reports: an agency's text. */
const LONG_SEED = 14;
const COMMONEST = 1000;
/** Seeds of one report that are looked up in others at most. */
const POSTINGS = 60_000;

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
 * edits. Time grows with the number of words and of shared seeds, not with the number of pairs. Passages are given one
 * by one, pair by pair: thousands of reports from one pen share millions, and whoever asks keeps what he needs.
 * After Broder (1997) for shingles and Schleimer et al. (2003) for selecting them.
 */
export function* findReuse(reports: readonly ReuseInput[]): Generator<ReusedPassage, void, undefined> {
  const read = reports.map(wordsOf);
  const table = tableFor(read);
  const short = seedIndex(read, SEED, table);
  const long = seedIndex(read, LONG_SEED, table);
  for (let report = 1; report < read.length; report++) {
    const hits = new Map<number, number[]>();
    addSeeds(short, report, RARE, hits);
    addSeeds(long, report, COMMONEST, hits);
    for (const [earlier, places] of hits) yield* align(read[earlier]!, read[report]!, places);
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A word for reuse: letters and digits alone, so that marks and their styles make no difference. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf({ key, layer }: ReuseInput): Read {
  const gone = layer.dropped.map((span) => ({
    start: layerOffset(layer, span.start),
    end: layerOffset(layer, span.end),
  }));
  const words: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let hole = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(layer.text); match; match = WORD.exec(layer.text)) {
    const token = { start: match.index, end: match.index + match[0].length };
    while (hole < gone.length && gone[hole]!.end <= token.start) hole++;
    if (hole < gone.length && token.start >= gone[hole]!.start) continue;
    words.push(hashOf(match[0].toLowerCase()));
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

interface SeedIndex {
  /** Of every shingle, report by report: the last earlier shingle of the same words plus one, 0 for none. */
  readonly previous: Uint32Array;
  /** Of every shingle: in how many places its words stand. */
  readonly places: Uint32Array;
  readonly owner: Uint32Array;
  readonly firstShingle: Uint32Array;
}

/** The hash table through which shingles are linked; one serves both indices in turn. */
interface Table {
  readonly hashes: Float64Array;
  readonly newest: Uint32Array;
  readonly counts: Uint32Array;
}

const shinglesIn = (read: readonly Read[], size: number): number =>
  read.reduce((sum, each) => sum + Math.max(0, each.words.length - size + 1), 0);

function tableFor(read: readonly Read[]): Table {
  const total = shinglesIn(read, SEED);
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, total * 1.5)));
  return { hashes: new Float64Array(total), newest: new Uint32Array(slots), counts: new Uint32Array(slots) };
}

/** Links every shingle of `size` words, `SEED` or more, to the one before it with the same words. */
function seedIndex(read: readonly Read[], size: number, { hashes, newest, counts }: Table): SeedIndex {
  const total = shinglesIn(read, size);
  const slots = newest.length;
  newest.fill(0);
  counts.fill(0);
  const slotOf = new Uint32Array(total);
  const previous = new Uint32Array(total);
  const owner = new Uint32Array(total);
  const firstShingle = new Uint32Array(read.length + 1);
  let at = 0;
  for (let report = 0; report < read.length; report++) {
    const { words } = read[report]!;
    firstShingle[report] = at;
    for (let word = 0; word + size <= words.length; word++) {
      let high = 0;
      let low = 0x9e3779b9;
      for (let step = 0; step < size; step++) {
        const next = words[word + step]!;
        high = Math.imul(high ^ next, 0x85ebca6b) ^ (high >>> 13);
        low = Math.imul(low ^ (next + step), 0xc2b2ae35) ^ (low >>> 16);
      }
      const hash = (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff);
      let slot = ((high ^ Math.imul(low, 0x9e3779b1)) >>> 0) & (slots - 1);
      while (newest[slot] !== 0 && hashes[newest[slot]! - 1] !== hash) slot = (slot + 1) & (slots - 1);
      hashes[at] = hash;
      owner[at] = report;
      previous[at] = newest[slot]!;
      newest[slot] = at + 1;
      counts[slot] = counts[slot]! + 1;
      slotOf[at] = slot;
      at++;
    }
  }
  firstShingle[read.length] = at;
  const places = slotOf;
  for (let shingle = 0; shingle < total; shingle++) places[shingle] = counts[slotOf[shingle]!]!;
  return { previous, places, owner, firstShingle };
}

/** Adds the shared seeds of one report with every earlier one: places in the earlier and in this report in turn. */
function addSeeds(index: SeedIndex, report: number, most: number, hits: Map<number, number[]>): void {
  let budget = POSTINGS;
  const start = index.firstShingle[report]!;
  const end = index.firstShingle[report + 1]!;
  for (let shingle = start; shingle < end && budget > 0; shingle++) {
    if (index.places[shingle]! > most) continue;
    for (let link = index.previous[shingle]!; link !== 0; link = index.previous[link - 1]!) {
      const earlier = index.owner[link - 1]!;
      if (earlier === report) continue;
      budget--;
      const place = link - 1 - index.firstShingle[earlier]!;
      const list = hits.get(earlier);
      if (list) list.push(place, shingle - start);
      else hits.set(earlier, [place, shingle - start]);
    }
  }
}

interface Run {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
  matched: number;
}

/** More than a report has words: two places in one number, the earlier report's first. */
const PLACES = 2 ** 26;

function align(a: Read, b: Read, hits: readonly number[]): ReusedPassage[] {
  const seeds = new Float64Array(hits.length / 2);
  for (let at = 0; at < seeds.length; at++) seeds[at] = hits[at * 2]! * PLACES + hits[at * 2 + 1]!;
  seeds.sort();
  const runs: Run[] = [];
  for (const seed of seeds) {
    const q = seed % PLACES;
    const p = (seed - q) / PLACES;
    if (isWithin(runs, p, q)) continue;
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

function isWithin(runs: readonly Run[], p: number, q: number): boolean {
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at]!;
    if (p >= run.aFrom && p < run.aTo && q - p === run.bFrom - run.aFrom && q < run.bTo) return true;
  }
  return false;
}

/** Runs that follow each other closely in both reports are one edited passage. */
function joined(runs: readonly Run[]): Run[] {
  if (runs.length === 1) return [...runs];
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
