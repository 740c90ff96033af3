import { expect, test } from 'vitest';
import { classesAmong, classesOf, ENDS_IN_ED, HYPHENED, NOT_LATIN, wordClass } from './classes.ts';
import { tokenize } from './tokens.ts';

const HARBOUR = wordClass(['quay', 'mole']);
const STONE = wordClass(['mole', 'ashlar']);

test('a word carries the bits of all lists that hold it, and of its letters', () => {
  expect(classesOf('quay') & (HARBOUR | STONE)).toBe(HARBOUR);
  expect(classesOf('mole') & (HARBOUR | STONE)).toBe(HARBOUR | STONE);
  expect(classesOf('boat') & (HARBOUR | STONE)).toBe(0);
  expect(classesOf('twenty-one') & HYPHENED).toBe(HYPHENED);
  expect(classesOf('سجن') & NOT_LATIN).toBe(NOT_LATIN);
  expect(classesOf('“') & NOT_LATIN).toBe(0);
  expect(classesOf('searched') & ENDS_IN_ED).toBe(ENDS_IN_ED);
});

test('a token is asked by its word, however it is written', () => {
  const [quay, boat] = tokenize('Quay boat');
  expect(quay!.classes & HARBOUR).toBe(HARBOUR);
  expect(boat!.classes & HARBOUR).toBe(0);
});

test('a sentence carries the bits of all its words, so that a rule is passed over at one look', () => {
  const classes = classesAmong(tokenize('The boat left the quay.'));
  expect(classes & HARBOUR).toBe(HARBOUR);
  expect(classes & STONE).toBe(0);
});
