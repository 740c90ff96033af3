import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../model/index.ts';
import { deriveClaims, tellingClaims } from './index.ts';
import { report } from './trial/reports.ts';

const PRISON = 'Qalaat al-Rih prison';
const inside = (quote: string, through: readonly string[] = []) => ({
  quote,
  through,
  figure: ['approx', 80_000, 'still-inside'] as const,
  place: PRISON,
});

const wire = report('Harbour Wire', '2025-03-08T19:40:00', [
  inside('As many as 80,000 people are still inside.', ['Telegram', 'Jawfan Governorate']),
  {
    quote: 'About 300 prisoners were released before noon.',
    through: ['volunteers'],
    figure: ['approx', 300, 'released'],
    place: PRISON,
  },
]);
const post = report('Zahrin Post', '2025-03-08T21:15:00', [
  { ...inside('80,000 trapped beneath Qalaat al-Rih.'), headline: true },
  inside('Some 80,000 detainees are trapped beneath the prison.', ['the Jawfan Governorate']),
]);
const arabic = report('صوت جوفان', '2025-03-08T22:10:00', [
  {
    ...inside('نحو 80 ألف معتقل ما زالوا داخل سجن قلعة الريح.', ['محافظة جوفان']),
    place: 'سجن قلعة الريح',
  },
]);
const denial = report('The Lantern', '2025-03-09', [
  {
    ...inside('There are not 80,000 people under Qalaat al-Rih.', ['Association of Former Detainees']),
    stance: 'denies',
  },
  {
    quote: 'No more than 4,300 people were held there.',
    through: ['Association of Former Detainees'],
    figure: ['le', 4300, 'detained'],
    place: PRISON,
  },
]);
const rumour = report('Radio Wardan', '2025-03-09T17:45:00', [
  {
    quote: '300 bodies were brought to Jawfan hospital.',
    through: ['Facebook'],
    stance: 'unverified',
    figure: ['eq', 300, 'bodies-found'],
    unit: 'body',
    place: 'Jawfan hospital',
  },
]);

const all = [wire, post, arabic, denial, rumour];
const of = (claims: readonly Claim[], value: number): Claim =>
  claims.find(({ figure }) => figure?.value === value)!;
const types = (claim: Claim): string[] => [...new Set(claim.relations.map(({ type }) => type))].sort();

describe('one number in many reports', () => {
  const claims = deriveClaims(all, []);
  const number = of(claims, 80_000);

  test('is one claim, in two languages, with one voice', () => {
    expect(number.mentions).toHaveLength(5);
    expect(number.independent).toBe(1);
    expect(number.origins[0]?.name).toMatch(/Jawfan Governorate|محافظة جوفان/);
    expect(number.origins[0]?.mentions).toHaveLength(4);
  });

  test('is denied by those who know the place, and the denial is a mention of it', () => {
    expect(number.denied).toBe(true);
    expect(number.verification).toBe('contradicted');
    expect(number.mentions.filter(({ stance }) => stance === 'denies')).toHaveLength(1);
    expect(number.origins[1]?.name).toBe('Association of Former Detainees');
  });

  test('is contradicted by another number for the same thing', () => {
    expect(number.relations).toContainEqual({
      type: 'contradicts',
      claim: of(claims, 4300).id,
      suggested: true,
    });
  });

  test('comes first', () => {
    expect(claims[0]).toBe(number);
    expect(tellingClaims(claims, 1)).toEqual([number]);
  });

  test('about another thing is never joined, and said out loud', () => {
    const released = claims.find(({ measure }) => measure === 'released')!;
    const bodies = claims.find(({ measure }) => measure === 'bodies-found')!;
    expect(released.id).not.toBe(bodies.id);
    expect(types(released)).toContain('same-number-different-thing');
    expect(types(bodies)).toContain('same-number-different-thing');
    expect(bodies.verification).toBe('reported');
  });

  test('the order in which reports come changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(deriveClaims(shuffled, [])).toEqual(claims);
      }),
      { numRuns: 30 },
    );
  });
});

