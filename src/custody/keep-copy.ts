import {
  edited,
  type FileParts,
  filmCopy,
  isFilm,
  isPdf,
  isPicture,
  losslessCopy,
  mayBeOffice,
  officeCopy,
  pdfCopy,
  pictureCopy,
  type Rectangle,
} from '../files/index.ts';
import type { Case, NewItem } from '../ledger/index.ts';
import { type Item, type ItemId, SanadError } from '../model/index.ts';
import { itemParts } from './item-parts.ts';

export interface CopyWanted {
  readonly by: string;
  readonly reason?: string;
  /** Painted over; the picture is drawn anew then. */
  readonly hidden?: readonly Rectangle[];
  /** `as-it-is`: the points of a picture are taken over and not encoded again. A film is never encoded again. */
  readonly how?: 'drawn-anew' | 'as-it-is';
}

interface Made {
  readonly bytes: NewItem['bytes'];
  readonly name: string;
  readonly mediaType: string;
  readonly tool: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/**
 * Makes a copy of a picture, a film or a document that may be shown: without metadata, and of a picture with what must not be
 * seen painted over. The copy is an item of its own; an entry says from which original it was made, with what, how, by whom and
 * why.
 *
 * @throws SanadError what `pictureCopy`, `losslessCopy`, `filmCopy`, `pdfCopy`, `officeCopy` throw
 */
export async function keepCopy(opened: Case, id: ItemId, wanted: CopyWanted): Promise<Item> {
  const original = opened.item(id);
  const made = await copyOf(opened, original, wanted);
  const item = opened.addItem({
    file: made.name,
    path: `derived/${made.name}`,
    mediaType: made.mediaType,
    receivedBy: wanted.by,
    content: { kind: 'unread' },
    problems: [],
    bytes: made.bytes,
    records: [],
  });
  opened.note({
    kind: 'derived',
    by: wanted.by,
    facts: { what: 'copy', of: original.id, copy: item.id, tool: made.tool },
    slots: [
      { name: 'parameters', sensitivity: 'team', value: made.parameters },
      ...(wanted.reason ? [{ name: 'reason', sensitivity: 'team', value: wanted.reason } as const] : []),
    ],
  });
  return item;
}

const TOOL = 'sanad clean copy 1';

async function copyOf(opened: Case, original: Item, wanted: CopyWanted): Promise<Made> {
  const { id, bytes, mediaType } = original;
  const parts = itemParts(opened, id);
  const hidden = wanted.hidden ?? [];
  if (isFilm(parts.read(0, Math.min(bytes, 64)))) {
    const { edits, extension } = filmCopy(parts);
    const coming = opened.receive();
    try {
      for (const piece of edited(opened.itemPieces(id), edits)) coming.write(piece);
      return {
        bytes: coming.finish(),
        name: `${id}-clean.${extension}`,
        mediaType,
        tool: TOOL,
        parameters: { how: 'zeros in place', places: edits.length },
      };
    } catch (error) {
      coming.discard();
      throw error;
    }
  }
  const document = await documentCopy(opened, original);
  if (document) return document;
  if (wanted.how === 'as-it-is' && hidden.length === 0) {
    const kept = await losslessCopy(opened.itemBytes(id));
    const name = `${id}-clean.${mediaType.split('/')[1] === 'jpeg' ? 'jpg' : mediaType.split('/')[1]}`;
    return {
      bytes: kept,
      name,
      mediaType,
      tool: TOOL,
      parameters: { how: 'same points', removed: bytes - kept.length },
    };
  }
  const drawn = await pictureCopy(opened.itemBytes(id), { hidden });
  return { ...drawn, name: `${id}-${hidden.length > 0 ? 'covered' : 'clean'}.jpg` };
}

/** Bytes of a document that is opened in memory. */
const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/** A PDF or an office file without what it says of people; nothing for another kind. @throws SanadError `document.*` */
export async function documentCopy(
  opened: Case,
  { id, bytes }: Item,
): Promise<(Made & { readonly bytes: Buffer }) | undefined> {
  const kind = documentKind(itemParts(opened, id));
  if (!kind) return undefined;
  if (bytes > LARGEST_DOCUMENT)
    throw new SanadError('document.too-large', { limit: `${LARGEST_DOCUMENT / 1024 / 1024} MB` });
  if (kind === 'pdf') {
    const made = await pdfCopy(opened.itemBytes(id));
    return {
      bytes: made.bytes,
      name: `${id}-clean.pdf`,
      mediaType: 'application/pdf',
      tool: TOOL,
      parameters: { how: 'pages drawn anew', pages: made.pages },
    };
  }
  const made = await officeCopy(opened.itemBytes(id));
  return {
    bytes: made.bytes,
    name: `${id}-clean.${made.extension}`,
    mediaType: made.mediaType,
    tool: TOOL,
    parameters: { how: 'parts that are seen', removed: bytes - made.bytes.length },
  };
}

/** Which kind of document a file begins as; a zip that is no office file is refused when it is opened. */
export function documentKind({ size, read }: FileParts): 'pdf' | 'office' | undefined {
  const first = read(0, Math.min(size, 1024));
  if (isPicture(first)) return undefined;
  if (isPdf(first)) return 'pdf';
  return mayBeOffice(first) ? 'office' : undefined;
}
