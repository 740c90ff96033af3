import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Call } from './recorded-calls.ts';

/**
 * A disk that promises no more than POSIX: what a file holds is durable once the file was synced, a name once its folder
 * was. Everything else may be there after a power cut, or not, or in part, in any combination; a rename is there whole
 * or not at all.
 */
interface File {
  durable: Buffer;
  pending: FileChange[];
}
type FileChange =
  | { readonly at: number; readonly data: Buffer; readonly size?: undefined }
  | { readonly size: number };

/** A change to names: done wholly or not. */
interface NameChange {
  readonly removes?: string;
  readonly sets?: { readonly path: string; readonly node: File | 'folder' };
  /** The folders whose sync makes it durable. */
  readonly folder: string;
}

/** What becomes of a pending change when the power is cut. */
export type Fate = (kind: 'data' | 'name') => 'dropped' | 'kept' | 'torn';

const SECTOR = 512;

export class LossyDisk {
  readonly #durable = new Map<string, File | 'folder'>([['.', 'folder']]);
  /** As the running process sees it. */
  readonly #seen = new Map<string, File | 'folder'>([['.', 'folder']]);
  readonly #open = new Map<number, { readonly path: string; readonly node: File | 'folder'; at: number }>();
  #names: NameChange[] = [];
  readonly #files = new Set<File>();

  apply(call: Call): void {
    switch (call.call) {
      case 'open':
        this.#opened(call.fd, call.path, call.flags);
        break;
      case 'close':
        this.#open.delete(call.fd);
        break;
      case 'write': {
        const open = this.#open.get(call.fd)!;
        const at = call.at ?? open.at;
        if (open.node !== 'folder') this.#change(open.node, { at, data: call.data });
        if (call.at === undefined) open.at += call.data.length;
        break;
      }
      case 'resize': {
        const { node } = this.#open.get(call.fd)!;
        if (node !== 'folder') this.#change(node, { size: call.size });
        break;
      }
      case 'sync':
        this.#synced(call.fd);
        break;
      case 'mkdir':
        this.#name({ sets: { path: call.path, node: 'folder' }, folder: dirname(call.path) });
        break;
      case 'rmdir':
      case 'unlink':
        this.#name({ removes: call.path, folder: dirname(call.path) });
        break;
      case 'link':
        this.#name({ sets: { path: call.to, node: this.#seen.get(call.from)! }, folder: dirname(call.to) });
        break;
      case 'rename':
        this.#name({
          removes: call.from,
          sets: { path: call.to, node: this.#seen.get(call.from)! },
          folder: dirname(call.to),
        });
        break;
      case 'say':
        break;
    }
  }

  #change(file: File, change: FileChange): void {
    file.pending.push(change);
    this.#files.add(file);
  }

  #name(change: NameChange): void {
    this.#names.push(change);
    renamed(this.#seen, change);
  }

  #opened(fd: number, path: string, flags: string): void {
    let node = this.#seen.get(path);
    if (!node && flags.includes('O_CREAT')) {
      node = { durable: Buffer.alloc(0), pending: [] };
      this.#name({ sets: { path, node }, folder: dirname(path) });
    }
    if (!node) throw new Error(`${path} was opened and never made`);
    if (node !== 'folder' && flags.includes('O_TRUNC')) this.#change(node, { size: 0 });
    this.#open.set(fd, { path, node, at: 0 });
  }

  #synced(fd: number): void {
    const { path, node } = this.#open.get(fd)!;
    if (node !== 'folder') {
      node.durable = node.pending.reduce(changed, node.durable);
      node.pending = [];
      this.#files.delete(node);
      return;
    }
    for (const change of this.#names) if (change.folder === path) renamed(this.#durable, change);
    this.#names = this.#names.filter((change) => change.folder !== path);
  }

  /** How many changes a power cut now could lose. */
  get atStake(): number {
    return this.#names.length + [...this.#files].reduce((sum, { pending }) => sum + pending.length, 0);
  }

  /** Writes the folder as it may look after the power was cut now. */
  cut(to: string, fate: Fate, pick: (below: number) => number): void {
    const names = new Map(this.#durable);
    for (const change of this.#names) if (fate('name') === 'kept') renamed(names, change);
    mkdirSync(to, { recursive: true });
    const there = (path: string): boolean =>
      path === '.' || (names.get(path) === 'folder' && there(dirname(path)));
    for (const [path, node] of [...names].sort(([a], [b]) => a.length - b.length)) {
      if (!there(dirname(path))) continue;
      if (node === 'folder') mkdirSync(join(to, path), { recursive: true });
      // Shared memory between processes; every first opening makes it anew.
      else if (!basename(path).endsWith('-shm')) writeFileSync(join(to, path), survived(node, fate, pick));
    }
  }
}

function renamed(names: Map<string, File | 'folder'>, { removes, sets }: NameChange): void {
  if (removes !== undefined) names.delete(removes);
  if (sets) names.set(sets.path, sets.node);
}

function changed(before: Buffer, change: FileChange): Buffer {
  if (change.size !== undefined) {
    const after = Buffer.alloc(change.size);
    before.copy(after);
    return after;
  }
  const after = Buffer.alloc(Math.max(before.length, change.at + change.data.length));
  before.copy(after);
  change.data.copy(after, change.at);
  return after;
}

function survived(file: File, fate: Fate, pick: (below: number) => number): Buffer {
  let bytes = file.durable;
  for (const change of file.pending) {
    const what = fate('data');
    if (what === 'dropped') continue;
    if (what === 'kept' || change.size !== undefined) bytes = changed(bytes, change);
    else
      for (let from = 0; from < change.data.length; from += SECTOR)
        if (pick(2) === 0)
          bytes = changed(bytes, { at: change.at + from, data: change.data.subarray(from, from + SECTOR) });
  }
  return bytes;
}
