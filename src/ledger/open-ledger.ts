import type { Case } from './case.ts';
import type { Db } from './database.ts';
import type { Entries } from './entries.ts';
import type { Keyring } from './keyring.ts';
import { EMPTY_FRONTIER, type Frontier } from './merkle-tree.ts';
import type { PayloadSeals } from './payload-seal.ts';
import type { Vault } from './vault.ts';

/** The parts of an open case. */
export interface Ledger {
  readonly folder: string;
  readonly db: Db;
  readonly entries: Entries;
  readonly seals: PayloadSeals;
  readonly vault: Vault;
  /** What this opening holds; empty once it was closed. */
  readonly keys: Keyring;
  readonly unlock: Case['unlock'];
  readonly forget: Case['forget'];
  /** Overwrites every key in memory. */
  readonly forgetAll: () => void;
}

/** The tree of all entries, grown as they come; one for all views of a case. */
export interface GrowingTree {
  now(): Frontier;
  /** It is known what was appended. */
  grewTo(tree: Frontier): void;
}

export function growingTree(entries: Entries, start: Frontier = EMPTY_FRONTIER): GrowingTree {
  let tree = start;
  return {
    now: () => {
      tree = entries.extend(tree);
      return tree;
    },
    grewTo: (grown) => {
      tree = grown;
    },
  };
}
