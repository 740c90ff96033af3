import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SanadError } from '../model/index.ts';
import type { Case } from './case.ts';
import { CASE_FILE } from './case-file.ts';
import { CHECKPOINT_FOLDER } from './checkpoint.ts';
import { DATABASE_FILE, diskTrouble } from './database.ts';
import { makeFolder, PART, syncFolder, writeDurably } from './durable-file.ts';
import { endTar, readTar, type TarEntry, writeTarEntry } from './tar.ts';
import { VAULT_FOLDER } from './vault.ts';

/** The only names a backup may hold; anything else in one was not put there by us. */
const NAME =
  /^(sanad\.json|ledger\.db|checkpoints\/\d{12}\.note|vault\/([0-9a-f]{2})\/\2[0-9a-f]{62}|line\/[0-9a-f]{64}\.age)$/;
/** Files that came by the public line, each sealed to its keepers; not of the ledger, but of the case. */
const LINE_FOLDER = 'line';

/**
 * Writes the whole case as it stands now into one tar file, which appears under its name only when complete. A sealed
 * case is as sealed in its backup. Others may read and write meanwhile: what they add is not in it.
 *
 * @param options.keys where `sanad.json`, with the wrapped keys, goes instead of into the backup: so that few small files
 *   have to be destroyed for many large ones to become unreadable
 * @throws SanadError `backup.exists`, `case.disk-failed`
 */
export async function backupCase(
  from: Case,
  file: string,
  { keys }: { readonly keys?: string | undefined } = {},
): Promise<void> {
  const target = resolve(file);
  for (const made of [file, keys])
    if (made !== undefined && existsSync(resolve(made)))
      throw new SanadError('backup.exists', { file: made });
  const part = target + PART;
  const database = `${target}.database${PART}`;
  try {
    rmSync(database, { force: true });
    const { entries, files } = from.snapshot(database);
    const archive = openSync(part, 'w', 0o600);
    try {
      if (keys === undefined) writeTarEntry(archive, CASE_FILE, join(from.folder, CASE_FILE));
      writeTarEntry(archive, DATABASE_FILE, database);
      for (const name of readdirSync(join(from.folder, CHECKPOINT_FOLDER)).sort())
        if (/^\d{12}\.note$/.test(name) && Number.parseInt(name, 10) <= entries)
          writeTarEntry(archive, `${CHECKPOINT_FOLDER}/${name}`, join(from.folder, CHECKPOINT_FOLDER, name));
      for (const name of files) {
        const within = `${VAULT_FOLDER}/${name.slice(0, 2)}/${name}`;
        writeTarEntry(archive, within, join(from.folder, within));
      }
      if (existsSync(join(from.folder, LINE_FOLDER)))
        for (const name of readdirSync(join(from.folder, LINE_FOLDER)).sort())
          if (NAME.test(`${LINE_FOLDER}/${name}`))
            writeTarEntry(archive, `${LINE_FOLDER}/${name}`, join(from.folder, LINE_FOLDER, name));
      endTar(archive);
      fsyncSync(archive);
    } finally {
      closeSync(archive);
    }
    if (keys !== undefined) {
      writeDurably(dirname(resolve(keys)), basename(keys), readFileSync(join(from.folder, CASE_FILE)));
      syncFolder(dirname(resolve(keys)));
    }
    renameSync(part, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(part, { force: true });
    throw diskTrouble(error);
  } finally {
    rmSync(database, { force: true });
  }
}

/**
 * Unpacks a backup into a folder that does not exist yet, which appears only when all of it is on disk. Run `verify`
 * on it afterwards: that is what says whether the backup was good.
 *
 * @param options.keys the file of keys that the backup was made without
 * @throws SanadError `file.not-found`, `case.exists`, `case.disk-failed`, `backup.keys-needed`, `backup.damaged` also for a name that no
 *   backup has, such as one that leads out of the folder
 */
export async function restoreCase(
  file: string,
  folder: string,
  { keys }: { readonly keys?: string | undefined } = {},
): Promise<void> {
  const target = resolve(folder);
  for (const needed of [file, keys])
    if (needed !== undefined && !existsSync(needed)) throw new SanadError('file.not-found', { file: needed });
  if (existsSync(target) && readdirSync(target).length > 0) throw new SanadError('case.exists', { folder });
  const part = target + PART;
  rmSync(part, { recursive: true, force: true });
  const archive = openSync(file, 'r');
  try {
    mkdirSync(part, { recursive: true, mode: 0o700 });
    for (const within of [VAULT_FOLDER, CHECKPOINT_FOLDER]) makeFolder(join(part, within));
    const folders = new Set([part]);
    for (const entry of readTar(archive)) {
      if (!entry || !NAME.test(entry.name)) throw new SanadError('backup.damaged', { file: basename(file) });
      folders.add(unpack(entry, part, file));
    }
    if (!existsSync(join(part, DATABASE_FILE)))
      throw new SanadError('backup.damaged', { file: basename(file) });
    if (keys !== undefined) writeDurably(part, CASE_FILE, readFileSync(keys));
    else if (!existsSync(join(part, CASE_FILE)))
      throw new SanadError('backup.keys-needed', { file: basename(file) });
    for (const within of folders) syncFolder(within);
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(part, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw diskTrouble(error);
  } finally {
    closeSync(archive);
  }
}

/** @returns the folder in which the file now stands */
function unpack(entry: TarEntry, part: string, archive: string): string {
  const path = join(part, entry.name);
  makeFolder(dirname(path));
  const out = openSync(path, 'wx', 0o600);
  try {
    for (const piece of entry.content())
      for (let at = 0; at < piece.length; ) at += writeSync(out, piece, at);
    fsyncSync(out);
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new SanadError('backup.damaged', { file: basename(archive) }, cause);
    throw cause;
  } finally {
    closeSync(out);
  }
  return dirname(path);
}
