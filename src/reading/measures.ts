import { arabicNoun } from './arabic/counted-nouns.ts';

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
  'transferred',
  'hospitalised',
  'listed',
  'returned',
  'crowd',
  'waiting',
  'searching',
  'people',
  'teams',
  'cells',
  'capacity',
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
  transferred: 'movement',
  hospitalised: 'injured',
  listed: 'held',
  returned: 'movement',
  crowd: 'crowd',
  waiting: 'crowd',
  searching: 'search',
  people: 'people',
  teams: 'search',
  cells: 'building',
  capacity: 'capacity',
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

/** What one counted thing is, by its noun, singular and plural, in English; the Arabic ones are made in `arabic/`. */
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
 lawyer lawyers judge judges medic medics sailor sailors driver drivers orphan orphans widow widows grandmother grandmothers pensioner pensioners casualty casualties fatality fatalities caller callers jailer jailers torturer torturers friend friends neighbour neighbours neighbor neighbors
`,
  ],
  ['family', 'people', 'family families household households'],
  [
    'body',
    'bodies-found',
    'body bodies corpse corpses cadaver cadavers skeleton skeletons skull skulls remains coffin coffins',
  ],
  [
    'grave',
    'bodies-found',
    'grave graves marker markers headstone headstones gravestone gravestones tombstone tombstones',
  ],
  ['team', 'teams', 'team teams crew crews unit units squad squads group groups'],
  ['dog', 'teams', 'dog dogs'],
  [
    'cell',
    'cells',
    'cell cells room rooms dungeon dungeons ward wards dormitory dormitories chamber chambers',
  ],
  ['door', 'doors', 'door doors gate gates lock locks'],
  ['floor', 'levels', 'floor floors level levels story stories storey storeys basement basements'],
  ['tunnel', 'cells', 'tunnel tunnels shaft shafts passage passages'],
  [
    'facility',
    'facilities',
    `facility facilities prison prisons jail jails camp camps site sites centre centres center centers hospital hospitals building buildings branch
 branches station stations house houses home homes school schools mosque mosques church churches village villages town towns city cities
 checkpoint checkpoints`,
  ],
  ['photo', 'photographs', 'photograph photographs photo photos picture pictures image images video videos'],
  [
    'document',
    'documents',
    'document documents entry entries folder folders dossier dossiers certificate certificates register registers ledger ledgers file files page pages record records list lists case cases testimony testimonies complaint complaints report reports warrant warrants letter letters',
  ],
  ['person', 'listed', 'name names'],
  ['person', 'died', 'death deaths'],
  ['person', 'killed', 'killing killings murder murders'],
  ['person', 'executed', 'execution executions hanging hangings'],
  ['person', 'arrested', 'arrest arrests'],
  ['person', 'missing', 'disappearance disappearances'],
  [
    'vehicle',
    'vehicles',
    'vehicle vehicles car cars bus buses truck trucks lorry lorries van vans boat boats ship ships ferry ferries ambulance ambulances tank tanks plane planes helicopter helicopters convoy excavator excavators',
  ],
  [
    'weapon',
    'weapons',
    'weapon weapons rifle rifles rocket rockets bomb bombs missile missiles shell shells strike strikes airstrike airstrikes',
  ],
  ['year', 'duration', 'year years year-long'],
  ['month', 'duration', 'month months'],
  ['week', 'duration', 'week weeks'],
  ['day', 'duration', 'day days night nights'],
  ['hour', 'duration', 'hour hours'],
  ['minute', 'duration', 'minute minutes'],
  ['decade', 'duration', 'decade decades'],
  ['km', 'distance', 'km kilometre kilometres kilometer kilometers kms'],
  ['mile', 'distance', 'mile miles'],
  ['metre', 'distance', 'metre metres meter meters m'],
  ['foot', 'distance', 'foot feet ft'],
  ['hectare', 'area', 'hectare hectares acre acres'],
  ['percent', 'share', 'percent per-cent %'],
  ['usd', 'money', 'dollar dollars'],
  ['money', 'money', 'grand'],
  ['eur', 'money', 'euro euros'],
  ['gbp', 'money', 'pound pounds'],
  ['syp', 'money', 'lira liras lire'],
  ['crown', 'money', 'crown crowns krona kronor krone kroner koruna'],
  ['dinar', 'money', 'dinar dinars'],
  ['dirham', 'money', 'dirham dirhams'],
  ['riyal', 'money', 'riyal riyals rial rials'],
  ['shekel', 'money', 'shekel shekels'],
  ['rupee', 'money', 'rupee rupees'],
  ['rouble', 'money', 'rouble roubles ruble rubles'],
  ['franc', 'money', 'franc francs'],
  ['peso', 'money', 'peso pesos'],
  ['yuan', 'money', 'yuan yen'],
  ['cent', 'money', 'cent cents pence'],
  ['time', 'times', 'time times'],
];
const byNoun = new Map<string, { unit: string; measure: Measure }>();
for (const [unit, measure, nouns] of NOUNS)
  for (const noun of words(nouns)) byNoun.set(noun, { unit, measure });

export const unitOfNoun = (lower: string): { unit: string; measure: Measure } | undefined =>
  byNoun.get(lower) ?? (isArabic(lower) ? arabicNoun(lower) : undefined);
/** Whether a word is written in Arabic letters. */
export const isArabic = (word: string): boolean => word.charCodeAt(0) >= 0x600;

/** و، ف، ب، ل، ك before a word and ال after them. */
export function stripArabicPrefix(word: string): string {
  if (word.length < 4 || word.charCodeAt(0) < 0x600) return word;
  let rest = word;
  if (/^[وف]/.test(rest) && rest.length > 3) rest = rest.slice(1);
  if (/^(?:بال|كال|لل)/.test(rest) && rest.length > 5) return rest.slice(rest.startsWith('لل') ? 2 : 3);
  return rest;
}
