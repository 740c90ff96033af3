import type { Claim } from '../model/index.ts';

const PEOPLE: ReadonlySet<string> = new Set(['person', 'body', 'family']);

/** How much a claim shows of the point: outlets beyond its voices, denials, contradictions. Higher is more telling. */
export function tellingScore(claim: Claim): number {
  const outlets = new Set(
    claim.mentions.filter(({ stance }) => stance !== 'denies').map(({ outlet }) => outlet),
  ).size;
  const echoes = Math.max(0, outlets - Math.max(1, claim.independent));
  const relations = claim.relations.filter(
    ({ type }) => type === 'contradicts' || type === 'supersedes',
  ).length;
  return (
    3 * echoes +
    (claim.denied ? 4 : 0) +
    (claim.figure?.value !== undefined ? 2 : claim.figure ? 1 : 0) +
    (PEOPLE.has(claim.figure?.unit ?? '') ? 1 : 0) +
    (claim.verification === 'contradicted' ? 1 : 0) +
    Math.min(2, relations) +
    Math.log2(1 + claim.mentions.length)
  );
}

/** The most telling first; of equal ones the larger figure, then the earlier id, so that the order never wavers. */
export function byTelling(a: Claim, b: Claim): number {
  return (
    tellingScore(b) - tellingScore(a) ||
    (b.figure?.value ?? -1) - (a.figure?.value ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** For the overview: claims that several outlets carry or somebody denies. */
export function tellingClaims(claims: readonly Claim[], most: number): Claim[] {
  return claims
    .filter((claim) => claim.denied || new Set(claim.mentions.map(({ outlet }) => outlet)).size > 1)
    .sort(byTelling)
    .slice(0, most);
}
