import { SanadError } from '../model/index.ts';

/** Fingerprints of files that somebody else holds: which of these do we hold too? Lower-case hexadecimal, with a label. */
export interface HashSet {
  readonly md5: ReadonlyMap<string, string>;
  readonly sha1: ReadonlyMap<string, string>;
  readonly sha256: ReadonlyMap<string, string>;
  /** Perceptual hashes; as long as SHA-256, so a column or the caller must say that they are. */
  readonly pdq: ReadonlyMap<string, string>;
}

const LENGTHS: ReadonlyMap<number, 'md5' | 'sha1' | 'sha256'> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
]);
const MOST_LINES = 5_000_000;

export const hashSetSize = ({ md5, sha1, sha256, pdq }: HashSet): number =>
  md5.size + sha1.size + sha256.size + pdq.size;

/**
 * Reads a list of hashes: one a line, or a table with commas, semicolons or tabs whose headers may say `pdq`; what else
 * stands on a line is its label. `sha256sum`'s output, exported tables and plain lists all are such.
 *
 * @param kind of hashes with 64 digits where no header says it
 * @throws SanadError `hash-set.empty` where no line holds a hash, `hash-set.too-large`
 */
export function parseHashSet(file: string, text: string, kind: 'sha256' | 'pdq' = 'sha256'): HashSet {
  const set = { md5: new Map(), sha1: new Map(), sha256: new Map(), pdq: new Map() } as const;
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (lines.length > MOST_LINES) throw new SanadError('hash-set.too-large', { file, limit: MOST_LINES });
  let columns: readonly string[] = [];
  let hashes = 0;
  for (const line of lines) {
    const cells = line.split(/[,;\t]|\s{2,}|\s\*/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const isHash = cells.map((cell) => LENGTHS.has(cell.length) && /^[0-9a-f]+$/i.test(cell));
    if (!isHash.includes(true)) {
      if (hashes === 0) columns = cells.map((cell) => cell.toLowerCase());
      continue;
    }
    const label = cells.filter((cell, at) => cell !== '' && !isHash[at]).join(' · ');
    for (const [at, cell] of cells.entries()) {
      if (!isHash[at]) continue;
      const byLength = LENGTHS.get(cell.length)!;
      const is = byLength !== 'sha256' ? byLength : /pdq|perceptual/.test(columns[at] ?? '') ? 'pdq' : kind;
      if (!set[is].has(cell.toLowerCase())) set[is].set(cell.toLowerCase(), label);
      hashes++;
    }
  }
  if (hashes === 0) throw new SanadError('hash-set.empty', { file });
  return set;
}
