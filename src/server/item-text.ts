import { type ClaimsOfCase, putRightBy, readingsPutRight, statementsPutRight } from '../claims/index.ts';
import { readLayer } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type ClaimId,
  type ItemId,
  type ItemText,
  layerOffset,
  type ReportRecord,
  type ReportStatement,
  SanadError,
  type Span,
  type StatementId,
  standingDecisions,
  type TextLayer,
  wholeStatement,
} from '../model/index.ts';
import type { Endpoint } from '../proposing/index.ts';

/** A report's readable text with everything that was read in it, in offsets of that text. */
export function itemText(opened: Case, claims: ClaimsOfCase, id: ItemId, reader?: Endpoint): ItemText {
  const item = opened.item(id);
  if (item.content.kind !== 'report') throw new SanadError('request.not-found');
  const [record] = [...opened.itemRecords(id)].filter(
    (entry): entry is ReportRecord => entry.kind === 'report',
  );
  const layer = readLayer(item.file, opened.itemBytes(id));
  const claimOf = claimOfStatement(claims);
  const right = readingsPutRight(standingDecisions(opened.decisions()));
  const quoteAt = (span: Span): string => {
    const { start, end } = inLayer(layer, span);
    return layer.text.slice(start, end);
  };
  const statements = record ? statementsPutRight({ record, quoteAt }, right) : [];
  return {
    text: layer.text,
    ...(reader && { reader: { model: reader.model, host: reader.address.host, where: reader.where } }),
    language: record?.language ?? 'other',
    dropped: (record?.dropped ?? []).map(({ start, end, why }) => {
      const span = inLayer(layer, { start, end });
      return { ...span, why, text: layer.text.slice(span.start, span.end) };
    }),
    marks: withParts(statements, claims, id).map((statement) => {
      const claim = claimOf.get(statement.id);
      const read = putRightBy(right, statement.id);
      return {
        statement: statement.id,
        ...(claim === undefined ? {} : { claim }),
        ...inLayer(layer, statement),
        stance: statement.stance,
        chain: [...statement.chain],
        hedges: statement.hedges.map(({ kind, ...span }) => ({ ...inLayer(layer, span), kind })),
        ...(statement.figure ? { figure: { ...statement.figure, ...inLayer(layer, statement.figure) } } : {}),
        ...(statement.place === undefined ? {} : { place: statement.place }),
        ...(statement.headline === undefined ? {} : { headline: statement.headline }),
        ...(statement.source ? { source: inLayer(layer, statement.source) } : {}),
        ...(statement.cue ? { cue: inLayer(layer, statement.cue) } : {}),
        ...(read && { putRight: { decision: read.id, by: read.by, at: read.at } }),
      };
    }),
    struck: (record?.statements ?? []).flatMap((statement) => {
      const read = right.of.get(statement.id);
      if (read?.kind !== 'read-nothing') return [];
      const by = { decision: read.id, by: read.by, at: read.at };
      return [{ ...inLayer(layer, statement), statement: statement.id, by }];
    }),
    reuse: claims.reuse.flatMap(({ a, b, kind }) => {
      const [here, there] = a.item === id ? [a, b] : b.item === id ? [b, a] : [];
      if (!here || !there) return [];
      return [{ ...inLayer(layer, here), other: there.item, otherFile: there.file, kind }];
    }),
  };
}

const inLayer = (layer: TextLayer, { start, end }: Span): { start: number; end: number } => {
  const first = layerOffset(layer, start, 'start');
  return { start: first, end: Math.max(first, layerOffset(layer, end, 'end')) };
};

/** The statements of a report, each followed by those parts of it that stand in claims of their own. */
function withParts(
  statements: readonly ReportStatement[],
  { claims }: ClaimsOfCase,
  item: ItemId,
): readonly ReportStatement[] {
  const parts = claims
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => mention.item === item && wholeStatement(mention.statement) !== mention.statement);
  const byStatement = Map.groupBy(parts, ({ statement }) => wholeStatement(statement));
  return statements.flatMap((statement) => [
    statement,
    ...(byStatement.get(statement.id) ?? [])
      .sort((a, b) => a.start - b.start)
      .map(({ statement: id, start, end, quote, stance, hedges }) => {
        const { figure: _figure, source: _source, cue: _cue, ...whole } = statement;
        return { ...whole, id, start, end, quote, stance, hedges };
      }),
  ]);
}

const claimOfStatement = ({ claims }: ClaimsOfCase): ReadonlyMap<StatementId, ClaimId> =>
  new Map(claims.flatMap((claim) => claim.mentions.map((mention) => [mention.statement, claim.id] as const)));
