import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PART, writeDurably } from './durable-file.ts';
import { type NoteSigner, openNote } from './signed-note.ts';

/**
 * A signed statement of what the ledger held: C2SP tlog-checkpoint. Whoever keeps one elsewhere can show later that
 * nothing it covers was changed or removed.
 */
export interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
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
export function newestCheckpoint(folder: string, verifierKey: string): Checkpoint | undefined {
  const within = join(folder, CHECKPOINT_FOLDER);
  for (const file of readdirSync(within).sort().reverse()) {
    if (!file.endsWith('.note')) continue;
    const text = openNote(readFileSync(join(within, file), 'utf8'), verifierKey);
    const [, size, root] = text?.split('\n') ?? [];
    if (size !== undefined && root !== undefined)
      return { size: Number(size), root: Buffer.from(root, 'base64') };
  }
  return undefined;
}

/** Removes what a killed process left half written. */
export function sweepCheckpoints(folder: string): void {
  const within = join(folder, CHECKPOINT_FOLDER);
  for (const file of readdirSync(within)) if (file.endsWith(PART)) rmSync(join(within, file));
}
