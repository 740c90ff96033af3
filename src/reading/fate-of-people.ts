import { arabicFate } from './arabic/fates.ts';
import { withPhrases } from './fate-phrases.ts';
import { isArabic, type Measure } from './measures.ts';

const words = (list: string): string[] => list.split(' ');

/** Words that say what became of those counted; the nearest one in the clause decides. */
const FATES: readonly [measure: Measure, triggers: string][] = [
  ['still-inside', 'trapped stuck buried-alive entombed sealed walled beneath underground'],
  ['released', 'released freed liberated release freeing liberating liberation releasing free'],
  ['escaped', 'escaped fled escape fleeing'],
  ['rescued', 'rescued saved rescuing rescue'],
  ['arrested', 'arrested arrest arresting arrests rounded abducted kidnapped'],
  ['missing', 'missing disappeared vanished unaccounted evaporated disappearance disappearances whereabouts'],
  ['executed', 'executed execution executions hanged hanging executing gallows'],
  ['killed', 'killed killing dead slain murdered massacred kill deaths toll massacre shot fatalities'],
  ['died', 'died die dying death drowned starved perished succumbed suffocated'],
  ['injured', 'injured wounded hurt injuring wounding injuries'],
  ['tortured', 'tortured beaten raped abused torture'],
  ['displaced', 'displaced displacement evacuated evicted uprooted'],
  ['transferred', 'transferred transferring relocated relocation deported deportation'],
  ['hospitalised', 'hospitalised hospitalized'],
  ['listed', 'listed'],
  ['returned', 'returned returning'],
  ['identified', 'identified identification named'],
  ['buried', 'buried buries'],
  [
    'detained',
    'detained held jailed imprisoned incarcerated locked interned confined caged custody kept behind-bars holding held crammed packed herded housed housing prisoners inmates detainees imprisonment captives',
  ],
  ['crowd', 'gathered streets poured celebrated celebrating rallied protested marched crowd flocked'],
  ['waiting', 'waiting queued queue wait'],
  ['searching', 'searching search searched deployed dispatched digging'],
];
const byTrigger = new Map<string, Measure>();
for (const [measure, triggers] of FATES)
  for (const trigger of words(triggers)) if (!byTrigger.has(trigger)) byTrigger.set(trigger, measure);

const RESCUE_AHEAD = new Set([
  'to',
  'trying',
  'rush',
  'racing',
  'efforts',
  'effort',
  'لتحرير',
  'لإنقاذ',
  'محاولة',
  'محاولات',
]);
const WEAK: ReadonlySet<Measure> = new Set([
  'detained',
  'searching',
  'crowd',
  'returned',
  'identified',
  'listed',
]);
const STILL = new Set([
  'still',
  'remain',
  'remaining',
  'remained',
  'inside',
  'trapped',
  'زال',
  'يزال',
  'زالوا',
  'مازال',
  'داخل',
  'تحت',
]);

/**
 * What a figure of people counts, by the words of its clause. `at` is the figure's place among the clause's words;
 * nearness decides, a word behind the figure before one in front of it.
 */
