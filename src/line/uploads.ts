import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { SanadError } from '../model/index.ts';
import { UPLOADS } from './line-folder.ts';

/** A deposit that is still coming in, in parts. What has arrived stays, over cuts of the line and restarts, for a day. */
export interface Upload {
  readonly id: string;
  readonly mailbox: string;
  /** Of the whole, as announced. */
  readonly bytes: number;
  readonly file: string;
}

export interface Uploads {
  begin(mailbox: string, bytes: number, now: Date): Upload;
  find(id: string): Upload;
  /** How much has arrived. */
  arrived(upload: Upload): number;
  /** @throws SanadError `line.part-misplaced` where it does not begin at what has arrived, or goes beyond the end */
  append(upload: Upload, at: number, part: Uint8Array, now: Date): number;
  finished(upload: Upload): void;
  /** Bytes that are promised to what is still coming. */
  promised(): number;
  /** Forgets what has not moved for a day. */
  sweep(now: Date): void;
}

/** The most that one part may hold: small enough for a line that breaks every minute. */
export const PART_BYTES = 256 * 1024;
const KEPT_MS = 24 * 3600 * 1000;
const ID = /^[0-9a-f]{32}$/;
/** How every file of age's format begins: what is not sealed is not taken. */
const SEALED = Buffer.from('age-encryption.org/v1\n-> X25519 ');

export function uploadsIn(folder: string, opened: Date): Uploads {
  const root = join(folder, UPLOADS);
  const about = (id: string): string => join(root, `${id}.json`);
  const body = (id: string): string => join(root, `${id}.part`);
  const pending = new Map<string, Upload>();
  const moved = new Map<string, number>();

  for (const name of readdirSync(root)) {
    const id = name.replace(/\.json$/, '');
    if (!name.endsWith('.json') || !ID.test(id) || !existsSync(body(id))) continue;
    try {
      const { mailbox, bytes } = JSON.parse(readFileSync(about(id), 'utf8')) as Upload;
      pending.set(id, { id, mailbox, bytes, file: body(id) });
      moved.set(id, opened.getTime());
    } catch {
      rmSync(about(id), { force: true });
    }
  }
  const forget = (id: string): void => {
    pending.delete(id);
    moved.delete(id);
    rmSync(about(id), { force: true });
    rmSync(body(id), { force: true });
  };

  return {
    begin: (mailbox, bytes, now) => {
      const id = randomBytes(16).toString('hex');
      const upload = { id, mailbox, bytes, file: body(id) };
      writeFileSync(body(id), '', { mode: 0o600 });
      writeFileSync(about(id), JSON.stringify({ mailbox, bytes }), { mode: 0o600 });
      pending.set(id, upload);
      moved.set(id, now.getTime());
      return upload;
    },
    find: (id) => {
      const upload = pending.get(id);
      if (!upload) throw new SanadError('line.upload-unknown');
      return upload;
    },
    arrived: ({ file }) => statSync(file).size,
    append: (upload, at, part, now) => {
      const arrived = statSync(upload.file).size;
      if (at > arrived || at + part.length > upload.bytes)
        throw new SanadError('line.part-misplaced', { found: at, expected: arrived });
      if (at === 0 && !SEALED.equals(Buffer.from(part.subarray(0, SEALED.length))))
        throw new SanadError('line.not-sealed');
      const open = openSync(upload.file, 'r+');
      try {
        ftruncateSync(open, at);
        for (let written = 0; written < part.length; )
          written += writeSync(open, part, written, part.length - written, at + written);
      } catch (error) {
        throw new SanadError('line.full', {}, error);
      } finally {
        closeSync(open);
      }
      moved.set(upload.id, now.getTime());
      return at + part.length;
    },
    finished: ({ id }) => forget(id),
    promised: () => {
      let bytes = 0;
      for (const upload of pending.values()) bytes += upload.bytes;
      return bytes;
    },
    sweep: (now) => {
      for (const [id, at] of moved) if (now.getTime() - at > KEPT_MS) forget(id);
      for (const name of readdirSync(root))
        if (!pending.has(name.slice(0, 32))) rmSync(join(root, name), { force: true });
    },
  };
}
