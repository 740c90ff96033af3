/** What a file's first bytes say it is. */
export type Signature = { readonly kind: 'zip' | 'ole' | 'other'; readonly mediaType: string };

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

const SIGNATURES: readonly (readonly [readonly number[], Signature, number?])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { kind: 'zip', mediaType: 'application/zip' }],
  [[0x50, 0x4b, 0x05, 0x06], { kind: 'zip', mediaType: 'application/zip' }],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], { kind: 'ole', mediaType: 'application/x-ole-storage' }],
  [ascii('%PDF-'), { kind: 'other', mediaType: 'application/pdf' }],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], { kind: 'other', mediaType: 'image/png' }],
  [[0xff, 0xd8, 0xff], { kind: 'other', mediaType: 'image/jpeg' }],
  [ascii('GIF8'), { kind: 'other', mediaType: 'image/gif' }],
  [ascii('WEBP'), { kind: 'other', mediaType: 'image/webp' }, 8],
  [ascii('RIFF'), { kind: 'other', mediaType: 'application/x-riff' }],
  [ascii('ftyp'), { kind: 'other', mediaType: 'video/mp4' }, 4],
  [ascii('OggS'), { kind: 'other', mediaType: 'audio/ogg' }],
  [ascii('ID3'), { kind: 'other', mediaType: 'audio/mpeg' }],
  [[0x49, 0x49, 0x2a, 0x00], { kind: 'other', mediaType: 'image/tiff' }],
  [[0x4d, 0x4d, 0x00, 0x2a], { kind: 'other', mediaType: 'image/tiff' }],
  [[0x1a, 0x45, 0xdf, 0xa3], { kind: 'other', mediaType: 'video/webm' }],
  [[0x1f, 0x8b, 0x08], { kind: 'other', mediaType: 'application/gzip' }],
  [ascii('7z\u00bc\u00af\u0027\u001c'), { kind: 'other', mediaType: 'application/x-7z-compressed' }],
  [ascii('Rar!\u001a'), { kind: 'other', mediaType: 'application/vnd.rar' }],
  [ascii('SQLite format 3'), { kind: 'other', mediaType: 'application/vnd.sqlite3' }],
  [[0x7f, ...ascii('ELF')], { kind: 'other', mediaType: 'application/octet-stream' }],
  [[0x4d, 0x5a, 0x90, 0x00], { kind: 'other', mediaType: 'application/octet-stream' }],
  [ascii('{\\rtf'), { kind: 'other', mediaType: 'application/rtf' }],
];

/** The kind of a file that announces itself in its first bytes; `undefined` for text and for what is unknown. */
export function signatureOf(bytes: Uint8Array): Signature | undefined {
  for (const [sign, signature, at = 0] of SIGNATURES)
    if (bytes.length >= at + sign.length && sign.every((byte, index) => bytes[at + index] === byte))
      return signature;
  return undefined;
}
