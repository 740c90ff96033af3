import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { readReport } from './index.ts';

const read = (text: string) =>
  readReport(plainTextLayer(`Marj Prison was opened by its own guards at dawn\n\n${text}`), {
    outlet: 'Daily Bell',
    published: '2031-05-12',
  }).statements.filter((each) => !each.headline);
const about = (text: string, words: string) => read(text).find(({ quote }) => quote.includes(words))!;
const origin = (text: string, words: string) => about(text, words).chain.at(-1);

describe('who gives a figure', () => {
  it.each([
    ['The council put the toll at about 40 on Sunday.', 'Council'],
    ["The Valley Council's own count is higher: no fewer than 40 dead since May.", 'Valley Council'],
    ['Nurses counted 40 bodies in the hospital.', 'Nurses'],
    ['The Valley Council has published the figure of 40 dead; nobody has seen its list.', 'Valley Council'],
    ['A claim that 40 people were trapped below came from the Valley Council.', 'Valley Council'],
    [
      'Families in the capital insist that there were never more than 40 people in the jail.',
      'Families in the capital',
    ],
    ['Residents say as many as 40 people died in Marj Prison.', 'Residents'],
    ['The doors were opened for 40 people, as the Hill Wire first reported.', 'Hill Wire'],
  ])('%s', (text, name) => {
    expect(origin(text, '40')).toBe(name);
  });

  it.each([
    'It appears to hold 40 prisoners from the valley.',
    'He put the keys at the door, and 40 prisoners walked out.',
    'Nobody can say whether 40 prisoners were held there.',
  ])('the outlet: %s', (text) => {
    expect(origin(text, '40')).toBe('Daily Bell');
  });
});

describe('words that a speaker breaks into', () => {
  it.each([
    ['Forty slept there, she said, in a cell of 12 metres.', '12 metres'],
    ['Most died in March, she added, and at least 12 were shot.', '12 were'],
    ['In the first winter, she went on, 12 of them died.', '12 of them'],
    ['Some had been shot, she said. Another 12 were children.', '12 were'],
  ])('%s', (text, words) => {
    expect(origin(`Amal Sader is a nurse in Alma. ${text}`, words)).toBe('Amal Sader');
  });
});

describe('a subject with more than a name', () => {
  it.each([
    [
      'The council, which since Friday has answered to the Marj Assembly, said 40 people remained below.',
      'Council',
    ],
    ['The Owls, whose volunteers are widely called the Lamps, said they had sent 40 people.', 'Owls'],
    ['Hours earlier the Owl League had said that 40 people were alive.', 'Owl League'],
    ['Two days later the Valley Council said 40 of them were dead.', 'Valley Council'],
    ['In Estmark, the prime minister, Halla Brund, said 40 people had died.', 'Halla Brund'],
    ['The Owls, a volunteer force known as the Lamps, said they had sent 40 people.', 'Owls'],
    ["A lawyers' collective that began photographing the pages counted 40 names.", "A lawyers' collective"],
    ['Halla Brund said Marj was a crime and promised 40 doctors.', 'Halla Brund'],
    ['Forty doctors and 40 nurses have come, said Jonna Reyk, who is leading the search.', 'Jonna Reyk'],
    [
      'It was rejected by the Owl League, a group of survivors, which said that 40 people had left.',
      'Owl League',
    ],
    [
      'Rescuers dug for a day beneath Marj, the prison in the hills, but said they had found 40 shoes.',
      'Rescuers',
    ],
    ['Tolvian minister Jorin Halvek branded the death of 40 men "a horror".', 'Jorin Halvek'],
    [
      'Harbour Watch says 12 guards fled, and points to papers found in the yard; it counts 40 people.',
      'Harbour Watch',
    ],
  ])('%s', (text, name) => {
    expect(origin(text, '40')).toBe(name);
  });

  it('a guard who gave only one name speaks under it, and his words begin behind it', () => {
    const [own] = read('A freed guard who gave his name only as Emil said he had shared a cell with 40 men.');
    expect(own!.chain.at(-1)).toMatch(/freed guard/i);
    expect(own!.quote).toContain('shared a cell with 40 men');
  });

  it.each([
    ['The 40 in the books, it added, was the number of loaves.', 'was the number of loaves'],
    ['The figure of 40, she said, was an exaggeration.', 'was an exaggeration'],
    ['The list of 40 names, she said, had been forged.', 'had been forged'],
  ])('words parted by who says them are one statement: %s', (text, rest) => {
    expect(about(`Amal Sader is a nurse in Alma. ${text}`, '40').quote).toContain(rest);
  });
});

