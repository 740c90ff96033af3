import type { Case, LedgerEvent, NewEvent } from '../../ledger/index.ts';
import {
  type PublicStatement,
  SanadError,
  type SiteEntry,
  type SiteKept,
  siteEntrySchema,
} from '../../model/index.ts';
import { followSiteEvents } from './follow.ts';
import { namesPerson, statementFor } from './public-statements.ts';
import type { KeptEntry } from './state.ts';

/** Every entry about any site that the case holds and this opening can read, in the order received. */
export const siteEntriesOf = (opened: Case): KeptEntry[] => entriesFrom(opened.events('site'));

function entriesFrom(events: readonly LedgerEvent[]): KeptEntry[] {
  const kept: KeptEntry[] = [];
  for (const { facts, slots, at } of events) {
    const entry = slots.get('entry') as SiteEntry | undefined;
    if (entry) kept.push({ entry, receivedAt: at, ahead: Number(facts.ahead ?? 0) });
  }
  return kept;
}

/** The same, for whoever asks again and again. */
export const followSiteEntries = (opened: Case): (() => readonly KeptEntry[]) =>
  followSiteEvents(opened, entriesFrom);

/** The small picture of a photograph, a JPEG as the device made it; nothing where this opening cannot read it. */
export function smallPictureOf(opened: Case, photograph: string): Uint8Array | undefined {
  for (const { facts, slots } of opened.events('site')) {
    const small = facts.about === photograph ? slots.get('small') : undefined;
    if (typeof small === 'string') return Buffer.from(small, 'base64');
  }
  return undefined;
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

/** What one entry may weigh, as JSON; its small picture is bounded by itself. */
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
  kept: readonly KeptEntry[] = siteEntriesOf(opened),
): SiteKept {
  const all = [...kept];
  const held = new Map(all.map(({ entry }) => [entry.id, entry]));
  const ahead = Math.round(sentAt === undefined ? 0 : (Date.parse(sentAt) - now.getTime()) / 1000);
  const results: SiteKept['results'] = [];
  const fresh: { readonly entry: SiteEntry; readonly sheet?: PublicStatement }[] = [];
  for (const given of entries) {
    const id = String((given as { id?: unknown } | null)?.id ?? '').slice(0, 64);
    const parsed = siteEntrySchema.safeParse(given);
    if (!parsed.success || JSON.stringify({ ...parsed.data, small: undefined }).length > LARGEST) {
      results.push({ id, kept: 'refused', code: refusedAs(parsed.error?.issues) });
      continue;
    }
    const entry: SiteEntry = by === undefined ? parsed.data : { ...parsed.data, by };
    const before = held.get(entry.id);
    const one: KeptEntry = { entry, receivedAt: now.toISOString(), ahead };
    const sheet = before ? undefined : statementFor(one, all);
    const wrong = before ? undefined : (refusal(entry, held) ?? (sheet && namesPerson(sheet, all, entry.by)));
    if (before) results.push({ id, kept: 'known', conflict: standsBeside(entry, held) });
    else if (wrong) results.push({ id, kept: 'refused', code: wrong });
    else {
      held.set(entry.id, entry);
      all.push(one);
      fresh.push({ entry, ...(sheet && { sheet }) });
      results.push({ id, kept: 'kept', conflict: standsBeside(entry, held) });
    }
  }
  if (fresh.length > 0) opened.notes(fresh.map(({ entry, sheet }) => noteOf(entry, ahead, sheet)));
  return { results };
}

/** A rule of the schema that has a sentence of its own is told by it. */
const refusedAs = (issues: readonly { readonly message: string }[] = []): string =>
  issues.find(({ message }) => message.startsWith('site.'))?.message ?? 'site.entry-unclear';

/** A picture stands beside its entry, so that the log is read without it. */
function noteOf(whole: SiteEntry, ahead: number, sheet: PublicStatement | undefined): NewEvent {
  const { small, ...entry } = { small: undefined, ...whole };
  return {
    kind: 'site',
    by: entry.by,
    facts: {
      id: entry.id,
      site: entry.site,
      is: entry.is,
      ahead,
      ...((entry.is === 'statement' || entry.is === 'photograph') && { about: entry.about }),
      ...(sheet && { public: 'published' }),
    },
    slots: [
      { name: 'entry', sensitivity: 'site', value: entry },
      ...(small === undefined ? [] : [{ name: 'small', sensitivity: 'site', value: small } as const]),
      // The one class that a server holds while nobody is signed in: what is public is read by everybody.
      ...(sheet ? [{ name: 'sheet', sensitivity: 'account', value: sheet } as const] : []),
    ],
  };
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
        : entry.is === 'photograph'
          ? entry.body.search
          : undefined;
  if (entry.is === 'photograph' && entry.upon.length === 0 && entry.small === undefined)
    return 'site.photograph-missing';
  if (needed !== undefined && !known.some(({ about, site }) => about === needed && site === entry.site))
    return 'site.thing-unknown';
  return undefined;
}

function standsBeside(entry: SiteEntry, held: ReadonlyMap<string, SiteEntry>): boolean {
  const same = [...held.values()].filter(({ about }) => about === entry.about);
  const replaced = new Set(same.flatMap(({ upon }) => upon));
  return same.filter(({ id }) => !replaced.has(id)).length > 1;
}
