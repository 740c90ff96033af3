import { readLayer } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type DecideReading,
  fileOffset,
  type ItemId,
  itemOf,
  type ReadAs,
  type ReadingMatter,
  SanadError,
} from '../model/index.ts';
import { MEASURES } from '../reading/index.ts';

/** The longest stretch of a report that one statement may take up, in characters. */
const LONGEST = 2000;

/**
 * What a person puts right, by places in the file: a page knows those in the readable text alone.
 *
 * @throws SanadError `request.not-found` where it is of another item, `request.invalid` where the words are none
 */
export function readingMatter(opened: Case, id: ItemId, asked: DecideReading): ReadingMatter {
  if (asked.kind !== 'read-nothing') checkFigure(asked.value.figure);
  if (asked.kind === 'read-nothing' || asked.kind === 'read-as') {
    if (itemOf(asked.statement) !== id) throw new SanadError('request.not-found', { what: asked.statement });
    const { statement } = asked;
    return asked.kind === 'read-nothing'
      ? { kind: asked.kind, statement }
      : { kind: asked.kind, statement, value: asked.value };
  }
  const item = opened.item(id);
  const record = [...opened.itemRecords(id)].find(({ kind }) => kind === 'report');
  if (!record) throw new SanadError('request.not-found', { what: id });
  const layer = readLayer(item.file, opened.itemBytes(id));
  const words = layer.text.slice(asked.start, asked.end);
  const start = asked.start + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  if (asked.end > layer.text.length || end <= start || end - start > LONGEST)
    throw new SanadError('request.invalid', { reason: 'start, end' });
  return {
    kind: 'read-too',
    record: record.id,
    start: fileOffset(layer, start, 'start'),
    end: fileOffset(layer, end, 'end'),
    value: asked.value,
  };
}

function checkFigure(figure: ReadAs['figure']): void {
  if (!figure) return;
  const { op, value, high, measure } = figure;
  if (!(MEASURES as readonly string[]).includes(measure))
    throw new SanadError('request.invalid', { reason: 'measure' });
  const fits =
    op === 'range'
      ? value !== undefined && high !== undefined && value < high
      : high === undefined && (op === 'vague' || op === 'all' || value !== undefined);
  if (!fits) throw new SanadError('request.invalid', { reason: 'value, high' });
}
