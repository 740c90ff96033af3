import { ORGANISATION } from './speaking-nouns.ts';

/** A body as a report names it in full: "Marj Relief Association". `head` is its common noun, lower case. */
interface NamedBody {
  readonly head: string;
  readonly name: string;
  readonly at: number;
}

const CAPITALS = String.raw`(?:al-)?\p{Lu}[\p{L}’'-]{0,30}(?![\p{L}])`;
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}’'-])${CAPITALS}(?:[ \u00a0]{1,3}(?:(?:of|for|and|the)[ \u00a0]{1,3}){0,3}${CAPITALS}){1,10}`,
  'gu',
);
const BARE = /^(?:(?:the|this|that|its|their)\s+)?(\p{L}+)$/iu;

/** Finds the full name behind "the association", "Hospital": named before, else the only one named at all. */
export interface Bodies {
  fullName(written: string, at: number): string | undefined;
}

export function bodiesIn(text: string): Bodies {
  let known: ReadonlyMap<string, readonly NamedBody[]> | undefined;
  return {
    fullName(written, at) {
      const head = BARE.exec(written.trim().replace(/['’]s?$/u, ''))?.[1]?.toLowerCase();
      if (head === undefined || !ORGANISATION.has(head)) return undefined;
      known ??= byHeadIn(text);
      const list = known.get(head);
      if (!list) return undefined;
      const before = list.findLast((body) => body.at < at);
      if (before) return before.name;
      return new Set(list.map(({ name }) => name)).size === 1 ? list[0]!.name : undefined;
    },
  };
}

function byHeadIn(text: string): Map<string, NamedBody[]> {
  const byHead = new Map<string, NamedBody[]>();
  for (const match of text.matchAll(FULL_NAME)) {
    const name = match[0].replace(/^(?:The|A|An|In|On|At|By|But|And)\s+/u, '').replace(/[’']s?$/u, '');
    const words = name.split(/\s+/u);
    if (words.length < 2 || words.length > 10) continue;
    const first = words[0]!.toLowerCase();
    const last = words.at(-1)!.toLowerCase();
    const head =
      ORGANISATION.has(first) && ['of', 'for'].includes(words[1]!)
        ? first
        : ORGANISATION.has(last)
          ? last
          : undefined;
    if (head === undefined) continue;
    const list = byHead.get(head) ?? [];
    if (list.length < 200) list.push({ head, name, at: match.index });
    byHead.set(head, list);
  }
  return byHead;
}
