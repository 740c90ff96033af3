import { VERDICTS, type Verdict } from '../model/index.ts';
import { codeRows } from './coded-rows.ts';
import { allComparisons } from './comparisons.ts';
import type { Rarity } from './levels.ts';
import type { LinkModel, PartModel } from './link-model.ts';
import type { Linkage, LinkedPair, LinkFigures, LinkRow } from './link-row.ts';

/**
 * A linkage as bytes, of which nothing but the rows themselves makes anything: rows are numbers, and how often a name is
 * borne is told of a row that bears it. No value of any row stands in it.
 */
interface Header {
  readonly rows: number;
  readonly pairs: number;
  readonly figures: LinkFigures;
  readonly model: Omit<LinkModel, 'parts'> & { readonly parts: readonly PackedPart[] };
}
/** `borne`: of how many rows, one for each value, and how often their values are borne, follows. */
type PackedPart = Omit<PartModel, 'frequency'> & {
  readonly persons?: number;
  readonly borne?: number;
};

/** @param rows those that were linked, in any order */
export function packLinkage(
  { clusters, pairs, model, figures }: Linkage,
  rows: readonly LinkRow[],
): Uint8Array {
  const place = new Map(keysOf(rows).map((key, at) => [key, at]));
  const cluster = new Int32Array(rows.length);
  for (const keys of clusters) for (const key of keys) cluster[place.get(key)!] = place.get(keys[0]!)!;
  const rarity = raritiesOf(rows, model);
  const columns: (Int32Array | Float64Array)[] = [
    Float64Array.from(pairs, ({ probability }) => probability),
    cluster,
    Int32Array.from(pairs, ({ a }) => place.get(a)!),
    Int32Array.from(pairs, ({ b }) => place.get(b)!),
    Int32Array.from(pairs, ({ verdict }) => VERDICTS.indexOf(verdict)),
  ];
  const parts = model.parts.map(({ frequency, ...part }): PackedPart => {
    const values = rarity.get(part.part);
    if (!frequency || !values) return part;
    const bearer = new Map<string, number>();
    values.code.forEach((code, row) => {
      const value = code < 0 ? undefined : values.value(code);
      if (value !== undefined && frequency.counts[value] !== undefined && !bearer.has(value))
        bearer.set(value, row);
    });
    columns.push(
      Int32Array.from(bearer.values()),
      Float64Array.from(bearer.keys(), (value) => frequency.counts[value]!),
    );
    return { ...part, persons: frequency.persons, borne: bearer.size };
  });
  const header: Header = { rows: rows.length, pairs: pairs.length, figures, model: { ...model, parts } };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([
    length,
    text,
    ...columns.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  ]);
}

/** The same linkage again; the rows must be the ones that were packed. `undefined` where the bytes do not fit them. */
export function unpackLinkage(bytes: Uint8Array, rows: readonly LinkRow[]): Linkage | undefined {
  try {
    return read(Buffer.from(bytes), rows);
  } catch {
    return undefined;
  }
}

function read(bytes: Buffer, rows: readonly LinkRow[]): Linkage | undefined {
  let at = 4 + bytes.readUInt32LE(0);
  const { figures, model, ...counts } = JSON.parse(bytes.toString('utf8', 4, at)) as Header;
  if (counts.rows !== rows.length) return undefined;
  /** Copied: what follows a text stands at any address. */
  const take = (size: number): ArrayBuffer => {
    const from = at;
    at += size;
    if (at > bytes.length) throw new RangeError('linkage cut short');
    return Uint8Array.from(bytes.subarray(from, at)).buffer;
  };
  const doubles = (count: number): Float64Array => new Float64Array(take(count * 8));
  const ints = (count: number): Int32Array => new Int32Array(take(count * 4));
  const keys = keysOf(rows);
  const keyAt = (row: number): string => {
    const key = keys[row];
    if (key === undefined) throw new RangeError('no such row');
    return key;
  };
  const probability = doubles(counts.pairs);
  const cluster = ints(counts.rows);
  const [a, b, verdict] = [ints(counts.pairs), ints(counts.pairs), ints(counts.pairs)];
  const told = model.parts.map(({ borne = 0 }) => ({ bearers: ints(borne), counts: doubles(borne) }));
  // Of all rows only those that bear a value for the others are read again.
  const bearing = new Set(told.flatMap(({ bearers }) => Array.from(bearers, keyAt)));
  const bearers = rows.filter(({ key }) => bearing.has(key));
  const placeOf = new Map(keysOf(bearers).map((key, place) => [key, place]));
  const rarity = raritiesOf(bearers, model);
  const parts = model.parts.map(({ persons, borne, ...part }, index): PartModel => {
    const values = rarity.get(part.part);
    if (persons === undefined || borne === undefined || !values) return part;
    const borneBy: Record<string, number> = Object.create(null) as Record<string, number>;
    told[index]!.bearers.forEach((row, which) => {
      borneBy[values.value(values.code[placeOf.get(keyAt(row))!]!)] = told[index]!.counts[which]!;
    });
    return { ...part, frequency: { persons, counts: borneBy } };
  });
  const members = Map.groupBy(keys.keys(), (row) => keyAt(cluster[row]!));
  return {
    clusters: [...members.values()].map((own) => own.map(keyAt)),
    pairs: Array.from(
      probability,
      (own, pair): LinkedPair => ({
        a: keyAt(a[pair]!),
        b: keyAt(b[pair]!),
        probability: own,
        verdict: VERDICTS[verdict[pair]!] as Verdict,
      }),
    ),
    model: { ...model, parts },
    figures,
  };
}

const keysOf = (rows: readonly LinkRow[]): string[] => rows.map(({ key }) => key).sort();

/** The values that count by their rarity, by part; rows by the order of their keys. */
function raritiesOf(
  rows: readonly LinkRow[],
  { habits, gazetteer }: Pick<LinkModel, 'habits' | 'gazetteer'>,
): ReadonlyMap<string, Rarity> {
  const coded = codeRows(rows, { habits, gazetteer });
  return new Map(
    allComparisons(coded).flatMap(({ part, rarity }) => (rarity ? [[part, rarity] as const] : [])),
  );
}
