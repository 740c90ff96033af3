import { SanadError } from '../../model/index.ts';
import { pictureCopy } from '../copy.ts';
import { strippedPicture } from '../lossless-copy.ts';
import { isPicture } from '../picture.ts';

/**
 * A picture in a document without what it says of itself: the same points where it is JPEG, PNG or WebP, else drawn anew as
 * PNG. Which side is up is not asked: office programs turn pictures by themselves.
 *
 * @throws SanadError `document.picture` where it cannot be cleaned
 */
export async function embeddedPicture(bytes: Buffer): Promise<{ bytes: Buffer; extension: string }> {
  const kind = KINDS.find(([, starts]) => starts.test(bytes.toString('latin1', 0, 16)))?.[0];
  try {
    if (kind !== undefined) return { bytes: strippedPicture(bytes), extension: kind };
    if (!isPicture(bytes)) throw new SanadError('document.picture', { reason: firstLetters(bytes) });
    return { bytes: (await pictureCopy(bytes, { as: 'png' })).bytes, extension: 'png' };
  } catch (error) {
    if (error instanceof SanadError && error.code.startsWith('picture.'))
      throw new SanadError('document.picture', { reason: String(error.data.reason ?? error.code) }, error);
    throw error;
  }
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['jpeg', /^\xff\xd8/],
  ['png', /^\x89PNG\r\n/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
];

const firstLetters = (bytes: Buffer): string =>
  bytes.toString('latin1', 0, 4).replace(/[^\x20-\x7e]/g, '.') || 'empty';
