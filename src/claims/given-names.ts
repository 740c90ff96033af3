import { type Claim, type Decision, type GivenNameSaid, namesGiven } from '../model/index.ts';
import { UNNAMED_SOURCE } from '../reading/index.ts';
import { createGroups } from './groups.ts';

/** A spelling and the name it means, as a person of the case has said. */
export type GivenName = readonly [written: string, name: string];

export const givenNames = (standing: readonly Decision[]): GivenName[] =>
  Object.entries(namesGiven(standing));

const plain = (name: string): string =>
  name
    .replace(/^(?:the|a|an)\s+/iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * The names that stand in a claim, those who speak first, and what people have said of them; a name that was joined is
 * found by either of its spellings.
 */
export function namesIn(
  claim: Claim,
  standing: readonly Decision[],
): { names: string[]; given: GivenNameSaid[] } {
  const names = new Set(claim.origins.map(({ name }) => name));
  for (const { chain } of claim.mentions) for (const name of chain) names.add(name);
  if (claim.place !== undefined) names.add(claim.place);
  names.delete(UNNAMED_SOURCE);
  const known = new Set([...names].map(plain));
  return {
    names: [...names],
    given: standing.flatMap((one) =>
      one.kind === 'same-name' && (known.has(plain(one.written)) || known.has(plain(one.name)))
        ? [
            {
              decision: one.id,
              written: one.written,
              name: one.name,
              by: one.by,
              at: one.at,
              ...(one.reason === undefined ? {} : { reason: one.reason }),
            },
          ]
        : [],
    ),
  };
}

/** Pairs of the names used that mean one, since a person has said so; a name that nobody uses joins its spellings too. */
export function linksGiven(
  used: Iterable<string>,
  given: readonly GivenName[],
): (readonly [string, string])[] {
  const known = [...new Set(given.flat().map(plain))];
  const at = new Map(known.map((name, index) => [name, index]));
  const groups = createGroups(known.length);
  for (const [written, name] of given) groups.join(at.get(plain(written))!, at.get(plain(name))!);
  const firsts = new Map<number, string>();
  const links: [string, string][] = [];
  for (const name of used) {
    const index = at.get(plain(name));
    if (index === undefined) continue;
    const first = firsts.get(groups.of(index));
    if (first === undefined) firsts.set(groups.of(index), name);
    else links.push([first, name]);
  }
  return links;
}
