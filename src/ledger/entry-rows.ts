import type { PayloadSeals } from './payload-seal.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { WrittenEntry } from './write-entries.ts';

/** An entry and, where others ask for it by its id, that id. */
export interface NewEntry extends WrittenEntry {
  readonly named?: { readonly id: string; readonly kind: string };
  /** Its values are sealed together with those of its neighbours that are to be joined too. */
  readonly joined?: true;
}

/** Rows as they stand in the database: of entries that follow each other, with all that hangs on them. */
export interface Rows {
  readonly first: number;
  /** What is hashed to each leaf: a zero byte and the body; one behind the other, none has another zero byte. */
  readonly leaves: Uint8Array;
  readonly payloads: readonly PayloadRow[];
  readonly named: readonly NamedRow[];
}

/** seq, class, sealed by, body, last. */
type PayloadRow = readonly [number, Sensitivity, string, string | Uint8Array, number];
/** id, kind, seq. */
type NamedRow = readonly [string, string, number];

/** Stands for an entry that has no value in a class while its neighbours do. */
const NOTHING = Buffer.from('0');
const [OPENING, COMMA, CLOSING] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];
/** How many entries are sealed together: setting up the cipher costs as much as sealing that many rows. */
export const TOGETHER = 32;
/** How many entries are handed on at once, or a few more. */
const AT_ONCE = 256;

interface Group {
  readonly first: number;
  readonly blocks: Map<Sensitivity, Uint8Array[]>;
  size: number;
}

/** Entries from the number `from` on as rows, sealed; made while they are asked for. */
export function* rowsOf(from: number, batch: Iterable<NewEntry>, seals: PayloadSeals): Generator<Rows> {
  let first = from;
  let leaves: Uint8Array[] = [];
  let payloads: PayloadRow[] = [];
  let named: NamedRow[] = [];
  let group: Group | undefined;

  const closeGroup = (): void => {
    for (const [sensitivity, blocks] of group?.blocks ?? []) {
      const start = group!.first;
      const last = start + blocks.length - 1;
      const { sealedBy, body } = seals.seal({ sensitivity, first: start, last }, joined(blocks));
      payloads.push([start, sensitivity, sealedBy, body, last]);
    }
    group = undefined;
  };
  const take = (): Rows => {
    closeGroup();
    const rows = { first, leaves: Buffer.concat(leaves), payloads, named };
    first += leaves.length;
    [leaves, payloads, named] = [[], [], []];
    return rows;
  };

  for (const { leaf, payloads: values, named: name, joined: withOthers } of batch) {
    const seq = first + leaves.length;
    if (!withOthers || group?.size === TOGETHER) {
      closeGroup();
      if (leaves.length >= AT_ONCE) yield take();
    }
    group ??= { first: seq, blocks: new Map(), size: 0 };
    leaves.push(leaf);
    for (const [sensitivity, block] of values) blocksOf(group, sensitivity).push(block);
    group.size++;
    if (name) named.push([name.id, name.kind, seq]);
    if (!withOthers) closeGroup();
  }
  yield take();
}

/** The blocks of a class so far, filled up to the entry that comes now. */
function blocksOf(group: Group, sensitivity: Sensitivity): Uint8Array[] {
  let blocks = group.blocks.get(sensitivity);
  if (!blocks) {
    blocks = [];
    group.blocks.set(sensitivity, blocks);
  }
  while (blocks.length < group.size) blocks.push(NOTHING);
  return blocks;
}

/** `[block,block,…]`. */
const joined = (blocks: readonly Uint8Array[]): Buffer =>
  Buffer.concat([...blocks.flatMap((block, at) => [at === 0 ? OPENING : COMMA, block]), CLOSING]);
