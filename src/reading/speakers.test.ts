import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { readReport } from './index.ts';

const report = (title: string, ...paragraphs: string[]) =>
  readReport(plainTextLayer(`${title}\n\n${paragraphs.join('\n\n')}`), {
    outlet: 'Daily Bell',
    published: '2031-05-12',
  }).statements;
const read = (...paragraphs: string[]) =>
  report('Marj Prison was opened by its own guards at dawn', ...paragraphs).filter((each) => !each.headline);
const arabic = (title: string, ...paragraphs: string[]) =>
  readReport(plainTextLayer(`${title}\n\n${paragraphs.join('\n\n')}`), {
    outlet: 'جريدة التل',
    published: '2031-05-12',
  }).statements;
const about = (found: readonly ReturnType<typeof read>[number][], words: string) =>
  found.find(({ quote }) => quote.includes(words))!;

describe('words that are no speakers', () => {
  it('question words', () => {
    const found = read(
      'The prisoners were given soup, asked what day it was and taken to Alma in two buses.',
    );
    expect(found.flatMap(({ chain }) => chain)).not.toContain('What');
  });

  it.each([
    ['LOST BELOW GROUND: More than 900 detainees seen under grim jail', ['Daily Bell']],
    ['Rush for water: 900 locked under a hill jail', ['Daily Bell']],
    ['Valley Council: 900 people are trapped under Marj Prison', ['Daily Bell', 'Valley Council']],
  ])('a label before a colon: %s', (title, chain) => {
    const [headline] = report(title, 'Marj Prison was opened by its own guards at dawn on Sunday.');
    expect(headline!.chain.filter((name) => name !== 'CCTV')).toEqual(chain);
  });

  it('a dateline', () => {
    const found = read(
      'HARBOUR CITY, Alma (Hill Wire) - Divers ended their search of Marj Prison on Monday, saying they had found 12 cells.',
    );
    expect(about(found, '12 cells').quote).not.toContain('Hill Wire');
    expect(about(found, '12 cells').chain).toEqual(['Daily Bell', 'Hill Wire', 'Divers']);
  });

  it('a phrase before the subject', () => {
    const found = read(
      'Alma Sea Rescue said that it had sent four teams to Marj Prison.',
      'In a message to reporters the council thanked them.',
      'It has also offered a reward of $500 for a map of the building.',
    );
    for (const { chain } of found) expect(chain.join()).not.toMatch(/In a/);
  });

  it('a message is passed on by its platform, from nobody who is named', () => {
    const [first] = read('A message shared widely on Facebook claims that 70 bodies were brought to Alma.');
    expect(first!.chain).toEqual(['Daily Bell', 'Facebook', 'unnamed']);
  });

  it('one of whom nothing is said but that somebody asked', () => {
    const found = read('Hill Radio could not find out who wrote the message about Marj Prison.');
    expect(found.flatMap(({ chain }) => chain)).not.toContain('Not find out');
  });
});

describe('speakers far from their verb', () => {
  it.each([
    ['Rim Sader was freed on Sunday and said that 40 people were still inside Marj Prison.', 'Rim Sader'],
    ['Six in 10 families say they have heard nothing from Marj Prison.', 'Six in 10 families'],
    ['Guards close to the council say they moved 40 people from Marj Prison.', 'Guards close to the council'],
    ['Marj Prison held 900 people in March, council records show.', 'Council records'],
  ])('%s', (sentence, speaker) => {
    const chains = read(sentence).map(({ chain }) => chain.at(-1)?.toLowerCase());
    expect(chains).toContain(speaker.toLowerCase());
  });

  it('what somebody is asked to say is not said', () => {
    const found = read('The council said that it had asked the guards to explain where 40 people were.');
    expect(found.map(({ chain }) => chain)).toEqual([['Daily Bell', 'Council']]);
  });
});

describe('a body by its full name', () => {
  it('once it was named in full, also in the headline above', () => {
    const found = report(
      'Association says 900 people died in Marj Prison',
      'The Marj Families Association counts its dead. The association said that 900 people died there.',
      'The Valley Council said that 12 cells were found. The association said that 40 were known.',
    );
    expect(found[0]!.chain.at(-1)).toBe('Marj Families Association');
    expect(about(found, '40 were').chain.at(-1)).toBe('Marj Families Association');
  });

  it('and by its count', () => {
    const [first] = read("By the council's count no more than 900 people were held in Marj Prison.");
    expect(first!.chain).toEqual(['Daily Bell', 'Council']);
  });
});

