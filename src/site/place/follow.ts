import type { Case, LedgerEvent } from '../../ledger/index.ts';

/**
 * What is read off the events of sites, for whoever asks again and again: only what was written since is read. What was
 * erased is gone at the next asking.
 */
export function followSiteEvents<Read>(
  opened: Case,
  read: (events: readonly LedgerEvent[]) => readonly Read[],
): () => readonly Read[] {
  let known: readonly Read[] = [];
  let version = 0;
  let erasures = 0;
  return () => {
    const now = opened.version();
    if (now === version) return known;
    const erased = opened.events('erasure').length;
    known =
      erased === erasures ? [...known, ...read(opened.events('site', version))] : read(opened.events('site'));
    version = now;
    erasures = erased;
    return known;
  };
}
