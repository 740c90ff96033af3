import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that are there after the power is cut, or not there at all; never half. */

/** While a file is being written it carries this ending; one found at open was left by a killed process. */
export const PART = '.part';

export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Writes the bytes to disk under `name`: a part in the same folder, fsync, rename. The folder is not yet synced. */
export function writeDurably(folder: string, name: string, bytes: Uint8Array): void {
  const part = join(folder, name + PART);
  const file = openSync(part, 'w', 0o600);
  try {
    writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, join(folder, name));
}

/** Makes the names in a folder durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder and its name durable. */
export function makeFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(dirname(folder));
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Overwrites a file with zeros, as far as the disk overwrites, and removes it. */
export function shred(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const zeros = Buffer.alloc(1024 * 1024);
    const { size } = fstatSync(file);
    for (let at = 0; at < size; at += zeros.length)
      writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  removeFile(path);
  syncFolder(dirname(path));
}

/** Removes a file where it is there. `rmSync` does not tell what kept it from doing so. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
