import { hash } from 'node:crypto';

/** By way of a string: the engine's one-shot hash spends twice as long on making a buffer of its own. */
export const sha256 = (data: Uint8Array | string): Buffer =>
  Buffer.from(hash('sha256', data, 'binary'), 'binary');
export const sha256Hex = (data: Uint8Array): string => hash('sha256', data, 'hex');
