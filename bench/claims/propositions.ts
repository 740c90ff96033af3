/**
 * node bench/claims/propositions.ts [FOLDER] [--pairs]: how well statements are joined into propositions, on annotated
 * reports. FOLDER holds gold.json and its texts; ../shared/data/reports by default.
 *
 * Three times: with the statements of the annotation (spans, sources, figures, measures and places given), which
 * measures this room alone; with the annotated spans and everything else as it is read; and with what the reading room
 * reads from the files, which measures both. Then on invented events told by several outlets. Reported: precision,
 * recall and F1 over pairs of statements of one proposition; pairs that the annotation marks as the same number about
 * another thing and that were joined (must be none); and its contradicts, denies and supersedes found among the
 * suggested relations.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deriveClaims, suggestionsOf } from '../../src/claims/index.ts';
import { type Annotated, samePairs, scoresOf, stretchOf } from '../../src/claims/trial/same-pairs.ts';
import { TOLD_EVENTS } from '../../src/claims/trial/told-events.ts';
import { readLayer } from '../../src/intake/index.ts';
import {
  type Claim,
  FIGURE_OPERATORS,
  type FigureOperator,
  type ItemId,
  parsePartialDate,
  type RecordId,
  type ReportRecord,
  type ReportStatement,
  type Stance,
  type StatementId,
} from '../../src/model/index.ts';
import { readReport } from '../../src/reading/index.ts';
import { measureOf } from '../reading/gold-measures.ts';
import { reuseBetween } from './reuse-between.ts';

interface GoldClaim {
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
interface Gold {
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

const folder = resolve(
  process.argv.slice(2).find((each) => !each.startsWith('--')) ??
    join(import.meta.dirname, '../../../shared/data/reports'),
);
if (!existsSync(join(folder, 'gold.json'))) {
  console.log(`${folder}/gold.json is absent: nothing measured`);
  process.exit(0);
}
const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold;
const item = (doc: string): ItemId => `item${doc}` as ItemId;
const nameOf = new Map(gold.sources.map(({ id, name }) => [id, name]));

function goldStatement(claim: GoldClaim): ReportStatement {
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
}

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
const goldOf = (mention: Claim['mentions'][number]): Annotated | undefined => stretchOf(annotated, mention);

const claimById = new Map(gold.claims.map((claim) => [claim.id, claim]));
/** A statement may stand under both propositions of a collision: such a pair is none. */
const oneProposition = (a: string, b: string): boolean =>
  claimById.get(a)!.propositions.some((each) => claimById.get(b)!.propositions.includes(each));
const scriptOf = ({ span }: GoldClaim): 'ar' | 'en' => (/\p{Script=Arabic}/u.test(span.text) ? 'ar' : 'en');

