import { describe, expect, test } from 'vitest';
import { deriveClaims } from './index.ts';
import { report } from './trial/reports.ts';

describe('a claim in words', () => {
  const claims = deriveClaims(
    [
      report('Alma Post', '2031-05-12', [
        {
          quote: 'An earlier version of this report said that 900 people were held in Marj Prison.',
          through: ['Marj Council'],
          figure: ['eq', 900, 'detained'],
          place: 'Marj Prison',
        },
        { quote: 'people were held in Marj Prison,', figure: ['eq', 900, 'detained'], place: 'Marj Prison' },
      ]),
      report('Hill Wire', '2031-05-12', [
        {
          quote: '“900 people were held in Marj Prison when it was opened.”',
          through: ['Marj Council'],
          figure: ['eq', 900, 'detained'],
          place: 'Marj Prison',
        },
      ]),
      report('جريدة التل', '2031-05-12', [
        {
          quote: 'كان 900 شخص محتجزين في سجن المرج حين فُتح.',
          through: ['Marj Council'],
          figure: ['eq', 900, 'detained'],
          place: 'سجن المرج',
        },
      ]),
    ],
    [],
  );

  test('has its clearest sentence in each language, its figure marked, without marks and without corrections', () =>
    expect(claims[0]!.texts).toEqual({
      en: { text: '900 people were held in Marj Prison when it was opened.', figure: { start: 0, end: 3 } },
      ar: { text: 'كان 900 شخص محتجزين في سجن المرج حين فُتح.', figure: { start: 4, end: 7 } },
    }));
});

describe('who speaks for a body', () => {
  test('is no voice of their own beside it', () => {
    const said = (outlet: string, through: string[]) =>
      report(outlet, '2031-05-12', [
        {
          quote: 'Five teams searched Marj Prison from the roof to the cellar.',
          through,
          figure: ['eq', 5, 'teams'],
          unit: 'team',
          place: 'Marj Prison',
        },
      ]);
    const [claim] = deriveClaims(
      [said('Alma Post', ['Alma Sea Rescue']), said('Hill Wire', ['Rami Koury', 'Alma Sea Rescue'])],
      [],
    );
    expect(claim!.origins.map(({ name }) => name)).toEqual(['Alma Sea Rescue']);
    expect(claim!.independent).toBe(1);
  });

  test('an outlet is called as it calls itself', () => {
    const [claim] = deriveClaims(
      [
        report('The Lamp', '2031-05-12', [
          { quote: 'Twelve cells were opened in Marj Prison.', figure: ['eq', 12, 'cells'], unit: 'cell' },
        ]),
      ],
      [],
    );
    expect(claim!.origins[0]!.name).toBe('The Lamp');
  });

  test('"and" before a word of a body in Arabic is not part of its name', () => {
    const [claim] = deriveClaims(
      [
        report('Alma Post', '2031-05-12', [
          {
            quote: '900 people died in Marj Prison.',
            through: ['Association of Families and Detainees of Marj'],
            figure: ['eq', 900, 'died'],
            place: 'Marj Prison',
          },
        ]),
        report('جريدة التل', '2031-05-12', [
          {
            quote: 'توفي 900 شخص في سجن المرج.',
            through: ['رابطة أهالي ومعتقلي المرج'],
            figure: ['eq', 900, 'died'],
            place: 'سجن المرج',
          },
        ]),
      ],
      [],
    );
    expect(claim!.independent).toBe(1);
  });
});
