import arabicLatinModel from './arabic-latin.model.json' with { type: 'json' };
import latinLatinModel from './latin-latin.model.json' with { type: 'json' };
import { openTransducer } from './transducer.ts';
import type { TransducerModel } from './transducer-model.ts';

/** A model as its file holds it: a unit is its letters on both sides, then its counts. */
interface ModelFile {
  readonly left: string;
  readonly right: string;
  readonly backoff: number;
  readonly units: readonly (readonly (string | number)[])[];
}

const read = (file: ModelFile): TransducerModel => ({
  ...file,
  units: file.units.map(([left, right, ...counts]) => ({
    left: String(left),
    right: String(right),
    counts: counts.map(Number),
  })),
});

/** Arabic on the left, Latin on the right. */
export const arabicLatin = openTransducer(read(arabicLatinModel));
/** Two Latin spellings. */
export const latinLatin = openTransducer(read(latinLatinModel));
