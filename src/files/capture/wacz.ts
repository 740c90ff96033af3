import { createHash } from 'node:crypto';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { CAPTURE_LIMITS, type Capture, notACapture, tooLarge } from './captured.ts';
import { waczSignature } from './wacz-signature.ts';
import { readWarc, wrongDigests } from './warc.ts';

/**
 * A WACZ file (Web Archive Collection Zipped 1.1): its WARC files, the pages that were meant, and every resource against the
 * hash and the length that `datapackage.json` gives, itself against `datapackage-digest.json`.
 *
 * @throws SanadError `capture.damaged`, `capture.too-large`
 */
export async function readWacz(file: Uint8Array): Promise<Capture> {
  if (file.length > CAPTURE_LIMITS.bytes) throw tooLarge();
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.length), {
      lazyEntries: true,
    });
    if (zip.entryCount > CAPTURE_LIMITS.parts) throw tooLarge();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'capture.too-large'
      ? error
      : notACapture('zip');
  }
  let unpacked = 0;
  const read = async (name: string): Promise<Buffer | undefined> => {
    const entry = entries.get(name);
    if (!entry || entry.isEncrypted()) return undefined;
    const pieces: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry).catch(() => {
      throw notACapture(name);
    });
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        unpacked += piece.length;
        if (unpacked > CAPTURE_LIMITS.unpacked) throw tooLarge();
        pieces.push(piece);
      }
    } catch (error) {
      throw error instanceof Error && error.message === 'capture.too-large' ? error : notACapture(name);
    } finally {
      stream.destroy();
    }
    return Buffer.concat(pieces);
  };

  const wrong: string[] = [];
  const described = await read('datapackage.json');
  if (!described) throw notACapture('no datapackage.json');
  const digest = parsed<{ hash?: unknown; signedData?: unknown }>(await read('datapackage-digest.json'));
  if (digest && digest.hash !== sha256(described)) wrong.push('datapackage.json: another hash');
  const signature = waczSignature(digest?.signedData, sha256(described));
  if (signature?.state === 'wrong') wrong.push('datapackage-digest.json: another signature');
  const list = parsed<{ resources?: unknown }>(described)?.resources;
  if (!Array.isArray(list)) throw notACapture('datapackage.json');
  const held = new Map<string, Buffer>();
  for (const resource of list.slice(0, CAPTURE_LIMITS.parts) as {
    path?: unknown;
    hash?: unknown;
    bytes?: unknown;
  }[]) {
    const path = String(resource?.path ?? '');
    const bytes = await read(path);
    if (!bytes) wrong.push(`${path.slice(0, 200)}: missing`);
    else if (resource.hash !== sha256(bytes)) wrong.push(`${path.slice(0, 200)}: another hash`);
    if (bytes) held.set(path, bytes);
  }
  const archives = [...entries.keys()].filter((name) => /^archive\/[^/]+\.warc(\.gz)?$/.test(name));
  if (archives.length === 0) throw notACapture('no WARC file in it');
  const parts: Capture['parts'][number][] = [];
  for (const name of archives) {
    if (!held.has(name)) wrong.push(`${name}: not among the resources`);
    const bytes = held.get(name) ?? (await read(name));
    if (bytes) parts.push(...readWarc(bytes));
    if (parts.length > CAPTURE_LIMITS.parts) throw tooLarge();
  }
  const pages = (held.get('pages/pages.jsonl')?.toString() ?? '')
    .split('\n')
    .flatMap((line) => parsed<{ url?: unknown }>(Buffer.from(line))?.url ?? [])
    .filter((url) => typeof url === 'string');
  const said = { format: 'wacz', parts, pages, wrong: [...wrong, ...wrongDigests(parts)] } as const;
  return signature ? { ...said, signature } : said;
}

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function parsed<T>(bytes: Buffer | undefined): T | undefined {
  try {
    const value: unknown = JSON.parse(bytes?.toString() ?? '');
    return value !== null && typeof value === 'object' ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
