import type { Span } from '../../model/index.ts';

/** A stretch of a report with the propositions that a careful reader finds in it. */
export interface Annotated extends Span {
  readonly id: string;
  readonly item: string;
  readonly propositions: readonly string[];
}

/** Pairs of statements of one proposition: how many are meant, joined, and both. */
export interface SamePairs {
  readonly meant: number;
  readonly joined: number;
  readonly both: number;
  readonly missed: readonly (readonly [string, string])[];
  readonly wrong: readonly (readonly [string, string])[];
  /** The claims in which each annotated stretch stands. */
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The stretch that a mention stands for: the one it shares most with, if half of either is shared. */
export function stretchOf(
  annotated: readonly Annotated[],
  mention: Span & { readonly item: string },
): Annotated | undefined {
  let best: Annotated | undefined;
  let most = 0;
  for (const each of annotated) {
    if (each.item !== mention.item) continue;
    const shared = Math.min(each.end, mention.end) - Math.max(each.start, mention.start);
    const share = shared / Math.min(each.end - each.start, mention.end - mention.start);
    if (share >= 0.5 && shared > most) [best, most] = [each, shared];
  }
  return best;
}

/** A claim, as far as it is held against the annotation. */
export interface Held {
  readonly id: string;
  readonly mentions: readonly (Span & { readonly item: string })[];
}

/** Holds claims against what is known: two stretches are joined where any claim holds both. */
export function samePairs(annotated: readonly Annotated[], claims: readonly Held[]): SamePairs {
  const held = new Map<string, Set<string>>();
  for (const claim of claims)
    for (const mention of claim.mentions) {
      const found = stretchOf(annotated, mention);
      if (found) held.set(found.id, (held.get(found.id) ?? new Set<string>()).add(claim.id));
    }
  const missed: [string, string][] = [];
  const wrong: [string, string][] = [];
  let [meant, joined, both] = [0, 0, 0];
  for (const [at, a] of annotated.entries())
    for (const b of annotated.slice(at + 1)) {
      const same = a.propositions.some((each) => b.propositions.includes(each));
      const others = held.get(b.id);
      const together = [...(held.get(a.id) ?? [])].some((claim) => others?.has(claim));
      if (same) meant++;
      if (together) joined++;
      if (same && together) both++;
      else if (same) missed.push([a.id, b.id]);
      else if (together) wrong.push([a.id, b.id]);
    }
  return { meant, joined, both, missed, wrong, held };
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoresOf(pairs: readonly SamePairs[]): Scores {
  let [meant, joined, both] = [0, 0, 0];
  for (const each of pairs) {
    meant += each.meant;
    joined += each.joined;
    both += each.both;
  }
  return {
    precision: both / Math.max(1, joined),
    recall: both / Math.max(1, meant),
    f1: (2 * both) / Math.max(1, joined + meant),
  };
}
