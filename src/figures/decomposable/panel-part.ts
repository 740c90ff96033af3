import { patternName, totalOf } from '../capture-table.ts';
import { type Reason, reason, refused } from '../estimate.ts';
import type { PanelPart } from '../method.ts';
import { averageOverGraphs } from './average.ts';
import { decomposableGraphs } from './graphs.ts';

/** The unseen are looked for up to so many times the named. */
const TIMES_NAMED = 12;
/** At most so many numbers are weighed; of more, every second, third … */
const MOST_POINTS = 250_000;
/** Probability beyond which a second look need not look. */
const NOTHING = 1e-9;
const MOST_LISTS = 6;
/** Posterior at the end of the grid, against its mode, from which the grid is said to cut it off. */
const CUT = 0.01;
/** Under the graph that joins all lists the overlaps say nothing of the unseen; with this much of the probability … */
const MOST_JOINED = 0.5;
const SHOWN = 5;

/** Weighs all numbers up to `to`, and where they are too many, again and more closely where the probability is. */
function closely(lists: number, counts: Float64Array, delta: number, to: number) {
  const named = totalOf(counts);
  const graphs = decomposableGraphs(lists);
  const stepOver = (from: number, end: number): number => Math.ceil((end - from + 1) / MOST_POINTS);
  let range = { from: 0, to, step: stepOver(0, to) };
  for (;;) {
    const result = averageOverGraphs(lists, counts, graphs, { delta, ...range });
    const { step } = range;
    const from = Math.max(0, result.quantile(NOTHING) - named - step);
    const end = Math.min(to, result.quantile(1 - NOTHING) - named + step);
    const finer = stepOver(from, end);
    if (finer > step / 2) return { result, step };
    range = { from, to: end, step: finer };
  }
}

/** Averaging over decomposable graphs, prior 1/N, δ = 2^−lists. */
export const decomposablePart: PanelPart = {
  methods: ['decomposable-graphs'],
  async estimate({ lists, counts }, running) {
    const { level } = running;
    if (lists.length === 2) return [];
    if (lists.length > MOST_LISTS)
      return [
        refused('decomposable-graphs', level, [
          reason('too-many-lists', { found: lists.length, limit: MOST_LISTS }),
        ]),
      ];
    await running.pause({ method: 'decomposable-graphs', done: 0, total: 1 });
    const named = totalOf(counts);
    const delta = 2 ** -lists.length;
    const to = TIMES_NAMED * named;
    const { result, step } = closely(lists.length, counts, delta, to);
    await running.pause({ method: 'decomposable-graphs', done: 1, total: 1 });
    const joined =
      result.graphs.find(({ graph }) => graph.sets.length === 1 && graph.edges.length > 0)?.probability ?? 0;
    const { modes } = result;
    const cautions: Reason[] = [
      ...(modes.length > 1 ? [reason('two-modes', { first: modes[0]!.at, second: modes[1]!.at })] : []),
      ...(result.cutOff > CUT ? [reason('grid-cut', { limit: named + to })] : []),
      ...(step > 1 ? [reason('grid-coarse', { step })] : []),
    ];
    return [
      {
        method: 'decomposable-graphs',
        scope: 'pooled',
        estimate: result.median,
        low: result.quantile((1 - level) / 2),
        high: result.quantile((1 + level) / 2),
        level,
        ok: joined <= MOST_JOINED,
        ...(joined > MOST_JOINED ? { why: [reason('not-identified')] } : {}),
        ...(cautions.length > 0 ? { cautions } : {}),
        detail: {
          mean: result.mean,
          mode: result.mode,
          modes: modes.map(({ at }) => at),
          allJoined: joined,
          delta,
          prior: '1/N',
          unseenUpTo: to,
          step,
          graphs: result.graphs.slice(0, SHOWN).map(({ graph, probability }) => ({
            dependent: graph.edges.map((edge) => patternName(edge, lists)),
            probability,
          })),
        },
      },
    ];
  },
};
