import { createHash, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type RandomBytes, randomId, SanadError } from '../model/index.ts';
import { ageKeyOf, NONCE } from './age-file.ts';
import { CHUNK, openChunk, plainLength, SEALED_CHUNK } from './age-stream.ts';
import { makeFolder, PART, removeFile, shred, syncFolder, writeDurably } from './durable-file.ts';
import { type Entrance, openEntrance, type Parked } from './entrance.ts';
import { letGo } from './let-go.ts';
import { ENTRANCE, type Receiving, type StoredBytes } from './receiving.ts';

/**
 * The files as received: `vault/ab/<sha256 of what is stored>`, in a sealed case encrypted, so that anyone can check
 * that all is there and unchanged without being able to read it. Files of any size, in little memory.
 */
export interface Vault {
  /** A file on its way in, piece by piece. */
  receive(): Receiving;
  /** Files whose coming was cut, in a way that lets it go on. */
  parked(): Parked[];
  /** `undefined` where it is not there or cannot be gone on with. */
  resume(id: string): Receiving | undefined;
  /** Puts files on disk for good, before any entry speaks of them. */
  store(files: readonly NewFile[]): StoredFile[];
  /** Throws away what was received and is not wanted: it is held already. */
  discard(file: StoredBytes): void;
  /** The entries that speak of these files are on disk. */
  acknowledged(files: readonly StoredFile[]): void;
  /** The bytes as received; `undefined` where the file is missing or not as stored. */
  read(file: StoredFile): Uint8Array | undefined;
  /**
   * The bytes as received from `from` to before `to`, in pieces of up to 1 MiB. Ends with `case.damaged` where the file is
   * missing or not as stored; in an unsealed case that shows at the end of a whole file only, and not in a part of one.
   */
  pieces(file: StoredFile | StoredBytes, from?: number, to?: number): Generator<Uint8Array>;
  /** Overwrites a file and removes it. Nothing where it is not there. */
  shred(name: string): void;
  /** Removes what a killed process left: half-written files, and files that no entry came to speak of. */
  sweep(spokenOf: () => readonly string[]): void;
}

/** In memory, with the SHA-256 of its bytes, or in the entrance already. */
type NewFile = StoredBytes | { readonly bytes: Uint8Array; readonly sha256: string };

export interface StoredFile {
  /** Of the stored bytes, lower-case hexadecimal. */
  readonly name: string;
  /** What opens the file, where it is encrypted. */
  readonly header?: string;
}

export const VAULT_FOLDER = 'vault';
/**
 * Ends the name of a list that lies in the entrance, durably, before files move from there into the vault, and until
 * their entries are on disk: what a process that ended in between had moved is found by it.
 */
const MOVING = '.moving';
/** Stood beside each file until its entry was on disk, in version 1. */
const PENDING = '.pending';
const CHUNKS_AT_ONCE = 16;
/** Files that are on their way to the disk at the same time. */
const GOING_OUT = 3;

/**
 * @param keyNow the key of a sealed case, asked for anew each time, since keys come and go: the public half lets files
 *   in, the private half lets them be read as well
 */
export function openVault(folder: string, keyNow: () => KeyObject | undefined, random: RandomBytes): Vault {
  const root = join(folder, VAULT_FOLDER);
  const folderOf = (name: string): string => join(root, name.slice(0, 2));
  let made = false;
  const entrance = (): Entrance => {
    if (!made) makeFolder(join(root, ENTRANCE));
    made = true;
    return openEntrance(join(root, ENTRANCE), keyNow(), random);
  };

  const written = ({ bytes, sha256 }: Exclude<NewFile, StoredBytes>): Receiving => {
    const receiving = entrance().begin(randomId(random), { sha256, length: bytes.length });
    receiving.write(bytes);
    return receiving;
  };
  /** In the entrance, on disk; while one goes to the disk the next is sealed. */
  const storedAll = (files: readonly NewFile[]): StoredBytes[] => {
    const ready: StoredBytes[] = [];
    const waiting: (Receiving | StoredBytes)[] = [];
    const next = (): void => {
      const first = waiting.shift()!;
      ready.push('part' in first ? first : first.finish());
    };
    try {
      for (const file of files) {
        waiting.push('part' in file ? file : written(file));
        if (waiting.length > GOING_OUT) next();
      }
      while (waiting.length > 0) next();
    } catch (error) {
      for (const left of waiting) if (!('part' in left)) left.discard();
      throw error;
    }
    return ready;
  };

  const pieces: Vault['pieces'] = (file, from = 0, to = Number.POSITIVE_INFINITY) => {
    const path = 'part' in file ? file.part : join(folderOf(file.name), file.name);
    const key = keyNow();
    return key ? opening(path, file, key, from, to) : copying(path, file.name, from, to);
  };

  return {
    receive: () => entrance().begin(randomId(random)),
    parked: () => entrance().parked(),
    resume: (id) => entrance().resume(id),

    store: (files) => {
      const ready = storedAll(files);
      for (const { name } of ready) makeFolder(folderOf(name));
      const fresh = ready.map(({ name }) => name).filter((name) => !existsSync(join(folderOf(name), name)));
      if (fresh.length > 0) {
        const list = Buffer.from(JSON.stringify(fresh));
        writeDurably(join(root, ENTRANCE), `${ready[0]!.name}${MOVING}`, list);
        syncFolder(join(root, ENTRANCE));
      }
      for (const { name, part } of ready) renameSync(part, join(folderOf(name), name));
      for (const within of new Set(ready.map(({ name }) => folderOf(name)))) syncFolder(within);
      return ready.map(({ name, header }) => (header === undefined ? { name } : { name, header }));
    },

    discard: ({ part }) => removeFile(part),

    acknowledged: ([first]) => {
      if (first) removeFile(join(root, ENTRANCE, `${first.name}${MOVING}`));
    },

    read: (file) => {
      try {
        return Buffer.concat([...pieces(file)]);
      } catch (error) {
        if (error instanceof SanadError) return undefined;
        throw error;
      }
    },

    pieces,

    shred: (name) => {
      const path = join(folderOf(name), name);
      if (existsSync(path)) shred(path);
    },

    sweep: (spokenOf) => {
      if (!existsSync(root)) throw new SanadError('case.damaged', { where: VAULT_FOLDER });
      let kept: Set<string> | undefined;
      const dropUnlessKept = (name: string): void => {
        kept ??= new Set(spokenOf());
        if (!kept.has(name)) removeFile(join(folderOf(name), name));
      };
      for (const within of readdirSync(root)) {
        for (const file of readdirSync(join(root, within))) {
          const path = join(root, within, file);
          if (file.endsWith(MOVING)) for (const name of namesIn(path)) dropUnlessKept(name);
          if (file.endsWith(PENDING)) dropUnlessKept(file.slice(0, -PENDING.length));
          // what was parked in the entrance stays
          if (within !== ENTRANCE && (file.endsWith(PART) || file.endsWith(PENDING))) rmSync(path);
        }
        if (within === ENTRANCE) entrance().sweep();
      }
    },
  };
}

