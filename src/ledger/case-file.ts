import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SanadError } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { lockSchema } from './lock.ts';
import { derive } from './sealing.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { sha256Hex } from './sha256.ts';

/** `sanad.json`: what must be known before anything can be opened. Public; it holds no personal value. */
export const CASE_FILE = 'sanad.json';
export const FORMAT_VERSION = 2;

const caseFileSchema = z.object({
  format: z.literal('sanad-case'),
  version: z.int(),
  id: z.string().regex(/^[0-9a-z]{16}$/),
  name: z.string(),
  created: z.string(),
  sealed: z.boolean(),
  /** Who signs the checkpoints, as a C2SP verifier key. */
  verifierKey: z.string(),
  /** Ways to the keys of a sealed case. */
  locks: z.array(lockSchema).optional(),
  /** What anyone may know of the keys by class; absent in an unsealed case, and where version 1 sealed it. */
  classes: z
    .partialRecord(z.enum(SENSITIVITIES), z.object({ key: z.string(), public: z.string() }))
    .optional(),
  /** Public half of the vault's key, base64, where the case has class keys. */
  vault: z.string().optional(),
  /** The keys of an unsealed case, base64: they find damage there and keep no secret. */
  openKeys: z.object({ database: z.string(), checkpoint: z.string() }).optional(),
  /** Of a sealed case: by someone who holds the database's key, so that nobody else exchanges a lock or a class's key. */
  mac: z.string().optional(),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** SHA-256 over the canonical JSON of everything else in the file. Finds damage, not intent. */
const checkOf = (file: CaseFile): string => sha256Hex(Buffer.from(canonicalJson(file)));

/** HMAC-SHA256 over the canonical JSON of everything but itself and the check, base64. */
function macOf({ mac: _, ...file }: CaseFile, databaseKey: Uint8Array): string {
  return createHmac('sha256', derive(databaseKey, 'sanad case file'))
    .update(canonicalJson(file))
    .digest('base64');
}

/** Whether whoever wrote it held the database's key. Version 1 had no such proof. */
export const caseFileHolds = (file: CaseFile, databaseKey: Uint8Array): boolean =>
  !file.sealed || file.version === 1 || file.mac === macOf(file, databaseKey);

/** @param databaseKey of a sealed case */
export function writeCaseFile(
  folder: string,
  plain: CaseFile,
  databaseKey: Uint8Array,
  name = CASE_FILE,
): void {
  const file = plain.sealed && plain.version > 1 ? { ...plain, mac: macOf(plain, databaseKey) } : plain;
  const text = `${JSON.stringify({ ...file, check: checkOf(file) }, null, 2)}\n`;
  writeDurably(folder, name, Buffer.from(text));
  syncFolder(folder);
}

/**
 * @throws SanadError `case.not-found`, `case.not-a-case`, `case.version-unknown`, or `case.damaged` where a byte of it
 * is not as it was written
 */
export function readCaseFile(folder: string, name = CASE_FILE): CaseFile {
  if (!existsSync(folder)) throw new SanadError('case.not-found', { folder });
  const path = join(folder, name);
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
