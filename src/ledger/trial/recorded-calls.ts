import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * What a process asked of the kernel inside one folder, in order, as `strace -f -xx` wrote it down. Recorded there and
 * not in a layer of our own, because the database writes by itself: what counts is what reached the kernel.
 */
export type Call =
  | { readonly call: 'open'; readonly fd: number; readonly path: string; readonly flags: string }
  | { readonly call: 'write'; readonly fd: number; readonly data: Buffer; readonly at?: number }
  | { readonly call: 'sync' | 'close'; readonly fd: number }
  | { readonly call: 'resize'; readonly fd: number; readonly size: number }
  | { readonly call: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly call: 'unlink' | 'mkdir' | 'rmdir'; readonly path: string }
  /** A line on standard output. */
  | { readonly call: 'say'; readonly line: string };

export const TRACED =
  'openat,open,close,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,ftruncate,truncate,mkdir,mkdirat,rmdir,fallocate,copy_file_range,sendfile,lseek';

/** @throws Error for a call that this reader does not know how to replay: then the model would be wrong */
export function recordedCalls(trace: string, folder: string): Call[] {
  const calls: Call[] = [];
  const files = new Set<number>();
  const inside = (path: string): string | undefined => {
    const within = relative(folder, path);
    return within.startsWith('..') ? undefined : within || '.';
  };
  for (const { name, args, result } of finishedCalls(trace)) {
    if (result < 0) continue;
    const paths = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((match) => unescaped(match[1]!));
    const path = paths[0] && inside(paths[0].toString());
    const fd = Number.parseInt(args, 10);
    switch (name) {
      case 'open':
      case 'openat':
        if (path === undefined || path === '') break;
        files.add(result);
        calls.push({ call: 'open', fd: result, path, flags: args.slice(args.lastIndexOf('"')) });
        break;
      case 'close':
        if (files.delete(fd)) calls.push({ call: 'close', fd });
        break;
      case 'write':
        if (fd === 1 && paths[0])
          for (const line of paths[0].toString().trimEnd().split('\n')) calls.push({ call: 'say', line });
        else if (files.has(fd)) calls.push({ call: 'write', fd, data: paths[0]!.subarray(0, result) });
        break;
      case 'pwrite64':
        if (files.has(fd))
          calls.push({
            call: 'write',
            fd,
            data: paths[0]!.subarray(0, result),
            at: Number(args.slice(args.lastIndexOf(',') + 1)),
          });
        break;
      case 'fsync':
      case 'fdatasync':
        if (files.has(fd)) calls.push({ call: 'sync', fd });
        break;
      case 'ftruncate':
        if (files.has(fd)) calls.push({ call: 'resize', fd, size: Number(args.split(',')[1]) });
        break;
      case 'rename':
      case 'link': {
        const to = inside(paths[1]!.toString());
        if (path && to) calls.push({ call: name, from: path, to });
        break;
      }
      case 'unlink':
      case 'mkdir':
      case 'rmdir':
        if (path) calls.push({ call: name, path });
        break;
      case 'lseek':
        break;
      default:
        if (files.has(fd) || path) throw new Error(`${name} is not replayed`);
    }
  }
  return calls;
}

interface Finished {
  readonly name: string;
  readonly args: string;
  readonly result: number;
}

/** Puts together what other threads interrupted. */
function* finishedCalls(trace: string): Generator<Finished> {
  const begun = new Map<string, string>();
  for (const line of readFileSync(trace, 'latin1').split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const whole = rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? '');
    const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(whole) ?? [];
    if (name) yield { name, args, result: Number(result) };
  }
}

const unescaped = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');
