import type { Property } from './vocabulary.ts';

/**
 * A telephone number or a mail address. A number is taken for a telephone's where it says so by how it is written (`+`,
 * `00`, an opening zero) and has the length of one; a date, an age, a national number do not look so. One too many is
 * hidden from a few who could have seen it; one too few is a family's number in the wrong hands.
 */
const NUMBER =
  /(?<![\d.,/-])(?:\+|00)[\s().-]*\d(?:[\s().-]{0,3}\d){7,13}(?!\d)|(?<![\d.,/-])0[1-9](?:[\s.-]?\d){7,9}(?![\d/-])/;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/u;

export const tellsHowToReach = (text: string): boolean => {
  const plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return NUMBER.test(plain) || (plain.includes('@') && MAIL.test(plain));
};

/** Columns in which people write a number beside other things; in the others a long number is something else. */
const FREE: ReadonlySet<Property | undefined> = new Set([
  'text',
  'ignore',
  'relation',
  'status',
  'place',
  undefined,
]);

/** Whether a cell tells how to reach a family or a witness: its column is for that, or somebody wrote it in a note. */
export const isContact = (properties: readonly Property[], cell: string): boolean =>
  properties.includes('contact') ||
  ((properties.length === 0 || properties.some((one) => FREE.has(one))) && tellsHowToReach(cell));
