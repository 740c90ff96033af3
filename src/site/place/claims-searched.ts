import type { ClaimId, SiteList, SiteState } from '../../model/index.ts';
import { current, isLive } from './state.ts';

/** What the log answers to claims: for each that a lead speaks of, the sectors it points to and what was searched there. */
export function claimsSearched(state: SiteState): SiteList['sites'][number]['claims'] {
  const live = new Map(state.sectors.filter(isLive).map((sector) => [sector.id, current(sector).body.code]));
  const searches = state.searches.filter(isLive).map((search) => current(search).body);
  const pointed = new Map<ClaimId, Set<string>>();
  for (const lead of state.leads.filter(isLive)) {
    const { claim, points } = current(lead).body;
    if (claim === undefined) continue;
    const sectors = pointed.get(claim) ?? new Set<string>();
    for (const id of typeof points === 'string' ? live.keys() : points) if (live.has(id)) sectors.add(id);
    pointed.set(claim, sectors);
  }
  return [...pointed].map(([claim, sectors]) => {
    const there = searches.filter(({ sector }) => sectors.has(sector));
    return {
      claim,
      sectors: [...sectors].map((id) => live.get(id)!).sort(),
      searched: new Set(there.map(({ sector }) => sector)).size,
      nothing: there.length > 0 && there.every(({ result }) => result === 'nothing'),
    };
  });
}
