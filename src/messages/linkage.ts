import type { Bilingual, Catalogue } from './catalogue.ts';

/** The parts of a comparison, as `Reason.part` names them. Any other part is a column's own header. */
export const linkParts = {
  'name.given': { en: 'given name', ar: 'الاسم' },
  'name.father': { en: 'father’s name', ar: 'اسم الأب' },
  'name.grandfather': { en: 'grandfather’s name', ar: 'اسم الجد' },
  'name.family': { en: 'family name', ar: 'اسم العائلة' },
  'name.mother': { en: 'mother’s name', ar: 'اسم الأم' },
  'name.mother-family': { en: 'mother’s family name', ar: 'نسبة الأم' },
  'birth.date': { en: 'birth', ar: 'الولادة' },
  place: { en: 'home or birthplace', ar: 'البلدة أو مكان الولادة' },
  sex: { en: 'sex', ar: 'الجنس' },
  'arrest.date': { en: 'date of arrest', ar: 'تاريخ الاعتقال' },
  'death.date': { en: 'date of death', ar: 'تاريخ الوفاة' },
  'release.date': { en: 'date of release', ar: 'تاريخ الإفراج' },
  'place.detention': { en: 'place of detention', ar: 'مكان الاحتجاز' },
  facility: { en: 'facility', ar: 'المنشأة' },
  id: { en: 'number', ar: 'الرقم' },
} as const satisfies Catalogue;

/** How one part came out. `part` is one of `linkParts`, `a` and `b` the values, `one` from the commonness. */
export const linkReasons = {
  agree: { en: '{part} agrees', ar: '{part}: متفق' },
  'agree-common': {
    en: '{part} agrees (one in {one, number} shares it)',
    ar: '{part}: متفق (يشترك فيه واحد من كل {one, number})',
  },
  'agree-rare': {
    en: '{part} agrees, and is rare (one in {one, number} shares it)',
    ar: '{part}: متفق، وهو نادر (يشترك فيه واحد من كل {one, number})',
  },
  near: { en: '{part} nearly agrees: {a} and {b}', ar: '{part}: متقارب، {a} و{b}' },
  missing: { en: '{part} is not given on one side', ar: '{part}: غير مذكور في أحد الجانبين' },
  contradict: { en: '{part} contradicts: {a} against {b}', ar: '{part}: متعارض، {a} مقابل {b}' },
  prior: {
    en: 'Two rows of these lists are seldom one person',
    ar: 'نادرًا ما يكون صفان من هاتين القائمتين لشخص واحد',
  },
  kin: {
    en: 'Brothers, sisters or cousins would share as much',
    ar: 'الإخوة والأخوات وأبناء العمومة يشتركون في مثل هذا',
  },
} as const satisfies Catalogue;

/** How two rows, or a query and a row, stand to each other. */
export const linkVerdicts = {
  same: { en: 'the same person', ar: 'الشخص نفسه' },
  possible: { en: 'possibly the same person', ar: 'ربما الشخص نفسه' },
  different: { en: 'the evidence is not enough', ar: 'الأدلة غير كافية' },
} as const satisfies Catalogue;

/** Said where only names agree, however many. */
export const namesAlone: Bilingual = {
  en: 'Names alone are not enough to say that this is one person.',
  ar: 'الأسماء وحدها لا تكفي للقول إنه الشخص نفسه.',
};

/** The share, in a thousand, below which a value is called rare. */
const RARE_BELOW = 5;

/** Which sentence tells a reason, and the number it needs. The part's own words and the values are the caller's. */
export function linkReasonMessage(reason: {
  readonly part: string;
  readonly outcome: 'agree' | 'near' | 'missing' | 'contradict';
  readonly commonness?: number | undefined;
}): { readonly message: Bilingual; readonly one?: number } {
  if (reason.part === 'prior') return { message: linkReasons.prior };
  if (reason.part === 'kin') return { message: linkReasons.kin };
  const { outcome, commonness } = reason;
  if (outcome !== 'agree' || commonness === undefined || commonness <= 0)
    return { message: linkReasons[outcome] };
  const one = roundedOneIn(1000 / commonness);
  return { message: linkReasons[commonness < RARE_BELOW ? 'agree-rare' : 'agree-common'], one };
}

/** One in 37 is said as one in 40: a second figure would claim more than is known. */
function roundedOneIn(value: number): number {
  if (value < 10) return Math.max(1, Math.round(value));
  const scale = 10 ** Math.floor(Math.log10(value));
  return Math.round(value / scale) * scale;
}
