import { z } from 'zod';
import type { ItemId } from './ids.ts';
import { text } from './schema.ts';

/** What a file is in the capture of a web page: source, picture of the whole page, saved in one file, or shown in it. */
export const CAPTURE_PARTS = ['page', 'picture', 'archive', 'media'] as const;
export type CapturePart = (typeof CAPTURE_PARTS)[number];

/** What a file most likely is in a capture, by its name's ending. */
export function likelyPart(file: string): CapturePart {
  if (/\.(x?html?)$/i.test(file)) return 'page';
  if (/\.(warc(\.gz)?|wacz|mht(ml)?)$/i.test(file)) return 'archive';
  return /\.(png|jpe?g|webp|gif|pdf)$/i.test(file) ? 'picture' : 'media';
}

/** A moment as far as it is known: `2024`, `2024-12`, `2024-12-08`, `2024-12-08T06:41Z`. */
export const KNOWN_MOMENT = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;
export const moment = z.string().trim().regex(KNOWN_MOMENT, 'a date, as 2024-12-08');

const said = z.string().trim().min(1).max(4000);

/** Files that are one capture of one web page (Berkeley Protocol, §155). */
export const newCaptureSchema = z.object({
  by: z.string().trim().min(1).max(200).optional(),
  parts: z
    .array(z.object({ item: text<ItemId>(), as: z.enum(CAPTURE_PARTS) }))
    .min(1)
    .max(100),
  address: said,
  /** When the page was captured, and when it was published, as it says itself. */
  captured: moment,
  published: moment.optional(),
  /** Who captured it, as they wish to be named. */
  collector: said,
  /** With which program, from which network, under which account. */
  how: said,
  note: said.optional(),
});
export type NewCapture = z.infer<typeof newCaptureSchema>;

/** A capture as its files show it; what stands under `source` is absent for whoever may not read it. */
export const captureViewSchema = z.object({
  entry: z.int(),
  at: z.string(),
  parts: z.array(
    z.object({
      item: text<ItemId>(),
      as: z.enum(CAPTURE_PARTS),
      file: z.string(),
      sha256: z.string(),
    }),
  ),
  address: z.string().optional(),
  captured: z.string().optional(),
  published: z.string().optional(),
  collector: z.string().optional(),
  how: z.string().optional(),
  note: z.string().optional(),
  by: z.string().optional(),
});
export type CaptureView = z.infer<typeof captureViewSchema>;

/** A saved page in one file, taken apart. */
export const savedPageSchema = z.object({
  format: z.enum(['warc', 'wacz', 'mhtml']),
  pages: z.array(z.string()),
  /** The first of them; `total` says how many there are, `readable` how many can be taken out. */
  parts: z.array(
    z.object({
      url: z.string(),
      at: z.string().optional(),
      status: z.int().optional(),
      mediaType: z.string(),
      digest: z.enum(['right', 'wrong', 'none', 'unknown']),
      bytes: z.int(),
    }),
  ),
  total: z.int(),
  readable: z.int(),
  wrong: z.array(z.string()),
  signature: z
    .object({
      state: z.enum(['right', 'wrong', 'not-checked']),
      /** Of the key that stands in the file: SHA-256 of its SPKI form, hexadecimal. */
      key: z.string().optional(),
      /** What the file says of whom it is from; a name is vouched for by nobody here. */
      software: z.string().optional(),
      created: z.string().optional(),
      domain: z.string().optional(),
    })
    .optional(),
});
export type SavedPage = z.infer<typeof savedPageSchema>;
export const takenOutSchema = z.object({ taken: z.array(text<ItemId>()), wrong: z.array(z.string()) });
