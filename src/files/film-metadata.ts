import { type Box, boxesIn, type FileParts, openFilm, shown } from './film-boxes.ts';
import { type FileMetadata, LONGEST_VALUE, type MetadataField, MOST_FIELDS } from './metadata.ts';

/** Seconds from 1904 to 1970. */
const MAC_EPOCH = 2_082_844_800;
const KEYS_SHOWN = /^(com\.apple\.quicktime\.)?/;
/** A value longer than this is a picture. */
const LONGEST_READ = 64 * 1024;

/** What a film says of itself in `moov`: times, and what `udta`, `meta` and `uuid` boxes hold; empty where it is none. */
export function filmMetadata(file: FileParts): FileMetadata {
  const fields: MetadataField[] = [];
  const add = (name: string, value: string): void => {
    const text = value.replace(/\p{Cc}+/gu, ' ').trim();
    if (text !== '' && fields.length < MOST_FIELDS)
      fields.push({ group: 'film', name, value: text.slice(0, LONGEST_VALUE) });
  };
  try {
    const { top, parts } = openFilm(file);
    for (const box of top) {
      if (box.type === 'uuid') add('uuid', `(${box.end - box.start} bytes)`);
      if (box.type === 'moov') describe(parts, box, add, 0);
      if (box.type === 'meta' || box.type === 'udta') spoken(parts, box, add, 0);
    }
  } catch {
    // What came before the broken place is shown; a copy of it is refused.
  }
  const said = (name: RegExp): string | undefined => fields.find((field) => name.test(field.name))?.value;
  const place = /^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(said(/^©xyz$|location\.ISO6709$/) ?? '');
  const device = [said(/^©mak$|\bmake$/), said(/^©mod$|\bmodel$/)]
    .filter((part) => part !== undefined)
    .join(' ');
  const taken = said(/creationdate$|^©day$/) ?? said(/^created$/);
  return {
    ...(place && Math.abs(Number(place[1])) <= 90 && Math.abs(Number(place[2])) <= 180
      ? { position: { latitude: Number(place[1]), longitude: Number(place[2]) } }
      : {}),
    ...(taken === undefined ? {} : { taken }),
    ...(device === '' ? {} : { device }),
    fields,
  };
}

type Add = (name: string, value: string) => void;
const DEEPEST = 8;

function describe(parts: FileParts, within: Box, add: Add, depth: number): void {
  if (depth > DEEPEST) return;
  for (const box of boxesIn(parts, within.body, within.end)) {
    if (box.type === 'mvhd' || box.type === 'mdhd') {
      const head = Buffer.from(parts.read(box.body, Math.min(box.end, box.body + 20)));
      const [created, changed] =
        head[0] === 1
          ? [Number(head.readBigUInt64BE(4)), Number(head.readBigUInt64BE(12))]
          : [head.readUInt32BE(4), head.readUInt32BE(8)];
      if (created! > MAC_EPOCH) add(box.type === 'mvhd' ? 'created' : 'track created', moment(created!));
      if (changed! > MAC_EPOCH && changed !== created) add('changed', moment(changed!));
    } else if (box.type === 'hdlr') {
      const name = Buffer.from(parts.read(Math.min(box.end, box.body + 24), box.end)).toString();
      add('handler', name);
    } else if (box.type === 'trak' || box.type === 'mdia' || box.type === 'minf')
      describe(parts, box, add, depth + 1);
    else if (box.type === 'uuid' || box.type === 'XMP_') add(box.type, `(${box.end - box.start} bytes)`);
    else if (box.type === 'udta' || box.type === 'meta') spoken(parts, box, add, depth + 1);
  }
}

const moment = (seconds: number): string => {
  const when = new Date((seconds - MAC_EPOCH) * 1000);
  return Number.isNaN(when.getTime()) ? '' : when.toISOString().slice(0, 19);
};

/** User data: texts of QuickTime (`©xyz`), tables of keys and values (`keys`, `ilst`), anything else by its size. */
function spoken(parts: FileParts, within: Box, add: Add, depth: number): void {
  if (depth > DEEPEST) return;
  const head = Buffer.from(parts.read(within.body, Math.min(within.end, within.body + 8)));
  // The ISO format puts version and flags before the boxes of `meta`, QuickTime does not.
  const full = within.type === 'meta' && head.length === 8 && head.readUInt32BE(0) === 0;
  const boxes = boxesIn(parts, within.body + (full ? 4 : 0), within.end);
  const keys = boxes.find(({ type }) => type === 'keys');
  const names = keys ? keyNames(parts, keys) : [];
  for (const box of boxes) {
    const length = box.end - box.body;
    if (box.type === 'meta' || box.type === 'udta') spoken(parts, box, add, depth + 1);
    else if (box.type === 'ilst')
      for (const item of boxesIn(parts, box.body, box.end)) {
        const named = names[Buffer.from(item.type, 'latin1').readUInt32BE() - 1];
        for (const data of boxesIn(parts, item.body, item.end))
          if (data.type === 'data') {
            const kind = Buffer.from(parts.read(data.body, Math.min(data.end, data.body + 4)));
            const text =
              kind.length === 4 && kind.readUInt32BE() === 1 && data.end - data.body < LONGEST_READ;
            add(
              named?.replace(KEYS_SHOWN, '') ?? shown(item.type),
              text
                ? Buffer.from(parts.read(data.body + 8, data.end)).toString()
                : `(${data.end - data.body - 8} bytes)`,
            );
          }
      }
    else if (box.type.startsWith('\xa9') && length >= 4 && length < LONGEST_READ) {
      const bytes = Buffer.from(parts.read(box.body, box.end));
      add(shown(box.type), bytes.toString('utf8', 4, 4 + bytes.readUInt16BE(0)));
    } else if (!['hdlr', 'keys', 'free', 'mhdr'].includes(box.type) && length > 0)
      add(shown(box.type), `(${length} bytes)`);
  }
}

function keyNames(parts: FileParts, keys: Box): string[] {
  return boxesIn(parts, keys.body + 8, keys.end).map(({ body, end }) =>
    Buffer.from(parts.read(body, Math.min(end, body + 200))).toString(),
  );
}
