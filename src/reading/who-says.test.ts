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
