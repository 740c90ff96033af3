import { setFlagsFromString } from 'node:v8';

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
