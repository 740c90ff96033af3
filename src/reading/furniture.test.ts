import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { blocksOf } from './blocks.ts';
import { furnitureOf } from './furniture.ts';

describe('lines that are no part of a report', () => {
  it.each([
    ['Share this article  |  12 comments', 'navigation'],
    ['Home | Who we are | Missing persons | Donate', 'navigation'],
    ['7 shares   204 View comments', 'navigation'],
    ['Share  Save  Listen (6 min)', 'navigation'],
    ['Sign up for our Morning Letter. You can unsubscribe at any time.', 'navigation'],
    ['Get the Valley Briefing in your inbox every weekday.', 'promotion'],
    ['Do you have a story? Email tips@bell.example', 'promotion'],
    ['Download our app for breaking news alerts.', 'promotion'],
    ['By continuing to use this site you agree to our use of cookies.', 'cookie-notice'],
    ['(Reporting by Lina Haddad; Editing by Omar Sale)', 'byline'],
    ['• Additional reporting by agencies', 'byline'],
    ['Samir Tell contributed to this report.', 'byline'],
    ['Comments are moderated', 'other'],
    ['This article is more than 2 years old', 'other'],
    ['Tags: Marj, prisons, missing persons', 'other'],
    ['Our Standards: the Hill Wire code', 'other'],
    ['[Photo] Families wait at the gate on Monday.', 'caption'],
  ])('%s', (line, why) => {
    expect(furnitureOf(line)).toBe(why);
  });

  it.each([
    ['The council contributed 40 doors to the search.'],
    ['Read aloud at the gate, the list held 90 names.'],
    ['Share prices fell as the search ended.'],
    ['Getting the doors open took five hours.'],
    ['12 prisoners | 3 guards were found.'],
    ['Sana Tell @sanatell · May 3, 2031'],
  ])('kept: %s', (line) => {
    expect(furnitureOf(line)).toBeUndefined();
  });

  const kinds = (text: string) =>
    blocksOf(plainTextLayer(text)).map((block) => [
      block.why ?? block.kind,
      text.slice(block.start, block.end).slice(0, 24),
    ]);

  it('drops links within a report and reads on behind them', () => {
    const text = [
      'Guards leave Marj Prison',
      '',
      'The guards of Marj Prison left before dawn, the council said on Sunday.',
      'READ MORE ON ALMA',
      'GOLD RUSH How the governor moved $40m in a week',
      'EXPLAINED Who are the hill brigades?',
      'The council said that 40 people were still missing from Marj Prison.',
    ].join('\n');
    expect(kinds(text).map(([kind]) => kind)).toEqual([
      'headline',
      'body',
      'crosshead',
      'related-news',
      'related-news',
      'body',
    ]);
  });

  it('a line that is nothing but a quotation heads the paragraphs below it', () => {
    const text = [
      'Guards leave Marj Prison',
      '',
      'The guards of Marj Prison left before dawn, the council said on Sunday.',
      '',
      '“Where is my son?”',
      '',
      'The council said that 40 people were still missing from Marj Prison.',
      '',
      '“Nobody came back”',
      '',
      'The council said that 12 cells had been opened in Marj Prison by noon.',
    ].join('\n');
    expect(kinds(text).filter(([kind]) => kind === 'crosshead')).toEqual([
      ['crosshead', '“Nobody came back”'],
    ]);
  });

  const list = (rest: readonly string[]): string =>
    [
      'Guards leave Marj Prison',
      '',
      'The guards of Marj Prison left before dawn, the council of Alma said on Sunday.',
      '',
      'More news',
      'Tram leaves its rails in the capital',
      'Six ways to keep your basil alive',
      ...rest,
    ].join('\n');
  const LONG = [
    '',
    'Who is looking?',
    '',
    'A volunteer body of nearly nine hundred members, known by its red caps, has four crews inside. It asked drivers to keep away from the road to Alma.',
    '',
    'Relatives may leave names in a tent beside the gate. By noon on Sunday more than two thousand had been written down there by hand.',
    '',
    'Nobody could say how long the work would take. Crews from two towns were waiting with pumps and cutters by the wall.',
  ];

  it('a report that goes on behind a list of links is read on', () => {
    expect(kinds(list(LONG)).filter(([kind]) => kind === 'body').length).toBe(4);
  });

  it('teasers of other stories stay dropped', () => {
    const teasers = [
      '',
      'Bread prices rise again',
      '',
      'Bakers said on Monday that flour would cost a third more by the end of the winter.',
      '',
      'New ferry delayed',
      '',
      'The ferry that was to link the two islands will not sail before May, its owner said.',
    ];
    expect(kinds(list(teasers)).filter(([kind]) => kind === 'body').length).toBe(1);
  });
});
