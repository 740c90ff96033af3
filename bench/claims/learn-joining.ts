/**
 * node bench/claims/learn-joining.ts [--write]: learns from the annotated events of bench/reading/events which statements
 * are one claim. Each event is held against what is learned from all others; with --write, all of them make
 * src/claims/joining/joining.model.json instead. The two given reports, the mill and the convent are never learned from.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from '../../src/claims/ground.ts';
import { groundOf } from '../../src/claims/ground-of.ts';
import { candidates } from '../../src/claims/joining/candidates.ts';
import { SIGNALS, signalsOf } from '../../src/claims/joining/signals.ts';
import { tokensOf } from '../../src/claims/joining/tokens.ts';
import { type Examples, growTrees, type Trees } from '../../src/claims/joining/trees.ts';
import { propositionsOf } from '../../src/claims/propositions.ts';
import { allSaid } from '../../src/claims/said.ts';
import {
  type Annotated,
  type SamePairs,
  samePairs,
  scoresOf,
  stretchOf,
} from '../../src/claims/trial/same-pairs.ts';
import { voicesOf } from '../../src/claims/voices.ts';
import { annotatedEvent } from './annotated-event.ts';

const EVENTS = ['quarry', 'harbour', 'jail', 'camp', 'ferry', 'depot', 'tannery', 'plateau', 'orchard'];
const GROWTH = { trees: 100, depth: 3, rate: 0.1, doubt: 15, least: 6 };
/** Of pairs that are not one every third is learned from, and counts for three. */
const SPARED = 3;

const folder = (event: string): string => join(import.meta.dirname, '../reading/events', event);

interface Telling {
  readonly event: string;
  readonly way: string;
  readonly ground: Ground;
  readonly annotated: readonly Annotated[];
  readonly examples: Examples;
}

function tellings(event: string): Telling[] {
  const { annotated, reuse, fromGold, readInGoldSpans, fromReading } = annotatedEvent(folder(event));
  return Object.entries({ annotated: fromGold, spans: readInGoldSpans, read: fromReading }).map(
    ([way, reports]) => {
      const all = allSaid(reports);
      const ground = groundOf(all, reuse, [], voicesOf(all, []));
      return { event, way, ground, annotated, examples: examplesOf(ground, annotated) };
    },
  );
}

/** Pairs of statements that stand for two annotated ones; parts of one statement share the weight of one pair. */
function examplesOf(ground: Ground, annotated: readonly Annotated[]): Examples {
  const stretches = ground.all.map(({ statement: { start, end }, record: { item } }) =>
    stretchOf(annotated, { item, start, end }),
  );
  const tokens = tokensOf(ground);
  const signals = signalsOf(ground, tokens);
  const pairs = [...candidates(ground, tokens)].flatMap(([a, b]) => {
    const [x, y] = [stretches[a], stretches[b]];
    if (!x || !y || x === y) return [];
    const one = x.propositions.some((each) => y.propositions.includes(each));
    return [{ a, b, one, of: [x.id, y.id].sort().join(' ') }];
  });
  const times = new Map<string, number>();
  for (const { of } of pairs) times.set(of, (times.get(of) ?? 0) + 1);
  const kept = pairs.filter(({ one, a, b }) => one || (a * 7919 + b) % SPARED === 0);
  return {
    rows: kept.map(({ a, b }) => signals(a, b)),
    one: kept.map(({ one }) => (one ? 1 : 0)),
    weight: kept.map(({ one, of }) => (one ? 1 : SPARED) / Math.sqrt(times.get(of)!)),
  };
}

function learned(from: readonly Telling[]): Trees {
  const examples = from.map((each) => each.examples);
  return growTrees(
    SIGNALS,
    {
      rows: examples.flatMap(({ rows }) => rows),
      one: examples.flatMap(({ one }) => Array.from(one)),
      weight: examples.flatMap(({ weight }) => Array.from(weight)),
    },
    GROWTH,
  );
}

function heldAgainst({ ground, annotated }: Telling, trees: Trees): SamePairs {
  const groups = propositionsOf(ground, trees);
  return samePairs(
    annotated,
    groups.map((members, n) => ({
      id: String(n),
      mentions: members.map((at) => {
        const { statement, record } = ground.all[at]!;
        return { item: record.item, start: statement.start, end: statement.end };
      }),
    })),
  );
}

const all = EVENTS.filter((event) => existsSync(join(folder(event), 'gold.json'))).flatMap(tellings);
const events = [...new Set(all.map(({ event }) => event))];
if (process.argv.includes('--write')) {
  const trees = learned(all);
  const file = join(import.meta.dirname, '../../src/claims/joining/joining.model.json');
  writeFileSync(file, `${JSON.stringify(trees).replaceAll(']],[[', ']],\n[[')}\n`);
  const leaves = trees.trees.flat().filter(([signal]) => signal < 0).length;
  console.log(`written: ${trees.trees.length} trees, ${leaves} leaves`);
} else {
  console.log(`learned from ${events.length} events; each held against what the others teach`);
  for (const event of events) {
    const trees = learned(all.filter((each) => each.event !== event));
    for (const telling of all.filter((each) => each.event === event)) {
      const { precision, recall, f1 } = scoresOf([heldAgainst(telling, trees)]);
      console.log(
        `  ${event.padEnd(8)} ${telling.way.padEnd(9)}  precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}`,
      );
    }
  }
}
const { user, system } = process.cpuUsage();
console.log(`CPU ${((user + system) / 1e6).toFixed(0)} s`);
