import type { Case } from '../../ledger/index.ts';
import { SanadError, type SiteEntry, type SiteKept, siteEntrySchema } from '../../model/index.ts';
import type { KeptEntry } from './state.ts';

/** Every entry about any site that the case holds and this opening can read, in the order received. */
export const siteEntriesOf = (opened: Case): KeptEntry[] => entriesFrom(opened, 0);

function entriesFrom(opened: Case, from: number): KeptEntry[] {
  const kept: KeptEntry[] = [];
  for (const { facts, slots, at } of opened.events('site', from)) {
    const entry = slots.get('entry') as SiteEntry | undefined;
    if (entry) kept.push({ entry, receivedAt: at, ahead: Number(facts.ahead ?? 0) });
  }
  return kept;
}

/**
 * The same, for whoever asks again and again: only what was written since is read. What was erased is gone at the next
 * asking.
 */
export function followSiteEntries(opened: Case): () => readonly KeptEntry[] {
  let known: readonly KeptEntry[] = [];
  let version = 0;
  let erasures = 0;
  return () => {
    const now = opened.version();
    if (now === version) return known;
    const erased = opened.events('erasure').length;
    known = erased === erasures ? [...known, ...entriesFrom(opened, version)] : entriesFrom(opened, 0);
    version = now;
    erasures = erased;
    return known;
  };
}

/** Entries from a file: `{"entries": […]}`. @throws SanadError `site.file-unclear` */
export function parseEntries(text: string): unknown[] {
  try {
    const { entries } = JSON.parse(text) as { entries?: unknown };
    if (Array.isArray(entries)) return entries;
  } catch (cause) {
    throw new SanadError('site.file-unclear', {}, cause);
  }
  throw new SanadError('site.file-unclear');
}

/** What one entry may weigh, as JSON. */
const LARGEST = 100_000;

/**
 * Keeps what a device sends. Each entry is looked at by itself: one that cannot be kept is refused by name and the rest
 * goes in; one that was sent before is known. `by` stands in for what entries say where somebody has signed in.
 * `sentAt` is the device's clock at that moment.
 */
export function keepEntries(
  opened: Case,
  { sentAt, entries }: { readonly sentAt?: string; readonly entries: readonly unknown[] },
  now: Date,
  by?: string,
): SiteKept {
  const held = new Map(siteEntriesOf(opened).map((one) => [one.entry.id, one.entry]));
  const ahead = sentAt === undefined ? 0 : (Date.parse(sentAt) - now.getTime()) / 1000;
  const results: SiteKept['results'] = [];
  const fresh: SiteEntry[] = [];
  for (const given of entries) {
    const id = String((given as { id?: unknown } | null)?.id ?? '').slice(0, 64);
    const parsed = siteEntrySchema.safeParse(given);
    if (!parsed.success || JSON.stringify(given).length > LARGEST) {
      results.push({ id, kept: 'refused', code: 'site.entry-unclear' });
      continue;
    }
    const entry: SiteEntry = by === undefined ? parsed.data : { ...parsed.data, by };
    const before = held.get(entry.id);
    const wrong = before ? undefined : refusal(entry, held);
    if (before) results.push({ id, kept: 'known', conflict: standsBeside(entry, held) });
    else if (wrong) results.push({ id, kept: 'refused', code: wrong });
    else {
      held.set(entry.id, entry);
      fresh.push(entry);
      results.push({ id, kept: 'kept', conflict: standsBeside(entry, held) });
    }
  }
  if (fresh.length > 0)
    opened.notes(
      fresh.map((entry) => ({
        kind: 'site',
        by: entry.by,
        facts: { id: entry.id, site: entry.site, is: entry.is, ahead: Math.round(ahead) },
        slots: [{ name: 'entry', sensitivity: 'site', value: entry }],
      })),
    );
  return { results };
}

/** Why an entry that is well formed still cannot be kept. */
function refusal(entry: SiteEntry, held: ReadonlyMap<string, SiteEntry>): string | undefined {
  if (entry.is === 'place' && entry.about !== entry.site) return 'site.entry-unclear';
  for (const id of entry.upon) {
    const before = held.get(id);
    if (!before || before.about !== entry.about || before.site !== entry.site) return 'site.upon-unknown';
    if (before.is !== entry.is) return 'site.thing-changes';
  }
  const known = [...held.values()];
  if (entry.is !== 'place' && !known.some(({ is, about }) => is === 'place' && about === entry.site))
    return 'site.unknown';
  if (entry.upon.length === 0 && known.some(({ about }) => about === entry.about)) return 'site.upon-missing';
  const needed =
    entry.is === 'sector'
      ? entry.body.floor
      : entry.is === 'search' || entry.is === 'task'
        ? entry.body.sector
        : undefined;
  if (needed !== undefined && !known.some(({ about, site }) => about === needed && site === entry.site))
    return 'site.thing-unknown';
  return undefined;
}

function standsBeside(entry: SiteEntry, held: ReadonlyMap<string, SiteEntry>): boolean {
  const same = [...held.values()].filter(({ about }) => about === entry.about);
  const replaced = new Set(same.flatMap(({ upon }) => upon));
  return same.filter(({ id }) => !replaced.has(id)).length > 1;
}
