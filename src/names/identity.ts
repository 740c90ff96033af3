import type { TokenForm } from './compounds.ts';
import { foldLatinSounds } from './fold-latin.ts';
import { GIVEN_NAMES } from './given-names.ts';
import knownSpellings from './known-spellings.model.json' with { type: 'json' };
import { arabicLatin } from './models.ts';
import type { PreparedWord } from './prepared-word.ts';
import { nameSkeleton } from './skeleton.ts';
import { meetingCost } from './transducer.ts';

/**
 * Which name a spelling is known to be of. The file holds folded Arabic forms with their attested Latin spellings; it is
 * made by `bench/names/train.ts`. What is not in it is left to the letters.
 */
const asWritten = whenAsked(() => namesBy((latin) => latin));
/** For spellings that are not attested but sound like one that is. */
const asSounded = whenAsked(() => namesBy(foldLatinSounds));

/** Made once, when it is first asked for: not every thread that knows of names compares them. */
function whenAsked<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function namesBy(key: (latin: string) => string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [arabic, spellings] of Object.entries(knownSpellings))
    for (const latin of new Set(spellings.split(' ').map(key))) {
      const known = names.get(latin);
      if (known) known.push(arabic);
      else names.set(latin, [arabic]);
    }
  return names;
}

const arabic = whenAsked(() => new Set([...Object.keys(knownSpellings), ...GIVEN_NAMES]));

/** Whether a folded Arabic word is a name with known spellings, or a known given name. */
export const isKnownName = (folded: string): boolean => arabic().has(folded);

/** The folded Arabic names that a token's core is known to be a spelling of. */
export function identitiesOf({ script, core }: TokenForm): readonly string[] {
  if (script === 'arabic') return arabic().has(core) ? [core] : [];
  return asWritten().get(core) ?? asSounded().get(foldLatinSounds(core)) ?? [];
}

/** See {@link meetingCost}. */
export const acrossCost = (arabic: PreparedWord, latin: PreparedWord, most?: number): number =>
  meetingCost(arabicLatin, arabic, latin, most);

const givenBySkeleton = whenAsked((): ReadonlyMap<string, readonly PreparedWord[]> => {
  const names = new Map<string, PreparedWord[]>();
  for (const name of GIVEN_NAMES) {
    const skeleton = nameSkeleton(name);
    const word = arabicLatin.left(name);
    const known = names.get(skeleton);
    if (known) known.push(word);
    else names.set(skeleton, [word]);
  }
  return names;
});

/** The known given name with the word's skeleton that explains it best. */
export function likelierName(latin: PreparedWord): { name: string; cost: number } | undefined {
  let best: { name: string; cost: number } | undefined;
  for (const word of givenBySkeleton().get(nameSkeleton(latin.letters)) ?? []) {
    const cost = acrossCost(word, latin);
    if (!best || cost < best.cost) best = { name: word.letters, cost };
  }
  return best;
}