describe('voices', () => {
  const says = (outlet: string, through: readonly string[], day = '2025-03-08') =>
    report(outlet, day, [
      {
        quote: 'At least 640 people were released.',
        through,
        figure: ['ge', 640, 'released'],
        place: PRISON,
      },
    ]);
  const voicesOf = (...reports: ReturnType<typeof report>[]): number =>
    of(deriveClaims(reports, []), 640).independent;

  test('two sources are two', () =>
    expect(voicesOf(says('A Post', ['Jawfan Governorate']), says('B Post', ['Salma Attar']))).toBe(2));
  test('an outlet that names nobody is its own voice', () =>
    expect(voicesOf(says('A Post', []), says('B Post', ['Salma Attar']))).toBe(2));
  test('a nameless source adds none to one with a name', () =>
    expect(voicesOf(says('A Post', ['officials']), says('B Post', ['Salma Attar']))).toBe(1));
  test('nameless sources together are one', () =>
    expect(voicesOf(says('A Post', ['rights groups']), says('B Post', ['local residents']))).toBe(1));
  test('an outlet named as the source is followed to the one it names', () =>
    expect(voicesOf(says('A Post', ['Salma Attar']), says('B Post', ['A Post'], '2025-03-09'))).toBe(1));
  test('one body in two scripts is one', () =>
    expect(voicesOf(says('A Post', ['Jawfan Governorate']), says('B Post', ['محافظة جوفان']))).toBe(1));
  test('a spelled-out name and its short form are one', () => {
    const named = report('A Post', '2025-03-08', [
      {
        quote: 'The Observatory of Prisons (OOP) said that at least 640 people were released.',
        through: ['Observatory of Prisons'],
        figure: ['ge', 640, 'released'],
        place: PRISON,
      },
    ]);
    expect(voicesOf(named, says('B Post', ['OOP']))).toBe(1);
  });

  test('a copy goes back to what was copied', () => {
    const [first, copy] = [says('A Post', ['Salma Attar']), says('B Post', [], '2025-03-09')];
    const span = (from: typeof first) => ({ item: from.record.item, file: from.file, start: 0, end: 34 });
    const [claim] = deriveClaims([first, copy], [{ a: span(first), b: span(copy), kind: 'verbatim' }]);
    expect(claim?.independent).toBe(1);
    expect(claim?.mentions[1]?.copyOf).toBe(0);
    expect(claim?.origins).toEqual([{ name: 'Salma Attar', mentions: [0, 1] }]);
  });

  test('who only denies is no voice for it', () => {
    const [claim] = deriveClaims(
      [
        report('A Post', '2025-03-08', [
          { ...inside('No, there are not 80,000 inside.', ['Salma Attar']), stance: 'denies' },
        ]),
      ],
      [],
    );
    expect(claim?.independent).toBe(0);
    expect(claim?.denied).toBe(true);
  });
});

