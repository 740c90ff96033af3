import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SanadError } from '../model/index.ts';

/** What the keepers may say in their own words, in `line.json`; the rest of the page is always the same. */
const wordsSchema = z.object({ ar: z.string().max(4000), en: z.string().max(4000) });

const lineSchema = z.object({
  version: z.literal(1),
  /** Random; enters the stretching of every receipt code. Never changes, or no code finds its mailbox. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Who keeps the line. */
  name: wordsSchema.optional(),
  /** What is promised for information; absent: nothing is. */
  reward: wordsSchema.optional(),
  /** How else one can reach the keepers: a place, a person's post, an hour. */
  otherWays: wordsSchema.optional(),
  limits: z
    .object({
      /** Of one file, before it is sealed. */
      fileBytes: z
        .int()
        .positive()
        .default(50 * 1024 * 1024),
      /** Deposits of all mailboxes that have written before, and of new ones. */
      depositsAnHour: z.int().positive().default(600),
      newMailboxesAnHour: z.int().positive().default(300),
      depositsAMailbox: z.int().positive().default(100),
      bytesAMailbox: z
        .int()
        .positive()
        .default(300 * 1024 * 1024),
      totalBytes: z
        .int()
        .positive()
        .default(20 * 1024 ** 3),
      /** What must stay free on the disk. */
      freeBytes: z
        .int()
        .nonnegative()
        .default(1024 ** 3),
      /** Trials of scrypt that a small deposit costs in quiet times; 128 take about ten seconds on a cheap phone. */
      work: z.int().nonnegative().default(128),
    })
    .prefault({}),
});

export type Line = z.infer<typeof lineSchema> & {
  readonly folder: string;
  /** age recipients of the keepers. */
  readonly recipients: readonly string[];
};

/** Files that are ours to make, so that nothing else is overwritten. */
const LINE_FILE = 'line.json';
export const BOXES = 'boxes';
export const UPLOADS = 'uploads';

/**
 * Opens the folder of a line, or makes it where there is none.
 *
 * @param keepers text of a file with one age recipient a line; `#` begins a remark
 * @throws SanadError `line.keepers-invalid`, `line.not-a-line`, `line.settings-invalid`
 */
export function openLine(folder: string, keepers: string): Line {
  const recipients = readKeepers(keepers);
  const file = join(folder, LINE_FILE);
  if (!existsSync(file)) {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new SanadError('line.not-a-line', { folder });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = { version: 1, id: randomBytes(16).toString('hex') };
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  for (const within of [BOXES, UPLOADS]) mkdirSync(join(folder, within), { recursive: true, mode: 0o700 });
  return { ...readLine(file), folder, recipients };
}

function readLine(file: string): z.infer<typeof lineSchema> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SanadError('line.settings-invalid', { file, reason: 'JSON' }, error);
  }
  const read = lineSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new SanadError('line.settings-invalid', {
    file,
    reason: `${issue?.path.join('.')}: ${issue?.message}`,
  });
}

/** X25519 recipients only: the page carries no code for others. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

export function readKeepers(text: string): string[] {
  const recipients: string[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    const recipient = line.replace(/#.*$/, '').trim();
    if (recipient === '') return;
    if (!RECIPIENT.test(recipient)) throw new SanadError('line.keepers-invalid', { row: at + 1 });
    if (!recipients.includes(recipient)) recipients.push(recipient);
  });
  if (recipients.length === 0 || recipients.length > 20)
    throw new SanadError('line.keepers-invalid', { row: 1 });
  return recipients;
}
