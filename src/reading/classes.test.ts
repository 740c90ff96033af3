import { expect, test } from 'vitest';
import { classesOf, HYPHENED, NOT_LATIN, wordClass } from './classes.ts';
import { tokenize } from './tokens.ts';

const HARBOUR = wordClass(['quay', 'mole']);
const STONE = wordClass(['mole', 'ashlar']);

test('a word carries the bits of all lists that hold it, and of its letters', () => {
  expect(classesOf('quay') & (HARBOUR | STONE)).toBe(HARBOUR);
  expect(classesOf('mole') & (HARBOUR | STONE)).toBe(HARBOUR | STONE);
  expect(classesOf('boat') & (HARBOUR | STONE)).toBe(0);
  expect(classesOf('twenty-one') & HYPHENED).toBe(HYPHENED);
  expect(classesOf('سجن') & NOT_LATIN).toBe(NOT_LATIN);
});

test('a token is asked by its word, however it is written', () => {
  const [quay, boat] = tokenize('Quay boat');
  expect(quay!.classes & HARBOUR).toBe(HARBOUR);
  expect(boat!.classes & HARBOUR).toBe(0);
});
