import { describe, expect, test } from 'vitest';
import type { Property } from '../model/index.ts';
import { recogniseColumns } from './recognise-columns.ts';

/** What columns are taken for by their headers alone: `a | b` → properties. */
const byHeaders = (headers: string): readonly Property[] =>
  recogniseColumns(headers.split(' | '), []).map(({ property }) => property);

describe('headers', () => {
  test.each<[string, readonly string[]]>([
    [
      'الاسم | اسم الأب | اسم الجد | الكنية | اسم الأم ونسبتها',
      ['name.given', 'name.father', 'name.grandfather', 'name.family', 'name.mother'],
    ],
    [
      'الاسم الثلاثي | اسم الام | تاريخ الميلاد | محل الولادة',
      ['name.full', 'name.mother', 'birth.date', 'place.birth'],
    ],
    [
      'م | اسم المعتقل | اسم الوالد | العائلة | اسم والدته',
      ['text', 'name.given', 'name.father', 'name.family', 'name.mother'],
    ],
    ['الإسم | إسم الأب | النسبه | المواليد', ['name.given', 'name.father', 'name.family', 'birth.date']],
    ['اسم_المفقود | تاريخ_الفقدان | آخر مكان شوهد فيه', ['name.full', 'seen.date', 'text']],
    ['الاسم والنسبة | العمر | المحافظة | تاريخ الإفراج', ['name.full', 'age', 'place', 'release.date']],
    ['الاسم الكامل باللغة العربية | الرقم الوطني | الجنس | الجنسية', ['name.full', 'id', 'sex', 'text']],
    [
      'الاسم الأول | الاسم الثاني | الاسم الثالث | اللقب',
      ['name.given', 'name.father', 'name.grandfather', 'name.family'],
    ],
    ['الاسم | الكنية | اللقب', ['name.given', 'name.family', 'name.nickname']],
    [
      'اسم الشخص المفقود | اسم مقدم الطلب | هاتف مقدم الطلب | صلة القرابة',
      ['name.full', 'text', 'contact', 'relation'],
    ],
    [
      'الاسم الرباعي | تاريخ الاعتقال | مكان الاحتجاز | السجن | الحالة',
      ['name.full', 'arrest.date', 'place.detention', 'text', 'status'],
    ],
    [
      'اسم المريض | المشفى | تاريخ الدخول | تاريخ الوفاة',
      ['name.full', 'facility', 'admission.date', 'death.date'],
    ],
    ['Full name | Father’s name | DOB | Gender', ['name.full', 'name.father', 'birth.date', 'sex']],
    [
      'first_name | last_name | date_of_birth | home_town',
      ['name.given', 'name.family', 'birth.date', 'place'],
    ],
    [
      'FirstName | FatherName | LastName | MotherName | BirthDate',
      ['name.given', 'name.father', 'name.family', 'name.mother', 'birth.date'],
    ],
    [
      'firstname | fathername | lastname | dateofbirth | placeofbirth',
      ['name.given', 'name.father', 'name.family', 'birth.date', 'place.birth'],
    ],
    ['Name | Surname | Age | From', ['name.given', 'name.family', 'age', 'place']],
    ['Name | Age | Date of release', ['name.full', 'age', 'release.date']],
    [
      'Missing person | Reported by | Contact phone | Last seen',
      ['name.full', 'text', 'contact', 'seen.date'],
    ],
    [
      "Detainee's full name | Date of arrest | Place of detention | Age at arrest",
      ['name.full', 'arrest.date', 'place.detention', 'text'],
    ],
    [
      'Nom | Prénom | Nom du père | Date de naissance | Lieu de naissance',
      ['name.family', 'name.given', 'name.father', 'birth.date', 'place.birth'],
    ],
    ['Nom et prénom | Âge | Sexe | Ville', ['name.full', 'age', 'sex', 'place']],
    [
      'NOM | DATE D’ARRESTATION | LIEU DE DÉTENTION | DATE DE LIBÉRATION',
      ['name.full', 'arrest.date', 'place.detention', 'release.date'],
    ],
    [
      'Prénoms | Nom de famille | Nom de la mère | Hôpital',
      ['name.given', 'name.family', 'name.mother', 'facility'],
    ],
    ['National ID | Passport No. | Record ID | Notes', ['id', 'text', 'text', 'text']],
  ])('%s', (headers, expected) => expect(byHeaders(headers)).toEqual(expected));
});

/** Rows of one column under a header. */
const column = (header: string, ...cells: readonly string[]): readonly Property[] =>
  recogniseColumns(
    [header],
    cells.map((cell) => [cell]),
  ).map(({ property }) => property);

describe('cells', () => {
  test('«الكنية» is the family name on Syrian forms; a column of أبو under it is not', () => {
    expect(column('الكنية', 'غنوم', 'أبو زيد', 'سويد', 'كنعان')).toEqual(['name.family']);
    expect(column('الكنية', 'أبو أحمد', 'أبو زياد', 'أم خالد', 'أبو عمر')).toEqual(['name.teknonym']);
  });

  test('are dates even where the calendar has no such day', () => {
    const columns = recogniseColumns(
      ['Full name', 'Released on'],
      [
        ['Samer Nabil Harfouch', '31/02/2012'],
        ['Adnan Fuad Rajab', '30/02/2012'],
      ],
    );
    expect(columns[1]?.property).toBe('release.date');
  });

  test('contradict a header that is plainly wrong', () => {
    expect(column('المواليد', 'دوما', 'حلب', 'حمص', 'نوى')).toEqual(['place.birth']);
    expect(column('العمر', '1980', '1975', '1991', '1969')).toEqual(['birth.date']);
    expect(column('person', 'P0017', 'P0018', 'P0020', 'P0019')).toEqual(['text']);
  });

  test('decide where a header leaves it open', () => {
    expect(column('Released', '2024-12-08', '9/12/2024', '8 Dec 2024')).toEqual(['release.date']);
    expect(column('Released', 'yes', 'no', 'yes')).toEqual(['text']);
    expect(column('مكان الاعتقال', 'سجن قلعة الريح', 'فرع 215', 'سجن دوما')).toEqual(['place.detention']);
    expect(column('مكان الاعتقال', 'حاجز القطيفة', 'المنزل', 'الجامعة')).toEqual(['text']);
    expect(column('الرقم', '1', '2', '3', '4')).toEqual(['ignore']);
    expect(column('الرقم', '01020304051', '01020304077', '02020304051')).toEqual(['id']);
  });

  test('a name that repeats the family name of its row is the full name', () => {
    const rows = [
      ['رنا وائل غنوم', 'غنوم'],
      ['حازم سويد', 'سويد'],
      ['لؤي إياد كنعان', 'كنعان'],
    ];
    expect(recogniseColumns(['الاسم', 'الكنية'], rows).map(({ property }) => property)).toEqual([
      'name.full',
      'name.family',
    ]);
  });

  test('tell what headers do not', () => {
    const rows = Array.from({ length: 24 }, (_, at) => [
      String(at + 1),
      `رنا وائل غنوم${'ابتثجحخدذرزسشصضطظعغفقكلم'[at]}`,
      at % 2 ? 'ذكر' : 'أنثى',
      `${20 + ((at * 7) % 40)}`,
      `${1 + at}/5/2013`,
    ]);
    expect(
      recogniseColumns(['', 'Column2', 'x', 'field4', ''], rows).map(({ property, recognised }) => [
        property,
        recognised,
      ]),
    ).toEqual([
      ['ignore', 'contents'],
      ['name.full', 'contents'],
      ['sex', 'contents'],
      ['age', 'contents'],
      ['date', 'contents'],
    ]);
  });
});
