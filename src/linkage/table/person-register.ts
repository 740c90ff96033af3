import { DEFAULT_RULES, isEnough, WORTH_WEIGHING } from '../clustering.ts';
import { createGazetteer } from '../coded-values.ts';
import type { LinkRow } from '../link-row.ts';
import type { FindQuery } from '../query.ts';
import { newPartWeights } from '../score.ts';
import { createAgreement } from './agreement.ts';
import { growingSpellings, roomOf, roomyWeights } from './growing-spellings.ts';
import { createHope } from './hope.ts';
import type { IndexContents } from './index-file.ts';
import { createPartClusterer, LARGEST_PART } from './part-clustering.ts';
import { createPeers, MOST_PEERS } from './peers.ts';
import { createFinder, type IndexHit } from './person-index.ts';
import { createRowCoder } from './row-coder.ts';
import { ROW_WORDS } from './row-layout.ts';
import { createLikeness, likenessMemory } from './spelling-likeness.ts';
import { placeReader, readName } from './spelling-table.ts';
import { createTableScorer } from './table-weights.ts';

/** What taking in one row has changed. */
export interface Placement {
  readonly row: number;
  readonly person: number;
  /** Rows whose person is another one now. */
  readonly moved: readonly { readonly row: number; readonly from: number; readonly to: number }[];
}

export interface PersonRegister {
  readonly size: number;
  personOf(row: number): number;
  rowsOf(row: number): number[];
  /** Places a row among the persons: only the clusters that it touches are solved again, the others keep what they are. */
  insert(row: Omit<LinkRow, 'key'>): Placement;
  /** As `createFinder` has it, with the rows that were taken in since and the persons as they are now. */
  find(asked: string | FindQuery, top: number): IndexHit[];
  /** Two rows that a person has called different: never together again, and what that implies. */
  keepApart(a: number, b: number): Placement['moved'];
}

/** Rows of clusters that are solved together with a new one. */
const MOST_SOLVED = LARGEST_PART;
/** A cluster of more rows is not taken apart for a new one: so many of its rows speak for it. */
const LARGE = 24;
const SPOKEN_FOR_BY = 8;
/** Pairs of spellings that are remembered, and rows after which remembering begins anew. */
const REMEMBERED_PAIRS = 1 << 18;
const REMEMBERED_FOR = 50_000;
/** Ids of persons that can have none of their rows' numbers begin here. */
const FIRST_INVENTED = 2 ** 32;

const NONE: ReadonlySet<number> = new Set();

interface Touched {
  /** Rows of the cluster, or of a large one those that speak for it. */
  readonly rows: readonly number[];
  readonly isLarge: boolean;
}

