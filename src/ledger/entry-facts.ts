import { SanadError } from '../model/index.ts';
import { DATABASE_FILE } from './database.ts';
import type { Entries } from './entries.ts';
import type { ErasureFacts } from './erasure.ts';
import type { ItemFacts } from './item-entry.ts';

/** What an entry says in the clear. */
interface BodyOf<Facts> {
  readonly at: string;
  readonly actor: string;
  readonly facts: Facts;
}

export function bodyOf<Facts>(entries: Entries, seq: number): BodyOf<Facts> {
  const body = entries.body(seq);
  if (body === undefined) throw new SanadError('case.damaged', { where: `${DATABASE_FILE} entry ${seq}` });
  const parsed = JSON.parse(body) as Facts & { at: string; actor: string };
  return { at: parsed.at, actor: parsed.actor, facts: parsed };
}

/** The files of the vault that entries speak of: those that are to be there, and those that were erased. */
export function vaultNames(entries: Entries): { readonly kept: string[]; readonly erased: string[] } {
  const files = entries.named('erasure', 0).flatMap(({ seq }) => erasureFacts(entries, seq).files);
  const gone = new Set(files.map(({ entry }) => entry));
  const kept = entries
    .named('item', 0)
    .filter(({ seq }) => !gone.has(seq))
    .map(({ seq }) => bodyOf<ItemFacts>(entries, seq).facts.vault);
  // The same bytes may have come in again since.
  const there = new Set(kept);
  return { kept, erased: files.map(({ name }) => name).filter((name) => !there.has(name)) };
}

export const erasureFacts = (entries: Entries, seq: number): ErasureFacts =>
  bodyOf<{ facts: ErasureFacts }>(entries, seq).facts.facts;
