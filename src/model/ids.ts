/** Ids are opaque strings that say what they name, so that a record's id can never be passed for an item's. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `k3f9x0…`: 80 random bits in base 32. Never derived from content, so that an id tells nothing. */
export type ItemId = Branded<'item'>;
/** `<item>.<n>`, n counted from 1 in the order in which the records stand in the item. */
export type RecordId = Branded<'record'>;
/** `<record>.<n>`, n counted from 1 in the order in which the record gives them. */
export type StatementId = Branded<'statement'>;
export type DecisionId = Branded<'decision'>;
/** The id of a claim is that of its earliest statement: it stays when mentions are added. */
export type ClaimId = Branded<'claim'>;
/** The id of a person is that of the earliest record: it stays when records are added. */
export type PersonId = Branded<'person'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Fills a byte array with randomness; `crypto.getRandomValues` in production. */
export type RandomBytes = (length: number) => Uint8Array;

/** Sixteen characters of base 32 (80 bits). */
export function randomId(random: RandomBytes): string {
  let id = '';
  for (const byte of random(16)) id += ALPHABET[byte & 31];
  return id;
}

export const newItemId = (random: RandomBytes): ItemId => randomId(random) as ItemId;
export const newDecisionId = (random: RandomBytes): DecisionId => randomId(random) as DecisionId;
export const recordId = (item: ItemId, ordinal: number): RecordId => `${item}.${ordinal}` as RecordId;
export const statementId = (record: RecordId, ordinal: number): StatementId =>
  `${record}.${ordinal}` as StatementId;
export const claimIdOf = (earliest: StatementId): ClaimId => earliest as string as ClaimId;
export const personIdOf = (earliest: RecordId): PersonId => earliest as string as PersonId;

/** A part of a statement, named by its place in the statement's words: `<statement>.<start>-<end>`. */
export const partOfStatement = (
  id: StatementId,
  { start, end }: { start: number; end: number },
): StatementId => `${wholeStatement(id)}.${start}-${end}` as StatementId;
/** The statement that a part belongs to; a statement's own id stays as it is. */
export const wholeStatement = (id: StatementId): StatementId =>
  id.split('.').slice(0, 3).join('.') as StatementId;
/** Where in its statement's words a part stands; nothing for a whole statement. */
export function placeOfPart(id: StatementId): { start: number; end: number } | undefined {
  const place = /\.(\d{1,6})-(\d{1,6})$/.exec(id);
  return place ? { start: Number(place[1]), end: Number(place[2]) } : undefined;
}

/** The item that a record, statement, claim or person id begins with. */
export const itemOf = (id: RecordId | StatementId | ClaimId | PersonId): ItemId =>
  id.slice(0, id.indexOf('.')) as ItemId;
/** The record that a statement or claim belongs to. */
export const recordOf = (id: StatementId | ClaimId): RecordId =>
  id.split('.').slice(0, 2).join('.') as RecordId;
/** The place of a record in its item, from 1. */
export const ordinalOf = (id: RecordId): number => Number(id.slice(id.indexOf('.') + 1));
