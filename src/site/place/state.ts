import type { SiteEntry, SiteState, SiteThing } from '../../model/index.ts';

/** An entry as the case keeps it. */
export interface KeptEntry {
  readonly entry: SiteEntry;
  /** ISO date-time by the server's clock. */
  readonly receivedAt: string;
  /** Seconds by which the device's clock was ahead when it sent. */
  readonly ahead: number;
}

/** Clocks that differ by less are not worth a word. */
const NEAR_ENOUGH = 60;

/** When it happened, by a clock that was set right. */
export const happenedAt = ({ entry, ahead }: KeptEntry): string =>
  Math.abs(ahead) < NEAR_ENOUGH ? entry.at : new Date(Date.parse(entry.at) - ahead * 1000).toISOString();

/** What had happened by a moment: searches that had ended, everything else that had been written down. */
export function entriesUntil(kept: readonly KeptEntry[], until: string): KeptEntry[] {
  const limit = Date.parse(until);
  return kept.filter((one) => {
    const { entry, ahead } = one;
    if (entry.is !== 'search') return Date.parse(happenedAt(one)) <= limit;
    const off = Math.abs(ahead) < NEAR_ENOUGH ? 0 : ahead;
    return Date.parse(entry.body.to) - off * 1000 <= limit;
  });
}

/**
 * A site out of its entries, in the order in which they were received: of each thing the versions that no other was made
 * upon. Nothing for an unknown site.
 */
export function stateOf(site: string, kept: readonly KeptEntry[]): SiteState | undefined {
  const byThing = new Map<string, KeptEntry[]>();
  for (const one of kept) {
    if (one.entry.site !== site) continue;
    const before = byThing.get(one.entry.about);
    if (!before) byThing.set(one.entry.about, [one]);
    // A thing stays what it was made as.
    else if (before[0]!.entry.is === one.entry.is) before.push(one);
  }
  const things = <Thing extends SiteThing>(is: Thing) =>
    [...byThing].filter(([, all]) => all[0]!.entry.is === is).map(([id, all]) => thingOf(id, all));
  const [place] = things('place');
  if (!place) return undefined;
  return {
    id: site,
    place,
    floors: things('floor'),
    sectors: things('sector'),
    leads: things('lead'),
    searches: things('search'),
    tasks: things('task'),
    statements: things('statement'),
    photographs: things('photograph'),
    answers: things('answer'),
  } as unknown as SiteState;
}

function thingOf(id: string, all: readonly KeptEntry[]) {
  const replaced = new Set(all.flatMap(({ entry }) => entry.upon));
  const heads = all.filter(({ entry }) => !replaced.has(entry.id));
  return {
    id,
    versions: heads.map((one) => ({
      entry: one.entry.id,
      body: one.entry.body,
      ...(one.entry.struck && { struck: true as const }),
      by: one.entry.by,
      at: happenedAt(one),
      receivedAt: one.receivedAt,
      ...(Math.abs(one.ahead) >= NEAR_ENOUGH && { ahead: Math.round(one.ahead) }),
    })),
    past: all.length - heads.length,
  };
}

/** What a thing is taken for: of versions that conflict the one received first, until somebody settles it. */
export const current = <Version>(thing: { readonly versions: readonly Version[] }): Version =>
  thing.versions[0]!;

export const isLive = (thing: {
  readonly versions: readonly { readonly struck?: true | undefined }[];
}): boolean => thing.versions.some(({ struck }) => !struck);

export const inConflict = (thing: { readonly versions: readonly unknown[] }): boolean =>
  thing.versions.length > 1;

export const conflictsIn = (state: SiteState): number =>
  [
    state.place,
    ...state.floors,
    ...state.sectors,
    ...state.leads,
    ...state.searches,
    ...state.tasks,
    ...state.photographs,
    ...state.answers,
  ].filter(inConflict).length;
