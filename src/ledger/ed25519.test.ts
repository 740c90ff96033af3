import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const file = resolve(import.meta.dirname, '../../../shared/data/evidence/ed25519-cctv/ed25519vectors.json');

interface Vector {
  readonly number: number;
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
  readonly flags: readonly string[] | null;
}

const accepts = ({ key, sig, msg }: Vector): boolean => {
  const x = Buffer.from(key, 'hex').toString('base64url');
  const point = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(msg), point, Buffer.from(sig, 'hex'));
};

/**
 * Signatures whose points are of the kinds that implementations judge differently. Checkpoints need none of them: who
 * signs a checkpoint has an ordinary key. Pinned so that a change of the engine underneath is seen.
 */
describe.skipIf(!existsSync(file))(
  'edge cases of Ed25519 (../shared/data/evidence/ed25519-cctv), as node:crypto judges them',
  () => {
    const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    const has = (vector: Vector, ...flags: readonly string[]): boolean =>
      flags.some((flag) => vector.flags?.includes(flag));

    test('914 of 914: refused are points of low order or in another spelling, and what only cancels with the cofactor', () => {
      const wrong = vectors.filter(
        (vector) =>
          accepts(vector) ===
          has(
            vector,
            'low_order_A',
            'low_order_R',
            'non_canonical_A',
            'non_canonical_R',
            'low_order_residue',
            'reencoded_k',
          ),
      );
      expect(wrong.map(({ number }) => number)).toEqual([]);
      expect(vectors).toHaveLength(914);
      expect(vectors.filter(accepts)).toHaveLength(43);
    });
  },
);
