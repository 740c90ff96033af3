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
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deriveClaims, type ReportIn, suggestionsOf } from '../../src/claims/index.ts';
import { type Annotated, samePairs, scoresOf, stretchOf } from '../../src/claims/trial/same-pairs.ts';
import { TOLD_EVENTS } from '../../src/claims/trial/told-events.ts';
import type { Claim } from '../../src/model/index.ts';
import { annotatedEvent, type Gold, type GoldClaim } from './annotated-event.ts';

const folder = resolve(
  process.argv.slice(2).find((each) => !each.startsWith('--')) ??
    join(import.meta.dirname, '../../../shared/data/reports'),
);
if (!existsSync(join(folder, 'gold.json'))) {
  console.log(`${folder}/gold.json is absent: nothing measured`);
  process.exit(0);
}
const { gold, annotated, reuse, fromGold, readInGoldSpans, fromReading } = annotatedEvent(folder);
const goldOf = (mention: Claim['mentions'][number]): Annotated | undefined => stretchOf(annotated, mention);

const claimById = new Map(gold.claims.map((claim) => [claim.id, claim]));
/** A statement may stand under both propositions of a collision: such a pair is none. */
const oneProposition = (a: string, b: string): boolean =>
  claimById.get(a)!.propositions.some((each) => claimById.get(b)!.propositions.includes(each));
const scriptOf = ({ span }: GoldClaim): 'ar' | 'en' => (/\p{Script=Arabic}/u.test(span.text) ? 'ar' : 'en');

function measure(name: string, reports: readonly ReportIn[]): void {
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
