import { createHash, type Hash } from 'node:crypto';
import { closeSync, fdatasync, fstatSync, fsyncSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SanadError } from '../model/index.ts';
import { type AgeKey, NONCE } from './age-file.ts';
import { CHUNK, openChunk, SEALED_CHUNK, sealChunk } from './age-stream.ts';
import { PART } from './durable-file.ts';
import { letGo } from './let-go.ts';

/** A file that lies whole in the vault's entrance, on disk for good; an item may be made of it. */
export interface StoredBytes {
  /** Of the bytes as received, lower-case hexadecimal. */
  readonly sha256: string;
  /** How many bytes were received. */
  readonly length: number;
  /** Of the stored bytes: the name that the file will have in the vault. */
  readonly name: string;
  /** What opens the file, where it is encrypted. */
  readonly header?: string;
  /** Where it lies until an item is made of it. */
  readonly part: string;
}

/**
 * A file on its way in, of any size: what comes is hashed, sealed and written as it comes, so that memory stays small and
 * nothing lies on the disk that the key does not guard. Sizes are those of the bytes as received.
 */
export interface Receiving {
  readonly id: string;
  readonly bytes: number;
  write(piece: Uint8Array): void;
  /**
   * What came so far is on disk when this returns, and another process can go on from there. `note` is the caller's, kept
   * as secret as the file.
   */
  park(note: unknown): void;
  /**
   * Nothing more comes. Gives the number of bytes looked at from time to time, so that a server can breathe while a file
   * that was parked is hashed again; at its end the file is on disk. `undefined` where what was parked is damaged.
   */
  finishing(): Generator<number, StoredBytes | undefined>;
  /** The same in one go. @throws SanadError `case.damaged` */
  finish(): StoredBytes;
  /** Throws it away. */
  discard(): void;
}

/** The folder of the vault in which files lie until they are whole and spoken of. */
export const ENTRANCE = 'in';
export const BYTES = `.bytes${PART}`;
export const PARKED = `.parked${PART}`;
/** How much is sealed before it is written: few calls. */
const OUT = 16 * SEALED_CHUNK;
/** How much lies in the system's memory before the disk is told to begin. */
const GOES_OUT = 8 * 1024 * 1024;
/** Between two breaths of `finishing`. */
const BREATH = 8 * SEALED_CHUNK * 16;

export interface State {
  readonly bytes: number;
  /** base64 of what was received and fills no chunk yet. */
  readonly tail: string;
  readonly header?: string;
  readonly note: unknown;
}

/** Where the two hashes of a part stand; absent for one that was parked, which is hashed again at its end. */
interface Hashes {
  readonly received: Hash;
  readonly stored: Hash;
}

interface Part {
  readonly id: string;
  readonly folder: string;
  readonly file: number;
  readonly age: AgeKey | undefined;
  readonly hashes: Hashes | undefined;
  readonly bytes: number;
  readonly tail: Uint8Array;
  readonly known?: Known;
}

/** What is known of a file that is in memory whole already. */
export interface Known {
  readonly sha256: string;
  readonly length: number;
}

