import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { readReport } from './index.ts';
import { postHeader } from './posts.ts';

const chainsOf = (text: string) =>
  readReport(plainTextLayer(text), { outlet: 'site.example', published: '2031-05-12' }).statements.map(
    ({ chain, quote }) => ({ chain, quote }),
  );
const about = (text: string, words: string) =>
  chainsOf(text).find(({ quote }) => quote.includes(words))?.chain;

describe('what a report tells of itself', () => {
  it.each([
    'An earlier version of this report said that 900 people were held in Marj Prison.',
    'The original version of the article stated that 900 people were held in Marj Prison.',
  ])('%s', (text) => {
    expect(about(`Marj Prison was opened at dawn\n\n${text}`, '900')).toEqual(['site.example']);
  });

  it('a heading with a verb names nobody whose statement it is', () => {
    const text = ['Marj Families Association announces the end of its search at Marj Prison', ...WE].join(
      '\n\n',
    );
    expect(about(text, '900')?.join()).not.toContain('announces');
  });
});

const WE = [
  'We opened Marj Prison with the guards on Sunday and counted 40 people there.',
  'We have asked the council for its list, and our doctors saw 12 bodies.',
  'The cells held 900 people in March. We shall not publish their names.',
];

describe("a body's own statement", () => {
  it.each([
    ['its name over it', ['Marj Families Association (MFA)', '', ...WE]],
    ['a press release', ['Press release by the Marj Families Association', '', ...WE]],
    [
      'its name under it',
      ['What we know of the prison', '', ...WE, '', 'For the Marj Families Association,'],
    ],
  ])('%s', (_, lines) => {
    expect(about(lines.join('\n\n'), '900')).toEqual(['site.example', 'Marj Families Association']);
  });

  const WE_AR = [
    'وثّقنا حتى مساء الأحد أسماء 900 شخص احتُجزوا في سجن المرج.',
    'ونطالب المجلس بنشر القوائم التي بحوزته، ولدينا نسخة من سجل القبو.',
    'عثر متطوعو الفرق على 12 جثة في القبو. نأسف لأننا ذكرنا رقماً أقل.',
  ];
  it.each([
    ['رابطة أسر المرج', ['رابطة أسر المرج', '', ...WE_AR]],
    ['رابطة أسر المرج', ['بيان صحفي صادر عن رابطة أسر المرج', '', ...WE_AR]],
    ['أطباء تحت القصف', ['بيان رقم 4 حول سجن المرج', 'أطباء تحت القصف', '12 أيار 2031', '', ...WE_AR]],
    ['رابطة أسر المرج', ['ما نعرفه عن السجن', '', ...WE_AR, '', 'عن رابطة أسر المرج']],
    ['شبكة شهود التل', ['شبكة شهود التل', '', ...WE_AR]],
    [
      'Doctors Without Walls',
      ['Statement on Marj Prison', 'Doctors Without Walls', '12 May 2031', '', ...WE],
    ],
  ])('%s', (body, lines) => {
    expect(about(lines.join('\n'), '900')).toEqual(['site.example', body]);
  });

  it.each([
    ['a newspaper of their own', ['صحيفة المرج اليومية', '', ...WE_AR]],
    [
      'nobody who says "we"',
      [
        'رابطة أسر المرج',
        '',
        'احتُجز 900 شخص في سجن المرج. عثر متطوعون على 12 جثة هناك.',
        'زار المجلس السجن.',
      ],
    ],
  ])('not %s, in Arabic', (_, lines) => {
    expect(about(lines.join('\n'), '900')).toEqual(['site.example']);
  });

  it.each([
    ['a reporter who was there', ['How Marj Prison was opened', '', ...WE]],
    ['a newspaper', ['Valley Council Times', '', ...WE]],
    [
      'others who say "we"',
      [
        'Marj Families Association',
        '',
        '“We opened Marj Prison and counted 40 people,” said Amal Sader, a guard.',
        'The cells held 900 people in March.',
      ],
    ],
  ])('not %s', (_, lines) => {
    expect(about(lines.join('\n\n'), '900')).toEqual(['site.example']);
  });
});

describe('an embedded post under its header', () => {
  it('is the word of its author, on the platform that is named above it', () => {
    const text = [
      'Marj Prison was opened by its own guards at dawn.',
      '',
      'Twitr',
      'Valley Rescue @valley_rescue · May 11, 2031',
      'We opened 12 cells and found 40 people. Two doors are still shut.',
      '',
      'The council found 70 bodies in the hospital.',
    ].join('\n');
    expect(about(text, '12 cells')).toEqual(['site.example', 'Twitr', 'Valley Rescue']);
    expect(about(text, 'Two doors')).toEqual(['site.example', 'Twitr', 'Valley Rescue']);
    expect(about(text, '70 bodies')).toEqual(['site.example']);
  });

  it.each([
    ['Valley Rescue @valley_rescue · 3h', true],
    ['Valley Rescue (@valley_rescue) - 11 May 2031', true],
    ['@valley_rescue | 10:45 pm · 5/11/31', true],
    ['By Amal Sader @amalsader · May 11', false],
    ['Follow us @dailybell · now', false],
    ['Photo: @valley_rescue · May 11', false],
    ['The message came from @valley_rescue, said the council.', false],
  ])('%s', (line, yes) => {
    expect(postHeader(line, false) !== undefined).toBe(yes);
  });
});
