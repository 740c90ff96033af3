import type { Case } from '../ledger/index.ts';
import { type Decider, foldedActor, type RecordId } from '../model/index.ts';

/** A pair for the sets of those put off. */
export const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Entries of kind `review`: ids alone, and who put the pair off. */
interface PutOffFacts {
  readonly a: RecordId;
  readonly b: RecordId;
  readonly put: 'off' | 'back';
  readonly account?: string;
}

/**
 * A reviewer puts a pair off, or takes it back into the queue. It decides nothing and concerns nobody else; it outlasts
 * the page, and the next device shows it too.
 *
 * @throws SanadError `request.not-found` for a record that the case does not hold
 */
export function putOff(
  opened: Case,
  { a, b, put }: { readonly a: RecordId; readonly b: RecordId; readonly put: 'off' | 'back' },
  by: Decider,
): void {
  for (const record of [a, b]) opened.record(record);
  const who = typeof by === 'string' ? { by } : { by: by.name };
  const facts = { a, b, put, ...(typeof by === 'string' ? {} : { account: by.account }) };
  opened.note({ kind: 'review', ...who, facts });
}

/** What each has put off, by account, or by name where nobody signs in. */
type PutOff = Map<string, Set<string>>;
const knownOf = new WeakMap<Case, { readonly version: number; readonly all: PutOff }>();

/** The pairs that somebody has put off. Only what was written since the last asking is read. */
export function putOffBy(opened: Case, by: Decider): ReadonlySet<string> {
  const version = opened.version();
  const known = knownOf.get(opened);
  const all: PutOff = known?.all ?? new Map();
  if (known?.version !== version) {
    for (const { facts, by: name = '' } of opened.events('review', known?.version ?? 0)) {
      const { a, b, put, account } = facts as unknown as PutOffFacts;
      const who = account ?? foldedActor(name);
      const own = all.get(who) ?? new Set();
      all.set(who, own);
      if (put === 'off') own.add(pairKey(a, b));
      else own.delete(pairKey(a, b));
    }
    knownOf.set(opened, { version, all });
  }
  return all.get(typeof by === 'string' ? foldedActor(by) : by.account) ?? new Set();
}
