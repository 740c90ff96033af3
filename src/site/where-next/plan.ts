import { z } from 'zod';
import { SanadError } from '../../model/index.ts';
import { afterFailure, beliefOf } from './belief.ts';
import { missedBy } from './detection.ts';
import { allocateOne } from './one-resource.ts';
import { allocateSeveral } from './several-resources.ts';

const chance = z.number().min(0).finite();

/** The question of where to search next, as a file. */
const planQuestionSchema = z.object({
  cells: z
    .array(
      z.object({
        id: z.string().min(1).max(200),
        /** Weights are taken too: only their proportions decide where to search. */
        probability: chance,
        /** Resource → rate of detection a unit of effort: a search of effort t finds what is there with 1 − e^(−rate t). */
        effectiveness: z.record(z.string(), chance),
        /** Resource → share of such places to which it is blind, whatever the effort. */
        blind: z.record(z.string(), z.number().min(0).lt(1)).optional(),
      }),
    )
    .min(1)
    .max(200_000),
  resources: z
    .array(z.object({ id: z.string().min(1).max(200), effort: z.number().finite() }))
    .min(1)
    .max(32),
  /** In none of the cells, or nowhere. Without it: what the cells leave of 1. */
  elsewhere: chance.optional(),
});
export type PlanQuestion = z.infer<typeof planQuestionSchema>;

export interface PlanAnswer {
  readonly allocation: readonly {
    readonly cell: string;
    readonly resource: string;
    readonly effort: number;
  }[];
  /** Chance of finding, in the units of the probabilities given. */
  readonly success: number;
  /** Where it is, should this search find nothing. With `elsewhere` it adds up to 1. */
  readonly posterior: readonly { readonly cell: string; readonly probability: number }[];
  readonly elsewhere: number;
  /** Chance of finding that one more unit of each resource adds. */
  readonly worth: readonly { readonly resource: string; readonly chance: number }[];
  /** What the probabilities given add up to; 1 unless they were weights. */
  readonly total: number;
}

/** @throws SanadError `plan.unreadable` with the place and what is wrong there */
export function parsePlanQuestion(text: string): PlanQuestion {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SanadError('plan.not-json', {}, cause);
  }
  const parsed = planQuestionSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SanadError('plan.unreadable', {
      where: issue?.path.join('.') ?? '',
      wrong: issue?.message ?? '',
    });
  }
  const { cells, resources } = parsed.data;
  for (const { id, effort } of resources)
    if (effort < 0) throw new SanadError('plan.effort-negative', { value: effort, resource: id });
  const known = new Set(resources.map(({ id }) => id));
  if (known.size < resources.length) throw new SanadError('plan.id-twice', { id: twice(resources) });
  if (new Set(cells.map(({ id }) => id)).size < cells.length)
    throw new SanadError('plan.id-twice', { id: twice(cells) });
  for (const { id, effectiveness, blind } of cells)
    for (const resource of [...Object.keys(effectiveness), ...Object.keys(blind ?? {})])
      if (!known.has(resource)) throw new SanadError('plan.resource-unknown', { cell: id, resource });
  return parsed.data;
}

const twice = (named: readonly { readonly id: string }[]): string => {
  const seen = new Set<string>();
  return named.find(({ id }) => seen.has(id) || !seen.add(id))?.id ?? '';
};

/** Where the efforts go, what that finds, and what is to be thought should it find nothing. */
export function planSearch({ cells, resources, elsewhere }: PlanQuestion): PlanAnswer {
  const kinds = resources.length;
  const shares = Float64Array.from(cells, ({ probability }) => probability);
  const inCells = shares.reduce((sum, share) => sum + share, 0);
  const outside = elsewhere ?? Math.max(0, 1 - inCells);
  const rates = new Float64Array(cells.length * kinds);
  const blind = new Float64Array(cells.length * kinds);
  for (const [at, cell] of cells.entries())
    for (const [kind, { id }] of resources.entries()) {
      rates[at * kinds + kind] = cell.effectiveness[id] ?? 0;
      blind[at * kinds + kind] = cell.blind?.[id] ?? 0;
    }
  const { efforts, marginals } = allocate(
    shares,
    rates,
    blind,
    resources.map(({ effort }) => effort),
  );
  const missed = shares.map((_, at) => {
    let chance = 1;
    for (let kind = 0; kind < kinds; kind++) {
      const place = at * kinds + kind;
      chance *= missedBy({ rate: rates[place]!, blind: blind[place]! }, efforts[place]!);
    }
    return chance;
  });
  const allocation: { cell: string; resource: string; effort: number }[] = [];
  for (const [at, { id }] of cells.entries())
    for (const [kind, resource] of resources.entries()) {
      const effort = efforts[at * kinds + kind]!;
      if (effort > 0) allocation.push({ cell: id, resource: resource.id, effort });
    }
  let success = 0;
  for (let at = 0; at < shares.length; at++) success += shares[at]! * (1 - missed[at]!);
  // Without any chance at all there is nothing to believe, and nothing changes.
  const after =
    inCells + outside > 0
      ? afterFailure(beliefOf(shares, outside), missed)
      : { cells: shares, elsewhere: outside };
  return {
    allocation,
    success,
    posterior: cells.map(({ id }, at) => ({ cell: id, probability: after.cells[at]! })),
    elsewhere: after.elsewhere,
    worth: resources.map(({ id }, kind) => ({ resource: id, chance: marginals[kind]! })),
    total: inCells + outside,
  };
}

/** One resource has a closed form also where it is partly blind: it can only find in what it is not blind to. */
export function allocate(
  shares: Float64Array,
  rates: Float64Array,
  blind: Float64Array,
  efforts: readonly number[],
): { readonly efforts: Float64Array; readonly marginals: ArrayLike<number> } {
  if (efforts.length > 1) return allocateSeveral({ shares, rates, blind, efforts });
  const seen = shares.map((share, at) => share * (1 - blind[at]!));
  const { efforts: spent, marginal } = allocateOne({ shares: seen, rates, effort: efforts[0]! });
  return { efforts: spent, marginals: [marginal] };
}
