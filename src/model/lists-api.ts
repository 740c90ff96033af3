import { z } from 'zod';
import { columnSchema, problemSchema } from './api.ts';
import type { DecisionId, ItemId, PersonId } from './ids.ts';
import { LIST_CONSENTS } from './item.ts';
import { by, text } from './schema.ts';
import { PROPERTIES, VERDICTS } from './vocabulary.ts';

/** What the import desk asks and is told. */

const cells = z.record(z.string().regex(/^\d{1,4}$/), z.string().max(2000));

export const rowChoiceSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('leave-out') }),
  z.object({ do: z.literal('as-written') }),
  z.object({ do: z.literal('correct'), cells }),
  z.object({ do: z.literal('split'), people: z.array(cells).min(2).max(10) }),
]);
export type RowChoiceSaid = z.infer<typeof rowChoiceSchema>;

/** What a person has said so far of a list that is to come in. */
export const listOrderSchema = z.object({
  fields: z.record(z.string(), z.enum(PROPERTIES)).optional(),
  /** By table of the file, then by row. */
  choices: z
    .array(z.record(z.string().regex(/^\d{1,7}$/), rowChoiceSchema))
    .max(200)
    .optional(),
  older: z.union([text<ItemId>(), z.literal('none')]).optional(),
  /** Places of rows that are not the older ones they seem to have changed from. */
  apart: z.array(z.int().min(0)).max(10_000).optional(),
});
export type ListOrderSaid = z.infer<typeof listOrderSchema>;

const changedCellSchema = z.object({ header: z.string(), was: z.string(), is: z.string() });

export const listVersionSchema = z.object({
  older: text<ItemId>(),
  file: z.string(),
  receivedAt: z.string(),
  counts: z.object({ same: z.int(), changed: z.int(), added: z.int(), gone: z.int() }),
  changed: z.array(
    z.object({ place: z.int(), row: z.int(), olderRow: z.int(), cells: z.array(changedCellSchema) }),
  ),
  added: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  /** No longer on the list; they stay in the case. */
  gone: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  columns: z.object({ added: z.array(z.string()), gone: z.array(z.string()) }),
});
export type ListVersionSeen = z.infer<typeof listVersionSchema>;

export const listLookSchema = z.object({
  file: z.string(),
  /** Names the file to the server from now on, so that it is not sent again. */
  inHand: z.string(),
  held: text<ItemId>().optional(),
  mediaType: z.string(),
  tables: z.array(
    z.object({
      sheet: z.string().optional(),
      rows: z.int(),
      columns: z.array(columnSchema.extend({ samples: z.array(z.string()) })),
    }),
  ),
  counts: z.object({ staged: z.int(), bad: z.int(), leftOut: z.int(), corrected: z.int() }),
  /** Every row that is not staged or about which something was said, and the first of the others. */
  rows: z.array(
    z.object({
      table: z.int(),
      row: z.int(),
      cells: z.array(z.string()),
      state: z.enum(['staged', 'bad', 'left-out']),
      choice: rowChoiceSchema.optional(),
      knownFromBefore: z.literal(true).optional(),
      problems: z.array(problemSchema),
      twoNames: z.record(z.string(), z.tuple([z.string(), z.string()])).optional(),
    }),
  ),
  notices: z.array(problemSchema),
  version: listVersionSchema.optional(),
  matches: z.object({
    looked: z.int(),
    found: z.int(),
    sample: z.array(
      z.object({
        row: z.int(),
        name: z.string(),
        person: text<PersonId>(),
        known: z.string(),
        verdict: z.enum(VERDICTS),
      }),
    ),
  }),
});
export type ListLook = z.infer<typeof listLookSchema>;

const byWhom = z.object({
  by: z.string(),
  at: z.string(),
  decision: text<DecisionId>(),
  reason: z.string().optional(),
});

/** Everything that came in as a list, newest first. */
export const listsPageSchema = z.object({
  lists: z.array(
    z.object({
      id: text<ItemId>(),
      file: z.string(),
      mediaType: z.string(),
      receivedAt: z.string(),
      receivedBy: z.string(),
      source: z.string().optional(),
      consent: z.enum(LIST_CONSENTS).optional(),
      /** Rows kept, and how many of them count nowhere. */
      rows: z.int(),
      leftOut: z.int(),
      corrected: z.int(),
      problems: z.int(),
      typedFrom: text<ItemId>().optional(),
      /** The list that this one is the newer version of, and the one that is newer than this. */
      supersedes: z
        .object({ item: text<ItemId>(), file: z.string(), same: z.int(), changed: z.int() })
        .optional(),
      supersededBy: z.object({ item: text<ItemId>(), file: z.string() }).optional(),
      withdrawn: byWhom.optional(),
    }),
  ),
});
export type ListsPage = z.infer<typeof listsPageSchema>;

export const importedListSchema = z.object({ item: text<ItemId>(), rows: z.int(), leftOut: z.int() });
export type ImportedListSeen = z.infer<typeof importedListSchema>;

export const withdrawListSchema = z.object({ by, reason: z.string().trim().min(1).max(2000) });
export const supersedeListSchema = z.object({ by, older: text<ItemId>() });

/** A rectangle on a picture, in shares of its width and height. */
const share = z.number().min(0).max(1);
export const regionSchema = z.object({
  page: z.int().min(1).max(10_000),
  left: share,
  top: share,
  width: share,
  height: share,
});

/** What was typed from a picture. */
export const typedListSchema = z.object({
  columns: z
    .array(z.object({ header: z.string().trim().min(1).max(200), property: z.enum(PROPERTIES) }))
    .min(1)
    .max(60),
  rows: z
    .array(z.object({ cells: z.array(z.string().max(2000)).max(60), region: regionSchema.optional() }))
    .max(5000),
});
export type TypedList = z.infer<typeof typedListSchema>;

export const saveTypingSchema = z.object({ by, typed: typedListSchema });
export const finishTypingSchema = z.object({
  by,
  typed: typedListSchema,
  source: z.string().trim().max(300).optional(),
  consent: z.enum(LIST_CONSENTS),
});
/** What each typist last saved for a picture, in the order in which they began. */
export const typingsSchema = z.object({
  picture: z.object({ id: text<ItemId>(), file: z.string(), mediaType: z.string() }),
  versions: z.array(z.object({ by: z.string(), at: z.string(), typed: typedListSchema })),
  /** The list that was made of them. */
  list: text<ItemId>().optional(),
});
export type Typings = z.infer<typeof typingsSchema>;

/** What a machine takes the writing in a picture for: a suggestion, word by word, in shares of the picture. */
export const readingSchema = z.object({
  words: z.array(
    z.object({
      text: z.string(),
      /** 0 to 1: how sure the machine says it is, which is not how right it is. */
      confidence: z.number(),
      left: z.number(),
      top: z.number(),
      width: z.number(),
      height: z.number(),
    }),
  ),
});
export type MachineReading = z.infer<typeof readingSchema>;
