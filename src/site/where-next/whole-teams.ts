/** Teams that go to one cell each for a shift. `detection` is a row a team, a column a cell. */
export interface WholeTeams {
  readonly shares: readonly number[];
  readonly detection: readonly (readonly number[])[];
}

export interface Assignment {
  /** A team: its cell. */
  readonly cells: readonly number[];
  readonly success: number;
  /** Whether every assignment was tried; else it was built by gain and bettered by moves, at least half of the best. */
  readonly exact: boolean;
}

const TRIED = 200_000;

/**
 * Which team goes where: the sum over cells of share × (1 − Π missed), several teams in one cell allowed (Bownds and
 * others, CASIE). All assignments where they are few; else greedily by gain, which loses at most half since the gain of a
 * team falls with the others present (Fisher, Nemhauser & Wolsey 1978), and moves of one team while they help.
 */
export function assignTeams({ shares, detection }: WholeTeams): Assignment {
  const teams = detection.length;
  const successOf = (cells: readonly number[]): number => {
    const missed = new Map<number, number>();
    for (const [team, cell] of cells.entries())
      missed.set(cell, (missed.get(cell) ?? 1) * (1 - detection[team]![cell]!));
    let success = 0;
    for (const [cell, miss] of missed) success += shares[cell]! * (1 - miss);
    return success;
  };
  if (shares.length ** teams <= TRIED) {
    let best: number[] = new Array<number>(teams).fill(0);
    let most = successOf(best);
    const cells = [...best];
    for (let at = 1; at < shares.length ** teams; at++) {
      for (let team = 0; ; team++) {
        cells[team] = (cells[team]! + 1) % shares.length;
        if (cells[team] !== 0) break;
      }
      const success = successOf(cells);
      if (success > most) [most, best] = [success, [...cells]];
    }
    return { cells: best, success: most, exact: true };
  }
  const cells: number[] = [];
  for (let team = 0; team < teams; team++) cells.push(bestFor(team, cells));
  for (let moved = true; moved; ) {
    moved = false;
    for (let team = 0; team < teams; team++) {
      const before = successOf(cells);
      const now = cells[team]!;
      cells[team] = bestFor(team, cells);
      if (successOf(cells) > before + 1e-15) moved = true;
      else cells[team] = now;
    }
  }
  return { cells, success: successOf(cells), exact: false };

  function bestFor(team: number, present: readonly number[]): number {
    const missed = new Map<number, number>();
    for (const [other, cell] of present.entries())
      if (other !== team) missed.set(cell, (missed.get(cell) ?? 1) * (1 - detection[other]![cell]!));
    let best = 0;
    let most = -1;
    for (let cell = 0; cell < shares.length; cell++) {
      const gain = shares[cell]! * (missed.get(cell) ?? 1) * detection[team]![cell]!;
      if (gain > most) [most, best] = [gain, cell];
    }
    return best;
  }
}
