import { z } from 'zod';
import { problemSchema } from './api.ts';
import { captureViewSchema, moment } from './captures-api.ts';
import type { ItemId } from './ids.ts';
import { text } from './schema.ts';

/** What the server answers about files: on their way, what they say of themselves, who held them. */

export const uploadSchema = z.object({
  id: z.string(),
  file: z.string(),
  /** Bytes announced and bytes that have come, durably. */
  length: z.int(),
  offset: z.int(),
  /** When the sender’s file was last changed, in milliseconds. */
  modified: z.int().optional(),
  since: z.string(),
  expires: z.string(),
  /** Once all has come. */
  outcome: z
    .object({
      item: text<ItemId>().optional(),
      held: z.enum(['new', 'already', 'refused']),
      problems: z.array(problemSchema),
    })
    .optional(),
});
export type UploadSeen = z.infer<typeof uploadSchema>;

export const uploadsSchema = z.object({ uploads: z.array(uploadSchema) });

/** What can happen to the holding of a file (Berkeley Protocol, §167: custodians, control, time, transfer, disposition). */
export const CUSTODY_STEPS = ['acquired', 'transferred', 'copied', 'returned', 'corrected'] as const;
export type CustodyStep = (typeof CUSTODY_STEPS)[number];

const said = z.string().trim().min(1).max(4000);

/** A link of the chain as somebody writes it down. */
export const newCustodySchema = z.object({
  what: z.enum(CUSTODY_STEPS),
  by: z.string().trim().min(1).max(200).optional(),
  from: said.optional(),
  to: said.optional(),
  when: moment.optional(),
  place: said.optional(),
  how: said.optional(),
  consent: said.optional(),
  conditions: said.optional(),
  address: said.optional(),
  note: said.optional(),
});

/** What the Berkeley Protocol on Digital Open Source Investigations (2022) wants known of a file. */
export const COMPLETENESS_POINTS = [
  'hash',
  'original',
  'collector',
  'collected-at',
  'method',
  'address',
  'page-source',
  'page-picture',
  'metadata',
  'context',
  'custodian',
  'chain',
  'consent',
  'conditions',
] as const;
export type CompletenessPoint = (typeof COMPLETENESS_POINTS)[number];

/** What a page shows of a file as a file. */
export const fileViewSchema = z.object({
  id: text<ItemId>(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  receivedAt: z.string(),
  /** A picture that can be shown small; `refused` says why not. */
  picture: z.object({ width: z.int(), height: z.int(), pdq: z.string(), quality: z.int() }).optional(),
  refused: z.string().optional(),
  /** Hard to see: blurred until somebody asks for it. */
  graphic: z.boolean(),
  metadata: z.object({
    position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
    taken: z.string().optional(),
    device: z.string().optional(),
    fields: z.array(z.object({ group: z.string(), name: z.string(), value: z.string() })),
  }),
  /** Which copy without all of this can be made. */
  cleanCopy: z.enum(['picture', 'film', 'pdf', 'office', 'none']),
  /** Files that were not compared yet. */
  unread: z.int(),
  likes: z.array(z.object({ item: text<ItemId>(), file: z.string(), apart: z.int(), turned: z.boolean() })),
  copies: z.array(
    z.object({
      item: text<ItemId>(),
      tool: z.string(),
      at: z.string(),
      by: z.string().optional(),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** The original, where this is a copy. */
  copyOf: text<ItemId>().optional(),
  /** The capture of a web page that this file is part of. */
  capture: captureViewSchema.optional(),
  /** A saved page in one file, which can be taken apart. */
  savedPage: z.boolean(),
  custody: z.array(
    z.object({
      entry: z.int(),
      at: z.string(),
      what: z.enum(CUSTODY_STEPS),
      by: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      when: z.string().optional(),
      place: z.string().optional(),
      how: z.string().optional(),
      consent: z.string().optional(),
      conditions: z.string().optional(),
      address: z.string().optional(),
      published: z.string().optional(),
      collector: z.string().optional(),
      note: z.string().optional(),
      erased: z.array(z.string()),
    }),
  ),
  completeness: z.array(
    z.object({
      point: z.enum(COMPLETENESS_POINTS),
      paragraph: z.string(),
      state: z.enum(['present', 'missing']),
    }),
  ),
  proof: z.object({ entry: z.int(), treeSize: z.int(), rootHash: z.string() }),
});
export type FileView = z.infer<typeof fileViewSchema>;

const rectangle = z.object({ left: z.int(), top: z.int(), width: z.int(), height: z.int() });
/** A copy that may be shown: in points of the picture as it is seen. */
export const newCopySchema = z.object({
  by: z.string().trim().min(1).max(200).optional(),
  reason: z.string().trim().max(4000).optional(),
  hidden: z.array(rectangle).max(500).default([]),
  /** A picture drawn anew, or the same points and the same film without what they say of themselves. */
  how: z.enum(['drawn-anew', 'as-it-is']).default('drawn-anew'),
});
export const copiedSchema = z.object({ item: text<ItemId>() });
export const markSchema = z.object({
  by: z.string().trim().min(1).max(200).optional(),
  state: z.enum(['set', 'cleared']),
});
export const hashSetSchema = z.object({
  text: z.string().max(16_000_000),
  kind: z.enum(['sha256', 'pdq']).default('sha256'),
});
export const heldHashesSchema = z.object({
  size: z.int(),
  held: z.array(
    z.object({
      item: text<ItemId>(),
      file: z.string(),
      by: z.enum(['md5', 'sha1', 'sha256', 'pdq']),
      label: z.string(),
      apart: z.int().optional(),
    }),
  ),
});
export type HeldHashes = z.infer<typeof heldHashesSchema>;
