import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Case } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';

/**
 * Makes a key that opens what is sealed to it. The secret side stands in the case under the class `line` and nowhere
 * else; the public side is what the line is given.
 *
 * @throws SanadError `line.unsealed`
 */
export async function makeKeeper(target: Case, by: string): Promise<string> {
  if (!target.sealed) throw new SanadError('line.unsealed');
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  target.note({
    kind: 'line',
    by,
    facts: { what: 'keeper', recipient },
    slots: [{ name: 'identity', sensitivity: 'line', value: identity }],
  });
  return recipient;
}

/** Public keys of the keepers of this case, oldest first. */
export const keepersOf = (opened: Case): string[] =>
  opened.events('line').flatMap(({ facts }) => (facts.what === 'keeper' ? [String(facts.recipient)] : []));

/** Secret keys that this opening can read. @throws SanadError `line.no-keeper` */
export function keeperIdentities(opened: Case): string[] {
  const identities = opened
    .events('line')
    .flatMap(({ facts, slots }) => (facts.what === 'keeper' ? [slots.get('identity')] : []))
    .filter((identity) => typeof identity === 'string');
  if (identities.length === 0) throw new SanadError('line.no-keeper');
  return identities;
}
