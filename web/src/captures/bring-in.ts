import type { Added, CapturePart, ItemId } from '../../../src/model/index.ts';
import { ask } from '../api/answers.ts';
import { sendFile } from '../items/sending.ts';

/** A file of a capture: on this machine still, or held already. */
export interface PartChosen {
  readonly as: CapturePart;
  readonly name: string;
  readonly from: File | ItemId;
}

/** Larger files go in parts, so that a cut costs little. */
const IN_PARTS = 4 * 1024 * 1024;

/** Brings a file in; one that is held already is that one. @returns nothing where it was refused */
export function bringIn(file: File, by: string): Promise<ItemId | undefined> {
  return file.size > IN_PARTS ? inParts(file, by) : atOnce(file, by);
}

async function atOnce(file: File, by: string): Promise<ItemId | undefined> {
  const body = new FormData();
  body.append('files', file, file.name);
  body.append('by', by);
  const { added, alreadyHeld } = await ask<Added>('/api/items', { method: 'POST', body });
  return (added[0]?.id ?? alreadyHeld[0]?.item) as ItemId | undefined;
}

const inParts = (file: File, by: string): Promise<ItemId | undefined> =>
  new Promise((arrived) => {
    sendFile(file, {
      by,
      onState: ({ state, outcome }) => {
        if (state === 'done') arrived(outcome?.item);
        if (state === 'failed') arrived(undefined);
      },
    });
  });
