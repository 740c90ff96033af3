import { FATES, type Fate } from '../model/index.ts';
import { onceOfMany } from './once.ts';

/**
 * What a status word says, in Arabic, English and French. Only these fates can be said by a word on a list: that
 * somebody was spoken to, or that remains are certain, takes named people.
 */
export type SpokenFate = Exclude<Fate, 'contacted-alive' | 'remains-confirmed'>;

interface Phrase {
  readonly fates: readonly SpokenFate[];
  /** Of words as `folded` leaves them, first the ones that swallow others: "sentenced to death" is not a death. */
  readonly words: readonly string[];
}

const PHRASES: readonly Phrase[] = [
  {
    fates: ['reported-detained'],
    words: [
      '(?:محكوم(?:ه)?|حكم)(?: عليه(?:ا)?)? (?:ب)?(?:ال)?اعدام',
      'sentenced to (?:death|be executed)',
      'death (?:row|sentence|penalty)',
      'condamnee? a mort',
      'peine de mort',
    ],
  },
  { fates: ['unknown'], words: ['last seen', 'اخر مشاهده', 'vue?s? pour la derniere fois'] },
  {
    fates: [],
    words: [
      '(?:تهمه|بتهمه|جرم|بجرم|جريمه) (?:ال)?(?:قتل|القتل)',
      '(?:charged with|accused of|convicted of) (?:murder|killing)',
      'meurtre|accusee? de',
      'former (?:detainee|prisoner)s?',
      'ex (?:detainee|prisoner)s?',
      'anciens? detenue?s?',
      '(?:معتقل|سجين|اسير)(?:ه)? سابق(?:ه|ا)?',
    ],
  },
  {
    fates: ['registered-dead'],
    words: [
      '(?:شهاده|بيان|وثيقه|قيد|واقعه|سجل) (?:ال)?وفاه',
      '(?:مسجل|مسجله|سجل|سجلت) (?:متوف\\S*|ميت\\S*|وفاته|وفاتها)',
      'death certificate',
      'registered (?:as )?(?:dead|deceased)',
      '(?:recorded|registered) death',
      'certificat de deces',
      'acte de deces',
    ],
  },
  {
    fates: ['remains-presumptive'],
    words: [
      '(?:ال)?رفات',
      '(?:التعرف|تعرف|تعرفوا) علي (?:ال)?(?:جثه|جثته|جثتها|جثمان\\S*)',
      '(?:human )?remains (?:found|recovered|identified|located)',
      'body (?:found|recovered|identified|located)',
      'human remains',
      '(?:corps|depouille|restes) (?:retrouvee?s?|identifiee?s?)',
    ],
  },
  {
    fates: ['reported-dead'],
    words: [
      'متوف(?:ي|اه|ين|ون|يه)?',
      'توفي(?:ت|وا)?',
      '(?:ال)?(?:وفاه|وفاته|وفاتها|وفيات)',
      '(?:ال)?(?:شهيد|شهيده|شهداء|شهيدات)',
      'استشهد(?:ت|وا)?',
      '(?:ال)?(?:قتيل|قتيله|قتلي|مقتول|مقتوله)',
      'قتل(?:ت|وا)?',
      '(?:ال)?(?:ميت|ميته|اموات|موتي)',
      'مات(?:ت|وا)?',
      'اعدم(?:ت|وا)?',
      '(?:ال)?(?:جثه|جثته|جثتها|جثمان|جثامين|جثث)',
      'dead|died|deceased|death|killed|executed|murdered|perished|martyr(?:ed|s)?|corpse|passed away',
      'mort(?:e|s|es)?|decedee?s?|deces|tuee?s?|executee?s?|assassinee?s?',
    ],
  },
  {
    fates: ['reported-released'],
    words: [
      '(?:ال)?مفرج(?: عنه| عنها| عنهم)?',
      'افرج(?: عنه| عنها| عنهم)?',
      'تم (?:ال)?افراج(?: عنه| عنها| عنهم)?',
      '(?:ال)?افراج',
      '(?:اطلق|اطلاق|مطلق) (?:سراحه|سراحها|سراحهم|سراح|السراح)',
      '(?:اخلي|اخلاء|مخلي) (?:سبيله|سبيلها|سبيلهم|سبيل|السبيل)',
      '(?:ال)?(?:محرر|محرره|محررين|محررون)',
      'تحرر(?:ت|وا)?',
      'طليق(?:ه)?',
      'خرج(?:ت|وا)? من (?:ال)?(?:سجن|معتقل|اعتقال)',
      'حر(?:ه)?',
      'released|freed|liberated|set free|free|let go|escaped',
      'liberee?s?|relachee?s?|remise? en liberte|libres?|evadee?s?',
    ],
  },
  {
    fates: ['reported-seen-alive'],
    words: [
      'شوهد(?:ت|وا)?(?: حيا| حيه)?',
      'علي قيد الحياه',
      'حي(?:ا|ه)?(?: يرزق| ترزق)?',
      'احياء',
      '(?:ال)?(?:جريح|جريحه|جرحي|مصاب|مصابه|مصابين)',
      '(?:في|ب) ?(?:ال)?(?:مشفي|مستشفي)',
      'قيد العلاج|يتلقي العلاج|تتلقي العلاج|العنايه المشدده',
      '(?:تم )?(?:التواصل|تواصل) معه(?:ا)?',
      'alive|seen|sighted|contacted|living|injured|wounded|hospitali[sz]ed|admitted|in hospital|discharged',
      'vivante?s?|en vie|apercue?s?|hospitalisee?s?|blessee?s?',
    ],
  },
  {
    fates: ['unknown'],
    words: [
      '(?:ال)?(?:مفقود|مفقوده|مفقودين|مفقودون)',
      '(?:ال)?(?:مختفي|مختفيه|مختف|مغيب|مغيبه|مغيبين)(?: قسرا| قسريا)?',
      '(?:ال)?(?:اختفاء|تغييب)(?: قسري| القسري)?',
      '(?:ال)?(?:مختطف|مختطفه|مخطوف|مخطوفه)',
      'مجهول(?:ه)?(?: المصير)?|غير معروف(?:ه)?(?: المصير)?|لا (?:توجد )?معلومات',
      'missing|disappeared|unknown|untraced|no information|no news|abducted|kidnapped',
      'disparue?s?|inconnue?s?|sans nouvelles|enlevee?s?',
    ],
  },
  {
    fates: ['reported-detained'],
    words: [
      '(?:ال)?(?:معتقل|معتقله|معتقلين|معتقلون|معتقلات)',
      '(?:ال)?(?:موقوف|موقوفه|موقوفين|محتجز|محتجزه|محتجزين)',
      '(?:ال)?(?:سجين|سجينه|سجناء|مسجون|مسجونه|اسير|اسيره|اسري|نزيل|نزيله)',
      '(?:قيد )?(?:ال)?(?:اعتقال|احتجاز|توقيف)',
      'اعتقل(?:ت|وا)?',
      '(?:ال)?محكوم(?:ه|ين)?',
      'detained|detainees?|arrested|imprisoned|prisoners?|jailed|incarcerated|captives?|sentenced',
      '(?:in|under) (?:custody|detention|prison|jail)',
      'detenue?s?|arretee?s?|incarceree?s?|emprisonnee?s?|prisonni(?:er|ere)s?|en (?:detention|prison)',
    ],
  },
];

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** Arabic writes "and", "by", "for" onto the next word. */
const compiled = PHRASES.map(({ fates, words }) => ({
  fates,
  pattern: new RegExp(`(?<!${LETTER})(?:[وف])?(?:${words.join('|')})(?!${LETTER})`, 'gu'),
}));

