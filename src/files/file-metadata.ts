import { type FileParts, isFilm } from './film-boxes.ts';
import { filmMetadata } from './film-metadata.ts';
import type { FileMetadata } from './metadata.ts';
import { isOfficeFile, officeMetadata } from './office/office-metadata.ts';
import { isPdf, pdfMetadata } from './pdf/pdf-metadata.ts';
import { isPicture, PICTURE_LIMITS } from './picture.ts';
import { pictureMetadata } from './picture-metadata.ts';

/** What is read into memory to be looked through; a film is read where it speaks, whatever its length. */
const READ_AT_MOST = 64 * 1024 * 1024;

/** What a file of any kind that is understood says of itself: pictures, films, PDF, office files. */
export async function fileMetadata(file: FileParts): Promise<FileMetadata> {
  const first = file.read(0, Math.min(file.size, 4096));
  if (isFilm(first)) return filmMetadata(file);
  const most = isPicture(first) ? PICTURE_LIMITS.bytes : READ_AT_MOST;
  if (file.size > most) return { fields: [] };
  const whole = (): Uint8Array => file.read(0, file.size);
  if (isPicture(first)) return pictureMetadata(whole());
  if (isPdf(first)) return pdfMetadata(whole());
  if (isOfficeFile(first)) return officeMetadata(whole());
  return { fields: [] };
}

/** A file that lies in memory. */
export const partsOf = (bytes: Uint8Array): FileParts => ({
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
});
