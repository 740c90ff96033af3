import { type Box, boxesIn, type FileParts, filmNotUnderstood, openFilm, shown } from './film-boxes.ts';
import { filmMetadata } from './film-metadata.ts';

/** Bytes that a clean copy has at a place in zeros, or in others; the length of the file stays. */
interface FilmEdit {
  readonly at: number;
  readonly length: number;
  /** Zeros where absent. */
  readonly bytes?: Uint8Array;
}

const FREE = Buffer.from('free');

/** Boxes that say how a film is played, by where they stand. What is not named here is refused, never kept unseen. */
const PLAIN: Readonly<Record<string, ReadonlySet<string>>> = {
  file: new Set(['ftyp', 'wide', 'mdat', 'pdin']),
  moov: new Set(['iods', 'ctab', 'clip']),
  trak: new Set(['edts', 'tref', 'tapt', 'txas', 'load', 'clip', 'matt']),
  mdia: new Set(['elng']),
  minf: new Set(['vmhd', 'smhd', 'nmhd']),
  stbl: new Set('stts ctts stss stsc stsz stz2 stco co64 sgpd sbgp sdtp cslg stps subs stsh padb'.split(' ')),
  entry: new Set(
    'avcC hvcC vpcC av1C esds colr pasp btrt clap fiel chan dac3 dec3 dOps dfLa alac gama'.split(' '),
  ),
};
/** Boxes that hold nothing else than what a clean copy must not have. */
const SPEAKING = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'name', 'XMP_', 'cprt']);
const HANDLERS = new Set(['vide', 'soun', 'dhlr']);
/** Bytes of a sample entry before the boxes in it. */
const VISUAL = 78;
const SOUND = 28;

/**
 * Where a film says who made it, when, where and with what, so that a copy has zeros there and plays the same: times of
 * `mvhd`, `tkhd` and `mdhd`, names of handlers and compressors, and `udta`, `meta`, `uuid`, `free` become `free` with
 * zeros. Pictures and sound are not opened: what a codec's own stream carries (an encoder's settings) stays in them.
 *
 * @throws SanadError `film.not-understood` for a track that is neither picture nor sound, a film in fragments or
 * encrypted, any box that is not known to be harmless
 */
