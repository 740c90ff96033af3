import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SanadError } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { sha256Hex } from './sha256.ts';

/** `sanad.json`: what must be known before anything can be opened. Public; it holds no personal value. */
export const CASE_FILE = 'sanad.json';
export const FORMAT_VERSION = 1;

const caseFileSchema = z.object({
  format: z.literal('sanad-case'),
  version: z.int(),
  id: z.string().regex(/^[0-9a-z]{16}$/),
  name: z.string(),
  created: z.string(),
  sealed: z.boolean(),
  /** Who signs the checkpoints, as a C2SP verifier key. */
  verifierKey: z.string(),
  /** Passphrases that open a sealed case. */
  locks: z
    .array(
      z.object({
        kdf: z.literal('argon2id'),
        memoryKiB: z.int().min(8),
        passes: z.int().min(1),
        lanes: z.int().min(1),
        salt: z.string(),
        wraps: z.record(z.string(), z.string()),
      }),
    )
    .optional(),
  /** The keys of an unsealed case, base64: they find damage there and keep no secret. */
  openKeys: z.object({ database: z.string(), checkpoint: z.string() }).optional(),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** SHA-256 over the canonical JSON of everything else in the file. Finds damage, not intent. */
const checkOf = (file: CaseFile): string => sha256Hex(Buffer.from(canonicalJson(file)));

export function writeCaseFile(folder: string, file: CaseFile): void {
  const text = `${JSON.stringify({ ...file, check: checkOf(file) }, null, 2)}\n`;
  writeDurably(folder, CASE_FILE, Buffer.from(text));
  syncFolder(folder);
}

/**
 * @throws SanadError `case.not-found`, `case.not-a-case`, `case.version-unknown`, or `case.damaged` where a byte of it
 * is not as it was written
 */
export function readCaseFile(folder: string): CaseFile {
  if (!existsSync(folder)) throw new SanadError('case.not-found', { folder });
  const path = join(folder, CASE_FILE);
  if (!statSync(folder).isDirectory() || !existsSync(path))
    throw new SanadError('case.not-a-case', { folder });
  const text = readFileSync(path, 'utf8');
  if (!text.includes('sanad-case')) throw new SanadError('case.not-a-case', { folder });
  let outer: unknown;
  try {
    outer = JSON.parse(text);
  } catch (cause) {
    throw new SanadError('case.damaged', { where: CASE_FILE }, cause);
  }
  const version = z.object({ version: z.int() }).safeParse(outer);
  if (version.success && version.data.version > FORMAT_VERSION)
    throw new SanadError('case.version-unknown', { folder, found: version.data.version });
  const parsed = caseFileSchema.extend({ check: z.string() }).safeParse(outer);
  if (!parsed.success) throw new SanadError('case.damaged', { where: CASE_FILE }, parsed.error);
  const { check, ...file } = parsed.data;
  if (check !== checkOf(file)) throw new SanadError('case.damaged', { where: CASE_FILE });
  return file;
}
