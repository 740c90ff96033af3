import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { StoredBytes } from '../ledger/index.ts';
import type { Problem } from '../model/index.ts';

/** One file on its way in. */
export interface Incoming {
  /** Name without folder. */
  readonly file: string;
  /** Where it stood, from the added folder on, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Where it is on disk in the case already, received in parts. */
  readonly stored?: StoredBytes;
  read(): Promise<Uint8Array>;
  /** The same piece by piece, where it may be too large for one. */
  pieces?(): AsyncIterable<Uint8Array>;
}

export interface FilesFound {
  readonly files: readonly Incoming[];
  readonly problems: readonly Problem[];
}

/**
 * Every file at or under the paths, in the order of their names. Hidden files are left alone, and so is a link that
 * leads out of the folder being added (`file.path-outside`).
 */
export async function filesAt(paths: readonly string[]): Promise<FilesFound> {
  const files: Incoming[] = [];
  const problems: Problem[] = [];

  const found = (path: string, name: string, size: number): void => {
    files.push({
      file: basename(path),
      path: name,
      size,
      read: () => readFile(path),
      pieces: () => createReadStream(path, { highWaterMark: 1024 * 1024 }),
    });
  };

  const refuse = (file: string, error: unknown): void => {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    problems.push(
      reason === 'ENOENT'
        ? { code: 'file.not-found', file }
        : { code: 'file.unreadable', file, data: { reason } },
    );
  };

  const visit = async (path: string, name: string, top: string): Promise<void> => {
    try {
      let about = await lstat(path);
      if (about.isSymbolicLink()) {
        const target = await realpath(path);
        if (target !== top && !target.startsWith(top + sep)) {
          problems.push({ code: 'file.path-outside', file: name });
          return;
        }
        about = await stat(path);
        if (about.isDirectory()) return; // it is visited under its own name
      }
      if (about.isFile()) found(path, name, about.size);
      else if (about.isDirectory())
        for (const entry of (await readdir(path)).sort())
          if (!entry.startsWith('.')) await visit(join(path, entry), `${name}/${entry}`, top);
    } catch (error) {
      refuse(name, error);
    }
  };

  for (const path of paths) {
    try {
      const top = await realpath(resolve(path));
      const about = await stat(top);
      const name = relative(resolve(top, '..'), top).split(sep).join('/');
      if (about.isDirectory()) await visit(top, name, top);
      else found(top, name, about.size);
    } catch (error) {
      refuse(path, error);
    }
  }
  return { files, problems };
}
