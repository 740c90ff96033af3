import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, openCase, verifyCase } from '../index.ts';
import { type Fate, LossyDisk } from './lossy-disk.ts';
import { type Call, recordedCalls, TRACED } from './recorded-calls.ts';

export interface PowerLossReport {
  /** System calls that changed the folder. */
  readonly calls: number;
  /** Disks that were looked at. */
  readonly states: number;
  readonly acknowledged: number;
  /** What was acknowledged and is not there, or half there, with the call before the cut and how it was cut. */
  readonly lost: readonly string[];
}

/** What had been acknowledged before a cut. */
export interface Promised {
  made: boolean;
  readonly kept: Map<string, number>;
  readonly erased: Set<string>;
  noted: number;
}

export const nothingPromised = (): Promised => ({
  made: false,
  kept: new Map(),
  erased: new Set(),
  noted: 0,
});

export const canTrace = (): boolean => spawnSync('strace', ['-V']).status === 0;

/** Lets a writer fill a case and writes down every call it makes inside the folder. */
export function recordWriter(root: string, passphrase: string, items: number): Call[] {
  mkdirSync(root, { recursive: true });
  const folder = join(root, 'case');
  const trace = join(root, 'trace');
  const writer = fileURLToPath(new URL('./acknowledging-writer.ts', import.meta.url));
  const strace = ['-f', '-xx', '-s', '100000000', '-e', `trace=${TRACED}`, '-o', trace];
  const ran = spawnSync('strace', [...strace, process.execPath, writer, folder, passphrase, String(items)], {
    maxBuffer: 1e8,
  });
  if (ran.status !== 0) throw new Error(`the writer failed: ${ran.stderr}`);
  const calls = recordedCalls(trace, folder);
  rmSync(trace);
  return calls;
}

/**
 * Cuts the power after every call: with all that was not synced dropped, with all of it kept, and with chance deciding
 * for each write, sector and name. Each disk that comes of it is opened as a person would, and must hold all that had
 * been acknowledged, whole, and nothing half.
 *
 * @param chances how many disks by chance for each call
 * @param every looks only at each so-manieth call
 */
export async function cutThePower(
  calls: readonly Call[],
  root: string,
  passphrase: string,
  { chances, every, pick }: { chances: number; every: number; pick: (below: number) => number },
  onState?: (done: number) => void,
): Promise<PowerLossReport> {
  const disk = new LossyDisk();
  const promised = nothingPromised();
  const lost: string[] = [];
  let states = 0;
  let mutating = 0;
  const fates: { readonly name: string; readonly fate: Fate }[] = [
    { name: 'all dropped', fate: () => 'dropped' },
    { name: 'all kept', fate: () => 'kept' },
    { name: 'data dropped, names kept', fate: (kind) => (kind === 'name' ? 'kept' : 'dropped') },
    { name: 'names dropped, data kept', fate: (kind) => (kind === 'name' ? 'dropped' : 'kept') },
    ...Array.from({ length: chances }, () => ({
      name: 'by chance',
      fate: () => (['dropped', 'kept', 'torn'] as const)[pick(3)]!,
    })),
  ];
  for (const [at, call] of calls.entries()) {
    disk.apply(call);
    if (call.call === 'say') promise(promised, call.line);
    if (call.call === 'open' || call.call === 'close') continue;
    mutating++;
    if (mutating % every !== 0) continue;
    const tried = disk.atStake === 0 ? fates.slice(0, 1) : fates;
    for (const { name, fate } of tried) {
      const folder = join(root, `cut-${states}`);
      disk.cut(folder, fate, pick);
      const wrong = await whatIsWrong(folder, passphrase, promised);
      if (wrong) lost.push(`after call ${at} (${told(call)}), ${name}: ${wrong}`);
      rmSync(folder, { recursive: true });
      states++;
      onState?.(states);
    }
  }
  return { calls: mutating, states, acknowledged: promised.kept.size, lost };
}

const told = (call: Call): string =>
  call.call === 'rename' ? `rename to ${call.to}` : 'path' in call ? `${call.call} ${call.path}` : call.call;

export function promise(promised: Promised, line: string): void {
  const [what, id = '', records] = line.split(' ');
  if (what === 'made') promised.made = true;
  if (what === 'kept') promised.kept.set(id, Number(records));
  if (what === 'erased') promised.erased.add(id);
  if (what === 'noted') promised.noted++;
}

/** What of it is not there, or half there; `undefined` where all is well. */
export async function whatIsWrong(
  folder: string,
  passphrase: string,
  promised: Promised,
): Promise<string | undefined> {
  if (!promised.made && !existsSync(join(folder, 'sanad.json'))) return undefined;
  let opened: Case;
  try {
    opened = await openCase(folder, { passphrase });
  } catch (error) {
    return `does not open: ${error}`;
  }
  try {
    for (const [sha256, records] of promised.kept) {
      const id = opened.holds(sha256);
      if (promised.erased.has(sha256)) {
        if (id) return `${sha256} was erased and is there`;
        continue;
      }
      // An erasure that was not acknowledged yet may have happened or not.
      const going = opened.events('erasure').length > promised.erased.size;
      if (!id && going) continue;
      if (!id) return `${sha256} is not there`;
      if ([...opened.itemRecords(id)].length !== records) return `${sha256} has lost records`;
    }
    for (const { id } of opened.items()) opened.itemBytes(id);
    const noted = opened.events('access').length;
    if (noted < promised.noted) return `${promised.noted} events were noted, ${noted} are there`;
  } catch (error) {
    return `cannot be read: ${error}`;
  } finally {
    opened.close();
  }
  const { faults } = await verifyCase(folder, { passphrase });
  return faults.length === 0 ? undefined : faults.map(({ what, where }) => `${what} ${where}`).join(', ');
}