/** The names in a list of files that were moved. */
function namesIn(path: string): string[] {
  const names: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(names) ? names.filter((name) => /^[0-9a-f]{64}$/.test(String(name))) : [];
}

const damaged = (path: string): SanadError => {
  const [name = ''] = path.split(/[/\\]/).slice(-1);
  return new SanadError('case.damaged', { where: `${VAULT_FOLDER} ${name}` });
};

/** Every chunk that is given is one that was sealed, at this place, under this header. */
function* opening(
  path: string,
  file: StoredFile,
  key: KeyObject,
  from: number,
  to: number,
): Generator<Uint8Array> {
  if (!existsSync(path)) throw damaged(path);
  const handle = openSync(path, 'r');
  try {
    const sealed = fstatSync(handle).size - NONCE;
    const nonce = Buffer.alloc(NONCE);
    const age =
      readSync(handle, nonce, 0, NONCE, 0) === NONCE ? ageKeyOf(file.header ?? '', nonce, key) : undefined;
    if (!age) throw damaged(path);
    const length = plainLength(sealed);
    const end = Math.min(to, length);
    if (from >= end && length > 0) return;
    const buffer = Buffer.allocUnsafe(Math.min(CHUNKS_AT_ONCE * SEALED_CHUNK, Math.max(0, sealed)));
    let counter = Math.floor(from / CHUNK);
    do {
      const at = counter * SEALED_CHUNK;
      const piece = buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, NONCE + at));
      const opened: Uint8Array[] = [];
      for (
        let within = 0;
        within < piece.length && counter * CHUNK < Math.max(end, 1);
        within += SEALED_CHUNK
      ) {
        const place = at + within + SEALED_CHUNK >= sealed ? 'last' : 'inner';
        const chunk = openChunk(age.key, counter, place, piece.subarray(within, within + SEALED_CHUNK));
        if (!chunk) throw damaged(path);
        const start = counter++ * CHUNK;
        opened.push(chunk.subarray(Math.max(0, from - start), Math.max(0, end - start)));
      }
      if (opened.length === 0) throw damaged(path);
      if (opened.length === 1) yield opened[0]!;
      else {
        const together = Buffer.concat(opened);
        for (const chunk of opened) letGo(chunk);
        yield together;
      }
    } while (counter * CHUNK < end);
  } finally {
    closeSync(handle);
  }
}

function* copying(path: string, name: string, from: number, to: number): Generator<Uint8Array> {
  if (!existsSync(path)) throw damaged(path);
  const handle = openSync(path, 'r');
  try {
    const size = fstatSync(handle).size;
    const end = Math.min(to, size);
    const hash = from === 0 && end === size ? createHash('sha256') : undefined;
    for (let at = from; at < end; ) {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNKS_AT_ONCE * CHUNK, end - at));
      const read = readSync(handle, buffer, 0, buffer.length, at);
      if (read === 0) break;
      hash?.update(buffer.subarray(0, read));
      at += read;
      yield buffer.subarray(0, read);
    }
    if (hash && hash.digest('hex') !== name) throw damaged(path);
  } finally {
    closeSync(handle);
  }
}
