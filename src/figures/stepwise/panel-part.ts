import { totalOf } from '../capture-table.ts';
import { type Reason, reason, refused } from '../estimate.ts';
import { modelName } from '../log-linear/model.ts';
import type { PanelPart } from '../method.ts';
import { sampledBy, stepwiseBootstrap } from './bootstrap.ts';
import { THRESHOLD } from './stepwise.ts';

/** Beyond this share of samples without an estimate the interval says nothing. */
const MOST_WITHOUT = 0.05;

/** A bound with fewer samples beyond it moves by more than a few in a hundred from seed to seed. */
const LEAST_BEYOND = 10;

/** Stepwise selection with a bootstrap that chooses the model anew each time. */
export const stepwisePart: PanelPart = {
  methods: ['stepwise'],
  async estimate({ lists, counts }, running) {
    if (lists.length === 2) return [];
    const { level, bootstraps } = running;
    const result = await stepwiseBootstrap(lists.length, counts, {
      samples: bootstraps,
      level,
      sample: sampledBy(running.random('stepwise')),
      pause: (done, total) => running.pause({ method: 'stepwise', done, total }),
    });
    if (!result) return [refused('stepwise', level, [reason('no-estimate-exists')])];
    const { fit, low, high, samples, bias, acceleration } = result;
    const without = samples.filter((sample) => !Number.isFinite(sample)).length;
    const unbounded = !Number.isFinite(high) || without > MOST_WITHOUT * samples.length;
    const beyond = samples.length * Math.min(result.lowAt, 1 - result.highAt);
    const cautions: Reason[] = [
      ...(beyond < LEAST_BEYOND
        ? [reason('bound-on-few-samples', { beyond: Math.floor(beyond), of: samples.length })]
        : []),
      ...(without > 0 ? [reason('samples-without-estimate', { count: without, of: samples.length })] : []),
      ...(fit.boundary ? [reason('boundary', { model: modelName(fit.terms) })] : []),
    ];
    return [
      {
        method: 'stepwise',
        scope: 'pooled',
        estimate: totalOf(counts) + fit.unseen,
        low,
        high,
        level,
        ok: !unbounded,
        ...(unbounded ? { why: [reason('unbounded')] } : {}),
        ...(cautions.length > 0 ? { cautions } : {}),
        detail: {
          model: modelName(fit.terms),
          threshold: THRESHOLD,
          samples: samples.length,
          boundsAt: [result.lowAt, result.highAt],
          bias,
          acceleration,
        },
      },
    ];
  },
};
