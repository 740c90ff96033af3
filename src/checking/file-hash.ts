import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A file of a browser, or anything else that gives its bytes a piece at a time. */
export interface ByteSource {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

const PIECE = 4 * 1024 * 1024;

/**
 * SHA-256 of a file of any size in the memory of one piece, lower-case hexadecimal.
 *
 * @param done told of the bytes that were read, after each piece
 * @throws what reading throws, and the reason of `signal` where it was aborted
 */
export async function sha256Of(
  file: ByteSource,
  done: (bytes: number) => void = () => {},
  signal?: AbortSignal,
): Promise<string> {
  const sum = sha256.create();
  for (let from = 0; from < file.size; from += PIECE) {
    signal?.throwIfAborted();
    const to = Math.min(from + PIECE, file.size);
    sum.update(new Uint8Array(await file.slice(from, to).arrayBuffer()));
    done(to);
  }
  return bytesToHex(sum.digest());
}