/** A register that takes in one row after the other. Person ids stay: a cluster keeps the id that most of its rows had. */
export function createPersonRegister(index: IndexContents): PersonRegister {
  const { rowCount } = index;
  const names = growingSpellings(index, 'names', readName);
  const places = growingSpellings(index, 'places', placeReader(createGazetteer(index.about.model.gazetteer)));
  const weights = roomyWeights(index.weights, roomOf(index.names), roomOf(index.places));
  const scorer = createTableScorer(weights);
  const hope = createHope(weights, names.table);
  const newAgreement = () =>
    createAgreement(
      createLikeness(names.table, likenessMemory(REMEMBERED_PAIRS)),
      createLikeness(places.table),
      names.table,
    );
  let agree = newAgreement();
  const code = createRowCoder(index, names, places);
  const peers = createPeers(index, names.table.block);
  let added = new Int32Array(1024 * ROW_WORDS);
  let count = rowCount;
  const person = new Map<number, number>();
  const next = new Map<number, number>();
  const apart = new Map<number, number[]>();
  /** Ids of clusters in which the row of that number is not: nobody else may take them. */
  const away = new Set<number>();
  let invented = FIRST_INVENTED;
  let finder: ReturnType<typeof createFinder> | undefined;

  const personOf = (row: number): number => person.get(row) ?? index.person[row]!;
  const nextOf = (row: number): number => next.get(row) ?? index.next[row]!;
  const rowsOf = (row: number, most = Number.POSITIVE_INFINITY): number[] => {
    const rows = [row];
    for (let at = nextOf(row); at !== row && rows.length < most; at = nextOf(at)) rows.push(at);
    return rows;
  };

  /** Copies rows side by side, so that memory fetches them together. */
  const copyRows = (rows: ArrayLike<number>, into: Int32Array, first: number): void => {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const from = (row < rowCount ? row : row - rowCount) * ROW_WORDS;
      const held = row < rowCount ? index.rows : added;
      const to = (first + at) * ROW_WORDS;
      for (let word = 0; word < ROW_WORDS; word++) into[to + word] = held[from + word]!;
    }
  };

  const partWeights = newPartWeights(scorer.parts);
  const compared = new Int32Array((MOST_PEERS + 1) * ROW_WORDS);
  const part = new Int32Array(MOST_SOLVED * ROW_WORDS);
  const clusterer = createPartClusterer(
    {
      parts: scorer.parts,
      combine: scorer.combine,
      weigh: (a, b, into) =>
        scorer.weigh(agree(part, a * ROW_WORDS, b * ROW_WORDS), part, a * ROW_WORDS, b * ROW_WORDS, into),
    },
    DEFAULT_RULES,
  );

  /** The clusters that a new row may belong to, or that may contest it, the likeliest first. */
  const touchedBy = (row: number): Touched[] => {
    const found = peers.of(added, (row - rowCount) * ROW_WORDS);
    copyRows([row], compared, 0);
    copyRows(found, compared, 1);
    const edges: { readonly row: number; readonly weight: number }[] = [];
    let joins = false;
    for (let at = 0; at < found.length; at++) {
      const base = (at + 1) * ROW_WORDS;
      if (hope(compared, 0, base) < WORTH_WEIGHING) continue;
      const pattern = agree(compared, 0, base);
      const weight = scorer.weight(pattern, compared, 0, base);
      if (weight < WORTH_WEIGHING) continue;
      edges.push({ row: found[at]!, weight });
      scorer.weigh(pattern, compared, 0, base, partWeights);
      joins ||= isEnough(scorer.combine(partWeights), DEFAULT_RULES);
    }
    edges.sort((x, y) => y.weight - x.weight || x.row - y.row);
    const touched: Touched[] = [{ rows: [row], isLarge: false }];
    const known = new Set<number>();
    let held = 1;
    for (const edge of edges) {
      const id = personOf(edge.row);
      if (known.has(id)) continue;
      known.add(id);
      const members = rowsOf(edge.row, LARGE + 1);
      const isLarge = members.length > LARGE;
      const rows = isLarge ? members.slice(0, SPOKEN_FOR_BY) : members;
      if (held + rows.length > MOST_SOLVED) break;
      held += rows.length;
      touched.push({ rows, isLarge });
    }
    // What single rows say of each other is all that there is: where none is enough, nothing can change.
    return joins || touched.some(({ rows }) => rows.length > 1) ? touched : touched.slice(0, 1);
  };

  const forbid = (touched: readonly Touched[], place: ReadonlyMap<number, number>): void => {
    const large = touched.filter(({ isLarge }) => isLarge).map(({ rows }) => rows[0]!);
    large.forEach((one, at) => {
      for (const other of large.slice(at + 1)) clusterer.cannotLink(place.get(one)!, place.get(other)!);
    });
    for (const [row, at] of place)
      for (const other of apart.get(row) ?? []) {
        const spoken = place.has(other)
          ? other
          : large.find((one) => personOf(one) === personOf(other) && personOf(one) !== personOf(row));
        if (spoken !== undefined) clusterer.cannotLink(at, place.get(spoken)!);
      }
  };

  const freeId = (members: readonly number[], taken: ReadonlySet<number>): number =>
    members.find((row) => !taken.has(row) && !away.has(row)) ?? invented++;
  const noteId = (id: number, members: readonly number[]): void => {
    if (members.includes(id)) away.delete(id);
    else away.add(id);
  };

  /** Solves the persons of these rows anew and gives ids back to whom they belonged. */
  const solve = (touched: readonly Touched[]): Placement['moved'] => {
    const rows = touched.flatMap((own) => own.rows).sort((x, y) => x - y);
    const place = new Map(rows.map((row, at) => [row, at]));
    copyRows(rows, part, 0);
    clusterer.begin(rows.length, () => -1);
    for (const own of touched)
      if (own.isLarge)
        for (const row of own.rows) clusterer.mustLink(place.get(own.rows[0]!)!, place.get(row)!);
    forbid(touched, place);
    for (let a = 0; a < rows.length; a++)
      for (let b = a + 1; b < rows.length; b++) {
        if (hope(part, a * ROW_WORDS, b * ROW_WORDS) < WORTH_WEIGHING) continue;
        const pattern = agree(part, a * ROW_WORDS, b * ROW_WORDS);
        const weight = scorer.weight(pattern, part, a * ROW_WORDS, b * ROW_WORDS);
        if (weight >= WORTH_WEIGHING) clusterer.addEdge(a, b, weight);
      }
    const labels = clusterer.solve();
    const isSpoken = new Set(touched.flatMap((own) => (own.isLarge ? own.rows : [])));
    const groups = [...Map.groupBy(rows, (row) => labels[place.get(row)!]!).values()];
    const taken = new Set<number>();
    const moved: { row: number; from: number; to: number }[] = [];
    const settle = (row: number, id: number): void => {
      if (personOf(row) !== id) moved.push({ row, from: personOf(row), to: id });
      person.set(row, id);
    };
    const large = groups.filter((members) => members.some((row) => isSpoken.has(row)));
    for (const members of large) {
      const anchor = members.find((row) => isSpoken.has(row))!;
      taken.add(personOf(anchor));
      for (const row of members) {
        if (isSpoken.has(row)) continue;
        settle(row, personOf(anchor));
        next.set(row, nextOf(anchor));
        next.set(anchor, row);
      }
    }
    const small = groups.filter((members) => !members.some((row) => isSpoken.has(row)));
    for (const members of small.sort((x, y) => y.length - x.length || x[0]! - y[0]!)) {
      const votes = new Map<number, number>();
      for (const row of members) votes.set(personOf(row), (votes.get(personOf(row)) ?? 0) + 1);
      const id =
        [...votes].filter(([own]) => !taken.has(own)).sort((x, y) => y[1] - x[1] || x[0] - y[0])[0]?.[0] ??
        freeId(members, taken);
      taken.add(id);
      noteId(id, members);
      members.forEach((row, at) => {
        settle(row, id);
        next.set(row, members[(at + 1) % members.length]!);
      });
    }
    return moved;
  };

  /** Makes one row of a person too large to be solved anew a person of its own. */
  const takeOut = (row: number): Placement['moved'][number] => {
    const rest = rowsOf(row).slice(1);
    const from = personOf(row);
    const id = from === row ? freeId(rest, NONE) : from;
    noteId(id, rest);
    rest.forEach((member, at) => {
      person.set(member, id);
      next.set(member, rest[(at + 1) % rest.length]!);
    });
    const own = freeId([row], NONE);
    noteId(own, [row]);
    person.set(row, own);
    next.set(row, row);
    return { row, from, to: own };
  };

  return {
    get size() {
      return count;
    },
    personOf,
    find(asked, top) {
      finder ??= createFinder(index, {
        rows: () => added,
        names: names.table,
        places: places.table,
        personOf,
        walk: peers.walk,
      });
      return finder(asked, top);
    },
    rowsOf: (row) => rowsOf(row),
    insert(given) {
      const row = count;
      const base = (row - rowCount) * ROW_WORDS;
      if (base + ROW_WORDS > added.length) {
        const longer = new Int32Array(added.length * 2);
        longer.set(added);
        added = longer;
      }
      code(given, added, base);
      count++;
      if ((row - rowCount) % REMEMBERED_FOR === REMEMBERED_FOR - 1) agree = newAgreement();
      person.set(row, row);
      next.set(row, row);
      const touched = touchedBy(row);
      peers.add(row, added, base);
      const moved = touched.length === 1 ? [] : solve(touched);
      return { row, person: personOf(row), moved: moved.filter((change) => change.row !== row) };
    },
    keepApart(a, b) {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const known = apart.get(one);
        if (known) known.push(other);
        else apart.set(one, [other]);
      }
      if (personOf(a) !== personOf(b)) return [];
      const rows = rowsOf(a, LARGEST_PART + 1);
      return rows.length <= LARGEST_PART ? solve([{ rows, isLarge: false }]) : [takeOut(b)];
    },
  };
}
