import type { ClaimId, SiteList, SiteState } from '../../model/index.ts';
import { current, isLive } from './state.ts';

/**
 * What the log answers to claims: for each that a person linked to sectors, or that a lead speaks of, those sectors and
 * what was searched there.
 */
export function claimsSearched(state: SiteState): SiteList['sites'][number]['claims'] {
  const live = new Map(state.sectors.filter(isLive).map((sector) => [sector.id, current(sector).body.code]));
  const searches = state.searches.filter(isLive).map((search) => current(search).body);
  const pointed = new Map<ClaimId, Set<string>>();
  const point = (claim: ClaimId, points: 'inside' | 'elsewhere' | readonly string[]): void => {
    const sectors = pointed.get(claim) ?? new Set<string>();
    for (const id of typeof points === 'string' ? live.keys() : points) if (live.has(id)) sectors.add(id);
    pointed.set(claim, sectors);
  };
  for (const answer of state.answers.filter(isLive)) {
    const { claim, sectors } = current(answer).body;
    point(claim, sectors);
  }
  for (const lead of state.leads.filter(isLive)) {
    const { claim, points } = current(lead).body;
    // What a person linked stands before what a lead points to.
    if (claim !== undefined && !linked(state, claim)) point(claim, points);
  }
  return [...pointed].map(([claim, sectors]) => {
    const there = searches.filter(({ sector }) => sectors.has(sector));
    return {
      claim,
      sectors: [...sectors].map((id) => live.get(id)!).sort(),
      searched: new Set(there.map(({ sector }) => sector)).size,
      nothing:
        there.length > 0 &&
        there.every(({ result, signs }) => result === 'nothing' || (result === 'signs' && signs === 'false')),
    };
  });
}

const linked = (state: SiteState, claim: ClaimId): boolean =>
  state.answers.some((answer) => isLive(answer) && current(answer).body.claim === claim);
