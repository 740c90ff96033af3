import type { Generator } from './generator.ts';

const LAYERS = 128;
/** Where the tail begins, and the area of each layer, for 128 layers. */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;

const edge = new Float64Array(LAYERS + 1);
const height = new Float64Array(LAYERS + 1);
edge[0] = AREA / Math.exp(-0.5 * TAIL * TAIL);
edge[1] = TAIL;
for (let layer = 2; layer < LAYERS; layer++) {
  const above = AREA / edge[layer - 1]! + Math.exp(-0.5 * edge[layer - 1]! ** 2);
  edge[layer] = Math.sqrt(-2 * Math.log(above));
}
for (let layer = 0; layer <= LAYERS; layer++) height[layer] = Math.exp(-0.5 * edge[layer]! ** 2);

/**
 * A standard normal number by the ziggurat (Marsaglia and Tsang 2000). Layer and position are taken from different
 * bits, which the first version did not do (Leong and others 2005).
 */
export function normal(random: Generator): number {
  for (;;) {
    const drawn = random.bits();
    const layer = drawn & (LAYERS - 1);
    const x = ((drawn >> 7) + 0.5) * 2 ** -24 * edge[layer]!;
    if (Math.abs(x) < edge[layer + 1]!) return x;
    if (layer === 0) {
      for (;;) {
        const beyond = -Math.log(random.uniform()) / TAIL;
        if (-2 * Math.log(random.uniform()) > beyond * beyond) return x < 0 ? -TAIL - beyond : TAIL + beyond;
      }
    }
    const between = height[layer]! + random.uniform() * (height[layer + 1]! - height[layer]!);
    if (between < Math.exp(-0.5 * x * x)) return x;
  }
}
