import type { Agreement, Decision } from '../model/index.ts';
import type { LinkDecision } from './rulings.ts';
import { madeByTwo } from './two-people.ts';

const WORDS = ['same', 'different', 'unsure'] as const;

/**
 * How far two people agree who answered the same pair without seeing each other's answer: the raw share, and Cohen's
 * kappa, which takes away what chance alone would give (Cohen 1960). A slip that its maker took back is no answer; one
 * that somebody else undid is.
 *
 * @param all every decision, undone ones too, oldest first
 */
export function agreementIn(all: readonly Decision[]): Agreement {
  const links = new Map(
    all.flatMap((decision) => (decision.kind === 'link' ? [[decision.id, decision] as const] : [])),
  );
  const slips = new Set(
    all.flatMap((decision) => {
      const undone = decision.kind === 'undo' ? links.get(decision.decision) : undefined;
      return undone && !madeByTwo(undone, decision) ? [undone.id] : [];
    }),
  );
  const table = WORDS.map(() => WORDS.map(() => 0));
  for (const second of links.values()) {
    const first: LinkDecision | undefined = second.beside && links.get(second.beside);
    if (!first || slips.has(first.id) || slips.has(second.id) || !madeByTwo(first, second)) continue;
    table[WORDS.indexOf(first.judgement)]![WORDS.indexOf(second.judgement)]!++;
  }
  const pairs = table.flat().reduce((sum, count) => sum + count, 0);
  const agreeing = table.reduce((sum, row, at) => sum + row[at]!, 0);
  const byChance = WORDS.reduce((sum, _, at) => {
    const first = table[at]!.reduce((total, count) => total + count, 0);
    const second = table.reduce((total, row) => total + row[at]!, 0);
    return sum + (first * second) / Math.max(1, pairs * pairs);
  }, 0);
  const kappa = pairs > 0 && byChance < 1 ? (agreeing / pairs - byChance) / (1 - byChance) : undefined;
  return { pairs, agreeing, ...(kappa === undefined ? {} : { kappa }), table };
}
