import { z } from 'zod';
import type { ItemId } from './ids.ts';
import { growth } from './plane-fit.ts';
import { text } from './schema.ts';

/** Where a thing stands on its floor, in the floor's own units, x to the right and y down. */
export const pointSchema = z.tuple([z.number().min(-1e6).max(1e6), z.number().min(-1e6).max(1e6)]);
export type Point = z.infer<typeof pointSchema>;

const entry = z.number().min(-1e6).max(1e6);
/** Where a picture lies on a plan, itself taken as 1 wide and 1 high: never mirrored, never without an area. */
export const imageLaidSchema = z
  .tuple([entry, entry, entry, entry, entry, entry])
  .refine((matrix) => growth(matrix) > 0);

/** A point of a plan whose place on the earth is known, in degrees (WGS 84), as far from the poles as maps reach. */
export const knownPointSchema = z.object({
  at: pointSchema,
  latitude: z.number().min(-85).max(85),
  longitude: z.number().min(-180).max(180),
});
export type KnownPoint = z.infer<typeof knownPointSchema>;

/** What is drawn for the eye and not searched as such: what lies inside it has its own outlines. */
export const TRACED_KINDS = ['building', 'storey'] as const;
export type TracedKind = (typeof TRACED_KINDS)[number];
export const tracedSchema = z.object({
  kind: z.enum(TRACED_KINDS),
  outline: z.array(pointSchema).min(3).max(500),
});
export type Traced = z.infer<typeof tracedSchema>;

const people = z.int().min(0).max(10_000).optional();
/** What those who left a sector wrote on its wall beside the log: people brought out, people not accounted for, and what
 * endangers the next. */
export const sectorMarkSchema = z.object({
  live: people,
  dead: people,
  missing: people,
  hazards: z.string().trim().max(200).optional(),
});
export type SectorMark = z.infer<typeof sectorMarkSchema>;

/** What became of a file that was brought to a site. */
export const sitePictureKeptSchema = z.object({
  item: text<ItemId>(),
  /** The small one that the pages show, in points. */
  picture: z.object({ width: z.int(), height: z.int(), bytes: z.int() }).optional(),
  /** Why there is none: the browser may draw it itself. */
  refused: z.object({ code: z.string(), limit: z.string().optional() }).optional(),
});
export type SitePictureKept = z.infer<typeof sitePictureKeptSchema>;
