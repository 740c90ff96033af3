import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FATES } from '../model/index.ts';
import { fateOfFacility, fatesInWords } from './status-words.ts';

describe('a status word', () => {
  test.each([
    ['released', 'reported-released'],
    ['Released (amnesty)', 'reported-released'],
    ['مُفرَج عنه', 'reported-released'],
    ['أُفرج عنها بتاريخ 2014', 'reported-released'],
    ['إخلاء سبيل', 'reported-released'],
    ['libérée', 'reported-released'],
    ['deceased', 'reported-dead'],
    ['Died under torture', 'reported-dead'],
    ['متوفى', 'reported-dead'],
    ['متوفاة', 'reported-dead'],
    ['شهيد تحت التعذيب', 'reported-dead'],
    ['décédé', 'reported-dead'],
    ['وفاة', 'reported-dead'],
    ['registered dead (civil registry)', 'registered-dead'],
    ['شهادة وفاة', 'registered-dead'],
    ['acte de décès', 'registered-dead'],
    ['detained', 'reported-detained'],
    ['معتقل', 'reported-detained'],
    ['قيد الاعتقال', 'reported-detained'],
    ['détenu', 'reported-detained'],
    ['sentenced to death', 'reported-detained'],
    ['محكوم بالإعدام', 'reported-detained'],
    ['alive', 'reported-seen-alive'],
    ['على قيد الحياة', 'reported-seen-alive'],
    ['جريح في المشفى', 'reported-seen-alive'],
    ['missing', 'unknown'],
    ['last seen in 2013', 'unknown'],
    ['مفقود', 'unknown'],
    ['مغيّب قسراً', 'unknown'],
    ['disparue', 'unknown'],
    ['remains identified', 'remains-presumptive'],
    ['تم التعرف على جثمانه', 'remains-presumptive'],
  ])('%s: %s', (text, fate) => expect(fatesInWords(text)).toEqual([fate]));

  test('may report two things at once', () => {
    expect(fatesInWords('detained 2013, released 2014')).toEqual(['reported-detained', 'reported-released']);
    expect(fatesInWords('خرج من السجن ثم توفي')).toEqual(['reported-released', 'reported-dead']);
  });

  test.each([
    'not dead',
    'not released',
    'never released',
    'no longer detained',
    'لم يتم الإفراج',
    'غير متوفى',
    'ليس ميتا',
    'accused of killing',
    'بتهمة القتل',
    'former detainee',
    'remains in town',
    'Mortaza',
    'حرستا',
    'حياة',
    '—',
    '',
  ])('says nothing where nothing is said: %s', (text) => expect(fatesInWords(text)).toEqual([]));

  test('never says that somebody was spoken to or that remains are certain', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'contacted',
            'alive',
            'remains',
            'confirmed',
            'DNA',
            'تم التواصل معه',
            'رفات',
            'مؤكد',
          ),
        ),
        (words) => {
          for (const fate of fatesInWords(words.join(' '))) {
            expect(FATES).toContain(fate);
            expect(['contacted-alive', 'remains-confirmed']).not.toContain(fate);
          }
        },
      ),
    );
  });
});

test.each([
  ['مشفى المجتهد', 'reported-seen-alive'],
  ['Harasta Hospital', 'reported-seen-alive'],
  ['مشرحة المشفى', 'reported-dead'],
  ['Morgue, drawer 9', 'reported-dead'],
  ['سجن عدرا', 'reported-detained'],
  ['Branch 215', 'reported-detained'],
])('standing at %s: %s', (facility, fate) => expect(fateOfFacility(facility)).toBe(fate));
