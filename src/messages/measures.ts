import type { Bilingual } from './catalogue.ts';

/** What is counted, by the words of the reading room; `statement` is for a claim that counts nothing. */
export const measureMessages = {
  statement: { en: 'What is said', ar: 'ما يُقال' },
  'still-inside': { en: 'Still inside', ar: 'ما زالوا في الداخل' },
  detained: { en: 'Detained', ar: 'محتجزون' },
  arrested: { en: 'Arrested', ar: 'موقوفون' },
  released: { en: 'Released', ar: 'مُفرج عنهم' },
  escaped: { en: 'Escaped', ar: 'فارّون' },
  rescued: { en: 'Rescued', ar: 'تم إنقاذهم' },
  missing: { en: 'Missing', ar: 'مفقودون' },
  killed: { en: 'Killed', ar: 'قتلى' },
  executed: { en: 'Executed', ar: 'أُعدموا' },
  died: { en: 'Died', ar: 'متوفون' },
  'bodies-found': { en: 'Bodies found', ar: 'جثامين عُثر عليها' },
  buried: { en: 'Buried', ar: 'مدفونون' },
  identified: { en: 'Identified', ar: 'تم التعرف عليهم' },
  injured: { en: 'Injured', ar: 'جرحى' },
  tortured: { en: 'Tortured', ar: 'تعرضوا للتعذيب' },
  displaced: { en: 'Displaced', ar: 'نازحون' },
  returned: { en: 'Returned', ar: 'عائدون' },
  crowd: { en: 'In the crowd', ar: 'محتشدون' },
  waiting: { en: 'Waiting', ar: 'منتظرون' },
  searching: { en: 'Searching', ar: 'يشاركون في البحث' },
  people: { en: 'People', ar: 'أشخاص' },
  teams: { en: 'Search teams', ar: 'فرق البحث' },
  cells: { en: 'Cells and passages', ar: 'زنازين وممرات' },
  doors: { en: 'Doors', ar: 'أبواب' },
  levels: { en: 'Floors', ar: 'طوابق' },
  facilities: { en: 'Places', ar: 'مواقع' },
  documents: { en: 'Documents', ar: 'وثائق' },
  photographs: { en: 'Photographs', ar: 'صور' },
  weapons: { en: 'Weapons', ar: 'أسلحة' },
  vehicles: { en: 'Vehicles', ar: 'آليات' },
  reward: { en: 'Reward', ar: 'مكافأة' },
  money: { en: 'Money', ar: 'مبالغ' },
  area: { en: 'Area', ar: 'مساحة' },
  distance: { en: 'Distance', ar: 'مسافة' },
  duration: { en: 'Length of time', ar: 'مدة' },
  age: { en: 'Age', ar: 'العمر' },
  share: { en: 'Share', ar: 'نسبة' },
  times: { en: 'Times', ar: 'مرات' },
  count: { en: 'Other numbers', ar: 'أعداد أخرى' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How a mention puts the claim, with its mark. */
export const stanceMessages = {
  asserts: { en: 'asserts', ar: 'يؤكّد' },
  hedged: { en: 'hedged', ar: 'يتحفّظ' },
  unverified: { en: 'reports as unverified', ar: 'ينقله دون تحقق' },
  denies: { en: 'denies', ar: 'ينفي' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How far a claim is established. */
export const verificationMessages = {
  reported: { en: 'reported', ar: 'مذكور في تقارير' },
  corroborated: { en: 'corroborated by independent voices', ar: 'تؤيده أصوات مستقلة' },
  verified: { en: 'verified', ar: 'متحقَّق منه' },
  contradicted: { en: 'contradicted', ar: 'متنازع فيه' },
  refuted: { en: 'refuted', ar: 'ثبت بطلانه' },
  withdrawn: { en: 'withdrawn', ar: 'سُحب' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How this claim stands to the other, read from this one: this one … the other. */
export const relationMessages = {
  contradicts: { en: 'contradicts', ar: 'يتعارض مع' },
  supersedes: { en: 'takes the place of', ar: 'يحلّ محل' },
  denies: { en: 'denies', ar: 'ينفي' },
  refines: { en: 'is more exact than', ar: 'أدقّ من' },
  'increment-of': { en: 'comes on top of', ar: 'يُضاف إلى' },
  'different-window': { en: 'is about another time than', ar: 'يخص فترة غير فترة' },
  'same-number-different-thing': {
    en: 'has the same number but counts another thing than',
    ar: 'يحمل الرقم نفسه لكنه يعدّ غير ما يعدّه',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The same, read from the claim that it points at: this one … the other. */
export const relationBackMessages = {
  contradicts: { en: 'is contradicted by', ar: 'يعارضه' },
  supersedes: { en: 'gave way to', ar: 'حلّ محله' },
  denies: { en: 'is denied by', ar: 'ينفيه' },
  refines: { en: 'is put more exactly by', ar: 'يدقّقه' },
  'increment-of': { en: 'is added to by', ar: 'يُضاف إليه' },
  'different-window': { en: 'is about another time than', ar: 'يخص فترة غير فترة' },
  'same-number-different-thing': {
    en: 'has the same number but counts another thing than',
    ar: 'يحمل الرقم نفسه لكنه يعدّ غير ما يعدّه',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** In place of the name of an origin that nobody named. */
export const unnamedOrigin: Bilingual = { en: 'nobody named', ar: 'مصدر غير مسمّى' };