function measure(name: string, reports: typeof fromGold): void {
  const started = process.cpuUsage();
  const claims = deriveClaims(reports, reuse);
  const cpu = process.cpuUsage(started);
  const pairs = samePairs(annotated, claims);
  const { held, meant, both, missed, wrong } = pairs;
  const { precision, recall, f1 } = scoresOf([pairs]);
  const meet = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean =>
    a !== undefined && b !== undefined && [...a].some((each) => b.has(each));
  const claimsOf = (ids: readonly string[]): Set<string> =>
    new Set(ids.flatMap((id) => [...(held.get(id) ?? [])]));
  const related = (a: Set<string>, b: Set<string>): boolean =>
    claims.some(
      ({ id, relations }) =>
        (a.has(id) && relations.some(({ claim }) => b.has(claim))) ||
        (b.has(id) && relations.some(({ claim }) => a.has(claim))),
    );
  const opposing = gold.relations.filter(({ type }) =>
    ['contradicts', 'denies', 'supersedes'].includes(type),
  );
  const found = opposing.filter(({ a, b, mentions_a, mentions_b }) => {
    if (related(claimsOf(mentions_a), claimsOf(mentions_b))) return true;
    // A denial that stands as a mention of what it denies is found too.
    const denial = (p: string, q: string): boolean =>
      gold.claims.some(({ id, stance, propositions }) => {
        if (stance !== 'denies' || !propositions.includes(p)) return false;
        return claims.some(
          ({ denied, mentions }) =>
            denied &&
            mentions.some((m) => goldOf(m)?.id === id) &&
            mentions.some((m) => goldOf(m)?.propositions.includes(q)),
        );
      });
    return denial(a, b);
  });
  const collisions = gold.relations.filter(({ type }) => /collision|near-number/.test(type));
  const joinedCollisions = collisions.filter(({ mentions_a, mentions_b }) =>
    mentions_a.some((x) => mentions_b.some((y) => !oneProposition(x, y) && meet(held.get(x), held.get(y)))),
  );
  const kinds = [
    ['en–en', (a: GoldClaim, b: GoldClaim) => scriptOf(a) === 'en' && scriptOf(b) === 'en'],
    ['en–ar', (a: GoldClaim, b: GoldClaim) => scriptOf(a) !== scriptOf(b)],
    ['ar–ar', (a: GoldClaim, b: GoldClaim) => scriptOf(a) === 'ar' && scriptOf(b) === 'ar'],
    ['both with a figure', (a: GoldClaim, b: GoldClaim) => a.figure !== null && b.figure !== null],
    ['one with a figure', (a: GoldClaim, b: GoldClaim) => (a.figure === null) !== (b.figure === null)],
    ['none with a figure', (a: GoldClaim, b: GoldClaim) => a.figure === null && b.figure === null],
  ] as const;
  const byKind = kinds.map(([kind, fits]) => {
    let [all, together, right] = [0, 0, 0];
    for (const [at, a] of gold.claims.entries())
      for (const b of gold.claims.slice(at + 1)) {
        if (!fits(a, b)) continue;
        const one = oneProposition(a.id, b.id);
        const joined = meet(held.get(a.id), held.get(b.id));
        if (one) all++;
        if (joined) together++;
        if (one && joined) right++;
      }
    return `${kind} ${right} of ${all}, ${together - right} wrong`;
  });
  // As the queue asks them: each pair of claims and kind of relation once.
  const asked = suggestionsOf(claims);
  const kindsAsked = [...Map.groupBy(asked, ({ relation }) => relation)].map(
    ([relation, all]) => `${relation} ${all.length}`,
  );
  console.log(
    `\n${name}: ${gold.claims.length} annotated statements, ${held.size} met, ${claims.length} claims`,
  );
  console.log(
    `  same-proposition pairs  precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}  (${both} of ${meant})`,
  );
  console.log(`  by kind                 ${byKind.join('; ')}`);
  const together = ({ mentions_a, mentions_b }: Gold['relations'][number]): string =>
    mentions_a
      .flatMap((x) =>
        mentions_b
          .filter((y) => !oneProposition(x, y) && meet(held.get(x), held.get(y)))
          .map((y) => `${x} with ${y}`),
      )
      .join(', ');
  console.log(
    `  collisions joined       ${joinedCollisions.length} of ${collisions.length} ${joinedCollisions.map((each) => `(${together(each)})`).join(' ')}`,
  );
  console.log(
    `  contradictions found    ${found.length} of ${opposing.length} (${opposing.map(({ a, b, type }) => `${a} ${type} ${b}${found.some((each) => each.a === a && each.b === b) ? '' : ' MISSED'}`).join('; ')}) among ${asked.length} suggestions, ${(asked.length / reports.length).toFixed(0)} a report (${kindsAsked.join(', ')})`,
  );
  console.log(`  CPU                     ${((cpu.user + cpu.system) / 1e6).toFixed(2)} s`);
  if (process.argv.includes('--pairs')) {
    const words = (id: string): string =>
      `${id} ${gold.claims.find((each) => each.id === id)!.span.text.replaceAll('\n', ' ')}`;
    for (const [kind, list] of [
      ['missed', missed],
      ['wrongly joined', wrong],
    ] as const)
      for (const [a, b] of list) console.log(`  ${kind}: ${words(a)}\n      // ${words(b)}`);
  }
}

measure('annotated statements', fromGold);
measure('annotated spans, the rest as read', readInGoldSpans);
measure('statements as read', fromReading);

const told = TOLD_EVENTS.map(({ annotated, reports }) => samePairs(annotated, deriveClaims(reports, [])));
const { precision, recall, f1 } = scoresOf(told);
console.log(
  `\ninvented events: precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}  (${told.reduce((sum, { wrong }) => sum + wrong.length, 0)} wrongly joined)`,
);
