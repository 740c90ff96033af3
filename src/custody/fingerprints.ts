import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type HashSet, isPicture, lookAlikes, pictureHash } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import { type Item, type ItemId, SanadError } from '../model/index.ts';

/** What a file is recognised by, read once and kept as an entry: its other hashes and, of a picture, what it looks like. */
export interface Fingerprint {
  readonly item: ItemId;
  readonly md5: string;
  readonly sha1: string;
  readonly picture?: {
    readonly pdq: string;
    readonly turned: readonly string[];
    readonly quality: number;
    readonly width: number;
    readonly height: number;
  };
  /** Why a picture has none: the name of what was wrong with it. */
  readonly refused?: string;
}

const TOOL = 'sanad fingerprint 1';
/** Below it there is too little to see for a likeness to mean anything. */
export const LEAST_QUALITY = 50;
const READ_AT_MOST = 200 * 1024 * 1024;

function known(opened: Case): Map<ItemId, Fingerprint> {
  const found = new Map<ItemId, Fingerprint>();
  for (const { facts, slots } of opened.events('derived')) {
    const value = facts.what === 'fingerprint' ? slots.get('value') : undefined;
    if (value) found.set(facts.of as ItemId, { ...(value as Fingerprint), item: facts.of as ItemId });
  }
  return found;
}

export const fingerprintOf = (opened: Case, item: ItemId): Fingerprint | undefined => known(opened).get(item);

/** How many files have none yet. */
export const withoutFingerprint = (opened: Case): number => {
  const all = known(opened);
  return opened.items().filter(({ id }) => !all.has(id)).length;
};

/**
 * Reads the fingerprints of every file that has none yet, or of one, several to one write.
 *
 * @returns all of them
 */
export async function readFingerprints(
  opened: Case,
  onProgress?: (file: string, done: number, total: number) => void,
  only?: ItemId,
): Promise<Map<ItemId, Fingerprint>> {
  const all = known(opened);
  const missing = opened.items().filter(({ id }) => !all.has(id) && (only === undefined || id === only));
  for (let from = 0; from < missing.length; from += 32) {
    const read: Fingerprint[] = [];
    for (const [at, item] of missing.slice(from, from + 32).entries()) {
      onProgress?.(item.file, from + at, missing.length);
      read.push(await fingerprint(opened, item));
      await setImmediate();
    }
    opened.notes(
      read.map(({ item, ...value }) => ({
        kind: 'derived',
        facts: { what: 'fingerprint', of: item, tool: TOOL },
        slots: [{ name: 'value', sensitivity: 'team', value }],
      })),
    );
    for (const one of read) all.set(one.item, one);
  }
  return all;
}

async function fingerprint(opened: Case, { id }: Item): Promise<Fingerprint> {
  const md5 = createHash('md5');
  const sha1 = createHash('sha1');
  let held: Uint8Array[] | undefined = [];
  let bytes = 0;
  for (const piece of opened.itemPieces(id)) {
    md5.update(piece);
    sha1.update(piece);
    bytes += piece.length;
    if (bytes > READ_AT_MOST || (held && held.length === 0 && !isPicture(piece))) held = undefined;
    held?.push(piece);
  }
  const hashes = { item: id, md5: md5.digest('hex'), sha1: sha1.digest('hex') };
  if (!held || held.length === 0) return hashes;
  try {
    const { pdq, turned, quality, width, height } = await pictureHash(Buffer.concat(held));
    return { ...hashes, picture: { pdq, turned, quality, width, height } };
  } catch (error) {
    if (!(error instanceof SanadError)) throw error;
    return { ...hashes, refused: error.code };
  }
}

export interface LikeItem {
  readonly item: ItemId;
  /** Of 256 bits; up to 31 they are taken for one picture. */
  readonly apart: number;
  /** Found only when turned or mirrored. */
  readonly turned: boolean;
}

/** Pictures that look like this one, nearest first; by what was read of them so far. A person decides what that means. */
export function likeItems(opened: Case, id: ItemId): LikeItem[] {
  const all = [...known(opened).values()].flatMap(({ item, picture }) =>
    picture && picture.quality >= LEAST_QUALITY ? [{ item, picture }] : [],
  );
  const own = all.find(({ item }) => item === id);
  if (!own) return [];
  const index = lookAlikes(all.map(({ picture }) => picture.pdq));
  const best = new Map<ItemId, LikeItem>();
  for (const [at, hash] of [own.picture.pdq, ...own.picture.turned].entries())
    for (const { place, apart } of index.near(hash)) {
      const { item } = all[place]!;
      if (item !== id && apart < (best.get(item)?.apart ?? 257))
        best.set(item, { item, apart, turned: at > 0 });
    }
  return [...best.values()].sort((a, b) => a.apart - b.apart);
}

export interface HeldHash {
  readonly item: ItemId;
  readonly by: keyof HashSet;
  readonly hash: string;
  /** What the set says beside it. */
  readonly label: string;
  /** Bits apart, of a likeness. */
  readonly apart?: number;
}

/** Which files of a set are held: the same bytes by any of their hashes, and pictures that look the same. */
export async function whichAreHeld(
  opened: Case,
  set: HashSet,
  onProgress?: (file: string, done: number, total: number) => void,
): Promise<HeldHash[]> {
  const held: HeldHash[] = [];
  const needsReading = set.md5.size + set.sha1.size + set.pdq.size > 0;
  const prints = needsReading ? await readFingerprints(opened, onProgress) : new Map<ItemId, Fingerprint>();
  const pictures = [...set.pdq.keys()];
  const index = lookAlikes(pictures);
  for (const { id, sha256 } of opened.items()) {
    const print = prints.get(id);
    const exact = [
      ['sha256', sha256],
      ['sha1', print?.sha1],
      ['md5', print?.md5],
    ] as const;
    const found = exact.find(([by, hash]) => hash !== undefined && set[by].has(hash));
    if (found) held.push({ item: id, by: found[0], hash: found[1]!, label: set[found[0]].get(found[1]!)! });
    if (!print?.picture || print.picture.quality < LEAST_QUALITY) continue;
    const [nearest] = [print.picture.pdq, ...print.picture.turned]
      .flatMap((hash) => index.near(hash))
      .sort((a, b) => a.apart - b.apart);
    if (!nearest) continue;
    const hash = pictures[nearest.place]!;
    held.push({ item: id, by: 'pdq', hash, label: set.pdq.get(hash)!, apart: nearest.apart });
  }
  return held;
}