export function measureOfPeople(words: readonly string[], at: number): Measure {
  const clause = withPhrases(words);
  let best: { measure: Measure; cost: number } | undefined;
  let still = 0;
  let deaths: Measure | undefined;
  for (let index = 0; index < clause.length; index++) {
    const word = clause[index]!;
    const distance = Math.abs(index - at);
    if (STILL.has(word) && distance < 22) still++;
    // "Sentenced 40 men to death": nobody has died of it yet.
    if (word === 'death' && clause[index - 1] === 'to' && clause.some((each) => SENTENCED.has(each)))
      continue;
    let measure = isArabic(word) ? arabicFate(clause, index) : byTrigger.get(word);
    if (!measure) continue;
    if (
      measure === 'released' &&
      (word === 'free' || word === 'release' || word === 'rescue' || word === 'تحرير') &&
      RESCUE_AHEAD.has(clause[index - 1] ?? '')
    )
      measure = 'still-inside';
    if (
      measure === 'still-inside' &&
      (word === 'beneath' || word === 'underground') &&
      !clause.some((each) => STILL.has(each) || each === 'locked' || each === 'held')
    )
      continue;
    if ((measure === 'executed' || measure === 'died' || measure === 'killed') && distance < 14) {
      if (deaths && deaths !== measure) deaths = 'died';
      else deaths = measure;
    }
    const named = isNoun(clause, index, at);
    if (named && (index > at || distance > 4)) continue;
    const cost =
      distance +
      (index < at ? 2.5 : 0) +
      (index < at && isElsewhere(clause, index, at) ? 4 : 0) +
      (named ? 9 : 0) +
      (WEAK.has(measure) && !isOwn(clause, index, at) ? 8 : 0);
    if (!best || cost < best.cost) best = { measure, cost };
  }
  if (!best) {
    if (saysInside(clause, at)) return 'still-inside';
    if (liesBuried(clause, at)) return 'buried';
    if (sharesCell(clause, at)) return 'detained';
    if (clause.slice(at, at + 6).some((word) => STAFF.test(word))) return 'people';
    if (wereInside(clause, at)) return 'detained';
    return inHospital(clause, at) ? 'hospitalised' : 'people';
  }
  if (best.cost > 3 && best.measure !== 'still-inside' && staysBelow(clause, at)) return 'still-inside';
  if (SEIZED.has(best.measure) && isLost(clause, at)) return 'missing';
  if (best.measure === 'detained' && (still > 0 || isDeep(clause))) return 'still-inside';
  if (best.measure === 'people') return 'people';
  if ((best.measure === 'executed' || best.measure === 'died' || best.measure === 'killed') && deaths)
    return deaths;
  return best.measure;
}

/** "Lists of the missing", "photos of the dead": a noun beside the figure, but "40 of the dead" are such people. */
const isNoun = (clause: readonly string[], index: number, at: number): boolean =>
  isArabicNoun(clause, index, at) ||
  ((clause[index - 1] === 'the' || (clause[index - 1] ?? '').endsWith("'s")) &&
    NOMINAL.has(clause[index]!) &&
    !(clause[index - 2] === 'of' && COUNTING.test(clause[index - 3] ?? '')) &&
    !(index > at && index - at <= 4 && clause[index - 2] === 'of'));
/** «مرصد الميناء للمعتقلين والمفقودين»: whom a body is for is not what the figure counts; «عدد المفقودين 300» is. */
const isArabicNoun = (clause: readonly string[], index: number, at: number): boolean =>
  Math.abs(index - at) > 3 &&
  /^[وفبك]?(?:ال|لل)\p{L}{3,}(?:ون|ين|ات|ى)$/u.test(clause[index]!) &&
  !clause.slice(Math.max(0, index - 2), index).some((word) => COUNTING_AR.test(word)) &&
  index < at;
const COUNTING_AR = /^[وفب]?(?:ال)?(?:عدد|أعداد|حصيلة|إجمالي|مجموع|مصير|من)(?:هم)?$/u;
const COUNTING = /^(?:numbers?|toll|counts?|figures?|totals?|tally|estimates?)$/;
const NOMINAL = new Set(
  'missing dead disappeared wounded injured trapped freed released executed killed hanged tortured displaced living arrested detained'.split(
    ' ',
  ),
);

/** "Many were freed, thousands more are locked in": each figure has the verb of its own clause. */
const isElsewhere = (clause: readonly string[], index: number, at: number): boolean => {
  for (let between = index + 1; between < at; between++)
    if (CLAUSE_JOINS.has(clause[between]!) || clause[between] === ';') return true;
  return false;
};

/**
 * The word is said of the figure itself: its verb ("40 were held", "40 are said to be locked in"), a participle behind
 * its noun ("1,100 people held at"), or the verb that it is the object of ("never housed more than 300").
 */
function isOwn(clause: readonly string[], index: number, at: number): boolean {
  if (index < at) {
    for (let between = index + 1; between < at; between++)
      if (!BEFORE_NUMBER.has(clause[between]!)) return false;
    return HELD.test(clause[index]!);
  }
  if (index - at >= 12) return false;
  const between = clause.slice(at + 1, index);
  if (between.length <= 3 && HELD.test(clause[index]!) && !between.some((word) => ENDS.has(word)))
    return true;
  return between.some((word) => BEING.has(word)) && !between.some((word) => byTrigger.has(word));
}
const HELD =
  /^(?:held|holds?|holding|detained|jailed|imprisoned|incarcerated|interned|confined|caged|kept|keeps|crammed|packed|herded|housed|houses?|locked|احتجز\p{L}{0,2}|[يت]?حتجز\p{L}*|اعتقل\p{L}{0,2})$/u;
