import { hash } from 'node:crypto';
import { SanadError } from '../../model/index.ts';

/** What a block says of the time of a message. */
export interface BlockEvidence {
  /** The block's own time; absent where only its merkle root was given. */
  readonly time?: Date;
  /** How many hashes it took, on average, to find this header, as a power of two. */
  readonly workBits?: number;
}

const HEADER = 80;
const doubleSha256 = (bytes: Uint8Array): Buffer => hash('sha256', hash('sha256', bytes, 'buffer'), 'buffer');

/**
 * Whether a block holds the message that an OpenTimestamps proof leads to. From a whole header the proof of work is
 * counted again, so that a header cannot be made up at a desk; that it stands at this height of the chain is for whoever
 * supplied it to know.
 *
 * @param hex the 80 bytes of the header, or its 32-byte merkle root as block explorers print it (reversed) or as it
 *   stands in the header
 * @throws SanadError `header.malformed`, `header.contradicts`, `header.without-work`
 */
export function blockHolds(message: Uint8Array, height: number, hex: string): BlockEvidence {
  const bytes = Buffer.from(hex.trim(), 'hex');
  if (bytes.length * 2 !== hex.trim().length || (bytes.length !== HEADER && bytes.length !== 32))
    throw new SanadError('header.malformed', { height });
  const root = bytes.length === HEADER ? bytes.subarray(36, 68) : bytes;
  const same = root.equals(message) || (bytes.length === 32 && Buffer.from(root).reverse().equals(message));
  if (!same) throw new SanadError('header.contradicts', { height });
  if (bytes.length === 32) return {};
  const target = targetOf(bytes.readUInt32LE(72));
  const found = BigInt(`0x${Buffer.from(doubleSha256(bytes)).reverse().toString('hex')}`);
  if (target <= 0n || target > HIGHEST_TARGET || found > target)
    throw new SanadError('header.without-work', { height });
  return { time: new Date(bytes.readUInt32LE(68) * 1000), workBits: 256 - target.toString(2).length };
}

/** The weakest that the chain ever allowed: one hash in 2^32. */
const HIGHEST_TARGET = 0xffffn << 208n;

/** Three bytes of digits and one of how many bytes follow them. */
function targetOf(bits: number): bigint {
  const digits = BigInt(bits & 0x7fffff);
  const bytes = bits >>> 24;
  return bytes <= 3 ? digits >> BigInt(8 * (3 - bytes)) : digits << BigInt(8 * (bytes - 3));
}
