import { z } from 'zod';
import { problemSchema } from './api.ts';
import type { ItemId } from './ids.ts';
import { text } from './schema.ts';

/** What the server answers about files: on their way, what they say of themselves, who held them. */

export const uploadSchema = z.object({
  id: z.string(),
  file: z.string(),
  /** Bytes announced and bytes that have come, durably. */
  length: z.int(),
  offset: z.int(),
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
