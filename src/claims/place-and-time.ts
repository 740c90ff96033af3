import type { Ground } from './ground.ts';
import type { Groups } from './groups.ts';
import { episodes, type Period } from './period.ts';

interface TimeCluster {
  readonly members: number[];
  readonly period: Period;
}

/**
 * One measure, one unit, one figure: split by place and time. A statement that leaves out the place or the time goes
 * with the others only where there is exactly one it can mean, so that it never bridges two different things.
 */
export function joinBlock(ground: Ground, members: readonly number[], groups: Groups): void {
  const byPlace = new Map<string, number[]>();
  const unsaid: number[] = [];
  for (const at of members) {
    const place = ground.places[at];
    if (place === undefined || place.inferred) unsaid.push(at);
    else byPlace.set(place.name, [...(byPlace.get(place.name) ?? []), at]);
  }
  const placed = new Map([...byPlace].map(([name, list]) => [name, timeClusters(ground, list)]));
  const everywhere = [...placed.values()].flat();
  const nowhere: number[] = [];
  for (const at of unsaid) {
    const fitting = (clusters: readonly TimeCluster[]): TimeCluster[] =>
      clusters.filter((cluster) => sameTime(cluster.period, ground.periods[at]!));
    const there = fitting(placed.get(ground.places[at]?.name ?? '') ?? []);
    const anywhere = there.length > 0 ? there : fitting(everywhere);
    if (anywhere.length === 1) groups.join(anywhere[0]!.members[0]!, at);
    else nowhere.push(at);
  }
  for (const { members: together } of [...everywhere, ...timeClusters(ground, nowhere)])
    for (const at of together) groups.join(together[0]!, at);
}

export const sameTime = (a: Period, b: Period): boolean => {
  if (a.kind === 'open' || b.kind === 'open') return true;
  if (a.kind === 'period' && b.kind === 'period') return a.key === b.key;
  if (a.kind === 'now' && b.kind === 'now')
    return Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= 62 * 86_400_000;
  return false;
};

function timeClusters(ground: Ground, members: readonly number[]): TimeCluster[] {
  const dated = members.filter((at) => ground.periods[at]!.kind === 'now');
  const episode = episodes(dated.map((at) => (ground.periods[at] as Extract<Period, { kind: 'now' }>).day));
  const stretches = new Map<string, TimeCluster>();
  const news = new Map<number, TimeCluster & { stated: boolean }>();
  const undated: number[] = [];
  for (const at of members) {
    const period = ground.periods[at]!;
    if (period.kind === 'period') {
      const known = stretches.get(period.key);
      if (known) known.members.push(at);
      else stretches.set(period.key, { members: [at], period });
    } else if (period.kind === 'now') {
      const number = episode.get(period.day)!;
      const known = news.get(number);
      if (known) {
        known.members.push(at);
        known.stated ||= period.stated;
      } else news.set(number, { members: [at], period, stated: period.stated });
    } else undated.push(at);
  }
  const clusters: TimeCluster[] = [...stretches.values()];
  for (const cluster of news.values()) {
    if (!cluster.stated && stretches.size === 1) clusters[0]!.members.push(...cluster.members);
    else clusters.push(cluster);
  }
  if (undated.length > 0) {
    if (clusters.length === 1) clusters[0]!.members.push(...undated);
    else clusters.push({ members: undated, period: { kind: 'open' } });
  }
  return clusters;
}
