import { expect, test } from 'vitest';
import { floodsAmong } from './floods.ts';

const TRUE_TIPS = [
  'كان هناك باب خلف المطبخ في الطابق الثاني، لا يظهر في المخطط، ورأيت الحراس يدخلون منه ليلًا',
  'أخي كتب أسماء من كانوا معه في المهجع السابع على ورقة وأنا أحتفظ بها',
  'I drove the bread lorry until 2013. We never passed the north gate after the summer.',
  'سمعت من جار لنا أنهم نقلوا السجناء قبل أسبوع في حافلتين بيضاوين',
];
const LIE = 'يوجد ثلاثة طوابق تحت الأرض والمفتاح عند الضابط في الغرفة رقم';

test('a flood with changed numbers, marks and endings is one group; true tips stay alone', () => {
  const flood = Array.from({ length: 400 }, (_, n) => ({
    id: `flood ${n}`,
    text: `${n % 2 ? 'انتبهوا! ' : ''}${LIE} ${n}، أسرعوا${'!'.repeat(n % 5)}`,
  }));
  const tips = TRUE_TIPS.map((text, n) => ({ id: `tip ${n}`, text }));
  const groups = floodsAmong([...flood.slice(0, 200), ...tips, ...flood.slice(200)]);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toHaveLength(400);
  expect(groups[0]!.every((id) => id.startsWith('flood'))).toBe(true);
});

test('two floods are two groups, larger first; empty texts are none', () => {
  const other = 'Send money to this account and we open the hidden cells for your family today';
  const groups = floodsAmong([
    ...Array.from({ length: 5 }, (_, n) => ({ id: `a${n}`, text: `${other} ${n}` })),
    ...Array.from({ length: 9 }, (_, n) => ({ id: `b${n}`, text: `${LIE} ${n}` })),
    ...Array.from({ length: 9 }, (_, n) => ({ id: `c${n}`, text: '' })),
  ]);
  expect(groups.map((group) => group.length)).toEqual([9, 5]);
});

test('a pair is no flood', () =>
  expect(floodsAmong([0, 1].map((n) => ({ id: String(n), text: LIE })))).toEqual([]));
