import { type Estimate, reason, refused } from '../estimate.ts';
import type { Counts, PanelPart, Running } from '../method.ts';
import { PRIORS } from './chain.ts';
import { type Chains, openChains } from './chains.ts';
import { type Diagnostics, diagnose, quantileOf, sortedDraws } from './diagnostics.ts';
import { densityOf, modesOf } from './modes.ts';

/** With fewer lists there are fewer patterns than the model of two classes has parameters. */
const LEAST_LISTS = 4;
const CHAINS = 8;
/** Every so many sweeps a draw is kept. */
const EVERY = 20;
/** The run is looked at after so many sweeps of each chain. */
const LOOKS = [50_000, 100_000, 200_000, 400_000] as const;
/**
 * The share of a run that is thrown away, and no more: a place where chains stay for longer weighs in the answer, unless
 * it is seen that they come and go.
 */
const THROWN_AWAY = 0.1;
/** Sweeps between two signs of life. */
const STRIDE = 10_000;
/** What the chains must reach: R-hat as recommended, and draws enough for the ends of a 95 % interval. */
const MOST_R_HAT = 1.01;
const LEAST_SIZE = 400;
/** Where this much is reached the run ends early; beyond `HOPELESS` it ends early too. */
const ENOUGH = 4000;
const HOPELESS = { rHat: 1.1, from: 200_000 } as const;

/**
 * Latent classes of a Dirichlet process (Manrique-Vallier 2016): eight chains from far-apart starts. Refused where the
 * lists are too few for the model to be identified, where the chains disagree, where the draws are worth too little, or
 * where there are two modes, between which a median would say nothing.
 */
export const latentClassPart: PanelPart = {
  methods: ['latent-classes'],
  estimate: async (counts, running) => [await latentClasses(counts, running)],
};

async function latentClasses({ lists, counts }: Counts, running: Running): Promise<Estimate> {
  if (lists.length < LEAST_LISTS)
    return refused('latent-classes', running.level, [
      reason('not-identified', { lists: lists.length, least: LEAST_LISTS }),
    ]);
  const random = running.random('latent-classes');
  const seeds = Array.from({ length: CHAINS }, () => Math.floor(random() * 2 ** 32));
  const chains = openChains(lists.length, counts, seeds);
  try {
    return await judged(chains, running);
  } finally {
    chains.close();
  }
}

async function judged(chains: Chains, running: Running): Promise<Estimate> {
  const pieces: Float64Array[][] = Array.from({ length: CHAINS }, () => []);
  let sweeps = 0;
  for (const look of LOOKS) {
    while (sweeps < look) {
      const drawn = await chains.run(STRIDE, EVERY);
      for (const [chain, draws] of drawn.entries()) pieces[chain]!.push(draws);
      sweeps += STRIDE;
      await running.pause({ method: 'latent-classes', done: sweeps, total: LOOKS.at(-1)! });
    }
    const kept = pieces.map((draws) => joined(draws.slice(draws.length * THROWN_AWAY)));
    const found = diagnose(kept);
    const enough = found.rHat <= MOST_R_HAT && found.bulkSize >= ENOUGH && found.tailSize >= ENOUGH;
    const hopeless = found.rHat > HOPELESS.rHat && sweeps >= HOPELESS.from;
    if (enough || hopeless || look === LOOKS.at(-1)) return verdictOn(kept, found, sweeps, running);
  }
  throw new Error('the last look always ends');
}

function verdictOn(kept: Float64Array[], found: Diagnostics, sweeps: number, running: Running): Estimate {
  const { level } = running;
  const sorted = sortedDraws(kept);
  const modes = modesOf(sorted, found.bulkSize);
  const worth = Math.floor(Math.min(found.bulkSize, found.tailSize));
  const why = [
    ...(found.rHat > MOST_R_HAT || worth < LEAST_SIZE
      ? [
          reason('not-converged', {
            rhat: Math.round(found.rHat * 1000) / 1000,
            draws: worth,
            chains: CHAINS,
            sweeps,
          }),
        ]
      : []),
    ...(modes.length > 1
      ? [reason('two-modes', { first: Math.round(modes[0]!.at), second: Math.round(modes.at(-1)!.at) })]
      : []),
  ];
  const { points, density } = densityOf(sorted, found.bulkSize);
  return {
    method: 'latent-classes',
    scope: 'pooled',
    estimate: quantileOf(sorted, 0.5),
    low: quantileOf(sorted, (1 - level) / 2),
    high: quantileOf(sorted, (1 + level) / 2),
    level,
    ok: why.length === 0,
    ...(why.length > 0 ? { why } : {}),
    detail: {
      rHat: found.rHat,
      bulkSize: found.bulkSize,
      tailSize: found.tailSize,
      chains: CHAINS,
      sweeps,
      thrownAway: sweeps * THROWN_AWAY,
      classes: PRIORS.classes,
      chainMedians: kept.map((draws) => quantileOf(draws.slice().sort(), 0.5)),
      modes: modes.map(({ at, share }) => ({ at, share })),
      traces: kept.map((draws) => thinned(draws, TRACE_POINTS)),
      density: thinned(points, DENSITY_POINTS).map((point, at) => ({
        at: Math.exp(point),
        height: thinned(density, DENSITY_POINTS)[at]!,
      })),
    },
  };
}

const TRACE_POINTS = 200;
const DENSITY_POINTS = 128;

/** Every so manieth value, for a picture. */
const thinned = (values: Float64Array, most: number): number[] => {
  const step = Math.max(1, values.length / most);
  return Array.from({ length: Math.min(most, values.length) }, (_, at) => values[Math.floor(at * step)]!);
};

function joined(pieces: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
