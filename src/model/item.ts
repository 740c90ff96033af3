import type { ItemId } from './ids.ts';
import type { Problem } from './problem.ts';
import type { Property } from './vocabulary.ts';

/** Bytes as received. Never changes. */
export interface Item {
  readonly id: ItemId;
  /** The name under which it came, without its folder. */
  readonly file: string;
  /** Where it stood: the path given to `sanad add`, relative to the folder that was added. Absent where it may not be read. */
  readonly path?: string;
  /** Of the bytes as received, lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** The encoding that the text was decoded from; absent for XLSX. */
  readonly encoding?: TextEncoding;
  /** ISO date-time, UTC. */
  readonly receivedAt: string;
  readonly receivedBy: string;
  /** How many records were read off it. */
  readonly records: number;
  readonly content: ItemContent;
  /** Rows and passages that could not be read, each named. */
  readonly problems: readonly Problem[];
  /** For a list that somebody looked through before it came in. */
  readonly imported?: Imported;
}

/** What was said of a list as it came in: one import, withdrawn with its item. */
export interface Imported {
  /** Who gave it. Absent where it may not be read. */
  readonly source?: string;
  readonly consent: ListConsent;
  /** Rows that a person corrected, split or left out. */
  readonly corrected: number;
  readonly leftOut: number;
}

export const LIST_CONSENTS = ['published', 'for-tracing', 'team-only', 'not-known'] as const;
/**
 * What the giver of a list allows: it is public already, it may be used to trace people, it may not leave this team, or
 * nobody has asked.
 */
export type ListConsent = (typeof LIST_CONSENTS)[number];

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

export type ItemContent =
  | { readonly kind: 'list'; readonly tables: readonly ListTable[] }
  | {
      readonly kind: 'report';
      readonly outlet?: string;
      readonly title?: string;
      readonly published?: string;
    }
  /** Kept as received, not read: a picture, a format not known yet. */
  | { readonly kind: 'unread' };

/** One table of a list: the whole of a CSV, or one sheet. */
export interface ListTable {
  readonly sheet?: string;
  readonly columns: readonly Column[];
  /** The picture from which people typed it. */
  readonly typedFrom?: ItemId;
}

export interface Column {
  /** As written; made unique where a header is empty or repeated. */
  readonly header: string;
  readonly property: Property;
  /** How the property was found: by the header's words, by what the cells hold, or because a person said so. */
  readonly recognised: 'header' | 'contents' | 'person' | 'none';
}
