import type { Random } from '../random.ts';

const LAYERS = 128;
/** Where the tail begins, and the area of each layer, for 128 layers. */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;

const edge = new Float64Array(LAYERS + 1);
const height = new Float64Array(LAYERS + 1);
edge[0] = AREA / Math.exp(-0.5 * TAIL * TAIL);
edge[1] = TAIL;
for (let layer = 2; layer < LAYERS; layer++)
  edge[layer] = Math.sqrt(-2 * Math.log(AREA / edge[layer - 1]! + Math.exp(-0.5 * edge[layer - 1]! ** 2)));
for (let layer = 0; layer <= LAYERS; layer++) height[layer] = Math.exp(-0.5 * edge[layer]! ** 2);

/**
 * A standard normal number by the ziggurat (Marsaglia and Tsang 2000). Layer and position come from different digits of
 * one uniform number, which the first version did not see to (Leong and others 2005).
 */
export function normal(random: Random): number {
  for (;;) {
    const drawn = random() * (2 * LAYERS);
    const signed = drawn - LAYERS;
    const layer = Math.floor(Math.abs(signed));
    const x = (signed - (signed < 0 ? -layer : layer)) * edge[layer]!;
    if (Math.abs(x) < edge[layer + 1]!) return x;
    if (layer === 0) return x < 0 ? -beyondTail(random) : beyondTail(random);
    const between = height[layer]! + random() * (height[layer + 1]! - height[layer]!);
    if (between < Math.exp(-0.5 * x * x)) return x;
  }
}

function beyondTail(random: Random): number {
  for (;;) {
    const beyond = -Math.log1p(-random()) / TAIL;
    if (-2 * Math.log1p(-random()) > beyond * beyond) return TAIL + beyond;
  }
}
