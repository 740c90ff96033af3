import { z } from 'zod';
import { PROPERTIES, type Property, SanadError } from '../model/index.ts';

/** File name → column header → what it holds, as a person said. */
export type FieldMap = Readonly<Record<string, Readonly<Record<string, Property>>>>;

const schema = z.record(z.string(), z.record(z.string(), z.enum(PROPERTIES)));

/**
 * Reads MAP.json.
 *
 * @throws SanadError `list.map-invalid` with the reason: no JSON, or the path and the word that is no property
 */
export function parseFieldMap(file: string, text: string): FieldMap {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new SanadError('list.map-invalid', { file, reason: String((error as Error).message) }, error);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SanadError('list.map-invalid', {
    file,
    reason: `${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? ''}`,
  });
}