describe('who speaks for a body', () => {
  it.each([
    [
      'The Valley Council said that 40 people were missing. “We search on,” said its spokesman, Rami Koury.',
      '“We search on,”',
    ],
    ['“Nobody was there,” said Rami Koury, who led the four teams of Valley Council.', 'Nobody was there'],
    ['Rami Koury, a spokesman for the Valley Council, said that 40 people were missing.', '40 people'],
  ])('%s', (text, words) => {
    expect(about(read(text), words).chain).toEqual(['Daily Bell', 'Valley Council', 'Rami Koury']);
  });

  it('also where the report says it in a sentence of its own', () => {
    const found = read(
      'Amal Sader said that 900 people were held in Marj Prison. Sader is a founder of the Marj Families Association.',
    );
    expect(about(found, '900').chain).toEqual(['Daily Bell', 'Marj Families Association', 'Amal Sader']);
    const said = arabic(
      'فتح سجن التل',
      'قالت رابطة عائلات التل إن 40 معتقلاً خرجوا من السجن.',
      'وقالت أمل صادر، وهي من مؤسسي الرابطة: «كان في السجن 900 شخص فقط ولا أحد غيرهم».',
    );
    expect(about(said, '900').chain).toEqual(['جريدة التل', 'رابطة عائلات التل', 'أمل صادر']);
  });

  it('names stand behind offices in Arabic', () => {
    const found = arabic(
      'فتح سجن تل الزيتون',
      'أعلنت محافظة الوادي أن 900 معتقل ما زالوا داخل سجن تل الزيتون.',
      'وقال الناطق باسم المحافظة سامر حداد إن الأبواب مغلقة منذ يوم السبت.',
      'وقال حداد إن 40 معتقلاً خرجوا من السجن.',
    );
    expect(about(found, 'الأبواب').chain).toEqual(['جريدة التل', 'محافظة الوادي', 'سامر حداد']);
    expect(about(found, '40').chain).toEqual(['جريدة التل', 'محافظة الوادي', 'سامر حداد']);
    expect(about(found, '900').place).toBe('سجن تل الزيتون');
  });

  it('whom a body calls on is no part of its name', () => {
    const found = arabic(
      'فتح سجن تل الزيتون',
      'قالت رابطة عائلات التل إن 40 معتقلاً خرجوا من السجن. ودعت الرابطة الأهالي إلى عدم لمس السجلات في السجن، وقالت إن 900 شخص توفوا فيه.',
    );
    expect(about(found, '900').chain.at(-1)).toBe('رابطة عائلات التل');
  });
});

describe('how surely', () => {
  it.each([
    ['"There are not 900 people under Marj Prison," said Amal Sader, a teacher.', 'denies'],
    ['There are no 900 bodies in Marj Hospital, said Amal Sader, a teacher.', 'denies'],
    ['There are no more than 900 people in Marj Prison, said Amal Sader, a teacher.', 'asserts'],
    [
      'As many as 900 people are below, the council said. The figure could not be independently confirmed.',
      'unverified',
    ],
    [
      'As many as 900 people are below, the council said. It said cameras showed crowded halls in the jail. The figure has not been independently verified.',
      'unverified',
    ],
    [
      'As many as 900 people are below, the council said. Twelve divers arrived from Alma by bus at noon. The figure has not been independently verified.',
      'asserts',
    ],
  ])('%s', (text, stance) => {
    expect(about(read(text), '900').stance).toBe(stance);
  });

  it.each([
    ['قالت أمل صادر: «ليس هناك 900 معتقل تحت سجن التل، ولم يكن فيه مكان لهم».', 'denies'],
    ['أعلنت محافظة الوادي أن 900 معتقل ما زالوا داخل السجن. ولم يتسنّ التحقق من هذا الرقم.', 'unverified'],
  ])('%s', (text, stance) => {
    expect(about(arabic('فتح سجن التل', text), '900').stance).toBe(stance);
  });

  it('questions and pleas state nothing', () => {
    const found = read(
      'Why, then, do so many people believe in the lower cells of Marj Prison?',
      '“Please do not come to the prison because of a message,” said Amal Sader, a teacher.',
    );
    expect(found).toEqual([]);
  });
});

describe('where, and what is counted', () => {
  it('words of a name are no fate', () => {
    const [first] = read(
      'The Association of Former Detainees of Alma keeps talks with 900 people from Marj Prison.',
    );
    expect(first!.figure!.measure).toBe('people');
  });

  it('no more than, in Arabic', () => {
    const found = arabic(
      'فتح سجن التل',
      'قالت أمل صادر إن عدد من كانوا في السجن ليلة فتحه لم يتجاوز 900 شخص.',
    );
    expect(about(found, '900').figure).toMatchObject({ op: 'le', value: 900, measure: 'detained' });
  });

  it('the office that speaks is not the place', () => {
    const [first] = read('The Alma Governorate said that 900 people were missing after the flood.');
    expect(first!.place).toBeUndefined();
  });

  it.each([
    'As many as 900 people are still inside on levels below the ground.',
    'Hundreds walk free from Marj Prison; 900 people remain below.',
  ])('%s', (text) => {
    expect(read(text).find(({ figure }) => figure?.value === 900)!.figure!.measure).toBe('still-inside');
  });
});
