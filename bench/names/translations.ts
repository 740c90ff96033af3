/**
 * Forms of the test part whose only Latin counterparts in the mined data are no spelling of them: a translation (الزمرد
 * emerald), another name of the same person (الفيومي gaon), another part of his name. Marked by hand, by reading the
 * pair alone. No spelling can be found for them, so recall is also given without them.
 */
export const TRANSLATIONS: ReadonlySet<string> = new Set(
  (
    'الامير الفيومي الزمرد المجر عقيلته البنا المقنع الدارابي الثور الارمله قضيه السلاحي الدخن السفاح الرضا الجامح ' +
    'السلطانه النحوي الكبير العمودي العرسان الهدو عالقه الانين معدل حي حزب عمور الاب القمار الرهيبه الارخون الصميم ' +
    'عمليه الذراع الميناوي الحريصي عكا المجوس'
  ).split(' '),
);
