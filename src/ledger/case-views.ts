import { SanadError } from '../model/index.ts';
import type { Case } from './case.ts';
import type { CaseFile } from './case-file.ts';
import { holdKeys } from './held-keys.ts';
import { growingTree, type Ledger } from './open-ledger.ts';
import { reading } from './reading-case.ts';
import type { Sensitivity } from './sensitivity.ts';

/** The case as seen by each set of classes that is asked for, made once. */
export function views<V extends Omit<Case, 'as' | 'close'>>(
  { seals, keys }: Ledger,
  make: (classes: ReadonlySet<Sensitivity>) => V,
): V & Pick<Case, 'as'> {
  const made = new Map<string, Case>();
  const as: Case['as'] = (asked) => {
    const wanted = new Set(asked);
    const name = [...wanted].sort().join();
    let found = made.get(name);
    if (!found) {
      // One set that keys come to and go from, so that it is never out of date.
      const classes = new Set<Sensitivity>();
      seals.follow(() => {
        classes.clear();
        for (const one of wanted) if (seals.held.has(one)) classes.add(one);
      });
      const within: Case['as'] = (fewer) => as([...fewer].filter((one) => wanted.has(one)));
      found = holdKeys({ ...make(classes), as: within, close: () => {} }, () => keys);
      made.set(name, found);
    }
    return found;
  };
  return { ...make(seals.held), as };
}

/** A case that is open beside a writer: whatever would change it is refused. */
export function caseForReading(file: CaseFile, ledger: Ledger): Case {
  const refuse = (): never => {
    throw new SanadError('internal', { reason: 'the case is open for reading only' });
  };
  const refusing = {
    addItem: refuse,
    deposit: refuse,
    addItems: refuse,
    receive: refuse,
    storedPieces: refuse,
    discard: refuse,
    parked: () => [],
    resume: refuse,
    decide: refuse,
    note: refuse,
    notes: refuse,
    erase: refuse,
  };
  const tree = growingTree(ledger.entries);
  const whole = views(ledger, (classes) => ({ ...reading(file, ledger, tree, classes), ...refusing }));
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    ledger.forgetAll();
    ledger.db.close();
  };
  return holdKeys({ ...whole, close }, () => ledger.keys);
}
