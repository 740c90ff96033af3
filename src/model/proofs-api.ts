import { z } from 'zod';
import type { ItemId, RecordId } from './ids.ts';
import { text } from './schema.ts';
import { headSchema } from './witness.ts';

/** What server and pages say of proofs beside that of a file: that the ledger grew, and that one value was in an entry. */

/** A checkpoint as somebody brings it back, or the number of entries of one that is kept here. */
export const growthAskedSchema = z.union([
  z.object({ from: z.string().min(1).max(20_000) }),
  z.object({ size: z.int().min(1) }),
]);

export const growthSchema = z.object({
  /** The proof, word for word (C2SP tlog-witness). */
  proof: z.string(),
  /** The earlier checkpoint; without a signature where only its numbers are known. */
  before: z.string(),
  from: z.int(),
  to: headSchema,
});
export type Growth = z.infer<typeof growthSchema>;

export const recordProofSchema = z.object({
  record: text<RecordId>(),
  item: text<ItemId>(),
  file: z.string(),
  entry: z.int(),
  /** What can be shown of the entry, as far as whoever asks may read it. */
  values: z.array(
    z.object({
      slot: z.string(),
      /** The list's own heading of the column, or the word of a report's statement. */
      heading: z.string().optional(),
      text: z.string(),
    }),
  ),
  head: headSchema,
});
export type RecordProof = z.infer<typeof recordProofSchema>;

export const discloseSchema = z.object({
  slots: z
    .array(z.string().regex(/^[a-z][a-z0-9]{0,15}$/))
    .min(1)
    .max(200),
});
