import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportIn } from '../../src/claims/index.ts';
import type { Annotated } from '../../src/claims/trial/same-pairs.ts';
import { readLayer } from '../../src/intake/index.ts';
import {
  FIGURE_OPERATORS,
  type FigureOperator,
  type ItemId,
  parsePartialDate,
  type RecordId,
  type ReportRecord,
  type ReportStatement,
  type Reuse,
  type Stance,
  type StatementId,
} from '../../src/model/index.ts';
import { readReport } from '../../src/reading/index.ts';
import { measureOf } from '../reading/gold-measures.ts';
import { reuseBetween } from './reuse-between.ts';

export interface GoldClaim {
  readonly id: string;
  readonly doc: string;
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  readonly propositions: readonly string[];
  readonly stance: 'asserts' | 'asserts-hedged' | 'reports-unverified' | 'denies';
  readonly figure: null | {
    readonly span: { readonly start: number; readonly end: number };
    readonly value: number | null;
    readonly high?: number;
    readonly op: string;
    readonly unit: string;
    readonly time?: string;
  };
  readonly attribution: { readonly chain: readonly string[] };
}
export interface Gold {
  readonly documents: readonly {
    id: string;
    file: string;
    outlet: string;
    date_inferred: string;
    lang: 'en' | 'ar';
  }[];
  readonly sources: readonly { id: string; name: string }[];
  readonly propositions: readonly {
    id: string;
    measure: string;
    place: string | null;
    time: string | null;
  }[];
  readonly claims: readonly GoldClaim[];
  readonly relations: readonly {
    type: string;
    a: string;
    b: string;
    mentions_a: readonly string[];
    mentions_b: readonly string[];
  }[];
}

const STANCE: Readonly<Record<GoldClaim['stance'], Stance>> = {
  asserts: 'asserts',
  'asserts-hedged': 'hedged',
  'reports-unverified': 'unverified',
  denies: 'denies',
};

/** Annotated reports of one event, three times: see `propositions.ts`. */
export interface AnnotatedEvent {
  readonly gold: Gold;
  readonly annotated: readonly Annotated[];
  readonly reuse: readonly Reuse[];
  /** The statements of the annotation, as they stand there. */
  readonly fromGold: readonly ReportIn[];
  /** The annotated spans, with figure, place, time and chain as they were read there. */
  readonly readInGoldSpans: readonly ReportIn[];
  /** What the reading room reads from the files. */
  readonly fromReading: readonly ReportIn[];
}

/** @param folder holds gold.json and its texts */
export function annotatedEvent(folder: string): AnnotatedEvent {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold;
  const item = (doc: string): ItemId => `item${doc}` as ItemId;
  const nameOf = new Map(gold.sources.map(({ id, name }) => [id, name]));

  const goldStatement = (claim: GoldClaim): ReportStatement => {
    const about = gold.propositions.find(({ id }) => id === claim.propositions[0])!;
    const counting = claim.propositions
      .map((id) => gold.propositions.find((each) => each.id === id)!)
      .find(({ measure }) => measureOf(measure) !== undefined);
    const { figure } = claim;
    const [from, to = from] = (figure?.time ?? '').split('/').map((date) => parsePartialDate(date));
    return {
      id: claim.id as StatementId,
      start: claim.span.start,
      end: claim.span.end,
      quote: claim.span.text,
      stance: STANCE[claim.stance],
      chain: claim.attribution.chain.map((id) => nameOf.get(id) ?? id),
      hedges: [],
      ...(figure && {
        figure: {
          start: figure.span.start,
          end: figure.span.end,
          op: (FIGURE_OPERATORS as readonly string[]).includes(figure.op)
            ? (figure.op as FigureOperator)
            : 'vague',
          ...(figure.value !== null && { value: figure.value }),
          ...(figure.high !== undefined && { high: figure.high }),
          unit: figure.unit,
          measure: (counting && measureOf(counting.measure)) ?? 'count',
        },
      }),
      ...(about.place && { place: about.place }),
      ...(from && { window: { from, ...(to && { to }) } }),
    };
  };

  const layers = gold.documents.map(({ id, file }) => ({
    key: item(id) as string,
    layer: readLayer(file, readFileSync(join(folder, file))),
  }));
  const layerOf = (doc: Gold['documents'][number]) => layers.find(({ key }) => key === item(doc.id))!.layer;
  /** The moment that the report itself prints, where it is of the day given: it orders two versions of one day. */
  const printedMoment = (doc: Gold['documents'][number]): string | undefined =>
    layerOf(doc).published?.startsWith(doc.date_inferred) ? layerOf(doc).published : undefined;
  const updatedOf = (doc: Gold['documents'][number]): string | undefined => layerOf(doc).updated;

  const record = (doc: Gold['documents'][number], statements: readonly ReportStatement[]): ReportRecord => ({
    kind: 'report',
    id: `${item(doc.id)}.1` as RecordId,
    item: item(doc.id),
    outlet: nameOf.get(doc.outlet) ?? doc.outlet,
    published: printedMoment(doc) ?? doc.date_inferred,
    ...(updatedOf(doc) !== undefined && { updated: updatedOf(doc)! }),
    language: doc.lang,
    dropped: [],
    statements,
  });

  const reuse = reuseBetween(layers);

  const fromGold = gold.documents.map((doc) => ({
    record: record(doc, gold.claims.filter((claim) => claim.doc === doc.id).map(goldStatement)),
    file: doc.file,
  }));
  const fromReading = gold.documents.map((doc, i) => {
    const read = readReport(layers[i]!.layer, {
      outlet: nameOf.get(doc.outlet) ?? doc.outlet,
      published: doc.date_inferred,
    });
    const statements = read.statements.map((statement, n) => ({
      ...statement,
      id: `${item(doc.id)}.1.${n + 1}` as StatementId,
    }));
    return { record: record(doc, statements), file: doc.file };
  });

  /** The annotated spans, with figure, place, time and chain as they were read there. */
  const readInGoldSpans = gold.documents.map((doc, i) => {
    const read = fromReading[i]!.record.statements;
    const statements = gold.claims
      .filter((claim) => claim.doc === doc.id)
      .map((claim): ReportStatement => {
        const own = goldStatement(claim);
        const shared = (each: ReportStatement): number =>
          Math.min(each.end, own.end) - Math.max(each.start, own.start);
        const met = read
          .filter((each) => shared(each) > 0.5 * Math.min(own.end - own.start, each.end - each.start))
          .sort((a, b) => shared(b) - shared(a))[0];
        const { figure: _figure, place: _place, window: _window, ...bare } = own;
        if (!met) return { ...bare, chain: own.chain.slice(0, 1) };
        return {
          ...bare,
          stance: met.stance,
          chain: met.chain,
          ...(met.figure && met.figure.start >= own.start && met.figure.end <= own.end
            ? { figure: met.figure }
            : {}),
          ...(met.place !== undefined && { place: met.place }),
          ...(met.window && { window: met.window }),
        };
      });
    return { record: record(doc, statements), file: doc.file };
  });

  /** The annotation as stretches of the reports. */
  const annotated: readonly Annotated[] = gold.claims.map(({ id, doc, span, propositions }) => ({
    id,
    item: item(doc),
    start: span.start,
    end: span.end,
    propositions,
  }));
  return { gold, annotated, reuse, fromGold, readInGoldSpans, fromReading };
}
