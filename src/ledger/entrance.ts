import { createHash, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../model/index.ts';
import { type AgeKey, ageDecrypt, ageEncrypt, ageKeyOf, NONCE, newAgeKey } from './age-file.ts';
import { CHUNK, openChunk, SEALED_CHUNK } from './age-stream.ts';
import { syncFolder, writeAll, writeDurably } from './durable-file.ts';
import { BYTES, type Known, PARKED, type Receiving, receiving, type State } from './receiving.ts';

/** A file whose coming was cut. */
export interface Parked {
  readonly id: string;
  readonly bytes: number;
  readonly note: unknown;
}

export interface Entrance {
  begin(id: string, known?: Known): Receiving;
  parked(): Parked[];
  resume(id: string): Receiving | undefined;
  /** Removes what was not parked: a killed process left it. */
  sweep(): void;
}

/** @param key what files are sealed to; only its private half takes up what was parked */
export function openEntrance(folder: string, key: KeyObject | undefined, random: RandomBytes): Entrance {
  const readState = (id: string): State | undefined => {
    const path = join(folder, id + PARKED);
    if (!/^[\w-]{1,64}$/.test(id) || !existsSync(path)) return undefined;
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n---');
    const headerEnd = bytes.indexOf('\n', end + 1) + 1;
    const opened = key
      ? ageDecrypt(
          { header: bytes.subarray(0, headerEnd).toString(), payload: bytes.subarray(headerEnd) },
          key,
        )
      : bytes;
    try {
      return opened && (JSON.parse(opened.toString()) as State);
    } catch {
      return undefined;
    }
  };
  const writeState = (id: string, state: State): void => {
    const plain = Buffer.from(JSON.stringify(state));
    if (!key) writeDurably(folder, id + PARKED, plain);
    else {
      const { header, payload } = ageEncrypt(plain, key, random);
      writeDurably(folder, id + PARKED, Buffer.concat([Buffer.from(header), payload]));
    }
    syncFolder(folder);
  };

  return {
    begin: (id, known) => {
      const file = openSync(join(folder, id + BYTES), 'wx+', 0o600);
      const age = key && newAgeKey(key, random);
      const received = createHash('sha256');
      const hashes = { received, stored: age ? createHash('sha256') : received };
      if (age) {
        writeAll(file, age.nonce);
        hashes.stored.update(age.nonce);
      }
      return receiving(
        { id, folder, file, age, hashes, bytes: 0, tail: Buffer.alloc(0), ...(known ? { known } : {}) },
        writeState,
      );
    },

    parked: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith(PARKED))
        .flatMap((name) => {
          const id = name.slice(0, -PARKED.length);
          const state = readState(id);
          return state ? [{ id, bytes: state.bytes, note: state.note }] : [];
        }),

    resume: (id) => {
      const state = readState(id);
      if (!state || !existsSync(join(folder, id + BYTES))) return undefined;
      const file = openSync(join(folder, id + BYTES), 'r+');
      const part = { id, folder, file, hashes: undefined };
      if (!key) {
        ftruncateSync(file, state.bytes);
        return receiving({ ...part, age: undefined, bytes: state.bytes, tail: Buffer.alloc(0) }, writeState);
      }
      const nonce = Buffer.alloc(NONCE);
      readSync(file, nonce, 0, NONCE, 0);
      const age = ageKeyOf(state.header ?? '', nonce, key);
      if (!age) {
        closeSync(file);
        return undefined;
      }
      const tail = Buffer.from(state.tail, 'base64');
      const parked = (state.bytes - tail.length) / CHUNK;
      const written = writtenChunks(file, age, parked);
      ftruncateSync(file, NONCE + written * SEALED_CHUNK);
      return receiving(
        written > parked
          ? { ...part, age, bytes: written * CHUNK, tail: Buffer.alloc(0) }
          : { ...part, age, bytes: state.bytes, tail },
        writeState,
      );
    },

    sweep: () => {
      const names = readdirSync(folder);
      for (const name of names) if (!isParked(name, names)) rmSync(join(folder, name));
    },
  };
}

/** Whether a name is one of the two files that going on needs, and the other is there too. */
const isParked = (name: string, names: readonly string[]): boolean =>
  (name.endsWith(PARKED) && names.includes(name.slice(0, -PARKED.length) + BYTES)) ||
  (name.endsWith(BYTES) && names.includes(name.slice(0, -BYTES.length) + PARKED));

/**
 * Chunks that were sealed after the last parking are taken as they are where they open: to seal other bytes under the
 * same key and counter would tell both.
 */
function writtenChunks(file: number, age: AgeKey, from: number): number {
  const sealed = Buffer.alloc(SEALED_CHUNK);
  for (let counter = from; ; counter++) {
    const read = readSync(file, sealed, 0, SEALED_CHUNK, NONCE + counter * SEALED_CHUNK);
    if (read < SEALED_CHUNK || !openChunk(age.key, counter, 'inner', sealed)) return counter;
  }
}
