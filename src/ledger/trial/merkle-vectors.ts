import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** For tests: the public vectors for RFC 6962, in ../shared/data/evidence/merkle. */
const VECTORS = resolve(import.meta.dirname, '../../../../shared/data/evidence/merkle/testdata');

export const haveVectors = existsSync(VECTORS);

export interface MerkleVector {
  readonly file: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: Buffer;
  readonly root: Buffer;
  readonly size1: number;
  readonly size2: number;
  readonly root1: Buffer;
  readonly root2: Buffer;
  readonly proof: readonly Buffer[];
  readonly wantErr: boolean;
}

export function readVectors(kind: 'inclusion' | 'consistency'): MerkleVector[] {
  const bytes = (base64: string | null): Buffer => Buffer.from(base64 ?? '', 'base64');
  const files = readdirSync(join(VECTORS, kind), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((file) => {
      const one = JSON.parse(readFileSync(join(VECTORS, kind, file), 'utf8'));
      return {
        ...one,
        file,
        leafHash: bytes(one.leafHash),
        root: bytes(one.root),
        root1: bytes(one.root1),
        root2: bytes(one.root2),
        proof: (one.proof ?? []).map(bytes),
      };
    });
}
