/**
 * The annotation's words for what is counted, in ours: the first that fits. Annotators choose their words freely, so
 * these are parts of words; one that fits none counts nothing.
 */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/reward|bounty/, 'reward'],
  [/team|crew/, 'teams'],
  [/dog|equipment/, 'count'],
  [/transfer/, 'transferred'],
  [/hospitali[sz]|admission/, 'hospitalised'],
  [/(?:detainees|families|occupancy)_(?:registered|documented|register)|register_count/, 'listed'],
  [/still_inside|trapped/, 'still-inside'],
  [/releas|freed/, 'released'],
  [/rescued/, 'rescued'],
  [/identified/, 'identified'],
  [/marker|grave|buri/, 'buried'],
  [/injur|wound/, 'injured'],
  [/tortur/, 'tortured'],
  [/bod(?:y|ies)|morgue|corpse/, 'bodies-found'],
  [/missing|disappear/, 'missing'],
  [/execut/, 'executed'],
  [/death|died|dead/, 'died'],
  [/level|floor/, 'levels'],
  [/(?:^|_)cells?(?:_|$)/, 'cells'],
  [/photo|picture|image/, 'photographs'],
  [/register|document|file|entries|paper/, 'documents'],
  [/facilit/, 'facilities'],
  [/arrest/, 'arrested'],
  [/displac/, 'displaced'],
  [/crowd|queue|famil/, 'crowd'],
  [/duration|length|years/, 'duration'],
  [/distance/, 'distance'],
  [/occupan|detain|held|prisoner/, 'detained'],
];
export const measureOf = (theirs: string): string | undefined =>
  /existence|figure|denial|testimon|label|statement/.test(theirs)
    ? undefined
    : MEASURES.find(([words]) => words.test(theirs))?.[1];