describe('whom it was had from', () => {
  it.each([
    [
      'At least 40 people were freed, Hill Wire reported, citing a doctor at the hospital.',
      'A doctor at the hospital',
    ],
    [
      'Some 40 guards left at night, according to Hill Wire, which cited a port official in Sahra.',
      'A port official',
    ],
    ['Some 40 guards left at night, Hill Wire said, quoting two officials in Sahra.', 'Two officials'],
  ])('%s', (text, name) => {
    const { chain } = about(text, '40');
    expect(chain.some((each) => each.includes('Hill Wire'))).toBe(true);
    expect(chain.at(-1)).toContain(name);
    expect(read(text)).toHaveLength(1);
  });

  it('papers that are cited are nobody who speaks', () => {
    const [own, ...more] = read(
      'The council said 40 people were held, citing ledgers found in the guardhouse.',
    );
    expect(own!.chain.at(-1)).toBe('Council');
    expect(more).toEqual([]);
  });

  it('the outlet itself, by the end of its name', () => {
    const text =
      'Videos appear to show men breaking concrete, though the Bell has not been able to confirm when.';
    expect(read(text).flatMap(({ chain }) => chain)).not.toContain('Bell');
  });
});

it('a post ends with its replies, or after one line, where no empty lines part the paragraphs', () => {
  const { statements } = readReport(
    plainTextLayer(
      [
        'Marj Prison was opened by its own guards at dawn',
        'Lamp Rescue Marj @lamp_rescue · 16 March',
        'We have been through 12 buildings of the prison.',
        'Keep the road clear for our 14 vehicles.',
        '1.2K replies 31K reposts',
        'The prison was built for 400 inmates.',
        'Owl League @owl_league · 16 March',
        'There are 16 of our people in the prison.',
        'At least 18 prisoners were freed on Sunday.',
      ].join('\n'),
    ),
    { outlet: 'Daily Bell', published: '2031-05-12' },
  );
  const ends = [12, 14, 400, 16, 18].map((value) =>
    statements.find(({ figure }) => figure?.value === value)?.chain.at(-1),
  );
  expect(ends.slice(2)).toEqual(['Daily Bell', expect.stringMatching(/owl/i), 'Daily Bell']);
  expect(ends[0]).toMatch(/lamp/i);
  expect(ends[1]).toMatch(/lamp/i);
});

describe('headlines', () => {
  const headline = (title: string, body: string) =>
    readReport(plainTextLayer(`${title}\n\n${body}`), { outlet: 'Daily Bell' }).statements.filter(
      (each) => each.headline,
    );

  it.each(['Hanar: 40 people killed in the jail', 'Marj Island: 40 people found in the jail'])(
    'a place before the colon says nothing: %s',
    (title) => {
      expect(headline(title, 'The doors were opened on Monday, the ministry said.')[0]!.chain).toEqual([
        'Daily Bell',
      ]);
    },
  );

  it('who speaks in the report speaks before the colon too', () => {
    const [own] = headline(
      'Owl League: nobody is left in the jail',
      'The Owl League said on Monday that the jail is empty.',
    );
    expect(own!.chain.at(-1)).toBe('Owl League');
  });

  it('two that speak are two statements', () => {
    const found = headline(
      'Rescuers end search of island jail as former inmates say no one is left',
      'The jail is empty.',
    );
    expect(found.map(({ quote }) => quote)).toEqual([
      'Rescuers end search of island jail',
      'former inmates say no one is left',
    ]);
  });
});

