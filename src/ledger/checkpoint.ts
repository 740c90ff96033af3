import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SanadError } from '../model/index.ts';
import { PART, writeDurably } from './durable-file.ts';
import { exactBase64, type NoteSigner, openNote } from './signed-note.ts';

/**
 * A signed statement of what the ledger held: C2SP tlog-checkpoint. Whoever keeps one elsewhere can show later that
 * nothing it covers was changed or removed.
 */
export interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint as it was signed. */
export interface SignedCheckpoint extends Checkpoint {
  /** The note, word for word. */
  readonly note: string;
}

export const CHECKPOINT_FOLDER = 'checkpoints';

/** The first line of every checkpoint, and the signer's name. */
export const originOf = (caseId: string): string => `sanad/${caseId}`;

/** Sorts as it counts. */
export const checkpointFile = (size: number): string => `${String(size).padStart(12, '0')}.note`;

export function writeCheckpoint(folder: string, checkpoint: Checkpoint, signer: NoteSigner): void {
  const text = `${signer.name}\n${checkpoint.size}\n${Buffer.from(checkpoint.root).toString('base64')}\n`;
  const note = Buffer.from(signer.sign(text));
  writeDurably(join(folder, CHECKPOINT_FOLDER), checkpointFile(checkpoint.size), note);
}

/** The newest checkpoint that is whole and signed; damaged ones are told by verify. */
export function newestCheckpoint(folder: string, verifierKey: string): SignedCheckpoint | undefined {
  for (const found of signedCheckpoints(folder, verifierKey)) return found;
  return undefined;
}

/** Every checkpoint that is whole and signed, newest first. */
export function* signedCheckpoints(folder: string, verifierKey: string): Generator<SignedCheckpoint> {
  const within = join(folder, CHECKPOINT_FOLDER);
  for (const file of readdirSync(within).sort().reverse()) {
    const found = file.endsWith('.note') ? signedIn(join(within, file), verifierKey) : undefined;
    if (found) yield found;
  }
}

/** The checkpoint of so many entries, where it is kept whole and signed. */
export function signedCheckpoint(
  folder: string,
  verifierKey: string,
  size: number,
): SignedCheckpoint | undefined {
  const file = join(folder, CHECKPOINT_FOLDER, checkpointFile(size));
  return existsSync(file) ? signedIn(file, verifierKey) : undefined;
}

function signedIn(file: string, verifierKey: string): SignedCheckpoint | undefined {
  const note = readFileSync(file, 'utf8');
  const text = openNote(note, verifierKey);
  if (text === undefined) return undefined;
  const { size, root } = readCheckpoint(text);
  return { size, root, note };
}

/**
 * The three lines of a checkpoint.
 *
 * @throws SanadError `checkpoint.malformed`
 */
export function readCheckpoint(text: string): {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
} {
  const [origin = '', size = '', base64 = '', ...more] = text.split('\n');
  const root = exactBase64(base64);
  const whole = /^(0|[1-9]\d{0,14})$/.test(size);
  if (origin === '' || !whole || root?.length !== 32 || more.pop() !== '' || more.includes(''))
    throw new SanadError('checkpoint.malformed');
  return { origin, size: Number(size), root };
}

/** Removes what a killed process left half written. */
export function sweepCheckpoints(folder: string): void {
  const within = join(folder, CHECKPOINT_FOLDER);
  for (const file of readdirSync(within)) if (file.endsWith(PART)) rmSync(join(within, file));
}
