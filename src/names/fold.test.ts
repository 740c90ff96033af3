import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, nameSkeleton, skeletonKeys } from './index.ts';

const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom('عبد', 'ال', 'رحمن', 'أبو', 'الدين', 'بن', 'نور', 'يوسف', 'ا', 'ى', 'ـ', 'ّ'), {
      maxLength: 8,
    })
    .map((all) => all.join(' ')),
  fc
    .array(
      fc.constantFrom(
        'abd',
        'al',
        'el-',
        'rahman',
        'abou',
        'eddine',
        'bin',
        'Nour',
        'ʿ',
        'oo',
        'ch',
        'e',
        '-',
      ),
      { maxLength: 8 },
    )
    .map((all) => all.join(' ')),
  fc.string({ unit: fc.constantFrom(...'abdeilnorsu -'), maxLength: 20 }),
);

describe('foldName', () => {
  test.each([
    ['أحمد', 'احمد'],
    ['إيمان', 'ايمان'],
    ['مصطفى', 'مصطفي'],
    ['فاطمة', 'فاطمه'],
    ['مُحَـمَّد', 'محمد'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['عبد الرحمن', 'عبدالرحمن'],
    ['عبدا لرحمن', 'عبدالرحمن'],
    ['کریم یاسین', 'كريم ياسين'],
    ['\u202bسمير\u202c\u200f', 'سمير'],
    ['Ash-Shāmī', 'alshami'],
    ['el Hamwi', 'alhamwi'],
    ['ʿAbd al-Raḥmān', 'abdalrahman'],
    ['Abderrahmane', 'abdalrahman'],
    ['Nour-Eddine', 'nuraldin'],
    ['Chaabane', 'shaban'],
    ['Djamila', 'jamila'],
    ['Fatimeh', 'fatima'],
    ['Моhаmеd', 'mohamed'],
  ])('%s is compared as %s', (written, folded) => expect(foldName(written)).toBe(folded));

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(names, (name) => {
        const folded = foldName(name);
        expect(foldName(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('nameSkeleton', () => {
  test.each([
    ['محمد', 'Mohammed'],
    ['شعبان', 'Chaabane'],
    ['عبد الرحمن', 'Abderrahman'],
    ['نور الدين', 'Noureddine'],
    ['الحموي', 'al-Hamoui'],
    ['غياث', 'Gheyath'],
    ['قتيبة', 'Kutaiba'],
  ])('%s and %s share one', (arabic, latin) =>
    expect(nameSkeleton(arabic.replaceAll(' ', ''))).toBe(nameSkeleton(latin)),
  );

  test('its keys meet those of a skeleton one letter away', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'BDHKLMNRST'), minLength: 2, maxLength: 8 }),
        fc.nat(),
        (skeleton, at) => {
          const shorter =
            skeleton.slice(0, at % skeleton.length) + skeleton.slice((at % skeleton.length) + 1);
          expect(skeletonKeys(skeleton)).toContain(shorter);
          expect(skeletonKeys(skeleton).length).toBeLessThanOrEqual(skeleton.length + 1);
        },
      ),
    );
  });
});