function filmEdits(file: FileParts): FilmEdit[] {
  const { top, parts } = openFilm(file);
  const edits: FilmEdit[] = [];
  const zero = (at: number, length: number): void => {
    if (length > 0) edits.push({ at, length });
  };
  const empty = (box: Box): void => {
    edits.push({ at: box.start + 4, length: 4, bytes: FREE });
    zero(box.body, box.end - box.body);
  };
  const bytesOf = (box: Box): Buffer => Buffer.from(parts.read(box.body, box.end));
  const need = (box: Box, length: number): void => {
    if (box.end - box.body < length) throw filmNotUnderstood(`${shown(box.type)} cut short`);
  };

  /** `handle` says whether it knew the box. */
  const walk = (where: keyof typeof PLAIN, boxes: readonly Box[], handle: (box: Box) => boolean): void => {
    for (const box of boxes)
      if (!handle(box)) {
        if (SPEAKING.has(box.type)) empty(box);
        else if (!PLAIN[where]!.has(box.type)) throw filmNotUnderstood(`${shown(box.type)} in ${where}`);
      }
  };
  const inside = (box: Box): Box[] => boxesIn(parts, box.body, box.end);

  /** Times of creation and change: 4 bytes each behind version and flags, 8 in version 1. */
  const times = (box: Box): true => {
    const version = parts.read(box.body, box.body + 1)[0];
    if (version !== 0 && version !== 1) throw filmNotUnderstood(`${box.type} version ${version}`);
    need(box, 24);
    zero(box.body + 4, version === 1 ? 16 : 8);
    return true;
  };
  const handler = (box: Box): true => {
    need(box, 24);
    const type = bytesOf(box).toString('latin1', 8, 12);
    const component = bytesOf(box).toString('latin1', 4, 8);
    if (component !== 'dhlr' && !HANDLERS.has(type)) throw filmNotUnderstood(`a track of ${shown(type)}`);
    zero(box.body + 12, box.end - box.body - 12);
    return true;
  };
  /** Data lies in this file: references elsewhere name disks and folders. */
  const dataInfo = (box: Box): true => {
    for (const reference of inside(box)) {
      if (reference.type !== 'dref') throw filmNotUnderstood(`${shown(reference.type)} in dinf`);
      need(reference, 8);
      for (const entry of boxesIn(parts, reference.body + 8, reference.end))
        if (entry.end - entry.body !== 4) throw filmNotUnderstood('data in another file');
    }
    return true;
  };
  const samples = (box: Box): true => {
    need(box, 8);
    for (const entry of boxesIn(parts, box.body + 8, box.end)) {
      const sound = /^(mp4a|alac|Opus|fLaC|ac-3|ec-3|sowt|twos|lpcm|raw |in24|samr|sawb)$/.test(entry.type);
      const picture = /^(avc[13]|hvc1|hev1|mp4v|vp0[89]|av01|jpeg|ap[cs][hno]|s263)$/.test(entry.type);
      if (!sound && !picture) throw filmNotUnderstood(`a track of ${shown(entry.type)}`);
      need(entry, sound ? SOUND : VISUAL);
      const head = Buffer.from(parts.read(entry.body, entry.body + SOUND));
      const version = sound ? head.readUInt16BE(8) : 0;
      if (version > 1) throw filmNotUnderstood(`sound described in version ${version}`);
      // Version, revision and vendor of what wrote it; of a picture also the compressor's name.
      zero(entry.body + 12, 4);
      if (picture) zero(entry.body + 42, 32);
      walk(
        'entry',
        boxesIn(parts, entry.body + (sound ? SOUND + 16 * version : VISUAL), entry.end),
        (one) => {
          if (one.type !== 'wave') return false;
          walk('entry', inside(one), ({ type }) => /^(frma|mp4a|enda|\0{4})$/.test(type));
          return true;
        },
      );
    }
    return true;
  };

  walk('file', top, (box) => {
    if (box.type !== 'moov') return false;
    walk('moov', inside(box), (one) => {
      if (one.type === 'mvhd') return times(one);
      if (one.type !== 'trak') return false;
      walk('trak', inside(one), (part) => {
        if (part.type === 'tkhd') return times(part);
        if (part.type !== 'mdia') return false;
        walk('mdia', inside(part), (media) => {
          if (media.type === 'mdhd') return times(media);
          if (media.type === 'hdlr') return handler(media);
          if (media.type !== 'minf') return false;
          walk('minf', inside(media), (info) => {
            if (info.type === 'hdlr') return handler(info);
            if (info.type === 'dinf') return dataInfo(info);
            if (info.type !== 'stbl') return false;
            walk('stbl', inside(info), (table) => table.type === 'stsd' && samples(table));
            return true;
          });
          return true;
        });
        return true;
      });
      return true;
    });
    return true;
  });
  return edits.sort((a, b) => a.at - b.at);
}

/** The pieces of a file, one behind the other from `from` on, with the edits in them. */
export function* edited(
  pieces: Iterable<Uint8Array>,
  edits: readonly FilmEdit[],
  from = 0,
): Generator<Uint8Array> {
  let start = from;
  let next = 0;
  for (const piece of pieces) {
    const end = start + piece.length;
    let copy: Uint8Array | undefined;
    while (next < edits.length && edits[next]!.at + edits[next]!.length <= start) next++;
    for (let n = next; n < edits.length && edits[n]!.at < end; n++) {
      const { at, length, bytes } = edits[n]!;
      const first = Math.max(at, start);
      const last = Math.min(at + length, end);
      if (last <= first) continue;
      copy ??= Uint8Array.from(piece);
      if (bytes) copy.set(bytes.subarray(first - at, last - at), first - start);
      else copy.fill(0, first - start, last - start);
    }
    yield copy ?? piece;
    start = end;
  }
}

/**
 * What to change so that a copy says none of it, and the name such a file ends with. What shows a film's metadata is asked
 * again about the copy, before anything is written.
 *
 * @throws SanadError `film.not-understood`
 */
export function filmCopy(file: FileParts): {
  readonly edits: readonly FilmEdit[];
  readonly extension: 'mov' | 'mp4';
} {
  const edits = filmEdits(file);
  const copy: FileParts = {
    size: file.size,
    read: (from, to) => Buffer.concat([...edited([file.read(from, to)], edits, from)]),
  };
  const [left] = filmMetadata(copy).fields;
  if (left) throw filmNotUnderstood(`${left.name} left in the copy`);
  const brand = Buffer.from(file.read(0, Math.min(file.size, 12))).toString('latin1', 4, 12);
  return { edits, extension: brand.startsWith('ftyp') && brand !== 'ftypqt  ' ? 'mp4' : 'mov' };
}
