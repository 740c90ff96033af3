import type { Claim, ClaimsPage, ItemId } from '../model/index.ts';
import { tellingScore } from './telling.ts';

/**
 * The table of claim × outlet. Claims about one measure at one place stand together; groups and the claims in them come
 * by how much they tell. Outlets come by the day of their first report, undated last.
 */
export function claimsPage(claims: readonly Claim[]): ClaimsPage {
  const outlets = new Map<string, { items: Set<ItemId>; published?: string }>();
  const groups = new Map<string, { measure: string; place?: string; claims: Claim[]; score: number }>();
  for (const claim of claims) {
    const key = `${claim.measure}|${claim.place ?? ''}`;
    const group = groups.get(key);
    const score = tellingScore(claim);
    if (group) {
      group.claims.push(claim);
      group.score = Math.max(group.score, score);
    } else
      groups.set(key, {
        measure: claim.measure,
        ...(claim.place !== undefined && { place: claim.place }),
        claims: [claim],
        score,
      });
    for (const { outlet, item, published } of claim.mentions) {
      const known = outlets.get(outlet) ?? { items: new Set<ItemId>() };
      known.items.add(item);
      if (published !== undefined && (known.published === undefined || published < known.published))
        known.published = published;
      outlets.set(outlet, known);
    }
  }
  return {
    outlets: [...outlets]
      .map(([name, { items, published }]) => ({
        name,
        items: [...items].sort(),
        ...(published !== undefined && { published }),
      }))
      .sort((a, b) =>
        (a.published ?? '~') === (b.published ?? '~')
          ? a.name < b.name
            ? -1
            : 1
          : (a.published ?? '~') < (b.published ?? '~')
            ? -1
            : 1,
      ),
    groups: [...groups.values()]
      .sort((a, b) => b.score - a.score)
      .map(({ measure, place, claims: members }) => ({
        measure,
        ...(place !== undefined && { place }),
        claims: members.sort((a, b) => tellingScore(b) - tellingScore(a)),
      })),
  };
}
