import { z } from 'zod';
import { ERROR_CODES } from './error.ts';
import type { ItemId } from './ids.ts';
import { text } from './schema.ts';

/** What the server says of proofs and witnesses, and the pages read. */

export const WITNESS_KINDS = ['paper', 'cosignature', 'time-stamp', 'opentimestamps'] as const;
export type WitnessKind = (typeof WITNESS_KINDS)[number];
/**
 * `unchecked`: it holds, and rests on something that was not checked here: a block, or a root that nobody vouches for.
 * `waits`: a calendar promised. `closed`: whoever asks may not read it, or it was erased.
 */
export const WITNESS_STATES = ['holds', 'unchecked', 'waits', 'fault', 'closed'] as const;
export type WitnessState = (typeof WITNESS_STATES)[number];

export const witnessSchema = z.object({
  /** The entry that keeps it. */
  entry: z.int(),
  at: z.string(),
  by: z.string().optional(),
  kind: z.enum(WITNESS_KINDS),
  /** How many entries the witnessed checkpoint has, and its root, hexadecimal. */
  size: z.int(),
  root: z.string(),
  state: z.enum(WITNESS_STATES),
  /** What is wrong with it now. */
  fault: z.enum(ERROR_CODES).optional(),
  /** When somebody else saw the checkpoint, as they say themselves. */
  time: z.string().optional(),
  /** The holder of a page, a witness's name, a time-stamp authority. */
  name: z.string().optional(),
  /** Of a time stamp: who vouches for the end of its certificates, and when the first of them runs out. */
  vouched: z.enum(['given', 'public', 'nobody']).optional(),
  until: z.string().optional(),
  attestations: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('pending'), calendar: z.string() }),
        z.object({
          kind: z.literal('block'),
          chain: z.enum(['bitcoin', 'litecoin']),
          height: z.int(),
          /** There once its header was supplied and fits; the time only from a whole header. */
          block: z.object({ time: z.string().optional(), workBits: z.int().optional() }).optional(),
        }),
        z.object({ kind: z.literal('unknown'), tag: z.string() }),
      ]),
    )
    .optional(),
});
export type Witness = z.infer<typeof witnessSchema>;

/** The ledger's head as it was signed last. */
export const headSchema = z.object({
  log: z.string(),
  /** The log's key, `<name>+<id>+<base64>`. */
  key: z.string(),
  /** The signed checkpoint, word for word. */
  checkpoint: z.string(),
  size: z.int(),
  root: z.string(),
});
export type SignedHeadAnswer = z.infer<typeof headSchema>;

export const itemProofSchema = z.object({
  item: text<ItemId>(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  receivedAt: z.string(),
  entry: z.int(),
  kind: z.enum(['list', 'report', 'unread']),
  /** Of a list: its sheets, by name where they have one. */
  tables: z.array(z.string()),
  head: headSchema,
  /** Those who saw a checkpoint that covers the item. */
  witnesses: z.array(witnessSchema),
});
export type ItemProof = z.infer<typeof itemProofSchema>;

export const witnessesPageSchema = z.object({ head: headSchema, witnesses: z.array(witnessSchema) });
export type WitnessesPage = z.infer<typeof witnessesPageSchema>;
