import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type RandomBytes, SanadError } from '../model/index.ts';
import { ageDecrypt, ageEncrypt } from './age-file.ts';
import { makeFolder, PART, syncFolder, writeDurably } from './durable-file.ts';
import { sha256Hex } from './sha256.ts';

/**
 * The files as received: `vault/ab/<sha256 of what is stored>`, in a sealed case encrypted, so that anyone can check
 * that all is there and unchanged without being able to read it.
 */
export interface Vault {
  /** Puts files on disk for good, before any entry speaks of them. */
  store(files: readonly Uint8Array[]): StoredFile[];
  /** The entries that speak of these files are on disk. */
  acknowledged(files: readonly StoredFile[]): void;
  /** The bytes as received; `undefined` where the file is missing or not as stored. */
  read(file: StoredFile): Uint8Array | undefined;
  /** Removes what a killed process left: half-written files, and files that no entry came to speak of. */
  sweep(spokenOf: () => readonly string[]): void;
}

export interface StoredFile {
  /** Of the stored bytes, lower-case hexadecimal. */
  readonly name: string;
  /** What opens the file, where it is encrypted. */
  readonly header?: string;
}

export const VAULT_FOLDER = 'vault';
/** Stands beside a file until its entry is on disk. */
export const PENDING = '.pending';

export function openVault(folder: string, identity: KeyObject | undefined, random: RandomBytes): Vault {
  const root = join(folder, VAULT_FOLDER);
  const folderOf = (name: string): string => join(root, name.slice(0, 2));

  return {
    store: (files) => {
      const stored: StoredFile[] = [];
      const folders = new Set<string>();
      for (const bytes of files) {
        const sealed = identity ? ageEncrypt(bytes, identity, random) : undefined;
        const payload = sealed?.payload ?? bytes;
        const name = sha256Hex(payload);
        const within = folderOf(name);
        makeFolder(within);
        if (!existsSync(join(within, name))) closeSync(openSync(join(within, name + PENDING), 'w', 0o600));
        writeDurably(within, name, payload);
        folders.add(within);
        stored.push(sealed ? { name, header: sealed.header } : { name });
      }
      for (const within of folders) syncFolder(within);
      return stored;
    },

    acknowledged: (files) => {
      for (const { name } of files) rmSync(join(folderOf(name), name + PENDING), { force: true });
    },

    read: ({ name, header }) => {
      const path = join(folderOf(name), name);
      if (!existsSync(path)) return undefined;
      const bytes = readFileSync(path);
      if (sha256Hex(bytes) !== name) return undefined;
      if (!identity) return bytes;
      return header === undefined ? undefined : ageDecrypt({ header, payload: bytes }, identity);
    },

    sweep: (spokenOf) => {
      let kept: Set<string> | undefined;
      if (!existsSync(root)) throw new SanadError('case.damaged', { where: VAULT_FOLDER });
      for (const within of readdirSync(root)) {
        for (const file of readdirSync(join(root, within))) {
          const path = join(root, within, file);
          if (file.endsWith(PART)) rmSync(path);
          if (!file.endsWith(PENDING)) continue;
          const name = file.slice(0, -PENDING.length);
          kept ??= new Set(spokenOf());
          if (!kept.has(name)) rmSync(join(root, within, name), { force: true });
          rmSync(path);
        }
      }
    },
  };
}
