import { describe, expect, it } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { readReport } from './index.ts';

const statements = (text: string) =>
  readReport(plainTextLayer(text), { outlet: 'Valley Bell', published: '2031-05-12' }).statements;
const chainOf = (text: string, words: string) =>
  statements(text)
    .find(({ quote }) => quote.includes(words))
    ?.chain.slice(1);

describe('who speaks behind a clause, a title or an aside', () => {
  it.each([
    [
      'Soldiers opened the gate at dawn and found 40 people, the council’s spokesman, Omar Tell, told reporters.',
      '40',
      ['Council', 'Omar Tell'],
    ],
    [
      'At the town hospital Dr Hala Marn, its director, said 12 people had been brought in by Friday.',
      '12',
      ['Hala Marn'],
    ],
    [
      'In a report of 2029 the Marj Watch Group concluded that 900 people had been held there.',
      '900',
      ['Marj Watch Group'],
    ],
    [
      'Amal Tell, 52, who had come from the coast with a photograph of her son, taken in 2019, said that 40 men were left.',
      '40',
      ['Amal Tell'],
    ],
    [
      'Tallmen for the Taken, a group that keeps lists, said it had traced 900 people held at Marj and warned that 40 more were missing.',
      '40',
      ['Tallmen for the Taken'],
    ],
    ['There are three floors below, guards claim, each with its own door.', 'three floors', ['Guards']],
    [
      'The brigadier, Sami Orr, would have us believe that 60 people were ever held there.',
      '60',
      ['Sami Orr'],
    ],
    ['The ministry’s reply: “There were 60 prisoners at most.”', '60', ['Ministry']],
    ['Another said the guards came on Mondays with a list of 40 names.', '40', ['Another']],
    ['The council issued a statement saying it had counted 40 bodies.', '40', ['Council']],
    [
      'The mayor met the families of 12 people killed on Monday and said 40 others were missing.',
      '40',
      ['Mayor'],
    ],
    ['As Hala Marn puts it, 40 people were left behind.', '40', ['Hala Marn']],
    ['Men interviewed by the agency had been held for 40 days in the cellar of Marj Prison.', '40', ['Men']],
    [
      'Three women the Bell spoke to had paid 900 dollars each to a guard of Marj Prison.',
      '900',
      ['Three women'],
    ],
    ['The Valley Rescue has put up a reward of $300 for plans of the prison.', '$300', ['Valley Rescue']],
  ])('%s', (text, words, chain) => {
    expect(chainOf(text, words)).toEqual(chain);
  });

  it('does not take for a speaker who is only named beside the words', () => {
    expect(chainOf('Marj, as people here call it, is the place where 40 prisoners died.', '40')).toEqual([]);
    expect(
      chainOf('He lived for years in what the prisoners called Hall Nine, with 40 others.', '40'),
    ).toEqual([]);
    expect(chainOf('Four hikers feared dead were found alive on Monday.', 'hikers')).toEqual([]);
    expect(chainOf('The guard said CCTV from the control room showed 40 men in a cell.', '40')).toEqual([
      'Guard',
      'CCTV',
    ]);
  });
});

describe('words in quotation marks that no verb carries', () => {
  it.each([
    [
      'The mayor spoke of 12 bodies. Umm Lail, who has two sons there, was less careful. “There are a hundred under that hill.”',
      ['Umm Lail'],
    ],
    ['A baker in the queue shook his head. “There are a hundred of them at most.”', ['A baker']],
    [
      '“We were beaten,” said Amal Tell. The room was small. “There were a hundred of us in it.”',
      ['Amal Tell'],
    ],
  ])('%s', (text, chain) => {
    expect(chainOf(text, 'hundred')).toEqual(chain);
  });
});

describe('a sentence that goes on a step farther back in time', () => {
  it('is still the word of whoever spoke', () => {
    const text =
      'The Valley Rescue declared its search of Marj Prison over. It had sent five teams with dogs.';
    expect(chainOf(text, 'five teams')).toEqual(['Valley Rescue']);
    expect(chainOf(text.replace('. It', '.\n\nIt'), 'five teams')).toEqual(['Valley Rescue']);
  });
  it('unless the pronoun means somebody else, or nobody spoke', () => {
    expect(
      chainOf(
        'The Valley Rescue declared its search of Marj Prison over. He had lost five sons there.',
        'five',
      ),
    ).toEqual([]);
    expect(
      chainOf('The Valley Rescue went home from Marj Prison. It had sent five teams with dogs.', 'five'),
    ).toEqual([]);
  });
});
