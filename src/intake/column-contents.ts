import { tellsHowToReach } from '../model/index.ts';
import { cleanValue, plainDigits, saysNothing } from './clean-value.ts';
import { readDate } from './read-date.ts';
import { readSex } from './read-sex.ts';

/** What the cells of one column look like, as shares of those that say something. */
export interface ColumnContents {
  /** Cells looked at that say something. */
  readonly filled: number;
  /** Dates to the day or month, or a year of the last two centuries; a 31st of February is written as a date too. */
  readonly dates: number;
  /** Of these, years alone. */
  readonly years: number;
  /** Whole numbers from 0 to 110. */
  readonly ages: number;
  readonly sexes: number;
  /** Letters alone, one to seven words, none of them a known status, relation or sex. */
  readonly names: number;
  /** Words per name. */
  readonly words: number;
  /** Begin with Abu or Umm. */
  readonly teknonyms: number;
  /** Name a prison, a branch, a hospital. */
  readonly facilities: number;
  readonly prisons: number;
  readonly statuses: number;
  readonly relations: number;
  /** Eight digits or more. */
  readonly longNumbers: number;
  /** Telephone numbers and mail addresses. */
  readonly reaches: number;
  /** Middle of the whole numbers from 0 to 110. */
  readonly middleAge?: number;
  /** Whole numbers, nearly all one above the one before. */
  readonly running: boolean;
  /** Different values per filled cell. */
  readonly variety: number;
  /** Middle year of the dates, where there are any. */
  readonly middleYear?: number;
  /** Mostly in Arabic letters. */
  readonly arabic: boolean;
}

const TEKNONYM = /^(?:أبو|ابو|أم|ام|abou|abu|umm|oum|um)[\s-]\S+/iu;
const PRISON =
  /سجن|فرع|معتقل|أمن|مخابرات|prison|branch|jail|detention|security|intelligence|brigade|sécurité/iu;
const FACILITY = /مشفى|مستشفى|مشفي|عيادة|مخيم|hospital|clinic|camp|hôpital|hopital|clinique/iu;
const STATUS =
  /^(?:missing|detained|released|freed|deceased|dead|died|killed|alive|executed|unknown|disappeared|transferred|injured|wounded|arrested|in custody|مفقود|مفقودة|معتقل|معتقلة|موقوف|موقوفة|مفرج عنه|مفرج عنها|محرر|متوفى|متوفي|متوفاة|شهيد|شهيدة|حي|حية|على قيد الحياة|مختف|مختفي|مخفي قسرا|مختفي قسريا|أعدم|منقول|مصاب|جريح|disparu|détenu|libéré|décédé|mort|vivant)$/iu;
const RELATION =
  /^(?:(?:his|her|the)?\s*(?:mother|father|brother|sister|son|daughter|wife|husband|spouse|uncle|aunt|cousin|nephew|niece|friend|neighbou?r|grand(?:mother|father)|relative|self)|mère|père|frère|sœur|soeur|fils|fille|épouse|époux|oncle|tante|cousine?|ami|(?:ال)?(?:أم|ام|أب|اب|أخ|اخ|أخت|اخت|ابن|إبن|ابنة|بنت|زوجة|زوج|عم|عمة|خال|خالة|جد|جدة|صديق|صديقة|جار|قريب|والد|والدة|والدته|والده|شقيق|شقيقة|شقيقه|شقيقته|زوجته|زوجها|أخوه|أخته|ابنه|ابن عم|ابن خال|ابن أخ|ابن أخت))$/iu;
const NAME = /^[\p{L}\p{M}\u0640][\p{L}\p{M}\u0640'’ʼʻ‘`´.\-()/ ]*$/u;

export function contentsOf(cells: readonly string[]): ColumnContents {
  const counts = { dates: 0, years: 0, sexes: 0, names: 0, words: 0, teknonyms: 0 };
  const kinds = {
    facilities: 0,
    prisons: 0,
    statuses: 0,
    relations: 0,
    longNumbers: 0,
    reaches: 0,
    arabic: 0,
  };
  const different = new Set<string>();
  const years: number[] = [];
  const ages: number[] = [];
  let filled = 0;
  let running = 0;
  let numbers = 0;
  let before = Number.NaN;
  for (const cell of cells) {
    const { text } = cleanValue(cell);
    if (saysNothing(text)) continue;
    filled++;
    different.add(text);
    const plain = plainDigits(text);
    if (tellsHowToReach(text)) kinds.reaches++;
    if (/\d/.test(plain)) {
      if (/^\d{1,9}(?:\.0)?$/.test(plain)) {
        numbers++;
        if (Number(plain) === before + 1) running++;
        before = Number(plain);
        if (before <= 110) ages.push(before);
      }
      if (/^\D{0,3}\d[\d\s/-]{7,}$/.test(plain) && !/[/-].*[/-]/.test(plain)) kinds.longNumbers++;
      const reading = readDate(text, { order: 'mixed', of: 'event' });
      const date = 'date' in reading ? reading.date : undefined;
      if (date !== undefined) {
        counts.dates++;
        if (/^~?\d{4}$/.test(date) && plain.length <= 6) counts.years++;
        years.push(Number(date.replace('~', '').slice(0, 4)));
      } else if ('fault' in reading && reading.fault === 'cell.date-impossible') counts.dates++;
      if (PRISON.test(text)) kinds.prisons++;
      if (FACILITY.test(text)) kinds.facilities++;
      continue;
    }
    if (/[\u0600-\u06ff]/.test(text)) kinds.arabic++;
    if (readSex(text)) counts.sexes++;
    else if (STATUS.test(text)) kinds.statuses++;
    else if (RELATION.test(text)) kinds.relations++;
    else {
      if (PRISON.test(text)) kinds.prisons++;
      if (FACILITY.test(text)) kinds.facilities++;
      const words = text.split(/[\s]+/).length;
      if (NAME.test(text) && words <= 7) {
        counts.names++;
        counts.words += words;
        if (TEKNONYM.test(text)) counts.teknonyms++;
      }
    }
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  years.sort((a, b) => a - b);
  ages.sort((a, b) => a - b);
  const middleYear = years[years.length >> 1];
  const middleAge = ages[ages.length >> 1];
  return {
    filled,
    dates: share(counts.dates),
    years: share(counts.years),
    ages: share(ages.length),
    sexes: share(counts.sexes),
    names: share(counts.names),
    words: counts.names === 0 ? 0 : counts.words / counts.names,
    teknonyms: share(counts.teknonyms),
    facilities: share(kinds.facilities),
    prisons: share(kinds.prisons),
    statuses: share(kinds.statuses),
    relations: share(kinds.relations),
    longNumbers: share(kinds.longNumbers),
    reaches: share(kinds.reaches),
    running: numbers >= 2 && numbers >= filled * 0.9 && running >= (numbers - 1) * 0.9,
    variety: share(different.size),
    ...(middleYear === undefined ? {} : { middleYear }),
    ...(middleAge === undefined ? {} : { middleAge }),
    arabic: kinds.arabic * 2 > filled,
  };
}
