import {
  CAPTURE_LIMITS,
  type Capture,
  type CapturedPart,
  headEnd,
  mediaTypeOf,
  notACapture,
  readHeaders,
  tooLarge,
} from './captured.ts';

/**
 * A page as a browser saves it in one file: MIME multipart/related (RFC 2557). No hashes stand in it.
 *
 * @throws SanadError `capture.damaged`, `capture.too-large`
 */
export function readMhtml(file: Uint8Array): Capture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length > CAPTURE_LIMITS.bytes) throw tooLarge();
  const head = headEnd(bytes, 0);
  const headers = readHeaders(head?.head ?? '');
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
    headers.get('content-type') ?? '',
  );
  if (!head || !boundary) throw notACapture('no boundary');
  const line = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const at = headers.get('date');
  const parts: CapturedPart[] = [];
  const wrong: string[] = [];
  let start = bytes.indexOf(line, head.body);
  for (; start >= 0 && bytes.toString('latin1', start + line.length, start + line.length + 2) !== '--'; ) {
    const next = bytes.indexOf(line, start + line.length);
    if (next < 0) {
      wrong.push('cut short');
      break;
    }
    const own = headEnd(bytes, start + line.length);
    if (own && own.body <= next) {
      const said = readHeaders(own.head);
      const body = bytes.subarray(own.body, Math.max(own.body, bytes[next - 2] === 13 ? next - 2 : next - 1));
      const url = said.get('content-location') ?? said.get('content-id') ?? '';
      parts.push({
        url,
        ...(at === undefined ? {} : { at }),
        mediaType: mediaTypeOf(said.get('content-type')),
        bytes: transferred(body, said.get('content-transfer-encoding')),
        digest: 'none',
      });
    }
    if (parts.length > CAPTURE_LIMITS.parts) throw tooLarge();
    start = next;
  }
  if (parts.length === 0) throw notACapture('no part in it');
  const page =
    headers.get('snapshot-content-location') ?? parts.find(({ mediaType }) => mediaType === 'text/html')?.url;
  return { format: 'mhtml', parts, pages: page === undefined ? [] : [page], wrong };
}

function transferred(body: Buffer, encoding = ''): Buffer {
  if (/^base64$/i.test(encoding.trim())) return Buffer.from(body.toString('latin1'), 'base64');
  if (!/^quoted-printable$/i.test(encoding.trim())) return body;
  const text = body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
