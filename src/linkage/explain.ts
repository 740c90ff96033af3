import type { Reason, Verdict } from '../model/index.ts';
import { DEFAULT_RULES, isEnough } from './clustering.ts';
import { codeRows, listHabitsOf } from './coded-rows.ts';
import { allComparisons, isGiven } from './comparisons.ts';
import { MISSING } from './levels.ts';
import type { LinkModel } from './link-model.ts';
import type { LinkRow } from './link-row.ts';
import { nameSlotsOf } from './name-slots.ts';
import { partValue } from './part-value.ts';
import { createScorer, newPartWeights, probabilityOf } from './score.ts';
import { LEAST_POSSIBLE } from './verdicts.ts';

export interface Explanation {
  readonly probability: number;
  /** Of the two rows alone. In a cluster the other rows speak too, and rivals. */
  readonly verdict: Verdict;
  /**
   * What each part contributed, in the order of the parts, then `prior` (how seldom two rows are one person at all)
   * and `kin` (what the chance that they are brothers or cousins takes away). Their weights sum to the log2 odds.
   */
  readonly reasons: readonly Reason[];
}

/** Why two rows are, may be, or are not one person. Pure; the rows need not have been among those learned from. */
export function explainPair(model: LinkModel, a: LinkRow, b: LinkRow): Explanation {
  const rows = [
    { ...a, key: '0' },
    { ...b, key: '1' },
  ];
  const coded = codeRows(rows, { habits: withUnknownLists(model, rows), gazetteer: model.gazetteer });
  const comparisons = allComparisons(coded);
  const scorer = createScorer(coded, comparisons, model);
  const weights = newPartWeights(scorer.parts);
  scorer.weigh(0, 1, weights);
  const slots = rows.map(nameSlotsOf);
  const reasons: Reason[] = [];
  comparisons.forEach((comparison, c) => {
    const { part } = comparison;
    const values = {
      ...said('a', partValue(rows[0]!, slots[0]!, part)),
      ...said('b', partValue(rows[1]!, slots[1]!, part)),
    };
    const level = comparison.level(0, 1);
    if (level === MISSING) {
      if (isGiven(coded, part, 0) !== isGiven(coded, part, 1))
        reasons.push({ part, ...values, outcome: 'missing', weight: 0 });
      return;
    }
    const share = scorer.commonness(c, level, 0, 1);
    reasons.push({
      part,
      ...values,
      outcome: comparison.levels[level]!.outcome,
      weight: weights[c]! / 1000,
      ...(share === undefined ? {} : { commonness: share * 1000 }),
    });
  });
  reasons.push({ part: 'prior', outcome: 'missing', weight: weights.at(-1)! / 1000 });
  const kinship = scorer.kinship(weights);
  if (kinship !== 0) reasons.push({ part: 'kin', outcome: 'near', weight: kinship / 1000 });

  const score = scorer.combine(weights);
  const probability = probabilityOf(score.weight);
  const enough = isEnough(score, DEFAULT_RULES);
  return {
    probability,
    verdict: enough ? 'same' : probability >= LEAST_POSSIBLE ? 'possible' : 'different',
    reasons,
  };
}

const said = <Side extends 'a' | 'b'>(side: Side, value: string | undefined) =>
  value === undefined ? {} : { [side]: value };

/** Lists that the model has not seen are read by what the rows themselves say. */
function withUnknownLists(model: LinkModel, rows: readonly LinkRow[]): LinkModel['habits'] {
  const own = listHabitsOf(rows).referenceDate;
  return { ...model.habits, referenceDate: { ...own, ...model.habits.referenceDate } };
}
