import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loads modules without letting the engine's room for young objects grow: what is loaded stays, so all of it outlives its
 * youth, and the room would be sixty megabytes from then on. Afterwards it grows as it is needed.
 */
export async function smallStart<T>(load: () => Promise<T>): Promise<T> {
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return await load();
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}

/** Gives back what loading and starting left behind, which the engine would keep until it is short of memory itself. */
export function tidyUp(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'major'; flavor: 'last-resort' }) => void;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}
