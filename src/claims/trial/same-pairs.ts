import type { Claim } from '../../model/index.ts';
import type { ToldEvent } from './told-events.ts';

/** Pairs of statements of one proposition: how many are meant, joined, and both. */
export interface SamePairs {
  readonly meant: number;
  readonly joined: number;
  readonly both: number;
  readonly missed: readonly (readonly [string, string])[];
  readonly wrong: readonly (readonly [string, string])[];
}

/** Holds claims against what is known of an event. */
export function samePairs({ propositions }: ToldEvent, claims: readonly Claim[]): SamePairs {
  const claimOf = new Map(
    claims.flatMap(({ mentions }, claim) => mentions.map(({ statement }) => [statement as string, claim])),
  );
  const ids = [...propositions.keys()];
  const missed: [string, string][] = [];
  const wrong: [string, string][] = [];
  let [meant, joined, both] = [0, 0, 0];
  for (const [at, a] of ids.entries())
    for (const b of ids.slice(at + 1)) {
      const same = propositions.get(a)!.some((each) => propositions.get(b)!.includes(each));
      const together = claimOf.get(a) === claimOf.get(b);
      if (same) meant++;
      if (together) joined++;
      if (same && together) both++;
      else if (same) missed.push([a, b]);
      else if (together) wrong.push([a, b]);
    }
  return { meant, joined, both, missed, wrong };
}
