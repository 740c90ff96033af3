import { expect, test } from 'vitest';
import { readParagraphs } from '../find-attributions.ts';

const sources = (text: string) =>
  readParagraphs(text, [{ start: 0, end: text.length }]).flatMap(({ attributions }) =>
    attributions.flatMap(({ source }) => (source ? [text.slice(source.start, source.end)] : [])),
  );

test.each([
  [
    'Amal Sader, who led the rescue for ten years, said that the door was open.',
    'Amal Sader, who led the rescue for ten years',
  ],
  ['The report, released on Sunday, said that the door was open.', 'The report'],
  [
    'Amal Sader, head of the Narim Council, a body of nine, said that the door was open.',
    'Amal Sader, head of the Narim Council, a body of nine',
  ],
  [
    'Two doctors - Amal Sader and Rana Odeh - said that the door was open.',
    'Two doctors - Amal Sader and Rana Odeh',
  ],
  [
    'Two doctors — Amal Sader and Rana Odeh — said that the door was open.',
    'Two doctors — Amal Sader and Rana Odeh',
  ],
  ['The mayor, however, said that the door was open.', 'The mayor'],
  ['Nearly half said that the door was open.', 'Nearly half'],
  ['The door was open, according to a letter to the council.', 'a letter to the council'],
  ['“The door was open,” said Amal Sader, who added that she had seen it.', 'Amal Sader'],
])('%s', (text, source) => {
  expect(sources(text)[0]).toBe(source);
});
