import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type RandomBytes, SanadError } from '../../model/index.ts';
import { canonicalJson } from '../canonical-json.ts';
import { type Checkpoint, readCheckpoint } from '../checkpoint.ts';
import { consistencyHolds } from '../consistency-proof.ts';
import { PART, syncFolder } from '../durable-file.ts';
import { sha256Hex } from '../sha256.ts';
import { cosigner, exactBase64, openNote, parseNote } from '../signed-note.ts';

/**
 * Someone elsewhere who signs what they saw of a log, once they have seen that it continues what they saw before
 * (C2SP tlog-witness, by hand instead of over HTTP). All it keeps is one small file: its own key, and for each log the
 * key, the size and the root it signed last.
 */
const stateSchema = z.object({
  format: z.literal('sanad-witness'),
  version: z.literal(1),
  name: z.string().regex(/^[^\s+]+$/u),
  /** Secret of its Ed25519 key, base64. The file is as private as that. */
  seed: z.string(),
  logs: z.record(z.string(), z.object({ key: z.string(), size: z.int(), root: z.string() })),
  /** SHA-256 over the canonical JSON of the rest: finds damage, not intent. */
  check: z.string(),
});
type State = Omit<z.infer<typeof stateSchema>, 'check'>;

export interface CosignOptions {
  /** The log's key, compared with a copy from elsewhere; needed the first time only. */
  readonly log?: string | undefined;
  /** Name of this witness; needed only where the file does not exist yet. */
  readonly name?: string | undefined;
  readonly clock: () => Date;
  readonly random: RandomBytes;
}

export interface Cosigned {
  /** One signature line to add to the checkpoint. */
  readonly line: string;
  /** The checkpoint with that line. */
  readonly note: string;
  readonly origin: string;
  readonly size: number;
  /** How many entries it had seen before; `undefined` the first time. */
  readonly before?: number;
  /** Its own key, to be given to whoever wants to check the signature. */
  readonly verifierKey: string;
}

/**
 * @param stateFile made where it does not exist
 * @param request a checkpoint, or an `old` line and the proof that it continues that one
 * @throws SanadError `note.malformed`, `checkpoint.malformed`, `proof.malformed`, `witness.log-unknown`,
 *   `witness.key-changed`, `proof.key-other`, `witness.proof-needed`, `witness.rolled-back`, `witness.inconsistent`,
 *   `witness.state-damaged`, `witness.state-busy`; nothing is signed or remembered then
 */
export function cosign(stateFile: string, request: string, options: CosignOptions): Cosigned {
  const { from, path, note } = readRequest(request);
  const release = takeState(stateFile);
  try {
    const state = existsSync(stateFile) ? readState(stateFile) : newState(options);
    const shown = readCheckpoint(parseNote(note).text);
    const known = Object.hasOwn(state.logs, shown.origin) ? state.logs[shown.origin] : undefined;
    const key = keyOf(shown.origin, known?.key, options.log);
    if (openNote(note, key) === undefined) throw new SanadError('proof.key-other', { name: shown.origin });
    if (known) mustContinue({ size: known.size, root: Buffer.from(known.root, 'base64') }, shown, from, path);

    const logs = {
      ...state.logs,
      [shown.origin]: { key, size: shown.size, root: Buffer.from(shown.root).toString('base64') },
    };
    // Remembered before it is signed: a witness that forgets what it signed is none.
    release.keep({ ...state, logs });
    const signer = cosigner(state.name, Buffer.from(state.seed, 'base64'));
    const line = signer.cosign(parseNote(note).text, Math.floor(options.clock().getTime() / 1000));
    return {
      line,
      note: note + line,
      origin: shown.origin,
      size: shown.size,
      ...(known ? { before: known.size } : {}),
      verifierKey: signer.verifierKey,
    };
  } finally {
    release.done();
  }
}

function readRequest(request: string): { from: number; path: Buffer[]; note: string } {
  if (!request.startsWith('old ')) return { from: 0, path: [], note: request };
  const split = request.indexOf('\n\n');
  const [old = '', ...hashes] = request.slice(0, Math.max(0, split)).split('\n');
  const from = /^old (0|[1-9]\d{0,14})$/.exec(old)?.[1];
  if (from === undefined || hashes.length > 63) throw new SanadError('proof.malformed', { line: 1 });
  const path = hashes.map((hash, at) => {
    const bytes = exactBase64(hash);
    if (bytes?.length !== 32) throw new SanadError('proof.malformed', { line: at + 2 });
    return bytes;
  });
  return { from: Number(from), path, note: request.slice(split + 2) };
}

function keyOf(log: string, known: string | undefined, given: string | undefined): string {
  const key = known ?? given?.trim();
  if (key === undefined) throw new SanadError('witness.log-unknown', { log });
  if (given !== undefined && given.trim() !== key) throw new SanadError('witness.key-changed', { log });
  return key;
}

function mustContinue(known: Checkpoint, shown: Checkpoint, from: number, path: readonly Buffer[]): void {
  const sizes = { known: known.size, size: shown.size, from };
  if (shown.size < known.size) throw new SanadError('witness.rolled-back', sizes);
  const same = shown.size === known.size;
  if (!same && from !== known.size) throw new SanadError('witness.proof-needed', sizes);
  const proof = { from: known.size, to: shown.size, path: same ? [] : path };
  if (!consistencyHolds(proof, known.root, shown.root)) throw new SanadError('witness.inconsistent', sizes);
}

const newState = ({ name, random }: CosignOptions): State => ({
  format: 'sanad-witness',
  version: 1,
  name: name ?? `witness/${Buffer.from(random(4)).toString('hex')}`,
  seed: Buffer.from(random(32)).toString('base64'),
  logs: {},
});

const checkOf = (state: State): string => sha256Hex(Buffer.from(canonicalJson(state)));

function readState(file: string): State {
  const damaged = (cause?: unknown): SanadError => new SanadError('witness.state-damaged', { file }, cause);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw damaged(cause);
  }
  const parsed = stateSchema.safeParse(json);
  if (!parsed.success) throw damaged(parsed.error);
  const { check, ...state } = parsed.data;
  if (check !== checkOf(state)) throw damaged();
  return state;
}

/** One signing at a time: the next state is written into a file that nobody else may make meanwhile. */
function takeState(file: string): { keep(state: State): void; done(): void } {
  const part = file + PART;
  let handle: number;
  try {
    handle = openSync(part, 'wx', 0o600);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new SanadError('witness.state-busy', { file }, cause);
    throw new SanadError('case.disk-failed', { reason: String(cause) }, cause);
  }
  return {
    keep: (state) => {
      writeSync(handle, `${JSON.stringify({ ...state, check: checkOf(state) }, null, 2)}\n`);
      fsyncSync(handle);
      renameSync(part, file);
      syncFolder(dirname(file));
    },
    done: () => {
      closeSync(handle);
      rmSync(part, { force: true });
    },
  };
}
