/**
 * node bench/claims/told-texts.ts [--pairs]: the invented reports of src/claims/trial/told-texts.ts, read as files are
 * and joined into claims. They were annotated before they were read.
 */
import { deriveClaims, type ReportIn } from '../../src/claims/index.ts';
import { type SamePairs, samePairs, scoresOf } from '../../src/claims/trial/same-pairs.ts';
import { TOLD_TEXTS, unmarked } from '../../src/claims/trial/told-texts.ts';
import type { Claim, ItemId, RecordId, StatementId } from '../../src/model/index.ts';
import { plainTextLayer } from '../../src/model/index.ts';
import { readReport } from '../../src/reading/index.ts';
import { reuseBetween } from './reuse-between.ts';

const all: SamePairs[] = [];
for (const { name, reports } of TOLD_TEXTS) {
  const made = reports.map(({ outlet, published, marked }, n) => {
    const item = `${name.replaceAll(' ', '-')}-${n + 1}`;
    const { text, annotated } = unmarked(item, marked);
    const layer = plainTextLayer(text);
    const { language, dropped, statements } = readReport(layer, { outlet, published });
    const id = `${item}.1` as RecordId;
    const report: ReportIn = {
      record: {
        kind: 'report',
        id,
        item: item as ItemId,
        outlet,
        published,
        language,
        dropped,
        statements: statements.map((each, at) => ({ ...each, id: `${id}.${at + 1}` as StatementId })),
      },
      file: `${item}.txt`,
    };
    return { item, text, annotated, layer, report };
  });
  const reuse = reuseBetween(made.map(({ item, layer }) => ({ key: item, layer })));
  const claims: Claim[] = deriveClaims(
    made.map(({ report }) => report),
    reuse,
  );
  const annotated = made.flatMap((each) => each.annotated);
  const pairs = samePairs(annotated, claims);
  all.push(pairs);
  show(name, [pairs]);
  console.log(`  ${annotated.length} annotated statements, ${pairs.held.size} met, ${claims.length} claims`);
  if (!process.argv.includes('--pairs')) continue;
  const words = (id: string): string => {
    const { item, start, end } = annotated.find((each) => each.id === id)!;
    return `${id.slice(-6)} ${made.find((each) => each.item === item)!.text.slice(start, end)}`;
  };
  for (const [kind, list] of [
    ['missed', pairs.missed],
    ['wrong', pairs.wrong],
  ] as const)
    for (const [a, b] of list) console.log(`  ${kind}: ${words(a)}\n      // ${words(b)}`);
}
show('all', all);

function show(name: string, pairs: readonly SamePairs[]): void {
  const { precision, recall, f1 } = scoresOf(pairs);
  const sum = (key: 'both' | 'meant' | 'joined'): number =>
    pairs.reduce((total, each) => total + each[key], 0);
  console.log(
    `${name}: precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}  (${sum('both')} of ${sum('meant')}, ${sum('joined') - sum('both')} wrongly joined)`,
  );
}
