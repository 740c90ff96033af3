import { SanadError } from '../../model/index.ts';

/** A place that is searched whole or not at all: chance to be there, to be seen in one look, and what a look costs. */
export interface LookPlace {
  readonly share: number;
  readonly detection: number;
  readonly cost: number;
}

/**
 * The order of looks that finds soonest: always the largest share × detection × (1 − detection)^looks / cost (Chew 1967;
 * Black 1965). Gives the places by index and the chance of having found it after all of them.
 */
export function orderOfLooks(
  places: readonly LookPlace[],
  looks: number,
): { readonly order: number[]; readonly success: number } {
  const value = Float64Array.from(places, ({ share, detection, cost }) => {
    if (!(cost > 0)) throw new SanadError('plan.effort-negative', { value: cost });
    if (!(detection >= 0 && detection <= 1)) throw new SanadError('plan.detection', { value: detection });
    if (!(share >= 0)) throw new SanadError('plan.probability', { value: share });
    return (share * detection) / cost;
  });
  const order: number[] = [];
  let success = 0;
  for (let look = 0; look < looks; look++) {
    let best = 0;
    for (let at = 1; at < value.length; at++) if (value[at]! > value[best]! * (1 + 1e-12)) best = at;
    const { detection, cost } = places[best]!;
    if (!(value[best]! > 0)) break;
    success += value[best]! * cost;
    value[best]! *= 1 - detection;
    order.push(best);
  }
  return { order, success };
}
