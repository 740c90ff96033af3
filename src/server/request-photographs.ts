import { createHash } from 'node:crypto';
import { pictureCopy, pictureHash } from '../files/index.ts';
import { type ErrorCode, PHOTOGRAPH_LIMITS, SanadError } from '../model/index.ts';
import type { DrawnPhotograph } from '../requests/index.ts';

/** Longest sides in points: to look at scars and teeth, and for a wall. */
const LARGE = 1600;
const SMALL = 480;

/** A photograph that was not opened is not kept, as a file that comes in would be. */
const REFUSED: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  'picture.unknown-kind': 'tracing.photograph-kind',
  'picture.damaged': 'tracing.photograph-broken',
  'picture.too-large': 'tracing.photograph-large',
};

/**
 * What is kept of a file that was brought as a photograph: known by its bytes, whatever it is called, opened under the
 * limits of `files`, drawn anew without anything else that stood in it.
 *
 * @throws SanadError `tracing.photograph-kind`, `tracing.photograph-broken`, `tracing.photograph-large`
 */
export async function drawnPhotograph(file: Blob): Promise<DrawnPhotograph> {
  if (file.size > PHOTOGRAPH_LIMITS.bytes)
    throw new SanadError('tracing.photograph-large', {
      limit: `${PHOTOGRAPH_LIMITS.bytes / 1024 / 1024} MB`,
    });
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const { pdq, quality } = await pictureHash(bytes);
    const { bytes: large, width, height } = await pictureCopy(bytes, { longest: LARGE });
    const { bytes: small } = await pictureCopy(large, { longest: SMALL });
    return {
      large,
      small,
      width,
      height,
      pdq,
      quality,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch (error) {
    const code = error instanceof SanadError ? REFUSED[error.code] : undefined;
    if (!code) throw error;
    throw new SanadError(code, (error as SanadError).data, error);
  }
}
