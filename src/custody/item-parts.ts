import type { FileParts } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import type { ItemId } from '../model/index.ts';

/** A held file, of which parts are opened as they are asked for. @throws SanadError as `itemPieces` */
export const itemParts = (opened: Case, id: ItemId): FileParts => ({
  size: opened.item(id).bytes,
  read: (from, to) => Buffer.concat([...opened.itemPieces(id, from, to)]),
});