describe('where the words of one end and those of another begin', () => {
  it.each([
    ['Nurses say at least 40 bodies were found so far, while officials have confirmed only nine.', 'Nurses'],
    ['The Owls said over 40 people had died in the jail while the army says nobody was held there.', 'Owls'],
    [
      'The Levy denied it. Officer Bram Sollis said nothing had been found but vowed that 40 men would search on.',
      'Bram Sollis',
    ],
    [
      'Bram Sollis said it was only a store and dismissed reports that 40 people were held there as theatre.',
      'Bram Sollis',
    ],
  ])('%s', (text, name) => {
    const { chain, quote } = about(text, '40');
    expect(chain.at(-1)).toBe(name);
    expect(quote).not.toMatch(/nine|nobody/);
  });

  it.each([
    'More than 40 people are thought to have been locked up in the jail.',
    'Fewer than 40 women were believed to be held in the jail.',
    'Around 40 nooses were allegedly found hanging in a basement of the jail.',
  ])('an amount that opens what nobody is named for is whole: %s', (text) => {
    const { quote, figure } = about(text, '40');
    expect(quote).toMatch(/^(?:More|Fewer|Around)/);
    expect(figure?.op).not.toBe('eq');
  });

  it.each([
    'Forty-one people poured out of the jail, 40 of them unable to say who they were.',
    'The Owls have sent 40 men, and a former guard is showing them round the jail.',
  ])('nobody else speaks: %s', (text) => {
    expect(read(text).map(({ chain }) => chain)).toEqual(read(text).map(() => ['Daily Bell']));
  });
});

it.each([
  'Several hundred people had gathered outside the gate of the jail.',
  'A few thousand prisoners were freed from the jail.',
  'Several dozen women were freed from the jail.',
])('some of a scale is one vague amount: %s', (text) => {
  expect(read(text).map(({ figure }) => figure?.op)).toEqual(['vague']);
});

it('the body that somebody heads is named whole', () => {
  const text = 'Only 40 were opened, said Dr Ilias Brenko, who heads the national forensic unit, on Monday.';
  expect(about(text, '40').speaksFor).toBe('National forensic unit');
});

describe('what stands before a name', () => {
  it.each([
    ['Tolvian foreign minister Jorin Halvek said 40 men were held.', 'Jorin Halvek'],
    ["Estmark's prime minister Halla Brund said 40 men were held.", 'Halla Brund'],
    ['Neighbour Kost Varrel said 40 men were held.', 'Kost Varrel'],
    ['Rights group Threshold says 40 men were held.', 'Threshold'],
    ['Human rights outfit Global Custody Monitor says 40 men were held.', 'Global Custody Monitor'],
    ['Save the Children said 40 men were held.', 'Save the Children'],
    ['North Valley Rescue said 40 men were held.', 'North Valley Rescue'],
  ])('%s', (text, name) => {
    expect(origin(text, '40')).toBe(name);
  });
});

describe('whom a pronoun means', () => {
  it.each([
    [
      'Rami Koury, a spokesman for the Valley Council, counted 40 people. Amal Sader, a nurse who was there, gave a lower figure. "I have seen 12 people," she said.',
      'Amal Sader',
    ],
    [
      'Amal Sader came back to Alma on Sunday. Nobody greeted her. She said 12 people were below.',
      'Amal Sader',
    ],
    ['Amal Sader lives in Marj Town. As Marj Town slept, she said, 12 people fled.', 'Amal Sader'],
    [
      'Harbour Watch said on Sunday that its volunteers had listed 12 people in Marj Prison.',
      'Harbour Watch',
    ],
  ])('%s', (text, name) => {
    expect(about(text, '12').chain).toContain(name);
    expect(origin(text, '12')).toBe(name);
  });
});

describe('how surely', () => {
  it.each([
    ['Officials say 40 people are below, a figure that could not be independently confirmed.', 'unverified'],
    [
      'The council counts 40 people. Harbour Watch counts 30 prisoners. Neither number could be verified.',
      'unverified',
    ],
    [
      'Clips show guards who burned 40 bodies. The Daily Bell has not been able to verify them.',
      'unverified',
    ],
    ['The council said 40 people could be seen on a camera.', 'asserts'],
    ['The wounds of 40 people are consistent with torture, a doctor said.', 'hedged'],
    ['The story of the 40 prisoners is a fabrication, the council said.', 'denies'],
    ['The hospital holds 38 bodies, not 40.', 'denies'],
  ])('%s', (text, stance) => {
    expect(read(text).find(({ figure }) => figure?.value === 40)?.stance).toBe(stance);
  });
});
