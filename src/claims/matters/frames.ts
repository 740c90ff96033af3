/**
 * A matter: something that is said of every prison that is opened, in whatever words. Two statements of one matter at
 * one place and time, of the same of its sorts, are one claim; a denial stands in it as a denial.
 */
export interface Frame {
  readonly matter: string;
  /**
   * Kinds of words (`words.ts`) that must stand together, one of these patterns. `a b` in any order, `a > b` in this
   * order, `a|b` either, `-a` none nearby; within so many words as `within` says. `denies:` only where the statement is
   * a denial.
   */
  readonly says: readonly string[];
  readonly within?: number;
  /** Measures in whose figure the matter is said already: what says how many is told by that. */
  readonly counts?: readonly string[];
  /**
   * Sorts of the matter, as kinds of words, the first that is named: two statements of which each names another sort
   * are two claims.
   */
  readonly sorts?: readonly string[];
  /** Not of the place: of the country, of whoever rules it. */
  readonly anywhere?: true;
  /** Said only by words that are new: "the secret cells" takes them as known, and "found no cells" tells of a search. */
  readonly fresh?: true;
  /** Its negation belongs to it: "nobody was found". */
  readonly negative?: true;
}

export const FRAMES: readonly Frame[] = [
  // Who is still there
  {
    matter: 'held-below',
    says: [
      'prisoner|person held below',
      'prisoner|person > could > below',
      'prisoner below -freed -search',
      'prisoner|person left-inside > inside -freed',
      'prisoner|person held hidden room',
      'prisoner|person|held held under > building',
      'no prisoner > inside',
      'no > one > inside|left-inside',
      'nobody left-inside|inside',
      'denies: prisoner|person inside|below',
    ],
    within: 9,
    counts: ['still-inside', 'detained'],
  },
  {
    matter: 'hidden-room',
    says: [
      'hidden > room -search',
      'room > hidden -search',
      'room > below -search',
      'room > under > building -search',
      'below > room -search',
    ],
    within: 4,
    fresh: true,
  },
  { matter: 'coded-doors', says: ['door code'], within: 9, negative: true },
  { matter: 'choking', says: ['choke', 'air running-out', 'air > running-out'], within: 4 },
  { matter: 'no-ventilation', says: ['ventilation off'], within: 6 },
  { matter: 'knocking', says: ['knocking hear'], within: 6 },
  { matter: 'on-screens', says: ['screen seen prisoner|person'], within: 12 },
  {
    matter: 'all-freed',
    says: ['all-of > them > freed', 'freed > all-of -prisoner', 'all-of > went-home'],
    within: 8,
  },
  { matter: 'last-left', says: ['last-one > prisoner > left-prison'], within: 6 },
  // The search
  { matter: 'search-ended', says: ['search ended', 'calls > off-it > search'], within: 6 },
  {
    matter: 'found-nobody',
    says: [
      'no > found > person|prisoner|nobody',
      'found > no > person',
      'found > nobody',
      'nobody found',
      'no > person|prisoner > found',
    ],
    within: 7,
    counts: ['still-inside', 'rescued'],
    negative: true,
  },
  {
    matter: 'no-hidden-room',
    says: ['no > found > hidden', 'no > hidden > room', 'no > found > room'],
    within: 8,
    negative: true,
  },
  {
    matter: 'breaking-in',
    says: ['break wall -family -code -sent', 'rescuer tool', 'search > hidden > room -ended -off-it'],
    within: 7,
  },
  { matter: 'families-dig', says: ['family dig', 'family break'], within: 5 },
  { matter: 'teams-sent', says: ['team sent'], within: 9, counts: ['teams'] },
  { matter: 'dogs', says: ['dog team|sent|rescuer'], within: 8 },
  {
    matter: 'guide',
    says: ['guide lead|knows', 'rescuer guide', 'lead knows', 'lead > around'],
    within: 7,
  },
  {
    matter: 'reward',
    says: ['reward', 'cash > offer', 'offer > cash'],
    within: 5,
    counts: ['reward', 'money'],
  },
  // How the place was opened, who left
  {
    matter: 'opened',
    says: ['rebel > open > prison', 'rebel > open|storm prison', 'prison storm', 'storm prison'],
    within: 8,
  },
  {
    matter: 'guards-fled',
    says: ['guard > fled', 'guard > run > out-away', 'guard > left > boat', 'fled > guard'],
    within: 6,
  },
  { matter: 'ruler-fled', says: ['ruler > fled'], within: 7, anywhere: true },
  { matter: 'regime-fell', says: ['regime > fell', 'fell > regime'], within: 6, anywhere: true },
  { matter: 'asylum', says: ['asylum', 'ruler > exile'], anywhere: true },
  { matter: 'ruler-unseen', says: ['no > unseen > public|days'], within: 7, anywhere: true, negative: true },
  { matter: 'crash', says: ['aircraft crash'], within: 6, anywhere: true },
  { matter: 'years-in-power', says: ['rules > years'], within: 8, anywhere: true },
  {
    matter: 'offensive-length',
    says: ['offensive > lasting > days', 'days offensive'],
    within: 7,
    anywhere: true,
  },
  { matter: 'transition', says: ['transition govt formed'], within: 7, anywhere: true },
  { matter: 'statues', says: ['statue topple'], within: 9, anywhere: true },
  // What is denied, doubted, taken back
  {
    matter: 'called-fake',
    says: ['denies: fake'],
    within: 12,
    sorts: ['pictures', 'papers', 'accounts'],
  },
  { matter: 'impossible-figure', says: ['figure impossible'], within: 9, negative: true },
  {
    matter: 'how-many-unknown',
    says: ['no say > how-many', 'unknown how-many'],
    within: 9,
    sorts: ['grave', 'freed'],
    negative: true,
  },
  { matter: 'post-deleted', says: ['post deleted'], within: 9, anywhere: true },
  {
    matter: 'footage-unverified',
    says: ['footage no verified', 'no verified > footage'],
    within: 14,
    anywhere: true,
    negative: true,
  },
  { matter: 'entered-twice', says: ['list twice'], within: 9 },
  { matter: 'list-of-the-dead', says: ['list|register > dead', 'meaning > dead'], within: 6 },
  // What was found
  { matter: 'register-found', says: ['register found'], within: 9, counts: ['documents'] },
  {
    matter: 'grave-found',
    says: ['grave-site found', 'lead > grave-site'],
    within: 9,
    counts: ['buried', 'bodies-found'],
  },
  { matter: 'several-in-a-grave', says: ['grave several > one'], within: 10 },
  { matter: 'marks-of-violence', says: ['strangled'], counts: ['tortured', 'injured'], sorts: [] },
  { matter: 'archive-burnt', says: ['archive destroyed'], within: 7 },
  {
    matter: 'bodies-burnt',
    says: ['burn body|prisoner', 'furnace body', 'furnace rid', 'denies: furnace'],
    within: 10,
  },
  { matter: 'press', says: ['press iron', 'press crush'], within: 12 },
  { matter: 'smuggled-out', says: ['smuggle pictures|papers'], within: 9, anywhere: true },
  { matter: 'mines', says: ['mine'] },
  { matter: 'looting', says: ['loot'] },
  // How it was to be held there
  { matter: 'due-to-die', says: ['due hanged'], within: 6 },
  { matter: 'slept-in-shifts', says: ['sleep shifts'], within: 5 },
  { matter: 'torture', says: ['torture widespread'], within: 9 },
  { matter: 'executed-regularly', says: ['hanged every|week week'], within: 9 },
  { matter: 'born-inside', says: ['born behind'], within: 6 },
  { matter: 'relative-arrested', says: ['child > arrested > years'], within: 12 },
  {
    matter: 'bribe',
    says: ['bribe', 'officer paid > money', 'paid > officer money'],
    within: 12,
    counts: ['money', 'reward', 'count'],
    anywhere: true,
  },
  {
    matter: 'moved-elsewhere',
    says: [
      'prisoner moved elsewhere',
      'convoy > taken > prisoner|person',
      'prisoner|person taken > convoy',
      'prisoner > vanish > convoy',
    ],
    within: 9,
  },
  { matter: 'freed-are-ill', says: ['freed ill'], within: 9 },
  {
    matter: 'children-held',
    says: [
      'minor held',
      'minor > inside',
      'no > minor > inside',
      'no > minor > among',
      'denies: minor held|inside|among',
    ],
    within: 6,
    counts: ['detained', 'still-inside', 'released', 'people'],
  },
  {
    matter: 'crammed',
    says: ['prisoner|person crammed room', 'crammed > room'],
    within: 7,
    counts: ['detained', 'people', 'capacity'],
  },
  { matter: 'starved', says: ['prisoner|person starve'], within: 6, counts: ['died', 'killed'] },
  { matter: 'without-charge', says: ['no > charge'], within: 3, anywhere: true },
  { matter: 'names-called', says: ['guard names > names-called', 'names-called > names -family'], within: 7 },
  { matter: 'carried-the-dead', says: ['prisoner|person carry > body-of -rescuer'], within: 8 },
  { matter: 'memory-lost', says: ['memory-lost > own-name', 'no > say > own-name'], within: 5 },
  { matter: 'nooses', says: ['found > noose', 'noose > found'], within: 6 },
  // Around it
  { matter: 'largest-prison', says: ['largest > prison'], within: 4 },
  { matter: 'searched-through', says: ['combed whole'], within: 5 },
  { matter: 'flooding', says: ['flood', 'water rising'], within: 7 },
  { matter: 'no-power', says: ['power > off', 'off > power'], within: 4 },
  { matter: 'pumps-off', says: ['pump off'], within: 6 },
  { matter: 'press-kept-away', says: ['journalist barred', 'journalist > no > near'], within: 8 },
  { matter: 'refused-entry', says: ['inspector barred > entry', 'entry > barred > inspector'], within: 8 },
  { matter: 'nameless-graves', says: ['grave nameless', 'grave > no > names'], within: 7 },
  { matter: 'old-graves', says: ['grave old', 'body-of old'], within: 6 },
  { matter: 'preserve-evidence', says: ['preserve > papers|grave|evidence-of'], within: 7, anywhere: true },
  { matter: 'put-on-trial', says: ['guard|official|ruler > trial -no'], within: 7, anywhere: true },
  { matter: 'amnesty', says: ['amnesty'], anywhere: true },
  { matter: 'curfew', says: ['curfew'] },
  { matter: 'celebrations', says: ['celebrate > road|fell|family', 'gather > celebrate'], within: 8 },
  { matter: 'funeral', says: ['funeral'] },
  { matter: 'uniforms-shed', says: ['discarded > uniform', 'uniform > discarded'], within: 6 },
  { matter: 'roads-jammed', says: ['jam road'], within: 6 },
  { matter: 'hospital-full', says: ['hospital swamped'], within: 7 },
  { matter: 'dna', says: ['dna'] },
  { matter: 'papers-strewn', says: ['papers strewn'], within: 6 },
  {
    matter: 'figure-taken-back',
    says: ['retract > figure', 'retract > post', 'rowed > back', 'preliminary say|figure'],
    within: 8,
    anywhere: true,
    negative: true,
  },
  {
    matter: 'figures-confused',
    says: ['figure confused', 'confused > figure', 'two > confused'],
    within: 8,
    anywhere: true,
    negative: true,
  },
  {
    matter: 'ruler-dead',
    says: ['ruler > dead', 'ruler > killed-in', 'convoy > dead'],
    within: 8,
    anywhere: true,
    counts: ['died', 'killed'],
  },
  { matter: 'families-wait', says: ['family gather'], within: 5, counts: ['crowd', 'waiting'] },
  { matter: 'public-digs', says: ['dig experts'], within: 12, sorts: [] },
  { matter: 'official-arrested', says: ['official > arrested'], within: 4, sorts: [] },
  { matter: 'inquiry', says: ['inquiry independent'], within: 4, anywhere: true },
];
