/** Months as the Levant, Egypt and the Gulf write them, with their number. */
export const MONTH_NUMBERS_AR: ReadonlyMap<string, number> = new Map(
  Object.entries({
    يناير: 1,
    فبراير: 2,
    مارس: 3,
    أبريل: 4,
    ابريل: 4,
    إبريل: 4,
    مايو: 5,
    يونيو: 6,
    يونيه: 6,
    يوليو: 7,
    يوليه: 7,
    أغسطس: 8,
    اغسطس: 8,
    سبتمبر: 9,
    أكتوبر: 10,
    اكتوبر: 10,
    نوفمبر: 11,
    ديسمبر: 12,
    شباط: 2,
    آذار: 3,
    اذار: 3,
    نيسان: 4,
    أيار: 5,
    ايار: 5,
    حزيران: 6,
    تموز: 7,
    آب: 8,
    أيلول: 9,
    ايلول: 9,
  }),
);
/** First words of the months of two words: كانون الأول, تشرين الثاني. */
export const DOUBLE_MONTHS_AR: ReadonlyMap<string, readonly [first: number, second: number]> = new Map(
  Object.entries({
    كانون: [12, 1],
    تشرين: [10, 11],
  }),
);
export const MONTHS_AR: ReadonlySet<string> = new Set([
  ...MONTH_NUMBERS_AR.keys(),
  ...DOUBLE_MONTHS_AR.keys(),
]);
export const WEEKDAYS_AR: ReadonlyMap<string, number> = new Map(
  Object.entries({
    الأحد: 0,
    الاحد: 0,
    الاثنين: 1,
    الإثنين: 1,
    الثلاثاء: 2,
    الأربعاء: 3,
    الاربعاء: 3,
    الخميس: 4,
    الجمعة: 5,
    السبت: 6,
  }),
);
