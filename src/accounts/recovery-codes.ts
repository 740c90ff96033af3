import { createHash } from 'node:crypto';
import type { RandomBytes } from '../model/index.ts';
import { codeAsMade, printableCode } from './printable-code.ts';

const HOW_MANY = 10;
/** 75 bits: beyond guessing, so that a plain hash of one tells nothing. */
const CHARACTERS = 15;

/** Ten codes for the day when the phone is gone; each works once. */
export const newRecoveryCodes = (random: RandomBytes): string[] =>
  Array.from({ length: HOW_MANY }, () => printableCode(random, CHARACTERS));

/** What is kept of a code. */
export const recoveryHash = (typed: string): string =>
  createHash('sha256')
    .update(`sanad recovery ${codeAsMade(typed)}`)
    .digest('base64url');