const NEGATION =
  /(?<![\p{L}\p{N}])(?:not|never|no|non|pas|jamais|isnt|wasnt|nt|n|لم|لا|ليس|ليست|لن|غير|ما|بدون|دون|عدم)(?:\s+[\p{L}\p{N}]+){0,2}\s*$/u;

/** Spelling put aside: case, Latin accents, Arabic vowel signs, forms of alef, final ya, ta marbuta, tatweel. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069'’]/g, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A list says a few things of thousands. */
const WORDS_REMEMBERED = 5_000;

/**
 * The fates that a cell's words report. A word that is denied says nothing: "not released" does not say what became of
 * the person, and the cell itself is shown beside.
 */
export const fatesInWords = onceOfMany(WORDS_REMEMBERED, (text: string): readonly SpokenFate[] => {
  const found = new Set<SpokenFate>();
  for (const clause of folded(text.slice(0, 2000)).split(
    /[.,;:!?()[\]{}/|،؛؟\n]+|\b(?:but|then|puis|mais)\b/u,
  )) {
    let rest = clause;
    for (const { fates, pattern } of compiled)
      rest = rest.replace(pattern, (match, ...more) => {
        const offset = more.find((value) => typeof value === 'number') ?? 0;
        if (!NEGATION.test(rest.slice(0, offset))) for (const fate of fates) found.add(fate);
        return ' '.repeat(match.length);
      });
  }
  return FATES.filter((fate) => found.has(fate as SpokenFate)) as SpokenFate[];
});

/** Whether a cell under a header that names a fate says yes to it. */
export const saysYes = (text: string): boolean => /^(?:yes|y|true|oui|نعم|اي|✓|✔|x)$/u.test(folded(text));

const PRISON =
  /(?<![\p{L}\p{N}])(?:ال)?(?:سجن|سجون|معتقل|معتقلات|فرع|مخابرات|امن|امنيه|prison|jail|branch|detention|security|intelligence|centrale|maison d ?arret)(?![\p{L}\p{N}])/u;
const MORGUE =
  /(?<![\p{L}\p{N}])(?:ال)?(?:مشرحه|براد|برادات|مقبره|مقابر|مدفن|طب الشرعي|طبابه الشرعيه|طبابه شرعيه|morgue|mortuary|forensic|cemetery|graveyard|mass grave|cimetiere|medico legal)(?![\p{L}\p{N}])/u;

/** What standing at a place says: being admitted to a hospital is being alive, being brought to a morgue is not. */
export function fateOfFacility(name: string): SpokenFate {
  const words = folded(name);
  if (MORGUE.test(words)) return 'reported-dead';
  if (PRISON.test(words)) return 'reported-detained';
  return 'reported-seen-alive';
}
