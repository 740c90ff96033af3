import { SanadError } from '../../model/index.ts';
import { type Belief, beliefOf } from './belief.ts';

/**
 * What somebody says about where it is. Copies of one story are one lead: whoever calls counts origins before, not
 * voices.
 */
export interface LeadSaid {
  readonly id: string;
  /** Cells it points to; empty for "elsewhere, or it does not exist". */
  readonly cells: readonly number[];
  /** Chance that the story comes from the truth, below 1. */
  readonly reliability: number;
}

export interface Ground {
  /** How likely each cell is before anybody spoke, by its size or by what is known of such places. */
  readonly weights: ArrayLike<number>;
  /** Chance that it is in none of them or does not exist, before anybody spoke. Above 0. */
  readonly elsewhere: number;
}

/** How often a story that is not true is that nothing is there. */
const FALSE_DENIAL = 0.5;

/**
 * The prior by Bayes. A true story points to where it is; one that is not points by chance: to cells as large as they
 * are, or says that nothing is there. So for a place j, a lead multiplies by reliability · [j among its cells] +
 * (1 − reliability) · chance that a false story says just that. Independent leads that agree strengthen each other, a
 * contrary one weakens both, and no lead can make anything certain.
 */
export function priorFrom({ weights, elsewhere }: Ground, leads: readonly LeadSaid[]): Belief {
  if (!(elsewhere > 0 && elsewhere < 1)) throw new SanadError('plan.elsewhere', { value: elsewhere });
  if (weights.length === 0) return { cells: new Float64Array(0), elsewhere: 1 };
  const base = beliefOf(weights, 0).cells;
  const logs = base.map((share) => Math.log(share * (1 - elsewhere)));
  let logElsewhere = Math.log(elsewhere);
  for (const { id, cells, reliability } of leads) {
    if (!(reliability >= 0 && reliability < 1)) throw new SanadError('plan.reliability', { lead: id });
    const pointed = new Set(cells);
    let area = 0;
    for (const cell of pointed) {
      const share = base[cell];
      if (share === undefined) throw new SanadError('plan.cell-unknown', { cell: String(cell) });
      area += share;
    }
    const byChance = (1 - reliability) * (pointed.size === 0 ? FALSE_DENIAL : (1 - FALSE_DENIAL) * area);
    for (let at = 0; at < logs.length; at++)
      logs[at]! += Math.log((pointed.has(at) ? reliability : 0) + byChance);
    logElsewhere += Math.log((pointed.size === 0 ? reliability : 0) + byChance);
  }
  // Many leads multiply to less than a double holds: the largest is set to 1 before leaving the logarithms.
  let most = logElsewhere;
  for (const value of logs) if (value > most) most = value;
  return beliefOf(
    logs.map((value) => Math.exp(value - most)),
    Math.exp(logElsewhere - most),
  );
}

/**
 * Shares out of letters by agreement (O'Connor): A is likeliest, the letter given as lowest counts 1, each before it one
 * more. People who cannot give percentages can give letters.
 *
 * @throws SanadError `plan.letter` where a letter is none or stands after the lowest
 */
export function sharesOfLetters(letters: readonly string[], lowest: string): number[] {
  const rank = (letter: string): number => {
    const at = letter.toUpperCase().codePointAt(0)! - 64;
    if (letter.length !== 1 || at < 1 || at > 26) throw new SanadError('plan.letter', { letter });
    return at;
  };
  const weights = letters.map((letter) => rank(lowest) - rank(letter) + 1);
  const wrong = weights.findIndex((weight) => weight < 1);
  if (wrong >= 0) throw new SanadError('plan.letter', { letter: letters[wrong]! });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
