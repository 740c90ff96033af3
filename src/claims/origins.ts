import type { ReportStatement } from '../model/index.ts';
import { nameWords } from './name-words.ts';
import type { Said } from './said.ts';
import { UNNAMED, type Voices } from './voices.ts';

/** Who a mention goes back to. */
export interface Origin {
  readonly name: string;
  /** Indices into the claim's mentions. */
  readonly mentions: readonly number[];
  /** Nobody could ask it: it adds no voice where somebody with a name speaks. */
  readonly nameless: boolean;
  readonly asserts: boolean;
}

/** "An earlier version of this report" is the outlet. */
const OWN_REPORT =
  /\b(?:(?:earlier|previous|original) (?:version|report)|this (?:report|article|story|newspaper))\b|نسخة سابقة|تقرير سابق/iu;

/**
 * The end of the chain; pictures do not speak, so where somebody shows them it is that one, and whoever speaks for a
 * body is the body's voice.
 */
export function speakerOf({
  chain,
  speaksFor,
}: Pick<ReportStatement, 'chain' | 'speaksFor'>): string | undefined {
  const last = chain.at(-1);
  if (last === undefined || chain.length < 3) return last;
  const { common, proper } = nameWords(last);
  const pictures = proper.length === 0 && common.some((word) => word === 'footage' || word === 'cameras');
  const speaker = pictures ? chain.length - 2 : chain.length - 1;
  return speaksFor !== undefined && chain[speaker - 1] === speaksFor ? speaksFor : chain[speaker];
}

const AUTHORITY = new Set(['governorate', 'ministry', 'government', 'authority', 'police', 'council']);

/**
 * The origins of one claim. `mentions` are its statements in order, `copyOf[i]` the earlier mention that the i-th
 * repeats. A chain is followed to its end; then
 * - a headline has the source that the text under it gives for the claim;
 * - a copy goes back to what was copied;
 * - where an outlet gives no source, the source that the same report, else the same outlet, names for this claim counts,
 *   and only without one is the outlet a voice of its own; what it passes on as unverified is never its own;
 * - an outlet that is named as the source is followed into its own report of the claim;
 * - "the authorities" are the one authority that is named, where there is just one.
 */
export function originsOf(
  mentions: readonly Said[],
  copyOf: readonly (number | undefined)[],
  voices: Voices,
): Origin[] {
  const outlets = mentions.map(({ record }) => voices.of(record.outlet));
  const named = mentions.map(({ statement }, i) => {
    const last = speakerOf(statement);
    if (last === undefined || OWN_REPORT.test(last)) return undefined;
    const voice = voices.of(last);
    return voice === outlets[i] ? undefined : voice;
  });
  const firstBy = (key: (i: number) => string): Map<string, string> => {
    const found = new Map<string, string>();
    named.forEach((voice, i) => {
      if (mentions[i]!.statement.headline || voice === undefined || voices.nameless(voice)) return;
      if (!found.has(key(i))) found.set(key(i), voice);
    });
    return found;
  };
  const stance = (i: number): string => (mentions[i]!.statement.stance === 'denies' ? 'denies' : 'says');
  const byReport = firstBy((i) => `${mentions[i]!.record.id}|${stance(i)}`);
  const byOutlet = firstBy((i) => `${outlets[i]}|${stance(i)}`);

  // Under a headline the text may name nobody but "authorities": still not the outlet's own word.
  const under = (i: number): string | undefined =>
    byReport.get(`${mentions[i]!.record.id}|${stance(i)}`) ??
    named.find(
      (voice, at) =>
        voice !== undefined &&
        mentions[at]!.record.id === mentions[i]!.record.id &&
        !mentions[at]!.statement.headline &&
        stance(at) === stance(i),
    );
  const own = named.map(
    (voice, i) =>
      (mentions[i]!.statement.headline ? under(i) : undefined) ??
      voice ??
      byReport.get(`${mentions[i]!.record.id}|${stance(i)}`) ??
      byOutlet.get(`${outlets[i]}|${stance(i)}`) ??
      (mentions[i]!.statement.stance === 'unverified' ? UNNAMED : outlets[i]!),
  );
  const traced = own.map((_, i) => {
    let at = i;
    for (let hops = 0; copyOf[at] !== undefined && hops < mentions.length; hops++) at = copyOf[at]!;
    return own[at]!;
  });
  // An outlet named as the source leads to the source that it names itself.
  const leads = new Map<string, string>();
  traced.forEach((voice, i) => {
    if (stance(i) === 'says' && voice !== outlets[i] && !leads.has(outlets[i]!))
      leads.set(outlets[i]!, voice);
  });
  const followed = traced.map((voice, i) => {
    let at = voice;
    const seen = new Set([outlets[i]!]);
    while (leads.has(at) && !seen.has(at)) {
      seen.add(at);
      at = leads.get(at)!;
    }
    return at;
  });
  const authorities = [...new Set(followed)].filter(
    (voice) => !voices.nameless(voice) && nameWords(voice).common.some((word) => AUTHORITY.has(word)),
  );
  const final = followed.map((voice) =>
    authorities.length === 1 &&
    voices.nameless(voice) &&
    nameWords(voice).common.some((word) => AUTHORITY.has(word))
      ? authorities[0]!
      : voice,
  );

  const byName = new Map<string, number[]>();
  final.forEach((voice, i) => {
    const list = byName.get(voice);
    if (list) list.push(i);
    else byName.set(voice, [i]);
  });
  return [...byName]
    .map(([name, list]) => ({
      name,
      mentions: list,
      nameless: voices.nameless(name),
      asserts: list.some((i) => mentions[i]!.statement.stance !== 'denies'),
    }))
    .sort(
      (a, b) =>
        Number(b.asserts) - Number(a.asserts) ||
        b.mentions.length - a.mentions.length ||
        a.mentions[0]! - b.mentions[0]!,
    );
}

/** How many voices assert it independently of each other. All that are nameless together are at most one. */
export function independentVoices(origins: readonly Origin[]): number {
  const asserting = origins.filter((origin) => origin.asserts);
  const named = asserting.filter((origin) => !origin.nameless).length;
  return named > 0 ? named : Math.min(1, asserting.length);
}
