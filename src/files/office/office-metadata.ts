import { type Entry, fromBufferPromise } from 'yauzl';
import { type FileMetadata, LONGEST_VALUE, type MetadataField, MOST_FIELDS } from '../metadata.ts';

/** A zip file; whether it is an office file shows when its parts are listed. */
export const isOfficeFile = (first: Uint8Array): boolean =>
  first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4;

const MOST_PARTS = 4000;
const LARGEST_PART = 32 * 1024 * 1024;
const MOST_UNPACKED = 128 * 1024 * 1024;
/** Parts that stand beside the text and tell of people, programs and machines. */
const TELLING =
  /^(docProps\/|customXml\/item|docMetadata\/|(word|xl|ppt)\/(comments|people|persons|threadedComments|commentAuthors|authors|vbaProject|embeddings|activeX|printerSettings|externalLinks|connections))/i;
/** Texts in which changes are kept with their authors. */
const TRACKED =
  /^(word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)|xl\/comments\d*|ppt\/comments\/.*)\.xml$/i;
const NAMES = /\s[\w-]+:(author|initials)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const VALUES = /<(?:[\w-]+:)?([\w-]+)(?:\s[^<>]*)?>([^<>]+)<\/(?:[\w-]+:)?\1>/g;

/**
 * What DOCX, XLSX and PPTX say of themselves: the properties of the document, who changed and commented it, and which parts
 * stand beside the text.
 */
export async function officeMetadata(bytes: Uint8Array): Promise<FileMetadata> {
  const fields: MetadataField[] = [];
  const add = (name: string, value: string): void => {
    const text = unescaped(value)
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
    const same = fields.some((field) => field.name === name && field.value === text.slice(0, LONGEST_VALUE));
    if (text !== '' && !same && fields.length < MOST_FIELDS)
      fields.push({ group: 'office', name, value: text.slice(0, LONGEST_VALUE) });
  };
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    });
    if (zip.entryCount > MOST_PARTS) return { fields };
    const parts: Entry[] = [];
    for await (const part of zip.eachEntry()) parts.push(part);
    if (!parts.some(({ fileName }) => fileName === '[Content_Types].xml')) return { fields };
    let unpacked = 0;
    const text = async (part: Entry): Promise<string> => {
      if (part.isEncrypted() || part.uncompressedSize > LARGEST_PART) return '';
      const pieces: Buffer[] = [];
      const stream = await zip.openReadStreamPromise(part);
      try {
        for await (const piece of stream as AsyncIterable<Buffer>) {
          unpacked += piece.length;
          if (unpacked > MOST_UNPACKED) return '';
          pieces.push(piece);
        }
      } finally {
        stream.destroy();
      }
      return Buffer.concat(pieces).toString('utf8');
    };
    for (const part of parts) {
      const { fileName } = part;
      if (/^docProps\/(core|app|custom)\.xml$/i.test(fileName))
        for (const [, name, value] of (await text(part)).matchAll(VALUES)) add(name!, value!);
      else if (TELLING.test(fileName)) add('part', fileName);
      if (TRACKED.test(fileName)) {
        const said = await text(part);
        for (const [, name, double, single] of said.matchAll(NAMES)) add(name!, double ?? single ?? '');
        if (/<w:(del|moveFrom)[\s>]/.test(said)) add('deleted text', fileName);
      }
    }
  } catch {
    // What was read before the broken place is shown.
  }
  const created = fields.find(({ name }) => name === 'created')?.value;
  const taken = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(created ?? '')?.[0];
  return { ...(taken ? { taken } : {}), fields };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);
