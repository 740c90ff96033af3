import { expect, test } from 'vitest';
import { plainTextLayer } from '../model/index.ts';
import { readReport } from './index.ts';

/** What is stated of a paragraph that stands in the middle of a report. */
const stated = (paragraph: string): string[] => {
  const text = `Ferry port opened by dock workers\n\nThe ferry port of Talmar was opened on Monday after the harbour police left it.\n\n${paragraph}\n\nThe dock workers said that the police had taken the records with them to the capital.\n\nThe council of Talmar will speak on Tuesday about the records that were found.`;
  return readReport(plainTextLayer(text), { outlet: 'The Quay', published: '2026-03-03' })
    .statements.filter(
      ({ start, end }) => start >= text.indexOf(paragraph) && end <= text.indexOf('The dock workers said'),
    )
    .map(({ quote }) => quote);
};

test.each([
  'Guards had burned the registers in the yard on Sunday night, a customs officer said.',
  'The council said that no prisoners were found in the storerooms of the ferry terminal.',
  'Two buses with detainees were driven to Orvas before the doors were opened.',
  'The bodies were identified by relatives in the hospital of Talmar on Monday.',
  'A nurse said dozens were treated for burns.',
])('what can be checked is stated: %s', (sentence) => {
  expect(stated(sentence)).not.toEqual([]);
});

test.each([
  'Gulls were quarrelling over a loaf.',
  '“You must love it to live here,” she said.',
  'Some laughed.',
  'It is a grim kind of silence.',
  'Everybody in a place like this will tell you his own story.',
])('scenery and sentiment are not: %s', (sentence) => {
  expect(stated(sentence)).toEqual([]);
});

test('a number is stated whatever stands around it', () => {
  expect(stated('It was terrible to think that you could find 40 of them.')).toHaveLength(1);
});
