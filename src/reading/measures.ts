/**
 * What is counted. A figure's `measure` is one of these words; claims meet only within one family, so that the same
 * number of prisoners freed and of prisoners killed never meets.
 */
export const MEASURES = [
  'still-inside',
  'detained',
  'arrested',
  'released',
  'escaped',
  'rescued',
  'missing',
  'killed',
  'executed',
  'died',
  'bodies-found',
  'buried',
  'identified',
  'injured',
  'tortured',
  'displaced',
  'returned',
  'crowd',
  'waiting',
  'searching',
  'people',
  'teams',
  'cells',
  'doors',
  'levels',
  'facilities',
  'documents',
  'photographs',
  'weapons',
  'vehicles',
  'reward',
  'money',
  'area',
  'distance',
  'duration',
  'age',
  'share',
  'times',
  'count',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures of one family speak of one matter and may contradict, refine or add to each other. */
export const MEASURE_FAMILIES: Readonly<Record<Measure, string>> = {
  'still-inside': 'held',
  detained: 'held',
  arrested: 'held',
  released: 'freed',
  escaped: 'freed',
  rescued: 'freed',
  missing: 'missing',
  killed: 'deaths',
  executed: 'deaths',
  died: 'deaths',
  'bodies-found': 'bodies',
  buried: 'bodies',
  identified: 'identified',
  injured: 'injured',
  tortured: 'tortured',
  displaced: 'movement',
  returned: 'movement',
  crowd: 'crowd',
  waiting: 'crowd',
  searching: 'search',
  people: 'people',
  teams: 'search',
  cells: 'building',
  doors: 'building',
  levels: 'building',
  facilities: 'facilities',
  documents: 'documents',
  photographs: 'photographs',
  weapons: 'weapons',
  vehicles: 'vehicles',
  reward: 'reward',
  money: 'money',
  area: 'extent',
  distance: 'extent',
  duration: 'duration',
  age: 'age',
  share: 'share',
  times: 'times',
  count: 'count',
};

const words = (list: string): string[] => list.trim().split(/\s+/);

/** What one counted thing is, by its noun, singular and plural, in English and Arabic. */
const NOUNS: readonly [unit: string, measure: Measure, nouns: string][] = [
  [
    'person',
    'people',
    `person people persons prisoner prisoners inmate inmates detainee detainees captive captives internee internees
    hostage hostages man men woman women child children boy boys girl girls infant infants baby babies civilian civilians resident residents
    victim victims survivor survivors soldier soldiers fighter fighters rebel rebels insurgent insurgents officer officers guard guards policeman
    policemen official officials protester protesters demonstrator demonstrators worker workers doctor doctors nurse nurses volunteer volunteers
    rescuer rescuers refugee refugees migrant migrants student students teacher teachers mother mothers father fathers relative relatives parent
    parents patient patients citizen citizens villager villagers suspect suspects individual individuals human humans soul souls teenager teenagers
    minor minors adult adults member members passenger passengers employee employees troops militant militants combatant combatants recruit recruits
    deportee deportees returnee returnees evacuee evacuees journalist journalists activist activists witness witnesses defector defectors crew
    trooper troopers brother brothers sister sisters son sons daughter daughters guide guides expert experts specialist specialists supporters mourners
    casualty casualties fatality fatalities caller callers jailer jailers torturer torturers friend friends neighbour neighbours neighbor neighbors
    شخص شخصا شخصاً أشخاص الأشخاص سجين سجينا سجيناً سجناء السجناء معتقل معتقلا معتقلاً معتقلين معتقلون المعتقلين المعتقلون معتقلة معتقلات نزيل نزيلا نزيلاً نزلاء
    محتجز محتجزا محتجزاً محتجزين محتجزون المحتجزين موقوف موقوفا موقوفاً موقوفين أسير أسيرا أسيراً أسرى رجل رجلا رجلاً رجال الرجال امرأة نساء النساء طفل طفلا طفلاً أطفال الأطفال
    مدني مدنيا مدنياً مدنيين مدنيون المدنيين ضحية ضحايا الضحايا ناج ناجين ناجيا جندي جنديا جندياً جنود مقاتل مقاتلا مقاتلاً مقاتلين عنصر عنصرا عنصراً عناصر مواطن مواطنا مواطناً مواطنين
    متطوع متطوعا متطوعاً متطوعين لاجئ لاجئا لاجئاً لاجئين نازح نازحا نازحاً نازحين مفقود مفقودا مفقوداً مفقودين المفقودين قتيل قتيلا قتيلاً قتلى القتلى جريح جريحا جريحاً جرحى مصاب مصابا مصاباً مصابين
    شهيد شهيدا شهيداً شهداء الناس سوري سوريا سورياً سوريين السوريين إنسان فرد أفراد ضابط ضباط شاب شابا شاباً شبان طالب طلاب موظف موظفين حارس حراس خبير خبراء مختف مختفين`,
  ],
  ['family', 'people', 'family families household households عائلة عائلات أسرة أسر أسرةً'],
  [
    'body',
    'bodies-found',
    'body bodies corpse corpses cadaver cadavers skeleton skeletons remains coffin coffins جثة جثث الجثث جثمان جثامين جثمانا رفات',
  ],
  ['grave', 'bodies-found', 'grave graves مقبرة مقابر قبر قبور'],
  ['team', 'teams', 'team teams crew crews unit units squad squads group groups فريق فرق فرقة أفرقة'],
  ['dog', 'teams', 'dog dogs كلب كلاب'],
  [
    'cell',
    'cells',
    'cell cells room rooms dungeon dungeons ward wards dormitory dormitories chamber chambers زنزانة زنازين الزنازين غرفة غرف',
  ],
  ['door', 'doors', 'door doors gate gates lock locks باب أبواب بوابة بوابات'],
  [
    'floor',
    'levels',
    'floor floors level levels story stories storey storeys basement basements طابق طوابق طبقة قبو أقبية',
  ],
  ['tunnel', 'cells', 'tunnel tunnels shaft shafts passage passages نفق أنفاق'],
  [
    'facility',
    'facilities',
    `facility facilities prison prisons jail jails camp camps site sites centre centres center centers hospital hospitals building buildings branch
    branches station stations house houses home homes school schools mosque mosques church churches village villages town towns city cities
    checkpoint checkpoints سجن سجون مركز مراكز مستشفى مشفى مستشفيات مشافي موقع مواقع مبنى مبان مدينة مدن قرية قرى منزل منازل فرع فروع مخيم مخيمات حاجز حواجز`,
  ],
  [
    'photo',
    'photographs',
    'photograph photographs photo photos picture pictures image images video videos صورة صور فيديو',
  ],
  [
    'document',
    'documents',
    'document documents file files page pages record records name names list lists case cases testimony testimonies complaint complaints report reports warrant warrants letter letters وثيقة وثائق ملف ملفات اسم أسماء اسما قائمة قوائم حالة حالات شهادة شهادات بلاغ بلاغات تقرير تقارير',
  ],
  [
    'vehicle',
    'vehicles',
    'vehicle vehicles car cars bus buses truck trucks ambulance ambulances tank tanks plane planes helicopter helicopters convoy excavator excavators سيارة سيارات حافلة حافلات شاحنة شاحنات آلية آليات',
  ],
  [
    'weapon',
    'weapons',
    'weapon weapons rifle rifles rocket rockets bomb bombs missile missiles shell shells strike strikes airstrike airstrikes صاروخ صواريخ قذيفة قذائف غارة غارات',
  ],
  ['year', 'duration', 'year years year-long سنة سنوات عام أعوام عاما عاماً سنين'],
  ['month', 'duration', 'month months شهر أشهر شهور شهرا شهراً'],
  ['week', 'duration', 'week weeks أسبوع أسابيع'],
  ['day', 'duration', 'day days night nights يوم أيام يوما يوماً ليلة ليال'],
  ['hour', 'duration', 'hour hours ساعة ساعات'],
  ['minute', 'duration', 'minute minutes دقيقة دقائق'],
  ['decade', 'duration', 'decade decades عقد عقود عقدا'],
  [
    'km',
    'distance',
    'km kilometre kilometres kilometer kilometers kms كيلومتر كيلومترا كيلومتراً كيلومترات كم',
  ],
  ['mile', 'distance', 'mile miles ميل أميال'],
  ['metre', 'distance', 'metre metres meter meters m متر أمتار مترا متراً'],
  ['foot', 'distance', 'foot feet ft'],
  ['hectare', 'area', 'hectare hectares acre acres هكتار هكتارات دونم دونما'],
  ['percent', 'share', 'percent per-cent % ٪ بالمئة بالمائة'],
  ['usd', 'money', 'dollar dollars دولار دولارات دولارا'],
  ['eur', 'money', 'euro euros يورو'],
  ['gbp', 'money', 'pound pounds'],
  ['syp', 'money', 'ليرة ليرات'],
  ['time', 'times', 'time times مرة مرات'],
];

const byNoun = new Map<string, { unit: string; measure: Measure }>();
for (const [unit, measure, nouns] of NOUNS)
  for (const noun of words(nouns)) byNoun.set(noun, { unit, measure });

export const unitOfNoun = (lower: string): { unit: string; measure: Measure } | undefined =>
  byNoun.get(lower);

/** Words that say what became of those counted; the nearest one in the clause decides. */
const FATES: readonly [measure: Measure, triggers: string][] = [
  [
    'still-inside',
    'trapped stuck buried-alive beneath underground عالقين عالقون عالق محاصرين محاصرون العالقين',
  ],
  [
    'released',
    'released freed liberated release freeing liberating liberation releasing free أفرج الإفراج إفراج أطلق إطلاق تحرير حرر حررت تحريرهم خرج خرجوا خروج محررين المحررين',
  ],
  ['escaped', 'escaped fled escape fleeing فروا هربوا هرب فرار'],
  ['rescued', 'rescued saved rescuing rescue أنقذ أنقذوا إنقاذ انتشال أحياء'],
  ['arrested', 'arrested arrest arresting arrests rounded اعتقل اعتقلت اعتقال توقيف أوقفت'],
  [
    'missing',
    'missing disappeared vanished unaccounted disappearance disappearances مفقودين مفقود مفقودا المفقودين فقد فقدوا اختفى اختفوا المختفين مختفين اختفاء',
  ],
  [
    'executed',
    'executed execution executions hanged hanging executing gallows أعدم أعدمت أعدموا إعدام شنق شنقا',
  ],
  [
    'killed',
    'killed killing dead slain murdered massacred kill deaths toll massacre shot perished fatalities قتل قتلوا مقتل قتلت قتيل قتلى قتيلا القتلى ضحايا حصيلة مجزرة',
  ],
  ['died', 'died die dying death توفي توفوا مات ماتوا وفاة قضوا قضى لقوا مصرعهم'],
  ['injured', 'injured wounded hurt injuring wounding injuries أصيب أصيبوا إصابة جرح جريح جرحى جريحا مصاب'],
  ['tortured', 'tortured beaten raped abused torture تعذيب عذب تعرضوا'],
  ['displaced', 'displaced displacement evacuated نزح نزحوا نازح نازحين تهجير مهجرين'],
  ['returned', 'returned returning عاد عادوا عودة'],
  ['identified', 'identified identification named التعرف تعرف هوية'],
  ['buried', 'buried buries دفن دفنوا دفنت'],
  [
    'detained',
    'detained held jailed imprisoned incarcerated locked interned custody kept behind-bars holding held crammed housed housing prisoners inmates detainees imprisonment captives محتجزين محتجز معتقلين معتقل مسجونين احتجاز احتجز المعتقلين السجناء',
  ],
  [
    'crowd',
    'gathered streets poured celebrated celebrating rallied protested marched crowd flocked تجمع تجمعوا احتشد تظاهر احتفل شوارع',
  ],
  ['waiting', 'waiting queued queue wait ينتظر ينتظرون انتظار'],
  ['searching', 'searching search searched deployed dispatched digging يبحث يبحثون بحث تبحث'],
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
const WEAK: ReadonlySet<Measure> = new Set(['detained', 'searching', 'crowd', 'returned', 'identified']);
const STILL = new Set([
  'still',
  'remain',
  'remaining',
  'remained',
  'inside',
  'trapped',
  'لا',
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
    let measure = byTrigger.get(word) ?? byTrigger.get(stripArabicPrefix(word));
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
    // "Many were freed, thousands more are said to be locked in": each figure has the verb of its own clause.
    const between = clause.slice(at + 1, index);
    const own =
      index > at &&
      index - at < 12 &&
      between.some((each) => BEING.has(each)) &&
      !between.some((each) => byTrigger.has(each));
    const other = index < at && clause.slice(index + 1, at).some((each) => CLAUSE_JOINS.has(each));
    const cost = distance + (index < at ? 2.5 : 0) + (other ? 4 : 0) + (WEAK.has(measure) && !own ? 8 : 0);
    if (!best || cost < best.cost) best = { measure, cost };
  }
  if (!best) {
    if (saysInside(clause, at)) return 'still-inside';
    return wereInside(clause) ? 'detained' : 'people';
  }
  if (best.cost > 3 && best.measure !== 'still-inside' && staysBelow(clause, at)) return 'still-inside';
  if (best.measure === 'detained' && (still > 0 || clause.some((word) => DEEP.has(word))))
    return 'still-inside';
  if (best.measure === 'people') return 'people';
  if ((best.measure === 'executed' || best.measure === 'died' || best.measure === 'killed') && deaths)
    return deaths;
  return best.measure;
}

/** What became of people in two or three words; the last of them stands for all. */
const PHRASES: readonly (readonly [words: readonly string[], meaning: string])[] = [
  [['walked', 'out'], 'released'],
  [['walked', 'free'], 'released'],
  [['walk', 'free'], 'released'],
  [['came', 'out'], 'released'],
  [['brought', 'out'], 'released'],
  [['let', 'go'], 'released'],
  [['set', 'free'], 'released'],
  [['put', 'to', 'death'], 'executed'],
  [['lost', 'their', 'lives'], 'died'],
  [['taken', 'away'], 'arrested'],
  [['taken', 'into', 'custody'], 'arrested'],
];

function withPhrases(words: readonly string[]): readonly string[] {
  let read: string[] | undefined;
  for (const [phrase, meaning] of PHRASES)
    for (let at = words.indexOf(phrase[0]!); at >= 0; at = words.indexOf(phrase[0]!, at + 1)) {
      if (!phrase.every((word, ahead) => words[at + ahead] === word)) continue;
      read ??= [...words];
      phrase.forEach((_, ahead) => {
        read![at + ahead] = ahead === 0 ? meaning : '';
      });
    }
  return read ?? words;
}

const BEING = new Set('are is were was be been being'.split(' '));
const CLAUSE_JOINS = new Set('while but although though whereas as بينما لكن فيما'.split(' '));

/** "900 people are still inside", "900 remain below": what is said of them is that they are there. */
function saysInside(clause: readonly string[], at: number): boolean {
  const near = clause.slice(at, at + 12);
  const still = near.some((word) => STAYING.has(word));
  const inside = near.some((word) => INSIDE.has(word));
  return (still && inside) || near.slice(0, 6).some((word) => BELOW.has(word));
}
/** "Hundreds walk free; 900 remain below": the verb right behind the figure says it. */
const staysBelow = (clause: readonly string[], at: number): boolean => {
  const near = clause.slice(at, at + 6);
  const stays = near.findIndex((word) => STAYING.has(word));
  return stays >= 0 && near.slice(stays).some((word) => word !== 'in' && INSIDE.has(word));
};
/** «من كانوا في السجن»: those whom the jail held. */
const wereInside = (clause: readonly string[]): boolean =>
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
const DEEP = new Set('below beneath underground تحت'.split(' '));
const BELOW = new Set('inside below beneath underground under تحت داخل'.split(' '));

/** و، ف، ب، ل، ك before a word and ال after them. */
export function stripArabicPrefix(word: string): string {
  if (word.length < 4 || word.charCodeAt(0) < 0x600) return word;
  let rest = word;
  if (/^[وف]/.test(rest) && rest.length > 3) rest = rest.slice(1);
  if (/^(?:بال|كال|لل)/.test(rest) && rest.length > 5) return rest.slice(rest.startsWith('لل') ? 2 : 3);
  return rest;
}
