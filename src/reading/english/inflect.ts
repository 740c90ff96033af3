/** How a verb's form stands to its base. `past` also covers the participle where both are spelt alike. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  see: ['saw', 'seen'],
  hear: ['heard', 'heard'],
  feel: ['felt', 'felt'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  swear: ['swore', 'sworn'],
  speak: ['spoke', 'spoken'],
  read: ['read', 'read'],
  learn: ['learned', 'learned'],
  understand: ['understood', 'understood'],
  hold: ['held', 'held'],
  put: ['put', 'put'],
  make: ['made', 'made'],
  give: ['gave', 'given'],
  foresee: ['foresaw', 'foreseen'],
  forget: ['forgot', 'forgotten'],
  mean: ['meant', 'meant'],
  dream: ['dreamed', 'dreamed'],
  seek: ['sought', 'sought'],
  retell: ['retold', 'retold'],
  uphold: ['upheld', 'upheld'],
  shoot: ['shot', 'shot'],
  bury: ['buried', 'buried'],
  flee: ['fled', 'fled'],
  bring: ['brought', 'brought'],
  take: ['took', 'taken'],
  leave: ['left', 'left'],
  lose: ['lost', 'lost'],
  sue: ['sued', 'sued'],
  rebut: ['rebutted', 'rebutted'],
  forbid: ['forbade', 'forbidden'],
  cast: ['cast', 'cast'],
  bet: ['bet', 'bet'],
  strike: ['struck', 'struck'],
  withdraw: ['withdrew', 'withdrawn'],
  choose: ['chose', 'chosen'],
};

/** Verbs that double their last letter though stressed nowhere else tells it. */
const DOUBLING = new Set([
  'admit',
  'beg',
  'ban',
  'refer',
  'commit',
  'permit',
  'slam',
  'plan',
  'quip',
  'submit',
  'concur',
  'rebut',
  'forget',
  'infer',
  'blog',
  'chat',
  'jot',
  'bet',
  'put',
  'rip',
  'plot',
  'let',
  'omit',
  'hit',
  'blot',
]);

/** Every form of a verb, with what it is. */
export function formsOf(base: string): [form: string, kind: VerbForm][] {
  const irregular = Object.hasOwn(IRREGULAR, base) ? IRREGULAR[base] : undefined;
  const third = /(?:[sxz]|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const doubled = DOUBLING.has(base) ? base + base.at(-1) : base;
  const past =
    irregular?.[0] ??
    (base.endsWith('e') ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled}ed`);
  const ing = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled}ing`;
  const forms: [string, VerbForm][] = [
    [base, 'base'],
    [third, 'third'],
    [past, 'past'],
    [ing, 'ing'],
  ];
  if (irregular && irregular[1] !== irregular[0]) forms.push([irregular[1], 'participle']);
  if (doubled === base && /[^aeiou][aeiou]l$/.test(base))
    forms.push([`${base}led`, 'past'], [`${base}ling`, 'ing']);
  return forms;
}
