import type { Case } from '../ledger/index.ts';
import {
  type Growth,
  type Item,
  itemOf,
  ordinalOf,
  type RecordId,
  type RecordProof,
  SanadError,
  type SignedHeadAnswer,
} from '../model/index.ts';

/** What can be proven to a stranger, as the pages show it before anything is handed out. */

export function headOf({ log }: Case): SignedHeadAnswer {
  const { note, size, root } = log.newest();
  return { log: log.origin, key: log.verifierKey, checkpoint: note, size, root: hex(root) };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** That the ledger continues a checkpoint. @throws SanadError what `Log.proveGrowth` throws */
export function growthSince(opened: Case, from: { size: number; root: Uint8Array }, before: string): Growth {
  return { proof: opened.log.proveGrowth(from), before, from: from.size, to: headOf(opened) };
}

/**
 * The same, of a checkpoint that the case itself kept: its note where that is still here, else its three lines.
 *
 * @throws SanadError `checkpoint.ahead`
 */
export function growthSinceOwn(opened: Case, size: number): Growth {
  const { log } = opened;
  const root = log.rootsAt([size]).get(size);
  if (!root) throw new SanadError('checkpoint.ahead', { size, entries: opened.version() });
  const lines = `${log.origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  return growthSince(opened, { size, root }, log.checkpointOf(size)?.note ?? lines);
}

/** One record's values, each of which can be disclosed by itself. @throws SanadError as `Case.record` */
export function provableRecord(opened: Case, id: RecordId): RecordProof {
  const item = opened.item(itemOf(id));
  if (ordinalOf(id) < 1) throw new SanadError('request.not-found', { what: id });
  const entry = opened.log.entryOf(id);
  const record = opened.record(id);
  const columns = record.kind === 'row' ? columnsOf(item, record.table) : [];
  const values = [...opened.log.values(entry)]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([slot, value]) => {
      const heading = /^c\d+$/.test(slot) ? columns[Number(slot.slice(1))] : undefined;
      return { slot, ...(heading === undefined ? {} : { heading }), text: shownValue(value) };
    });
  return { record: id, item: item.id, file: item.file, entry, values, head: headOf(opened) };
}

const columnsOf = ({ content }: Item, table: number): string[] =>
  content.kind === 'list' ? (content.tables[table]?.columns ?? []).map(({ header }) => header) : [];

/** A cell or a quote by its words, anything else as it is committed to. */
export function shownValue(value: unknown): string {
  const { cell, corrected, quote } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const words = [cell, corrected, quote].filter((one) => typeof one === 'string').join(' → ');
  return words === '' ? JSON.stringify(value) : words;
}
