import { SanadError } from '../model/index.ts';
import type { Case } from './case.ts';
import { classOfKey, type Keyring } from './keyring.ts';

/**
 * The keys behind an open case, for what works on locks. They are no property of the case, so that nothing which is
 * handed one comes by them unawares.
 */
const behind = new WeakMap<Case, () => Keyring>();

export function holdKeys(opened: Case, keys: () => Keyring): Case {
  behind.set(opened, keys);
  return opened;
}

/** Exactly those that this view of the case may use; empty once it was closed. */
export function heldKeys(opened: Case): Keyring {
  const keys = behind.get(opened);
  if (!keys) throw new SanadError('internal', { reason: 'not a case' });
  const { classes } = opened;
  return new Map(
    [...keys()].filter(([name]) => {
      const sensitivity = classOfKey(name);
      return sensitivity === undefined || classes.has(sensitivity);
    }),
  );
}
