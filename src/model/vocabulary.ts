/** The words of the field, fixed once. Each list is the closed vocabulary of one axis; see docs/ARCHITECTURE.md. */

/** What may have become of a person. Several may stand together; death needs more than a note. */
export const FATES = [
  'unknown',
  'reported-detained',
  'reported-seen-alive',
  'reported-released',
  'contacted-alive',
  'reported-dead',
  'registered-dead',
  'remains-presumptive',
  'remains-confirmed',
] as const;
export type Fate = (typeof FATES)[number];

export const WHEREABOUTS = ['unknown', 'claimed', 'known', 'known-not-disclosed'] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];

/** Of a statement or a claim. `corroborated` needs two independent origins. */
export const VERIFICATIONS = [
  'reported',
  'corroborated',
  'verified',
  'contradicted',
  'refuted',
  'withdrawn',
] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** How a report puts a statement: its own assertion, hedged, passed on as unverified, or denied. */
export const STANCES = ['asserts', 'hedged', 'unverified', 'denies'] as const;
export type Stance = (typeof STANCES)[number];

/** How two records stand to each other. "Possible" is an honest end: names alone are often not enough. */
export const VERDICTS = ['same', 'possible', 'different'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How two claims stand to each other. */
export const CLAIM_RELATIONS = [
  'contradicts',
  'supersedes',
  'denies',
  'refines',
  'increment-of',
  'different-window',
  'same-number-different-thing',
] as const;
export type ClaimRelationType = (typeof CLAIM_RELATIONS)[number];

/** The slots of a Syrian name. Lists drop slots; they are aligned with gaps, never taken as a bag of words. */
export const NAME_SLOTS = [
  'given',
  'father',
  'grandfather',
  'family',
  'mother',
  'mother-family',
  'teknonym',
  'nickname',
] as const;
export type NameSlot = (typeof NAME_SLOTS)[number];

/** What one value of a row is about. The words of MAP.json and of every column mapping. */
export const PROPERTIES = [
  'name.full',
  'name.given',
  'name.father',
  'name.grandfather',
  'name.family',
  'name.mother',
  'name.teknonym',
  'name.nickname',
  'birth.date',
  'age',
  'sex',
  'place',
  'place.birth',
  'place.detention',
  'arrest.date',
  'seen.date',
  'admission.date',
  'release.date',
  'death.date',
  'date',
  'facility',
  'status',
  'relation',
  'id',
  'contact',
  'text',
  'ignore',
] as const;
/**
 * `place` is home, `facility` a hospital or camp, `contact` how to reach a family or a witness, `text` anything kept
 * word for word and not compared.
 */
export type Property = (typeof PROPERTIES)[number];