const BEFORE_NUMBER = new Set('never ever been the some about in to at one time'.split(' '));
const ENDS = new Set([',', ';', 'and', 'who', 'that', 'which', 'while', 'but']);

const SENTENCED = new Set(['sentenced', 'condemned']);

const BEING = new Set('are is were was be been being'.split(' '));
const CLAUSE_JOINS = new Set('while but although though whereas as بينما لكن فيما'.split(' '));

/** "900 people are still inside", "900 remain below": what is said of them is that they are there. */
function saysInside(clause: readonly string[], at: number): boolean {
  const near = clause.slice(at, at + 12);
  const still = near.some((word) => STAYING.has(word));
  const inside = near.some((word) => INSIDE.has(word));
  return (
    (still && inside) ||
    near
      .slice(0, 6)
      .some((word, ahead) => BELOW.has(word) && !(word === 'under' && NO_PLACE.test(near[ahead + 1] ?? '')))
  );
}
/** "Under eighteen", "under arrest": no place. */
const NO_PLACE =
  /^(?:\d+|[a-z]+teen|ten|twelve|twenty|five|age|arrest|guard|judicial|orders?|warrant|investigation|way|control|sentence)$/;
/** "Hundreds walk free; 900 remain below": the verb right behind the figure says it. */
const staysBelow = (clause: readonly string[], at: number): boolean => {
  const near = clause.slice(at, at + 6);
  const stays = near.findIndex((word) => STAYING.has(word));
  return stays >= 0 && near.slice(stays).some((word) => word !== 'in' && INSIDE.has(word));
};
/** "Nineteen to a cell", "31 of us slept in one room made for eight", «تسعون شخصاً في العنبر الواحد». */
const sharesCell = (clause: readonly string[], at: number): boolean => {
  for (let word = at + 1; word < Math.min(clause.length, at + 9); word++)
    if (CELL.test(clause[word]!))
      return (
        /^(?:a|one|each|per|every|single|same|في|بكل|كل)$/.test(clause[word - 1]!) ||
        /^ال?واحد/u.test(clause[word + 1] ?? '')
      );
  return false;
};
const CELL = /^(?:cell|dungeon|dormitory|hangar|(?:ال)?زنزانة|(?:ال)?عنبر|(?:ال)?مهجع|(?:ال)?منفردة)$/u;
/** "A hundred may lie in that trench", "the pit could hold 120 victims". */
function liesBuried(clause: readonly string[], at: number): boolean {
  const behind = clause.slice(at, at + 12);
  const lying = behind.findIndex((word) => LYING.test(word));
  if (lying >= 0 && behind.slice(lying).some((word) => GRAVE.test(word))) return true;
  const before = clause.slice(Math.max(0, at - 6), at);
  const grave = before.findIndex((word) => GRAVE.test(word));
  return (
    grave >= 0 &&
    before.slice(grave).some((word) => /^(?:contains?|holds?|ت?ضم|ي?ضم|ت?حوي|ي?حوي)$/u.test(word))
  );
}
const LYING = /^(?:lies?|lying|lay|rest|ترقد|يرقد|يرقدون)$/u;
const GRAVE =
  /^(?:graves?|trench(?:es)?|pits?|plots?|cemetery|ditch|burial|graveyard|sand|soil|(?:ال)?قبور|(?:ال)?قبر|(?:ال)?مقبرة|(?:ال)?حفرة|(?:ال)?خندق|(?:ال)?تراب)$/u;

/** "57 were in the hospital", «وجود 57 آخرين في المستشفى». */
const inHospital = (clause: readonly string[], at: number): boolean => {
  const behind = clause.slice(at, at + 9);
  return behind.some(
    (word, next) =>
      /^(?:hospitals?|clinics?|ward|drips|المستشفى|المشفى|مستشفى|مشفى)$/u.test(word) &&
      behind.slice(Math.max(0, next - 3), next).some((each) => /^(?:in|at|to|on|في|إلى)$/u.test(each)),
  );
};

