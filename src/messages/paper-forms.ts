import type { Catalogue } from './catalogue.ts';

/** Requests on paper: the printed form, and the page on which it is typed in. */
export const paperFormMessages = {
  'paper.title': { en: 'Paper forms', ar: 'استمارات ورقية' },
  'paper.lead': {
    en: 'Each has its own number, as words and as a code. Type them in by that number.',
    ar: 'لكل استمارة رقمها، مكتوبًا ورمزًا. تُدخل بحسب هذا الرقم.',
  },
  'paper.count': { en: 'How many', ar: 'كم استمارة' },
  'paper.language': { en: 'Language', ar: 'اللغة' },
  'paper.print': { en: 'Print', ar: 'اطبع' },
  'paper.number': { en: 'Form', ar: 'استمارة' },
  'paper.head': { en: 'Request to search for a missing person', ar: 'طلب بحث عن مفقود' },
  'paper.sign': { en: 'Date and signature or fingerprint', ar: 'التاريخ والتوقيع أو البصمة' },
  'paper.free': {
    en: 'This form costs nothing. Whoever asks for money is a fraud.',
    ar: 'هذه الاستمارة مجانية. من يطلب مالًا فهو محتال.',
  },
  'paper.marks': { en: 'Marks, teeth, clothes', ar: 'علامات، أسنان، ملابس' },

  'grid.title': { en: 'Type in paper forms', ar: 'إدخال الاستمارات الورقية' },
  'grid.lead': {
    en: 'One form after the other, in the order of the paper. Tab goes on, Enter keeps the form and begins the next. A form without the consent mark is not kept.',
    ar: 'استمارة بعد أخرى بترتيب الورقة. Tab للانتقال، وEnter يحفظ الاستمارة ويبدأ التالية. الاستمارة بلا علامة الموافقة لا تُحفظ.',
  },
  'grid.number': { en: 'Number of the form', ar: 'رقم الاستمارة' },
  'grid.number-wrong': {
    en: 'This number has a slip: compare it with the paper.',
    ar: 'في الرقم خطأ: قارنه بالورقة.',
  },
  'grid.kept': { en: 'kept', ar: 'حُفظت' },
  'grid.known': { en: 'was there already', ar: 'كانت موجودة' },
  'grid.code': { en: 'Code', ar: 'الرمز' },
} as const satisfies Catalogue;
