import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../../model/index.ts';
import { readReport } from '../index.ts';

const statements = (text: string) =>
  readReport(plainTextLayer(text), { outlet: 'جرس الوادي', published: '2031-05-12' }).statements;
const find = (text: string, words: string) => statements(text).find(({ quote }) => quote.includes(words));
const chainOf = (text: string, words: string) => find(text, words)?.chain.slice(1);

describe('who speaks in Arabic', () => {
  it.each([
    [
      'نفت لجنة الوادي وجود مقبرة في السجن، وجدد مسؤولها الأمني العميد سامي حداد القول إن القبو فارغ.',
      'القبو',
      ['لجنة الوادي', 'سامي حداد'],
    ],
    ['قال المتحدث باسم رابطة المرج العقيد سامي حداد إن 40 سجيناً خرجوا.', '40', ['رابطة المرج', 'سامي حداد']],
    ['أكد أحد الحراس، وقد طلب عدم ذكر اسمه، أن 40 سجيناً خرجوا.', '40', ['أحد الحراس']],
    ['غير أن أحد الحراس، وقد طلب عدم ذكر اسمه، أكد للصحيفة أن 40 سجيناً خرجوا.', '40', ['أحد الحراس']],
    ['وكانت منظمة «سراج» قد نشرت الأحد قائمة تضم 900 اسم.', '900', ['منظمة سراج']],
    ['رفعت منظمة «سراج» حصيلتها إلى 40 قتيلاً في سجن المرج.', '40', ['منظمة سراج']],
    ['خفّضت رابطة المرج تقديراتها مساء الأحد إلى 40 مفقوداً.', '40', ['رابطة المرج']],
    ['أما رابطة المرج فتتراوح تقديراتها بين 700 و900 معتقل.', '900', ['رابطة المرج']],
    ['بلغ عدد الجثامين 49 وفق ما أبلغنا به الفريق الجنائي.', '49', ['الفريق الجنائي']],
    ['خرج 40 سجيناً من المرج بحسب ما أعلنه المجلس المحلي.', '40', ['المجلس المحلي']],
    ['وثمة معلومات لم نتأكد منها تفيد بأن 40 سجيناً في مقلع مهجور.', '40', ['unnamed']],
    ['قالت رئيستها ليلى مراد، في اتصال مع الصحيفة، إن 17 طفلاً كانوا هناك.', '17', ['ليلى مراد']],
  ])('%s', (text, words, chain) => {
    expect(chainOf(text, words)).toEqual(chain);
  });

  it('means by a verb alone whoever spoke last and has its gender', () => {
    const text =
      'أوضح الطبيب سامي حداد أن 12 جثة وصلت. وأضافت المتحدثة ليلى مراد أن السجن فارغ. ثم أضاف أن ثلاثة سجناء ماتوا.';
    expect(chainOf(text, 'ثلاثة')).toEqual(['سامي حداد']);
    expect(chainOf(text.replace('ثم أضاف', 'وقالت'), 'ثلاثة')).toEqual(['ليلى مراد']);
  });

  it('means by «المصدر نفسه» whoever spoke last', () => {
    const text = 'قال المهندس سامي حداد إن القبو فارغ. وبحسب المصدر نفسه، نقلت الشاحنات 40 معتقلاً.';
    expect(chainOf(text, '40')).toEqual(['سامي حداد']);
  });

  it('says nothing by a verb that only tells how somebody stood there', () => {
    expect(chainOf('كان الحارس يتحدث وهو يشير إلى القبو حيث احتجز 40 رجلاً.', '40') ?? []).toEqual([]);
  });
});

describe('denials in both languages', () => {
  it.each([
    ['وصف الوزير ما تداولته مواقع عن 40 قتيلاً بأنه «خيال مريض».', '40'],
    ['كذّبت رابطة المرج ما نشر عن وجود 900 سجين تحت الأرض.', '900'],
    ['قال المدير إن القول بخروج 40 سجيناً لا نصيب له من الصحة.', '40'],
    ['The governor called the claim that 900 people were held there fake.', '900'],
    ['The toppled government always branded the figure of 900 dead a fabrication.', '900'],
    ['A group of former inmates scoffed at the figure of 900 from the start.', '900'],
    ['He described the report of 900 dead as wildly exaggerated.', '900'],
    ['The police rubbished claims of 40 deaths in the cells.', '40'],
    ['There is no truth to reports of 40 prisoners trapped below.', '40'],
  ])('%s', (text, words) => {
    expect(find(text, words)?.stance).toBe('denies');
  });

  it('reads a denial of more as a cap', () => {
    for (const text of [
      'The ministry denied that Marj Prison had ever held more than 60 people.',
      'نفت وزارة الداخلية أن يكون السجن قد ضم أكثر من 60 سجيناً.',
    ]) {
      const said = find(text, '60');
      expect([said?.stance, said?.figure?.op, said?.figure?.value]).toEqual(['asserts', 'le', 60]);
    }
  });

  it('leaves a name that somebody gives a thing', () => {
    expect(find('The rebels called the prison "the slaughterhouse" and freed 40 men.', '40')?.stance).toBe(
      'asserts',
    );
  });
});
