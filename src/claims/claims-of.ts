import { readLayer } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type Claim,
  fileOffset,
  type ItemId,
  layerOffset,
  type ReportStatement,
  type Reuse,
  type Span,
  type StatementId,
  standingDecisions,
  type TextLayer,
} from '../model/index.ts';
import { findReuse } from '../reading/index.ts';
import type { Characters } from './asserted.ts';
import { deriveClaims } from './derive.ts';
import type { ReportIn } from './said.ts';

export interface ClaimsOfCase {
  /** The most telling first. */
  readonly claims: readonly Claim[];
  /** Passages that stand in two reports. */
  readonly reuse: readonly Reuse[];
}

/** The reports of a case that count, and what they share: all that claims rest on but people's decisions. */
export interface ReportsOfCase {
  readonly reports: readonly ReportIn[];
  readonly reuse: readonly Reuse[];
}

/** The claims of a case as its ledger stands; withdrawn items do not count. Derived anew at each call. */
export const claimsOf = (opened: Case): ClaimsOfCase => claimsFrom(opened, reportsOf(opened));

/** The same from reports that were gathered before: a decision costs no comparing of texts. */
export const claimsFrom = (opened: Case, { reports, reuse }: ReportsOfCase): ClaimsOfCase => ({
  claims: deriveClaims(reports, reuse, standingDecisions(opened.decisions())),
  reuse,
});

export function reportsOf(opened: Case): ReportsOfCase {
  const reports: ReportIn[] = [];
  const layers: { key: string; layer: TextLayer }[] = [];
  const about = new Map<string, { item: ItemId; file: string; published: string }>();
  opened.items().forEach((item, order) => {
    if (item.content.kind !== 'report' || opened.withdrawn(item.id)) return;
    const layer = readLayer(item.file, opened.itemBytes(item.id));
    layers.push({ key: item.id, layer });
    for (const record of opened.itemRecords(item.id))
      if (record.kind === 'report') {
        const characters = charactersIn(layer, record.statements);
        // Read again only where a person added a statement: so no text is kept.
        const quoteAt = (span: Span): string =>
          wordsAt(readLayer(item.file, opened.itemBytes(item.id)), span);
        reports.push({ record, file: item.file, order, characters, quoteAt });
      }
    about.set(item.id, { item: item.id, file: item.file, published: item.content.published ?? '~' });
  });
  const reuse = Array.from(findReuse(layers), ({ a, b, kind }): Reuse => {
    const [x, y] = about.get(a.key)!.published <= about.get(b.key)!.published ? [a, b] : [b, a];
    const side = ({ key, start, end }: typeof a): Reuse['a'] => {
      const { item, file } = about.get(key)!;
      return { item, file, start, end };
    };
    return { a: side(x), b: side(y), kind };
  });
  return { reports, reuse };
}

/** The words of a file's readable text between two places of the file, white space told once. */
const wordsAt = (layer: TextLayer, { start, end }: Span): string =>
  layer.text
    .slice(layerOffset(layer, start, 'start'), layerOffset(layer, end, 'end'))
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Where in the file the characters of those quotes stand that hold markup or line breaks. */
function charactersIn(layer: TextLayer, statements: readonly ReportStatement[]): Characters {
  const found = new Map<StatementId, readonly number[]>();
  for (const { id, start, end, quote } of statements) {
    if (quote.length === end - start) continue;
    const offsets: number[] = [];
    const to = layerOffset(layer, end, 'end');
    for (let at = layerOffset(layer, start, 'start'), space = false; at < to; at++) {
      const blank = /\s/u.test(layer.text[at]!);
      if (!blank || !space) offsets.push(fileOffset(layer, at, 'start'));
      space = blank;
    }
    if (offsets.length === quote.length) found.set(id, offsets);
  }
  return ({ id }) => found.get(id);
}
