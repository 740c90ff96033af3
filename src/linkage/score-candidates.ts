import type { AgreementPatterns } from './agreement-pattern.ts';
import type { CandidatePairs } from './blocking.ts';
import type { Edge } from './clustering.ts';
import { type MilliBits, newPartWeights, type Scorer } from './score.ts';

/** Below this a pair is not kept: less than one in five hundred that it is one person. */
const LIGHTEST_EDGE: MilliBits = -9000;

/**
 * The candidate pairs that are heavy enough to matter. What a pattern weighs is reckoned once; to a pair only the rarity
 * of its own values is added. That is the weight but for kin, who can only take away from it, so a pair that is too
 * light already is never weighed in full. Most are.
 */
export function scoreCandidates(
  candidates: CandidatePairs,
  patterns: AgreementPatterns,
  scorer: Scorer,
): Edge[] {
  const width = scorer.parts;
  const base = new Int32Array(patterns.count);
  const { rareParts, start } = rarePartsOf(patterns, scorer.rareLevel);
  for (let pattern = 0; pattern < patterns.count; pattern++)
    base[pattern] = scorer.withoutRarity(patterns.levels, pattern * width, patterns.listPair[pattern]!);

  const weights = newPartWeights(width);
  const edges: Edge[] = [];
  for (let pair = 0; pair < candidates.count; pair++) {
    const a = candidates.first[pair]!;
    const b = candidates.second[pair]!;
    const pattern = patterns.ofPair[pair]!;
    let most = base[pattern]!;
    for (let at = start[pattern]!; at < start[pattern + 1]!; at++)
      most += scorer.rarity(rareParts[at]!, a, b);
    if (most < LIGHTEST_EDGE) continue;
    scorer.weighLevels(a, b, patterns.levels, pattern * width, weights);
    const { weight } = scorer.combine(weights);
    if (weight >= LIGHTEST_EDGE) edges.push({ a, b, weight, pattern });
  }
  return edges;
}

/** The parts of each pattern at whose level rarity counts: those of p from `start[p]` to before `start[p + 1]`. */
function rarePartsOf(
  patterns: AgreementPatterns,
  rareLevel: Int32Array,
): { readonly rareParts: Uint16Array; readonly start: Int32Array } {
  const width = rareLevel.length;
  const rareParts = new Uint16Array(patterns.levels.length);
  const start = new Int32Array(patterns.count + 1);
  let at = 0;
  for (let pattern = 0; pattern < patterns.count; pattern++) {
    start[pattern] = at;
    for (let c = 0; c < width; c++)
      if (patterns.levels[pattern * width + c]! - 1 === rareLevel[c]) rareParts[at++] = c;
  }
  start[patterns.count] = at;
  return { rareParts, start };
}
