import { type Capture, notACapture } from './captured.ts';
import { readMhtml } from './mhtml.ts';
import { readWacz } from './wacz.ts';
import { readWarc, wrongDigests } from './warc.ts';

export type { Capture, CapturedPart } from './captured.ts';

/**
 * A web page, or many, as a program kept them, taken apart.
 *
 * @throws SanadError `capture.damaged` where it is none or does not hold together, `capture.too-large`
 */
export async function readCapture(file: Uint8Array): Promise<Capture> {
  const head = Buffer.from(file.subarray(0, 4096)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) return readWacz(file);
  if (head.startsWith('WARC/1.') || head.startsWith('\x1f\x8b')) {
    const parts = readWarc(file);
    const pages = parts.filter(({ mediaType, status }) => mediaType === 'text/html' && status === 200);
    return { format: 'warc', parts, pages: pages.map(({ url }) => url), wrong: wrongDigests(parts) };
  }
  if (/^(mime-version|from|content-type|snapshot-content-location|date|subject)\s*:/im.test(head))
    return readMhtml(file);
  throw notACapture('neither WARC, WACZ nor MHTML');
}
