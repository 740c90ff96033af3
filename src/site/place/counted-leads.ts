import type { SearchRates, SiteState, SiteThingState } from '../../model/index.ts';
import type { LeadSaid } from '../where-next/leads.ts';
import { current, isLive } from './state.ts';

/**
 * Leads as voices: those of one origin count once, by the most telling of them; one that several said of their own counts
 * once for each. Struck leads do not count.
 *
 * @param place of each sector that counts, its place among the cells
 */
export function countedLeads(
  state: SiteState,
  place: ReadonlyMap<string, number>,
  reliability: SearchRates['reliability'],
): LeadSaid[] {
  const byOrigin = new Map<string, LeadSaid>();
  for (const lead of (state.leads as readonly SiteThingState<'lead'>[]).filter(isLive)) {
    const { points, how, reliability: own, origin, origins = [] } = current(lead).body;
    const cells =
      points === 'elsewhere'
        ? []
        : points === 'inside'
          ? [...place.values()]
          : points.flatMap((sector) => place.get(sector) ?? []);
    if (points !== 'elsewhere' && cells.length === 0) continue;
    const said: LeadSaid = { id: lead.id, cells, reliability: own ?? reliability[how] };
    const named = [...origins, ...(origin === undefined ? [] : [origin])];
    const voices =
      named.length === 0 ? [lead.id] : named.map((name) => `origin ${name.trim().toLowerCase()}`);
    for (const voice of voices) {
      const before = byOrigin.get(voice);
      if (!before || said.reliability > before.reliability) byOrigin.set(voice, said);
    }
  }
  return [...byOrigin.values()];
}
