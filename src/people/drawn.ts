import type { RecordId } from '../model/index.ts';
import { pairKey } from './pair-history.ts';

/** FNV-1a, 32 bits: the same pair is drawn at every asking, and which are drawn has nothing to do with what they say. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Whether a pair is among one in so many, drawn evenly. */
export const drawn = (a: RecordId, b: RecordId, oneIn: number, draw: string): boolean =>
  hashOf(`${draw} ${pairKey(a, b)}`) % oneIn === 0;
