import { type Belief, beliefOf } from './belief.ts';
import { type Method, missedBy } from './detection.ts';

/** What was done in one cell with one method and ended in silence; efforts in the unit of the method's rate. */
export interface Failure {
  readonly cell: number;
  /** Methods of one name share their blindness in a cell, however often they come back. */
  readonly method: string;
  readonly rate: number;
  readonly blind: number;
  readonly effort: number;
}

/** The same, ended in signs. What a second look found false is no longer one: it is a failure. */
export interface Signs extends Failure {
  /** Signs out of nothing, a unit of effort; above 0. */
  readonly alarms: number;
  /** Of signs out of nothing, the share that a second look confirms; 1 where nobody looked again. */
  readonly stands: number;
}

/** How a cell stands after all that was done: what each method has still to give there. */
export interface CellSearched {
  /** Chance that what ended in silence missed what is there. */
  readonly missed: number;
  /** Logarithm of how much likelier all outcomes are where it is than where it is not. */
  readonly evidence: number;
  /** A method: what it did, and how blind it must now be thought there. */
  readonly efforts: ReadonlyMap<
    string,
    { readonly method: Method; readonly effort: number; readonly blindNow: number }
  >;
}

/**
 * Efforts of one method in one cell add up; different methods miss independently of each other.
 *
 * By Bayes, with signs too: a method that sees gives silence with (1 − f) e^(−rate · effort) and signs with the rest, where
 * f = 1 − e^(−alarms · effort) is the chance of signs out of nothing; one that is blind, or looks where nothing is, gives
 * signs with f and silence with 1 − f. Silence is thus a factor of e^(−rate · effort), whatever f; signs are one of
 * (1 − (1 − f) e^(−rate · effort)) / f, and less of them come from nothing once a second look confirmed them.
 */
export function searchedCells(
  count: number,
  failures: Iterable<Failure>,
  signs: Iterable<Signs> = [],
): CellSearched[] {
  interface Known {
    method: Method;
    effort: number;
    /** Logarithm of what signs make of the chance, were the method not blind. */
    signs: number;
  }
  const cells = Array.from({ length: count }, () => new Map<string, Known>());
  const knownFor = ({ cell, method, rate, blind }: Failure): Known => {
    let known = cells[cell]!.get(method);
    if (!known) {
      known = { method: { rate, blind }, effort: 0, signs: 0 };
      cells[cell]!.set(method, known);
    }
    // Where one team could get at more of the cell than the other, that much was seen.
    known.method = { rate: known.method.rate, blind: Math.min(known.method.blind, blind) };
    return known;
  };
  for (const failure of failures) {
    const known = knownFor(failure);
    // Two teams of one method may work at different rates: effort is counted in the first one's.
    const counted = known.method.rate;
    known.effort += counted > 0 ? (failure.effort * failure.rate) / counted : failure.effort;
  }
  for (const one of signs) knownFor(one).signs += Math.log(signsFactor(one));
  return cells.map((methods) => {
    let missed = 1;
    let evidence = 0;
    const efforts = new Map<string, { method: Method; effort: number; blindNow: number }>();
    for (const [name, { method, effort, signs: raised }] of methods) {
      missed *= missedBy(method, effort);
      const sees = Math.log1p(-method.blind) - method.rate * effort + raised;
      const blind = Math.log(method.blind);
      const most = Math.max(sees, blind);
      const own = most + Math.log(Math.exp(sees - most) + Math.exp(blind - most));
      evidence += own;
      efforts.set(name, { method, effort, blindNow: Math.exp(blind - own) });
    }
    return { missed, evidence, efforts };
  });
}

/** How much likelier signs are where a method sees what is there than where nothing is. */
function signsFactor({ rate, effort, alarms, stands }: Signs): number {
  const falsely = -Math.expm1(-alarms * effort);
  // However short: out of what is there, and out of nothing, in the proportion of their rates.
  if (falsely === 0) return 1 + rate / (alarms * stands);
  const missed = Math.exp(-rate * effort);
  return (1 - missed + missed * falsely * stands) / (falsely * stands);
}

export function beliefAfter({ cells, elsewhere }: Belief, searched: readonly CellSearched[]): Belief {
  let most = 0;
  for (const { evidence } of searched) if (evidence > most) most = evidence;
  return beliefOf(
    cells.map((share, at) => share * Math.exp(searched[at]!.evidence - most)),
    elsewhere * Math.exp(-most),
  );
}
