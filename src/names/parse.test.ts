import { describe, expect, test } from 'vitest';
import { type ParseHints, parseName } from './index.ts';

const slots = (name: string, hints?: ParseHints): string =>
  parseName(name, hints)
    .parts.map((part) => `${part.slot} ${part.written}`)
    .join(' · ');

describe('parseName', () => {
  test.each([
    ['محمد', 'given محمد'],
    ['محمد الحموي', 'given محمد · family الحموي'],
    ['محمد خالد الحموي', 'given محمد · father خالد · family الحموي'],
    ['محمد خالد وليد الحموي', 'given محمد · father خالد · grandfather وليد · family الحموي'],
    ['Samer Walid al-Hamwi', 'given Samer · father Walid · family al-Hamwi'],
  ])('%s: as many slots as it has parts', (name, read) => expect(slots(name)).toBe(read));

  test.each([
    ['عبد الرحمن نور الدين أبو زيد', 'given عبد الرحمن · father نور الدين · family أبو زيد'],
    ['عبدالرحمن نورالدين ابوزيد', 'given عبدالرحمن · father نورالدين · family ابوزيد'],
    ['Abd el-Rahman Nour al-Din Abu Zayd', 'given Abd el-Rahman · father Nour al-Din · family Abu Zayd'],
    ['Abd Al Rahman Iyad Al Khalid', 'given Abd Al Rahman · father Iyad · family Al Khalid'],
    ['سيف الإسلام فتح الله', 'given سيف الإسلام · family فتح الله'],
    ['ذو الفقار علي', 'given ذو الفقار · family علي'],
    ['Adel Khalil Sheikh Mousa', 'given Adel · father Khalil · family Sheikh Mousa'],
    ['عبدا لرحمن السيد', 'given عبدا لرحمن · family السيد'],
  ])('%s: compounds stay whole', (name, read) => expect(slots(name)).toBe(read));

  test.each([
    ['الدكتور محمد الحموي', 'given محمد · family الحموي'],
    ['الحاج حسين علي', 'given حسين · family علي'],
    ['الشهيد سمير خالد', 'given سمير · family خالد'],
    ['Dr. Samer Hamwi', 'given Samer · family Hamwi'],
    ['طفل/محمد علي حسن', 'given محمد · father علي · family حسن'],
    ['السيد أحمد', 'given السيد · family أحمد'],
  ])('%s: titles are taken off, but not a name that is one', (name, read) => expect(slots(name)).toBe(read));

  test.each([
    ['الحموي، محمد خالد', 'given محمد · father خالد · family الحموي'],
    ['Hamwi, Samer Walid', 'given Samer · father Walid · family Hamwi'],
    ['al Hamwi, Samer', 'given Samer · family al Hamwi'],
  ])('%s: a comma turns the order', (name, read) => expect(slots(name)).toBe(read));

  test('a list that writes the family first says so', () =>
    expect(slots('الحموي محمد خالد', { order: 'family-first' })).toBe(
      'given محمد · father خالد · family الحموي',
    ));

  test.each([
    ['محمد بن خالد', 'given محمد · father خالد'],
    ['محمد بن خالد بن وليد الحموي', 'given محمد · father خالد · grandfather وليد · family الحموي'],
    ['Samer ibn Walid', 'given Samer · father Walid'],
  ])('%s: what follows ibn is a father', (name, read) => expect(slots(name)).toBe(read));

  test.each([
    ['سمير (أبو خالد) الحموي', 'given سمير · family الحموي · teknonym أبو خالد'],
    ['سمير الحموي )الصغير(', 'given سمير · family الحموي · nickname الصغير'],
    ['Samer Hamwi "Sammour"', 'given Samer · family Hamwi · nickname Sammour'],
    ['أبو خالد', 'teknonym أبو خالد'],
    ['أبو خالد سمير الحموي', 'given سمير · family الحموي · teknonym أبو خالد'],
  ])('%s: what he is called besides', (name, read) => expect(slots(name)).toBe(read));

  test.each([
    ['الشيخيوسف الحموي', 'given يوسف · family الحموي'],
    ['محمدعلي الحموي', 'given محمد · father علي · family الحموي'],
    ['SAMER_HAMWI', 'given SAMER · family HAMWI'],
    ['سمير-الحموي', 'given سمير · family الحموي'],
  ])('%s: bad typing', (name, read) => expect(slots(name)).toBe(read));

  test('the third of three may be the family or the grandfather, unless it has the article', () => {
    expect(parseName('محمد خالد وليد').parts[2]).toMatchObject({ slot: 'family', orElse: ['grandfather'] });
    expect(parseName('محمد خالد الوليد').parts[2]).not.toHaveProperty('orElse');
  });

  test("a mother's name fills her slots", () =>
    expect(slots('رشا المحمد', { of: 'mother' })).toBe('mother رشا · mother-family المحمد'));

  test('tokens carry what is compared', () =>
    expect(parseName('Abd el-Raḥmān').parts[0]?.tokens).toEqual([
      {
        written: 'Abd el-Raḥmān',
        joined: 'abdalrahman',
        folded: 'abdalrahman',
        skeleton: 'BDRHMN',
        script: 'latin',
      },
    ]));

  test.each(['', '   ', '-', '…', '12345', '😀😀', '\u202e\u200f', '(((', 'بن', '、'])(
    '%j has at most one part',
    (text) => expect(parseName(text).parts.length).toBeLessThanOrEqual(1),
  );
});