/** «من كانوا في السجن», "there were never more than 60 people in the building": those whom it held. */
const wereInside = (clause: readonly string[], figure: number): boolean => {
  const near = clause.slice(Math.max(0, figure - 8), figure + 12);
  return staysIn(clause) || (near.some((word) => WAS.test(word)) && heldIn(clause, figure));
};
/** Whoever works in a place is not held there. */
const STAFF =
  /^(?:guards?|guardsmen|warders?|wardens?|jailers?|officers?|officials?|soldiers?|troops|fighters?|rebels?|police|policemen|doctors?|nurses?|medics?|workers?|volunteers?|rescuers?|journalists?|reporters?|lawyers?|experts?|teams?|staff|employees|حراس|حارسا|ضباط|ضابطا|جنود|جنديا|عناصر|عنصرا|مقاتلا|مقاتلين|أطباء|طبيبا|متطوعا|متطوعين|مسعفا|مسعفين|موظفا|موظفين|صحفيا|صحافيا)$/u;
const WAS = /^(?:were|was|been|are|كان|كانوا|كانت|يحشرون|يكدسون)$/u;
const HOUSE =
  /^(?:prison|jail|building|camp|cells?|custody|branch|compound|hangar|wing|block|dungeon|there|السجن|سجن|المعتقل|المبنى|المعسكر|الفرع|زنزانة|زنازين|عنبر|العنبر|هناك)$/u;
/** Behind the figure "in" or "inside" and, an article or so later, where people are held. */
const heldIn = (clause: readonly string[], figure: number): boolean =>
  clause
    .slice(figure, figure + 8)
    .some(
      (word, ahead) =>
        /^(?:in|inside|at|في|داخل)$/u.test(word) &&
        clause.slice(figure + ahead + 1, figure + ahead + 4).some((each) => HOUSE.test(each)),
    );
const staysIn = (clause: readonly string[]): boolean =>
  clause.some(
    (word, at) =>
      /^(?:كانوا|were)$/.test(word) &&
      /^(?:في|داخل|in|inside)$/.test(clause[at + 1] ?? '') &&
      clause
        .slice(at + 2, at + 5)
        .some((next) => /^(?:السجن|سجن|المعتقل|prison|jail|cells|custody)$/.test(next)),
  );
const STAYING = new Set(
  'still remain remains remaining remained left زالوا زال يزال يزالون تزال بقي بقوا يزالوا'.split(' '),
);
const INSIDE = new Set('inside below beneath underground under there in داخل تحت'.split(' '));
const isDeep = (clause: readonly string[]): boolean =>
  clause.some(
    (word, at) =>
      DEEP.has(word) ||
      (word === 'down' && clause[at + 1] === 'there') ||
      (word === 'under' && clause.slice(at + 1, at + 5).some((next) => BUILT.test(next))),
  );
const BUILT =
  /^(?:prison|jail|mega-jail|building|ground|floors?|cells|compound|camp|earth|concrete|rubble|basement)$/;
/** "Those arrested since 2017 whose fate is unknown" are missing: that they were seized only comes before. */
const SEIZED: ReadonlySet<Measure> = new Set(['arrested', 'detained', 'people']);
const isLost = (clause: readonly string[], figure: number): boolean =>
  clause.some(
    (word, at) =>
      // A phrase that was read as one word: "not been heard of".
      (at > figure && word === 'missing' && clause[at + 1] === '') ||
      (word === 'fate' && clause.slice(at + 1, at + 6).includes('unknown')) ||
      (word === 'whereabouts' && clause.slice(at + 1, at + 5).includes('unknown')) ||
      (/^(?:و)?مصير(?:هم|هن)?$/u.test(word) &&
        clause.slice(at + 1).some((next) => /^مجهول[اةه]?$/u.test(next))) ||
      (word === 'unaccounted' && clause[at + 1] === 'for') ||
      (/^(?:heard|seen)$/.test(word) &&
        clause.slice(Math.max(0, at - 3), at).some((each) => NEVER.test(each))),
  );
const NEVER = /^(?:not|never|n't|hasn't|haven't)$/;
const DEEP = new Set('below beneath underground تحت'.split(' '));
const BELOW = new Set('inside below beneath underground under تحت داخل'.split(' '));
