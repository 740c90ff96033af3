import { describe, expect, test } from 'vitest';
import { compareNames, compareTokens } from './index.ts';

/** Pairs that a clerk meets every day: one name in two spellings. */
const ONE_NAME: readonly (readonly [string, string])[] = [
  // Arabic with Arabic.
  ['أحمد', 'احمد'],
  ['فاطمة', 'فاطمه'],
  ['مصطفى', 'مصطفي'],
  ['عبد الرحمن', 'عبدالرحمن'],
  ['إبراهيم', 'ابراهيم'],
  ['مُحَمَّد', 'محمد'],
  ['محـــمد', 'محمد'],
  ['ﻣﺤﻤﺪ', 'محمد'],
  ['رؤى', 'روى'],
  ['لؤي', 'لوي'],
  ['هدى', 'هدي'],
  ['ياسین', 'ياسين'],
  ['کریم', 'كريم'],
  ['إسماعيل', 'اسمعيل'],
  ['نور الدين', 'نورالدين'],
  ['داود', 'داوود'],
  ['أبو زيد', 'ابوزيد'],
  // Arabic with Latin.
  ['محمد', 'Mohammed'],
  ['خالد', 'Khaled'],
  ['عبد الله', 'Abdullah'],
  ['يوسف', 'Youssef'],
  ['خديجة', 'Khadija'],
  ['حسين', 'Hussein'],
  // Latin with Latin.
  ['Mohammed', 'Muhammad'],
  ['Chaaban', 'Shaaban'],
  ['Gamal', 'Jamal'],
  ['Khalid', 'Khaled'],
  ['Hussein', 'Houssein'],
  ['Omar', 'Umar'],
  ['Noureddine', 'Nour al-Din'],
  ['Abdulrahman', 'Abd el-Rahman'],
  ['Youssef', 'Yusuf'],
  ['Qasim', 'Kassem'],
];

const TWO_NAMES: readonly (readonly [string, string])[] = [
  ['محمد', 'محمود'],
  ['حسن', 'حسين'],
  ['خالد', 'خلاد'],
  ['علي', 'عالية'],
  ['سمر', 'سحر'],
  ['أمين', 'أيمن'],
  ['محمد', 'Mahmoud'],
  ['حسن', 'Hussein'],
  ['حسين', 'Hassan'],
  ['جمال', 'Jamil'],
  ['هدى', 'Hadi'],
  ['Mohammed', 'Mahmoud'],
  ['Hassan', 'Hussein'],
  ['Walid', 'Khalid'],
  ['Amin', 'Ayman'],
  ['عبد الكريم', 'كريم'],
  ['عبد الرحمن', 'عبد الرحيم'],
];

describe('one name in two spellings', () => {
  test.each(ONE_NAME)('%s and %s are the same', (a, b) => {
    expect(compareNames(a, b)).toMatchObject({ verdict: 'same' });
    expect(compareNames(b, a)).toMatchObject({ verdict: 'same' });
  });
});

describe('two names, however near', () => {
  test.each(TWO_NAMES)('%s and %s are not equal', (a, b) => {
    expect(compareTokens(a, b).outcome).not.toBe('equal');
    expect(compareNames(a, b).verdict).not.toBe('same');
    expect(compareNames(b, a).verdict).not.toBe('same');
  });
});
