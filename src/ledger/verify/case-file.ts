import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SanadError } from '../../model/index.ts';
import { canonicalText } from './canonical.ts';
import type { Report } from './fault.ts';

/** What `sanad.json` says, as far as it can be read. */
export interface CaseFacts {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly sealed: boolean;
  readonly verifierKey: string;
  readonly locks: readonly LockFacts[];
  readonly openKeys?: Readonly<Record<string, string>>;
  /** Class → the name of the key that seals its values now. */
  readonly classes?: Readonly<Record<string, { readonly key: string; readonly public: string }>>;
  /** Everything, as parsed. */
  readonly all: Readonly<Record<string, unknown>>;
}

export interface LockFacts {
  /** Absent in version 1. */
  readonly kind?: string;
  readonly id?: string;
  readonly secret?: string;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: string;
  readonly wraps: Readonly<Record<string, string>>;
}

/** `undefined`, with the fault reported, where it cannot be read at all. */
export function readCaseFacts(folder: string, report: Report, from = 'sanad.json'): CaseFacts | undefined {
  if (!existsSync(folder)) throw new SanadError('case.not-found', { folder });
  const path = join(folder, from);
  if (!existsSync(path)) throw new SanadError('case.not-a-case', { folder });
  const text = readFileSync(path, 'utf8');
  let file: Partial<CaseFacts> & { readonly check?: unknown; readonly version?: unknown };
  try {
    file = JSON.parse(text);
  } catch {
    report('case-file-changed', 'sanad.json');
    return undefined;
  }
  if (typeof file !== 'object' || file === null) {
    report('case-file-changed', 'sanad.json');
    return undefined;
  }
  const { check, ...rest } = file;
  const expected = createHash('sha256').update(canonicalText(rest)).digest('hex');
  const whole = check === expected && text === `${JSON.stringify(file, null, 2)}\n`;
  if (!whole) report('case-file-changed', 'sanad.json');
  if (whole && file.version !== 1 && file.version !== 2)
    throw new SanadError('case.version-unknown', { folder, found: String(file.version) });
  const { id, name, created, sealed, verifierKey, locks, openKeys, classes } = file;
  if (typeof id !== 'string' || typeof verifierKey !== 'string') return undefined;
  return {
    version: Number(file.version),
    id,
    name: String(name),
    created: String(created),
    sealed: sealed === true,
    verifierKey,
    locks: Array.isArray(locks) ? locks : [],
    ...(typeof openKeys === 'object' ? { openKeys } : {}),
    ...(typeof classes === 'object' ? { classes } : {}),
    all: { ...file },
  };
}
