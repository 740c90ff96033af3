import { describe, expect, it } from 'vitest';
import { figuresIn } from '../figures.ts';
import { tokenize } from '../tokens.ts';
import { amountsBehindNouns } from './amounts-behind.ts';

const amounts = (sentence: string): string => {
  const tokens = tokenize(sentence);
  return [...figuresIn(tokens), ...amountsBehindNouns(tokens)]
    .map(({ op, value, high, unit, measure }) =>
      [op, value, high, unit, measure].filter((each) => each !== undefined).join(' '),
    )
    .join('; ');
};

describe('Arabic amounts', () => {
  it.each([
    ['خرج مئتان وستة عشر معتقلاً من سجن الوادي.', 'eq 216 person released'],
    ['أُفرج عن أحد عشر سجيناً وإحدى عشرة سجينة.', 'eq 11 person released; eq 11 person released'],
    ['عُثر على اثنتي عشرة جثة في القبو.', 'eq 12 body bodies-found'],
    ['قُتل ما لا يقل عن ثلاثة آلاف ومئتين وخمسين شخصاً.', 'ge 3250 person killed'],
    ['لا يزال نحو ١٨ ألف معتقل داخل السجن.', 'approx 18000 person still-inside'],
    ['بلغ عدد المفقودين مليوناً ونصف المليون.', 'eq 1500000 person missing'],
    ['نزح 15 ألفاً و300 شخص من المدينة.', 'eq 15300 person displaced'],
    ['ما بين عشرين وثلاثين جثة كانت في الممر.', 'range 20 30 body bodies-found'],
    ['لم يتسع المبنى يوماً لأكثر من ستة آلاف سجين.', 'le 6000 person detained'],
    ['ما زال أكثر من 300 معتقل في الداخل.', 'gt 300 person still-inside'],
    ['أصيب ثلاثون شخصاً على الأقل.', 'ge 30 person injured'],
    ['في القبو زنزانة واحدة.', 'eq 1 cell cells'],
    ['شاركت وحدتا إسعاف في البحث.', 'eq 2 team teams'],
    ['خرج السجناء الخمسة عند الفجر.', 'eq 5 person released'],
    ['عثر المتطوعون على 12 صندوقاً.', 'eq 12 صندوق count'],
    ['مات في السجن اثنان من أصل 30 نزيلاً.', 'eq 2 person died; eq 30 person died'],
    ['دفعت العائلات بين ألفي دولار وستة آلاف دولار.', 'eq 2000 usd money; eq 6000 usd money'],
    ['تراوحت المبالغ بين أربعة آلاف وتسعة آلاف دولار.', 'range 4000 9000 usd money'],
    ['كانت الحافلات عشراً.', ''],
    ['الحافلات كانت إحدى عشرة.', 'eq 11 vehicle vehicles'],
    ['الموقوفون لا يقلون عن ثلاثمئة.', 'ge 300 person detained'],
    ['بلغ عدد الجثث المنتشلة من القبر 52 حتى مساء الأحد.', 'eq 52 body bodies-found'],
    ['وصل عدد الناجين إلى 90 بعدما فُتح القبو.', 'eq 90 person people'],
    ['لا يضم المبنى سوى قبو واحد.', 'eq 1 floor levels'],
    ['تبعد المقبرة نحو كيلومترين عن البلدة.', 'approx 2 km distance'],
    ['كان في الثالثة عشرة من عمره.', ''],
    ['لم تستقبل المشرحة سجيناً واحداً.', ''],
    ['غرفة معدة لثمانية أشخاص.', 'eq 8 person capacity'],
    ['عاد خمسة منهم إلى الزنازين.', 'eq 5 person returned'],
    ['ارتفعت حصيلة القتلى إلى 187.', 'eq 187 person killed'],
    [
      'يضم السجل 2870 قيداً، كُتب اسم المشرحة إلى جانب 412 منها.',
      'eq 2870 document documents; eq 412 document documents',
    ],
    ['قضى زهاء أربعين معتقلاً تحت التعذيب.', 'approx 40 person died'],
    ['عُرضت مكافأة الخمسة آلاف دولار.', 'eq 5000 usd reward'],
    ['أُنقذ بضعة أشخاص من تحت الأنقاض.', 'vague person rescued'],
    ['فُقد عشرات الآلاف من المدنيين.', 'vague person missing'],
    ['نصف مليون نازح عادوا إلى قراهم.', 'eq 500000 person displaced'],
    ['يتجاوز عددهم 700 معتقل.', 'gt 700 person detained'],
    ['لا يزيد عددهم على سبعين موقوفاً.', 'le 70 person detained'],
    ['أوقف تسعة وتسعون موظفاً.', 'eq 99 person arrested'],
    ['وصلت مئة وعشرون عائلة.', 'eq 120 family people'],
  ])('%s', (sentence, expected) => expect(amounts(sentence)).toBe(expected));

  it.each([
    'قالت هند الرافع (٦١ عاماً) إنها تنتظر.',
    'وصل قبل ثلاثة أيام إلى البلدة.',
    'دخلوا السجن بعد أربعة أيام على سقوط المدينة.',
    'رجل في السبعين من عمره ينتظر.',
    'في 8 شباط 2024 فُتح السجن.',
    'فُتح السجن في 12 تشرين الثاني.',
    'حدث ذلك مرتين.',
    'عاد يوم الاثنين إلى بيته.',
  ])('none: %s', (sentence) => expect(amounts(sentence)).toBe(''));
});
