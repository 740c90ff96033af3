import type Database from 'better-sqlite3-multiple-ciphers';

/** What entries say was erased. */
export interface Erasures {
  has(entry: number, slot: string): boolean;
  file(entry: number): boolean;
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly slots?: readonly string[];
}

/** Reads every entry of kind `erasure`; that they are whole is seen where all entries are read. */
export function readErasures(db: Database.Database): Erasures {
  const spans: Span[] = [];
  const files = new Set<number>();
  for (const { seq, body } of erasureRows(db)) {
    try {
      const { kind, facts } = JSON.parse(body);
      if (kind !== 'erasure') continue;
      // An erasure speaks of what came before it.
      for (const span of facts.erased as Span[]) if (span.last < seq) spans.push(span);
      for (const { entry } of facts.files as { entry: number }[]) if (entry < seq) files.add(entry);
    } catch {
      // Told where the entries are read.
    }
  }
  return {
    has: (entry, slot) =>
      spans.some(
        ({ first, last, slots }) => first <= entry && entry <= last && (!slots || slots.includes(slot)),
      ),
    file: (entry) => files.has(entry),
  };
}

function erasureRows(db: Database.Database): readonly { readonly seq: number; readonly body: string }[] {
  try {
    return db
      .prepare<[], { seq: number; body: string }>(
        "SELECT entry.seq, entry.body FROM named JOIN entry ON entry.seq = named.seq WHERE named.kind = 'erasure'",
      )
      .all();
  } catch {
    return [];
  }
}
