import { SanadError } from '../../model/index.ts';
import { createGazetteer } from '../coded-values.ts';
import type { LinkRow } from '../link-row.ts';
import type { FindQuery } from '../query.ts';
import type { TableDecisions } from './cluster-table.ts';
import { createDecided } from './decided.ts';
import { createGrowingClasses } from './growing-classes.ts';
import { createGrowingRows } from './growing-rows.ts';
import { growingSpellings, roomOf, roomyWeights } from './growing-spellings.ts';
import type { IndexContents } from './index-file.ts';
import { LARGEST_PART } from './part-clustering.ts';
import { createPeers } from './peers.ts';
import { createPersonCircles, type Move } from './person-circles.ts';
import { createFinder, type IndexHit } from './person-index.ts';
import { createPersonSolver, type Touched } from './person-solver.ts';
import { createRowCoder } from './row-coder.ts';
import { placeReader, readName } from './spelling-table.ts';
import { drawnRows } from './warming.ts';

/** What taking in one row has changed. */
export interface Placement {
  readonly row: number;
  readonly person: number;
  /** Rows whose person is another one now. */
  readonly moved: readonly Move[];
}

export interface PersonRegister {
  readonly size: number;
  personOf(row: number): number;
  rowsOf(row: number): number[];
  /** Places a row among the persons: only the clusters that it touches are solved again, the others keep what they are. */
  insert(row: Omit<LinkRow, 'key'>): Placement;
  /** As `createFinder` has it, with the rows that were taken in since and the persons as they are now. */
  find(asked: string | FindQuery, top: number): IndexHit[];
  /**
   * Two rows that a person has called different: never together again, and what that implies.
   *
   * @throws SanadError `link.decisions-conflict`
   */
  keepApart(a: number, b: number): Placement['moved'];
  /**
   * Two rows that a person has called the same: together from now on.
   *
   * @throws SanadError `link.decisions-conflict`
   */
  keepTogether(a: number, b: number): Placement['moved'];
  /**
   * All decisions that hold, as `linkTable` takes them when the index is built anew with the rows taken in since. Those
   * on rows of the index can be kept with it: `saveIndex({ ...index, decisions })`.
   */
  decisions(): TableDecisions;
}

/** Rows after which it is remembered anew how spellings stand to each other. */
const REMEMBERED_FOR = 50_000;

/** Rows of the index that are placed once at the beginning, without effect. */
const DRAWN = 300;

const NONE: ReadonlySet<number> = new Set();

/** A register that takes in one row after the other. Person ids stay: a cluster keeps the id that most of its rows had. */
export function createPersonRegister(index: IndexContents): PersonRegister {
  const { rowCount } = index;
  const names = growingSpellings(index, 'names', readName);
  const places = growingSpellings(index, 'places', placeReader(createGazetteer(index.about.model.gazetteer)));
  const weights = roomyWeights(index.weights, roomOf(index.names), roomOf(index.places));
  const code = createRowCoder(index, names, places);
  const peers = createPeers(index, names.table.block);
  const rows = createGrowingRows(index, names.table, places.table);
  const circles = createPersonCircles(index);
  const decided = createDecided(index.decisions);
  const { personOf, rowsOf } = circles;
  const { uniqueLists } = index.decisions;
  const tables = { names: names.table, places: places.table };
  const { touchedBy, solve, forget } = createPersonSolver({
    ...{ rows, ...tables, weights, peers, circles, decided, uniqueLists },
  });
  const classes = createGrowingClasses(index, names.table);
  let finder: ReturnType<typeof createFinder> | undefined;

  /** Gives ids back to whom they belonged: a cluster keeps the one that most of its rows had. */
  const settle = (touched: readonly Touched[], groups: readonly number[][]): Move[] => {
    const isSpoken = new Set(touched.flatMap((own) => (own.isLarge ? own.rows : [])));
    const taken = new Set<number>();
    const moved: Move[] = [];
    const small: number[][] = [];
    for (const members of groups) {
      const anchor = members.find((row) => isSpoken.has(row));
      if (anchor === undefined) {
        small.push(members);
        continue;
      }
      taken.add(personOf(anchor));
      const joining = members.filter((row) => !isSpoken.has(row));
      moved.push(...circles.attach(joining, anchor));
    }
    for (const members of small.sort((x, y) => y.length - x.length || x[0]! - y[0]!)) {
      const votes = new Map<number, number>();
      for (const row of members) votes.set(personOf(row), (votes.get(personOf(row)) ?? 0) + 1);
      const id =
        [...votes].filter(([own]) => !taken.has(own)).sort((x, y) => y[1] - x[1] || x[0] - y[0])[0]?.[0] ??
        circles.freeId(members, taken);
      taken.add(id);
      moved.push(...circles.settle(members, id));
    }
    return moved;
  };
  const solveAnew = (persons: readonly (readonly number[])[]): Move[] => {
    const touched = persons.map((own) => ({ rows: own, isLarge: false }));
    return settle(touched, solve(touched));
  };

  /** Makes one row of a person too large to be solved anew a person of its own. */
  const takeOut = (row: number): Move[] => {
    const rest = rowsOf(row).slice(1);
    const from = personOf(row);
    const moved = circles.settle(rest, from === row ? circles.freeId(rest, NONE) : from);
    return [...moved, ...circles.settle([row], circles.freeId([row], NONE))];
  };
  const part = (a: number, b: number): Move[] => {
    if (personOf(a) !== personOf(b)) return [];
    const own = rowsOf(a, LARGEST_PART + 1);
    return own.length <= LARGEST_PART ? solveAnew([own]) : takeOut(b);
  };
  const join = (a: number, b: number): Move[] => {
    if (personOf(a) === personOf(b)) return [];
    const [own, other] = [rowsOf(a), rowsOf(b)];
    return own.length + other.length <= LARGEST_PART ? solveAnew([own, other]) : circles.attach(other, a);
  };
  const refuseUnknown = (...asked: number[]): void => {
    for (const row of asked)
      if (!(row >= 0 && row < rows.count)) throw new SanadError('link.key-unknown', { key: String(row) });
  };

  for (const { row, given } of drawnRows(index, DRAWN)) {
    const base = rows.room();
    code(given, rows.added(), base);
    const [, ...touched] = touchedBy(rows.added(), base, row);
    if (touched.length > 0) solve(touched);
  }
  for (const [a, b] of index.decisions.cannotLink) part(a, b);
  for (const [a, b] of index.decisions.mustLink) join(a, b);

  return {
    get size() {
      return rows.count;
    },
    personOf,
    rowsOf: (row) => rowsOf(row),
    find(asked, top) {
      finder ??= createFinder(index, { rows, ...tables, classes, personOf, walk: peers.walk });
      return finder(asked, top);
    },
    insert(given) {
      const base = rows.room();
      code(given, rows.added(), base);
      classes.note();
      const row = rows.count;
      const touched = touchedBy(rows.added(), base, row);
      rows.take();
      circles.add(row);
      peers.add(row, rows.added(), base);
      if ((row - rowCount) % REMEMBERED_FOR === REMEMBERED_FOR - 1) forget();
      const moved = touched.length === 1 ? [] : settle(touched, solve(touched));
      return { row, person: personOf(row), moved: moved.filter((change) => change.row !== row) };
    },
    keepApart(a, b) {
      refuseUnknown(a, b);
      decided.keepApart(a, b);
      return part(a, b);
    },
    keepTogether(a, b) {
      refuseUnknown(a, b);
      decided.keepTogether(a, b);
      return join(a, b);
    },
    decisions: decided.all,
  };
}
