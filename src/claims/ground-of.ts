import type { Reuse } from '../model/index.ts';
import { copiesOf } from './copies.ts';
import type { GivenName } from './given-names.ts';
import type { Ground } from './ground.ts';
import { speakerOf } from './origins.ts';
import { periodOf } from './period.ts';
import { placesOf } from './places.ts';
import { quantityOf } from './quantity.ts';
import type { Said } from './said.ts';
import type { Voices } from './voices.ts';
import { rarityOf, type Wording, wordingOf } from './wording.ts';
import { speakersOf, wordsSaid } from './words-said.ts';

/** Works out what is known of each statement before statements are held against each other. */
export function groundOf(
  all: readonly Said[],
  reuse: readonly Reuse[],
  given: readonly GivenName[],
  voices: Voices,
): Ground {
  const speakers = speakersOf(all);
  const wordings = new Map<string, Wording>();
  const wordingOfSaid = (said: Said): Wording => {
    const text = wordsSaid(said, speakers);
    let wording = wordings.get(text);
    if (!wording) {
      wording = wordingOf(text);
      wordings.set(text, wording);
    }
    return wording;
  };
  const perStatement = all.map(wordingOfSaid);
  const rarity = rarityOf([...wordings.values()]);
  const wording = (at: number): Wording => perStatement[at]!;
  const copies = copiesOf(all, reuse, wording, rarity);
  const spoken = all.map(({ statement, record }) => {
    const last = speakerOf(statement);
    const voice = last === undefined ? undefined : voices.of(last);
    return voice === undefined || voice === voices.of(record.outlet) || voices.nameless(voice)
      ? undefined
      : voice;
  });
  return {
    all,
    places: placesOf(all, given),
    quantities: all.map(({ statement }) => quantityOf(statement)),
    periods: all.map(periodOf),
    copies,
    rarity,
    wording,
    voice: (at) => spoken[at],
  };
}
