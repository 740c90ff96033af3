import { joinBlocks, type WrittenEntry } from './entry.ts';
import type { PayloadSeals } from './payload-seal.ts';
import type { Sensitivity } from './sensitivity.ts';

/** An entry and, where others ask for it by its id, that id. */
export interface NewEntry extends WrittenEntry {
  readonly named?: { readonly id: string; readonly kind: string };
  /** Its values are sealed together with those of its neighbours that are to be joined too. */
  readonly joined?: true;
}

/** Rows as they stand in the database: of entries that follow each other, with all that hangs on them. */
export interface Rows {
  readonly first: number;
  readonly bodies: readonly string[];
  readonly payloads: readonly PayloadRow[];
  readonly named: readonly NamedRow[];
}

/** seq, class, sealed by, body, last. */
type PayloadRow = readonly [number, Sensitivity, string, string | Uint8Array, number];
/** id, kind, seq. */
type NamedRow = readonly [string, string, number];

/** Stands for an entry that has no value in a class while its neighbours do. */
const NOTHING = '0';
/** How many entries are sealed together: setting up the cipher costs as much as sealing that many rows. */
export const TOGETHER = 32;
/** How many entries are handed on at once, or a few more. */
const AT_ONCE = 256;

interface Group {
  readonly first: number;
  readonly blocks: Map<Sensitivity, string[]>;
  size: number;
}

/** Entries from the number `from` on as rows, sealed; made while they are asked for. */
export function* rowsOf(from: number, batch: Iterable<NewEntry>, seals: PayloadSeals): Generator<Rows> {
  let first = from;
  let bodies: string[] = [];
  let payloads: PayloadRow[] = [];
  let named: NamedRow[] = [];
  let group: Group | undefined;

  const closeGroup = (): void => {
    for (const [sensitivity, blocks] of group?.blocks ?? []) {
      const start = group!.first;
      const last = start + blocks.length - 1;
      const { sealedBy, body } = seals.seal({ sensitivity, first: start, last }, joinBlocks(blocks));
      payloads.push([start, sensitivity, sealedBy, body, last]);
    }
    group = undefined;
  };
  const take = (): Rows => {
    closeGroup();
    const rows = { first, bodies, payloads, named };
    first += bodies.length;
    [bodies, payloads, named] = [[], [], []];
    return rows;
  };

  for (const { body, payloads: values, named: name, joined } of batch) {
    const seq = first + bodies.length;
    if (!joined || group?.size === TOGETHER) {
      closeGroup();
      if (bodies.length >= AT_ONCE) yield take();
    }
    group ??= { first: seq, blocks: new Map(), size: 0 };
    bodies.push(body);
    for (const [sensitivity, block] of values) blocksOf(group, sensitivity).push(block);
    group.size++;
    if (name) named.push([name.id, name.kind, seq]);
    if (!joined) closeGroup();
  }
  yield take();
}

/** The blocks of a class so far, filled up to the entry that comes now. */
function blocksOf(group: Group, sensitivity: Sensitivity): string[] {
  let blocks = group.blocks.get(sensitivity);
  if (!blocks) {
    blocks = [];
    group.blocks.set(sensitivity, blocks);
  }
  while (blocks.length < group.size) blocks.push(NOTHING);
  return blocks;
}
