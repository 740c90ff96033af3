/**
 * What a file says of itself, and what may leave of it: pictures opened under limits, their perceptual hashes and an index
 * of look-alikes, metadata of pictures, films, PDF and office files shown and removed, small and redacted copies, sets of known hashes. Pure: bytes in, findings
 * and bytes out; no disk, no clock, no case.
 */
export { type Capture, type CapturedPart, readCapture } from './capture/index.ts';
export { type CopyOptions, type PictureCopy, pictureCopy, type Rectangle } from './copy.ts';
export { fileMetadata, partsOf } from './file-metadata.ts';
export { type FileParts, isFilm } from './film-boxes.ts';
export { edited, filmCopy } from './film-copy.ts';
export { type HashSet, hashSetSize, parseHashSet } from './hash-set.ts';
export { type LookAlikes, lookAlikes } from './look-alikes.ts';
export { losslessCopy } from './lossless-copy.ts';
export type { FileMetadata, MetadataField } from './metadata.ts';
export { metadataLeft } from './metadata-left.ts';
export { mayBeOffice, officeCopy } from './office/office-copy.ts';
export { officeLeft } from './office/office-left.ts';
export { pdfCopy } from './pdf/pdf-copy.ts';
export { isPdf } from './pdf/pdf-metadata.ts';
export { bitsApart, type PictureHash, pdqOfLuminance } from './pdq.ts';
export { isPicture, PICTURE_LIMITS, type PictureFacts, pictureFacts, pictureHash } from './picture.ts';
export { planRaster } from './plan-raster.ts';
