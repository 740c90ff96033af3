import { SanadError } from '../model/index.ts';

/** A file of which any part can be read, so that a film of any length needs little memory. */
export interface FileParts {
  readonly size: number;
  /** Exactly the bytes `[from, to)`. */
  read(from: number, to: number): Uint8Array;
}

/** A box of the ISO base media file format (ISO/IEC 14496-12), or an atom of QuickTime. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Behind its header. */
  readonly body: number;
  readonly end: number;
}

const MOST_BOXES = 20_000;
/** What describes a film of many hours is a few megabytes. */
const MOST_DESCRIPTION = 64 * 1024 * 1024;

export const filmNotUnderstood = (reason: string): SanadError =>
  new SanadError('film.not-understood', { reason });

/** Whether the first bytes are those of an MP4, MOV, M4A or 3GP file. */
export const isFilm = (bytes: Uint8Array): boolean =>
  ['ftyp', 'moov', 'wide', 'mdat'].includes(typeAt(bytes, 4)) &&
  bytes.length >= 8 &&
  !typeAt(bytes, 8).startsWith('avi');

const typeAt = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');

/**
 * Boxes that fill `[from, to)` without a gap.
 *
 * @throws SanadError `film.not-understood` where a length leads out of them
 */
export function boxesIn(file: FileParts, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    // QuickTime ends some lists with a zero.
    if (to - start === 4 && Buffer.from(file.read(start, to)).readUInt32BE() === 0) break;
    if (to - start < 8) throw filmNotUnderstood(`${to - start} bytes that are no box at ${start}`);
    const head = Buffer.from(file.read(start, Math.min(to, start + 16)));
    const type = typeAt(head, 4);
    let length = head.readUInt32BE(0);
    let body = start + 8;
    if (length === 1) {
      if (head.length < 16) throw filmNotUnderstood(`a box cut short at ${start}`);
      const long = head.readBigUInt64BE(8);
      length = long > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(long);
      body = start + 16;
    } else if (length === 0) length = to - start;
    const end = start + length;
    if (end > to || end < body) throw filmNotUnderstood(`${shown(type)} at ${start} has a wrong length`);
    boxes.push({ type, start, body, end });
    if (boxes.length > MOST_BOXES) throw filmNotUnderstood('too many boxes');
    start = end;
  }
  return boxes;
}

/** A type as it can be shown: four characters, others than printable ones as their codes. */
export const shown = (type: string): string =>
  type
    .replace(/^\xa9/, '©')
    .replace(/[^\x20-\x7e©]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The boxes of the whole file; what describes it is read into memory once. */
export function openFilm(file: FileParts): { readonly top: readonly Box[]; readonly parts: FileParts } {
  const top = boxesIn(file, 0, file.size);
  const described = top.find(({ type }) => type === 'moov');
  if (!described) throw filmNotUnderstood('no moov');
  if (described.end - described.start > MOST_DESCRIPTION) throw filmNotUnderstood('moov too large');
  const held = file.read(described.start, described.end);
  const within = (from: number, to: number): boolean => from >= described.start && to <= described.end;
  return {
    top,
    parts: {
      size: file.size,
      read: (from, to) =>
        within(from, to) ? held.subarray(from - described.start, to - described.start) : file.read(from, to),
    },
  };
}