export function receiving(part: Part, writeState: (id: string, state: State) => void): Receiving {
  const { id, folder, file, age, hashes, known } = part;
  const path = join(folder, id + BYTES);
  let bytes = part.bytes;
  let open = true;
  /** Received and not yet sealed. A full chunk waits until more comes, for the last one is sealed as the last. */
  const held = Buffer.allocUnsafe(age ? Math.min(CHUNK, known?.length ?? CHUNK) : 0);
  held.set(part.tail);
  let holding = part.tail.length;
  let counter = age ? (bytes - holding) / CHUNK : 0;
  /** Sealed and hashed, not yet written. */
  const out = Buffer.allocUnsafe(age ? Math.min(OUT, (known?.length ?? OUT) + SEALED_CHUNK) : 0);
  let outgoing = 0;
  let end = fstatSync(file).size;
  let begun = end;

  const put = (piece: Uint8Array): void => {
    for (let at = 0; at < piece.length; ) {
      const written = writeSync(file, piece, at, piece.length - at, end);
      at += written;
      end += written;
    }
    if (end - begun >= GOES_OUT) beginSync();
  };
  /** Lets the disk begin; `fsync` at the end finds little left to do. */
  const beginSync = (): void => {
    begun = end;
    fdatasync(file, () => {});
  };
  const flush = (): void => {
    put(out.subarray(0, outgoing));
    outgoing = 0;
  };
  const seal = (chunk: Uint8Array, place: 'last' | 'inner'): void => {
    const start = outgoing;
    for (const piece of sealChunk(age!.key, counter++, place, chunk)) {
      out.set(piece, outgoing);
      outgoing += piece.length;
      letGo(piece);
    }
    hashes?.stored.update(out.subarray(start, outgoing));
    if (outgoing + SEALED_CHUNK > out.length) flush();
  };
  const sealAll = (piece: Uint8Array): void => {
    for (let at = 0; at < piece.length; ) {
      if (holding === CHUNK) {
        seal(held, 'inner');
        holding = 0;
      }
      if (holding === 0 && piece.length - at > CHUNK) {
        seal(piece.subarray(at, at + CHUNK), 'inner');
        at += CHUNK;
      } else {
        const length = Math.min(CHUNK - holding, piece.length - at);
        held.set(piece.subarray(at, at + length), holding);
        holding += length;
        at += length;
      }
    }
  };
  const write = (piece: Uint8Array): void => {
    bytes += piece.length;
    if (known === undefined) hashes?.received.update(piece);
    if (!age) put(piece);
    else sealAll(piece);
    if (bytes === known?.length && bytes > CHUNK) {
      flush();
      beginSync();
    }
  };
  const shut = (): void => {
    if (open) closeSync(file);
    open = false;
  };

  function* finishing(): Generator<number, StoredBytes | undefined> {
    if (age) {
      seal(held.subarray(0, holding), 'last');
      flush();
    }
    const digests = hashes ?? (yield* hashAgain(file, age, end));
    fsyncSync(file);
    shut();
    rmSync(join(folder, id + PARKED), { force: true });
    if (!digests) return undefined;
    const sha256 = known?.sha256 ?? digests.received.digest('hex');
    return age
      ? { sha256, length: bytes, name: digests.stored.digest('hex'), header: age.header, part: path }
      : { sha256, length: bytes, name: sha256, part: path };
  }

  return {
    id,
    get bytes() {
      return bytes;
    },
    write,
    park: (note) => {
      if (age) flush();
      fsyncSync(file);
      const tail = held.subarray(0, holding).toString('base64');
      writeState(id, { bytes, tail, note, ...(age ? { header: age.header } : {}) });
    },
    finishing,
    finish: () => {
      const steps = finishing();
      let step = steps.next();
      while (!step.done) step = steps.next();
      if (!step.value) throw new SanadError('case.damaged', { where: `vault/${ENTRANCE}/${id}` });
      return step.value;
    },
    discard: () => {
      shut();
      rmSync(path, { force: true });
      rmSync(join(folder, id + PARKED), { force: true });
    },
  };
}

/** Both hashes of a whole part, from the disk; `undefined` where a chunk does not open. */
function* hashAgain(
  file: number,
  age: AgeKey | undefined,
  size: number,
): Generator<number, Hashes | undefined> {
  const received = createHash('sha256');
  const stored = age ? createHash('sha256') : received;
  const buffer = Buffer.allocUnsafe(OUT);
  let counter = 0;
  if (age) stored.update(age.nonce);
  for (let at = age ? NONCE : 0; at < size; ) {
    const read = readSync(file, buffer, 0, OUT, at);
    if (read === 0) return undefined;
    const piece = buffer.subarray(0, read);
    stored.update(piece);
    if (age)
      for (let from = 0; from < read; from += SEALED_CHUNK) {
        const place = at + from + SEALED_CHUNK >= size ? 'last' : 'inner';
        const chunk = openChunk(age.key, counter++, place, piece.subarray(from, from + SEALED_CHUNK));
        if (!chunk) return undefined;
        received.update(chunk);
        letGo(chunk);
      }
    at += read;
    if (at % BREATH < OUT) yield at;
  }
  return { received, stored };
}
