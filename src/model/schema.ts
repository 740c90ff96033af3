import { z } from 'zod';

/** A string schema that carries a branded type; the brand exists only for the compiler. */
export const text = <T extends string>(): z.ZodType<T> => z.string() as unknown as z.ZodType<T>;

/** Characters `[start, end)` of the decoded file, in UTF-16 units. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) });

/** Who acts, where nobody signs in; else the account says so. */
export const by = z.string().trim().min(1).max(200).optional();
