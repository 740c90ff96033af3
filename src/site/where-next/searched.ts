import { afterFailure, type Belief } from './belief.ts';
import { type Method, missedBy } from './detection.ts';

/** What was done in one cell with one method; efforts in the unit of the method's rate. It found nothing. */
export interface Failure {
  readonly cell: number;
  /** Methods of one name share their blindness in a cell, however often they come back. */
  readonly method: string;
  readonly rate: number;
  readonly blind: number;
  readonly effort: number;
}

/** How a cell stands after all its failures: what each method has still to give there. */
export interface CellSearched {
  /** Chance that all of it missed what is there. */
  readonly missed: number;
  readonly efforts: ReadonlyMap<string, { readonly method: Method; readonly effort: number }>;
}

/** Efforts of one method in one cell add up; different methods miss independently of each other. */
export function searchedCells(count: number, failures: Iterable<Failure>): CellSearched[] {
  const cells = Array.from({ length: count }, () => new Map<string, { method: Method; effort: number }>());
  for (const { cell, method, rate, blind, effort } of failures) {
    const known = cells[cell]!.get(method);
    if (!known) cells[cell]!.set(method, { method: { rate, blind }, effort });
    else {
      // Two teams of one method may work at different rates: effort is counted in the first one's. Where one could get at
      // more of the cell than the other, that much was seen.
      const { rate: counted, blind: before } = known.method;
      known.method = { rate: counted, blind: Math.min(before, blind) };
      known.effort += counted > 0 ? (effort * rate) / counted : effort;
    }
  }
  return cells.map((efforts) => {
    let missed = 1;
    for (const { method, effort } of efforts.values()) missed *= missedBy(method, effort);
    return { missed, efforts };
  });
}

export const beliefAfter = (prior: Belief, searched: readonly CellSearched[]): Belief =>
  afterFailure(
    prior,
    searched.map(({ missed }) => missed),
  );

/**
 * How blind a method must now be thought in a cell: each failure makes it likelier that it cannot see there at all. What
 * remains of blind + (1 − blind) e^(−rate · effort) has the same form.
 */
export const blindAfter = (method: Method, effort: number): number => method.blind / missedBy(method, effort);
