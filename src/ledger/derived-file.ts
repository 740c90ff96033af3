import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './case.ts';
import { makeFolder, shred, syncFolder, writeDurably } from './durable-file.ts';
import { heldKeys } from './held-keys.ts';
import { classOfKey } from './keyring.ts';
import { derive, seal, unseal } from './sealing.ts';

const FOLDER = 'derived';
const INFO = 'sanad derived';

/**
 * A file beside the ledger for what was worked out from it at some cost. It is no part of the case: nothing rests on it,
 * no backup holds it, `verify` does not look at it, and every erasure and rotation takes it away.
 */
export interface DerivedFile {
  /** `undefined` where there is none, or it was not written by this case with the keys of now, or it is damaged. */
  read(): Uint8Array | undefined;
  /** A disk that refuses is passed over: it is worked out again. */
  write(bytes: Uint8Array): void;
}

/**
 * Sealed under the key of the class `team`; in a case that is not sealed under the database's, as the ledger is there.
 * Who does not hold it neither reads nor writes.
 */
export function derivedFile(opened: Case, name: string): DerivedFile {
  const folder = join(opened.folder, FOLDER);
  const path = join(folder, name);
  const bound = `${opened.id} ${name}`;
  const withKey = <T>(use: (key: Buffer) => T): T | undefined => {
    const keys = [...heldKeys(opened)];
    const held = opened.sealed
      ? keys.findLast(([own]) => classOfKey(own) === 'team')
      : keys.find(([own]) => own === 'database');
    if (!held) return undefined;
    const key = derive(held[1], INFO);
    try {
      return use(key);
    } finally {
      key.fill(0);
    }
  };
  return {
    read() {
      try {
        return existsSync(path) ? withKey((key) => unseal(key, readFileSync(path), bound)) : undefined;
      } catch {
        return undefined;
      }
    },
    write(bytes) {
      try {
        withKey((key) => {
          makeFolder(folder);
          writeDurably(folder, name, seal(key, bytes, bound, randomBytes));
          syncFolder(folder);
        });
      } catch {
        // Nothing rests on it.
      }
    },
  };
}

/** Overwrites and removes all that was derived in a case: it speaks of values that are to be gone, or under old keys. */
export function shredDerived(caseFolder: string): void {
  const folder = join(caseFolder, FOLDER);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) shred(join(folder, name));
}
