import { tokenForm } from './compounds.ts';
import { foldToken } from './fold.ts';
import { identitiesOf } from './identity.ts';
import { skeletonOf } from './skeleton.ts';

/**
 * What all spellings of one name share, so that its commonness is not split over them: the Arabic name where the
 * spelling is a known one (Mohamed, Muhammad and محمد are `محمد`), else the consonant
 * skeleton. Two rare names may share a class; one name seldom has two.
 */
export const nameClass = (token: string): string => nameSounds(token).name;

/** The skeleton of a token and its {@link nameClass}, at the cost of one. */
export function nameSounds(token: string): { readonly skeleton: string; readonly name: string } {
  const form = tokenForm(token);
  const skeleton = skeletonOf(form);
  const [known] = identitiesOf(form);
  const kind = form.kind === undefined ? '' : `${form.kind}:`;
  return { skeleton, name: kind + (known ?? (skeleton.length < 2 ? foldToken(token) : skeleton)) };
}

export interface NameFrequencies {
  /** How many were counted. */
  readonly total: number;
  /** Share of persons who bear the name, in any spelling: (n + ½) ÷ (total + ½ · classes), so never zero. */
  share(token: string): number;
}

/**
 * How common names are. Count persons, not rows: a name must not become common because its bearer is on many lists;
 * where persons are not known yet, `weights` can share one among the rows that may be the same.
 */
export function createNameFrequencies(tokens: Iterable<string>, weights?: Iterable<number>): NameFrequencies {
  const counts = new Map<string, number>();
  const weight = weights?.[Symbol.iterator]();
  let total = 0;
  for (const token of tokens) {
    const share: number = weight?.next().value ?? 1;
    const name = nameClass(token);
    if (name === '') continue;
    counts.set(name, (counts.get(name) ?? 0) + share);
    total += share;
  }
  return {
    total,
    share: (token) => ((counts.get(nameClass(token)) ?? 0) + 0.5) / (total + 0.5 * (counts.size + 1)),
  };
}