describe('what claims are to each other', () => {
  const died = (outlet: string, value: number, from: string, to: string, quote: string) =>
    report(outlet, '2025-03-09', [
      { quote, through: ['AFQ'], figure: ['gt', value, 'died'], place: PRISON, window: [from, to] },
    ]);

  test('figures about two stretches of time do not contradict each other', () => {
    const claims = deriveClaims(
      [
        died('A Post', 5000, '2013', '2016', 'More than 5,000 people died there between 2013 and 2016.'),
        died('B Post', 12_000, '2013', '2019', 'More than 12,000 people died there between 2013 and 2019.'),
      ],
      [],
    );
    expect(types(of(claims, 5000))).toEqual(['different-window']);
    expect(of(claims, 5000).verification).toBe('reported');
  });

  test('"400 more" comes on top', () => {
    const both = report('A Post', '2025-03-09', [
      {
        quote: 'More than 12,000 people died there between 2013 and 2019.',
        through: ['AFQ'],
        figure: ['gt', 12_000, 'died'],
        place: PRISON,
        window: ['2013', '2019'],
      },
      {
        quote: 'Around 400 more died between 2019 and 2022.',
        through: ['AFQ'],
        figure: ['approx', 400, 'died'],
        place: PRISON,
        window: ['2019', '2022'],
      },
    ]);
    const claims = deriveClaims([both], []);
    expect(of(claims, 400).relations).toEqual([
      { type: 'increment-of', claim: of(claims, 12_000).id, suggested: true },
    ]);
  });

  test('an outlet that puts another figure in place of its first supersedes it', () => {
    const morning = report('Meridian Courier', '2025-03-09T08:05:00', [
      inside('80,000 are inside.', ['the governorate']),
    ]);
    const later = report('Meridian Courier', '2025-03-10T11:20:00', [
      {
        quote: 'Thousands may still be inside.',
        stance: 'hedged',
        figure: ['vague', undefined, 'still-inside'],
        place: PRISON,
      },
    ]);
    const claims = deriveClaims([morning, later], []);
    const vague = claims.find(({ figure }) => figure?.op === 'vague')!;
    expect(vague.relations).toContainEqual({
      type: 'supersedes',
      claim: of(claims, 80_000).id,
      suggested: true,
    });
  });

  test('a later, larger count of the released makes the first more exact and is no quarrel', () => {
    const claims = deriveClaims(
      [
        report('A Post', '2025-03-08', [
          { quote: '300 were released.', figure: ['eq', 300, 'released'], place: PRISON },
        ]),
        report('B Post', '2025-03-10', [
          { quote: 'At least 640 were released.', figure: ['ge', 640, 'released'], place: PRISON },
        ]),
      ],
      [],
    );
    expect(types(of(claims, 640))).toEqual(['refines']);
    expect(of(claims, 300).verification).toBe('reported');
  });

  test('"the claims" that are dismissed are what another voice has just said', () => {
    const told = report('A Post', '2025-03-09', [
      { quote: 'The gates stood open on Saturday.' },
      {
        quote: 'More than 12,000 people died there.',
        through: ['AFQ'],
        figure: ['gt', 12_000, 'died'],
        place: PRISON,
      },
      {
        quote: 'The former government dismissed the claims.',
        through: ['former government'],
        stance: 'denies',
      },
    ]);
    const claims = deriveClaims([told], []);
    expect(of(claims, 12_000).denied).toBe(true);
    expect(claims.find(({ text }) => text.startsWith('The gates'))?.denied).toBe(false);
  });
});

describe('statements without a figure', () => {
  const says = (outlet: string, quote: string, place?: string) =>
    report(outlet, '2025-03-09', [{ quote, ...(place !== undefined && { place }) }]);

  test('are one where their words say alike: that people are held, and that there are such cells', () => {
    const claims = deriveClaims(
      [
        says('A Post', 'Inmates are locked in secret cells deep beneath the prison.', PRISON),
        says('B Post', 'Prisoners are trapped in hidden underground cells below the jail.', PRISON),
        says('C Post', 'The airport will open again on Monday.', 'Zahrin'),
      ],
      [],
    );
    expect(claims).toHaveLength(3);
    expect(claims.map(({ mentions }) => mentions.map(({ quote }) => quote))).toContainEqual([
      'secret cells deep beneath',
      'hidden underground cells',
    ]);
  });

  test('and apart where one says that it is not so', () => {
    const claims = deriveClaims(
      [
        says('A Post', 'Hidden cells were found beneath the prison.', PRISON),
        says('B Post', 'No hidden cells were found beneath the prison.', PRISON),
      ],
      [],
    );
    expect(claims).toHaveLength(2);
    expect(types(claims[0]!)).toEqual(['contradicts']);
  });

  test('or about two places', () => {
    const claims = deriveClaims(
      [
        says('A Post', 'Hidden cells were found beneath the prison.', 'Deir Sawsana prison'),
        says('B Post', 'Hidden cells were found beneath the prison.', 'Ain Wardan prison'),
      ],
      [],
    );
    expect(claims).toHaveLength(2);
  });
});

describe('many reports', () => {
  test('are gathered without comparing all with all', { timeout: 120_000 }, () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) =>
        report(
          `Outlet ${i % 40}`,
          `2025-03-${String(1 + (i % 28)).padStart(2, '0')}`,
          [
            inside(`Some ${1000 + (i % 300)} thousand are inside.`, [`Office ${i % 60}`]),
            { quote: `Number ${i % 500} opened the door of wing ${i % 90} in town ${i % 70}.` },
            { quote: `Neighbour ${i} brought bread, blankets and water for family ${i % 800}.` },
          ],
          `report ${i}`,
        ),
      );
    const claims = deriveClaims(many(3000), []);
    // Nothing compares all with all: 9,000 statements end long before the test is given up.
    expect(claims.flatMap((claim) => claim.mentions).length).toBe(9000);
  });
});
