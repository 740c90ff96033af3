/** Ten limbs of 13 bits: their products, summed, stay below 2^32. */
const LIMBS = 10;
const BITS = 13;
const MASK = 0x1fff;
const CLAMP = Buffer.from('ffffff0ffcffff0ffcffff0ffcffff0f', 'hex');

/**
 * Poly1305 (RFC 8439, section 2.5) of a message of whole 16-byte blocks; node:crypto has it only inside an AEAD.
 *
 * @param key 32 bytes, used once
 */
export function poly1305(message: Buffer, key: Buffer): Buffer {
  const r = new Float64Array(LIMBS);
  addBlock(r, Buffer.from(CLAMP.map((mask, at) => mask & key[at]!)), 0, 0);
  const sum = new Float64Array(LIMBS);
  const product = new Float64Array(LIMBS);
  for (let at = 0; at < message.length; at += 16) {
    addBlock(sum, message, at, 1);
    multiply(sum, r, product);
  }
  let total = 0n;
  for (let limb = LIMBS - 1; limb >= 0; limb--) total = (total << BigInt(BITS)) + BigInt(sum[limb]!);
  const half = key.readBigUInt64LE(16) | (key.readBigUInt64LE(24) << 64n);
  const tag = BigInt.asUintN(128, (total % ((1n << 130n) - 5n)) + half);
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, tag), 0);
  bytes.writeBigUInt64LE(tag >> 64n, 8);
  return bytes;
}

/** Adds 16 bytes, little-endian, with a bit above them. */
function addBlock(limbs: Float64Array, bytes: Buffer, at: number, above: 0 | 1): void {
  for (let limb = 0; limb < LIMBS; limb++) {
    const bit = limb * BITS;
    const word = at + ((bit >> 4) << 1);
    const shift = bit & 15;
    const low = bytes[word]! | (bytes[word + 1]! << 8);
    const high = limb === LIMBS - 1 ? above : bytes[word + 2]! | (bytes[word + 3]! << 8);
    limbs[limb]! += ((low >>> shift) | (high << (16 - shift))) & MASK;
  }
}

/** sum × r modulo 2^130 − 5, carried back into 13 bits a limb. */
function multiply(sum: Float64Array, r: Float64Array, product: Float64Array): void {
  for (let limb = 0; limb < LIMBS; limb++) {
    let low = 0;
    let high = 0;
    for (let other = 0; other <= limb; other++) low += sum[other]! * r[limb - other]!;
    for (let other = limb + 1; other < LIMBS; other++) high += sum[other]! * r[limb + LIMBS - other]!;
    product[limb] = low + 5 * high;
  }
  let carry = 0;
  for (let limb = 0; limb < LIMBS; limb++) {
    const value = product[limb]! + carry;
    carry = Math.floor(value / 8192);
    sum[limb] = value - carry * 8192;
  }
  sum[0]! += 5 * carry;
}
