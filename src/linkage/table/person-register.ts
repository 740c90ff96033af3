import { DEFAULT_RULES, WORTH_WEIGHING } from '../clustering.ts';
import { codeDate } from '../coded-dates.ts';
import { codedPlace, sexOf } from '../coded-rows.ts';
import type { LinkRow } from '../link-row.ts';
import { COMPARED_SLOTS, createSlotReader } from '../name-slots.ts';
import { createAgreement } from './agreement.ts';
import { birthYear, nameKeys, rowKeys, spellingKey, yearKey } from './build-index.ts';
import { growingSpellings } from './growing-spellings.ts';
import { bucketOf, walk } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import { createPartClusterer, LARGEST_PART } from './part-clustering.ts';
import { NAME_WORDS, ROW_WORDS, scrambled, WORD } from './row-layout.ts';
import { createLikeness } from './spelling-likeness.ts';
import { spellingText, textHash } from './spelling-table.ts';
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
  /** Two rows that a person has called different: never together again, and what that implies. */
  keepApart(a: number, b: number): Placement['moved'];
}

const MOST_CANDIDATES = 240;
const SCRATCH = LARGEST_PART + 1;

/** A register that takes in one row after the other. Person ids stay: a cluster keeps the id that most of its rows had. */
export function createPersonRegister(index: IndexContents): PersonRegister {
  const { names: known, places, rowCount, postings } = index;
  const spellings = growingSpellings(known, places.count, index.spellings, index.weights);
  const { table: names } = spellings;
  const agree = createAgreement(createLikeness(names), createLikeness(places), names);
  const scorer = createTableScorer(spellings.weights);
  const readSlots = createSlotReader();
  const lists = new Map(index.about.lists.map((list, at) => [list, at]));
  const newYear = new Set(index.about.model.habits.heaped);
  let added = new Int32Array(1024 * ROW_WORDS);
  let count = rowCount;
  const person = new Map<number, number>();
  const next = new Map<number, number>();
  const addedBy = new Map<number, number[]>();
  const apart = new Map<number, number[]>();

  const personOf = (row: number): number => person.get(row) ?? index.person[row]!;
  const nextOf = (row: number): number => next.get(row) ?? index.next[row]!;
  const rowsOf = (row: number): number[] => {
    const rows = [row];
    for (let at = nextOf(row); at !== row; at = nextOf(at)) rows.push(at);
    return rows;
  };

  const copyRow = (row: number, into: Int32Array, to: number): void => {
    const from = row < rowCount ? row * ROW_WORDS : (row - rowCount) * ROW_WORDS;
    const rows = row < rowCount ? index.rows : added;
    for (let word = 0; word < ROW_WORDS; word++) into[to + word] = rows[from + word]!;
  };

  const codePlace = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const key = codedPlace(text.trim());
    const hash = textHash(key);
    let found = -1;
    walk(index.spellings, spellingKey(hash, 1), (code) => {
      const place = code - known.count;
      if (place >= 0 && places.hash[place] === hash && spellingText(places, place) === key) found = place;
      return found < 0;
    });
    return found;
  };

  const code = ({ fields, list }: Omit<LinkRow, 'key'>, into: Int32Array, base: number): void => {
    into.fill(-1, base, base + ROW_WORDS);
    const slots = readSlots({ key: '', list, fields });
    COMPARED_SLOTS.forEach((slot, word) => {
      const text = slots[slot];
      if (text !== undefined) into[base + word] = spellings.code(text) ?? -1;
    });
    const birth = codeDate(fields['birth.date'] ?? '');
    into[base + WORD.birth] = birth % 10000 === 101 && newYear.has(list) ? birth - 101 : birth;
    const age = /^~?(\d{1,3})/.exec(fields.age?.trim() ?? '');
    const reference = index.about.model.habits.referenceDate[list] ?? 0;
    into[base + WORD.birthFromAge] =
      birth === 0 && age && reference > 0 ? Math.round((reference / 10000 - Number(age[1])) * 100) : 0;
    into[base + WORD.home] = codePlace(fields.place);
    into[base + WORD.birthPlace] = codePlace(fields['place.birth']);
    into[base + WORD.arrest] = codeDate(fields['arrest.date'] ?? fields['seen.date'] ?? '');
    into[base + WORD.sex] = sexOf(fields.sex);
    into[base + WORD.list] = lists.get(list) ?? -1;
    let content = 0;
    for (let word = 0; word < NAME_WORDS; word++)
      content = Math.imul(
        content ^ (into[base + word]! < 0 ? 0 : names.hash[into[base + word]!]!),
        0x9e3779b1,
      );
    into[base + WORD.content] = scrambled(content ^ birth);
    into[base + WORD.crowded] = 0;
  };

  const two = new Int32Array(2 * ROW_WORDS);
  const part = new Int32Array(SCRATCH * ROW_WORDS);
  const keys = new Int32Array(64);
  const clusterer = createPartClusterer(
    {
      parts: scorer.parts,
      combine: scorer.combine,
      weigh: (a, b, into) =>
        scorer.weigh(agree(part, a * ROW_WORDS, b * ROW_WORDS), part, a * ROW_WORDS, b * ROW_WORDS, into),
    },
    DEFAULT_RULES,
  );

  /** Rows that share two names, or a name and about the year, with the row: the rarest meetings first. */
  const candidatesOf = (rows: Int32Array, base: number, own: number): Set<number> => {
    const held = rowKeys(rows, base, names.block, keys);
    const asked = [...keys.subarray(nameKeys(rows, base, names.block, keys), held)];
    const year = birthYear(rows, base);
    const given = rows[base]! < 0 ? 0 : names.block[rows[base]!]!;
    if (year > 0 && given !== 0) asked.push(yearKey(given, year - 1), yearKey(given, year + 1));
    const buckets = postings.start.length - 1;
    const sizeOf = (key: number): number =>
      postings.start[bucketOf(key, buckets) + 1]! - postings.start[bucketOf(key, buckets)]!;
    const found = new Set<number>();
    const take = (row: number): boolean => {
      if (row !== own) found.add(row);
      return found.size < MOST_CANDIDATES;
    };
    for (const key of asked.sort((x, y) => sizeOf(x) - sizeOf(y))) {
      walk(postings, key, take);
      for (const row of addedBy.get(key) ?? []) take(row);
      if (found.size >= MOST_CANDIDATES) break;
    }
    return found;
  };

  /** Solves the persons of these rows anew and gives ids back to whom they belonged. */
  const solve = (rows: readonly number[]): Placement['moved'] => {
    rows.forEach((row, at) => {
      copyRow(row, part, at * ROW_WORDS);
    });
    const place = new Map(rows.map((row, at) => [row, at]));
    clusterer.begin(rows.length, () => -1);
    for (const row of rows)
      for (const other of apart.get(row) ?? [])
        if (place.has(other)) clusterer.cannotLink(place.get(row)!, place.get(other)!);
    for (let a = 0; a < rows.length; a++)
      for (let b = a + 1; b < rows.length; b++) {
        const pattern = agree(part, a * ROW_WORDS, b * ROW_WORDS);
        const weight = scorer.weight(pattern, part, a * ROW_WORDS, b * ROW_WORDS);
        if (weight >= WORTH_WEIGHING) clusterer.addEdge(a, b, weight);
      }
    const labels = clusterer.solve();
    const groups = Map.groupBy(rows, (row) => labels[place.get(row)!]!);
    const taken = new Set<number>();
    const moved: { row: number; from: number; to: number }[] = [];
    for (const members of [...groups.values()].sort((x, y) => y.length - x.length || x[0]! - y[0]!)) {
      const votes = new Map<number, number>();
      for (const row of members) votes.set(personOf(row), (votes.get(personOf(row)) ?? 0) + 1);
      const id =
        [...votes].filter(([own]) => !taken.has(own)).sort((x, y) => y[1] - x[1] || x[0] - y[0])[0]?.[0] ??
        members.find((row) => !taken.has(row)) ??
        members[0]!;
      taken.add(id);
      members.forEach((row, at) => {
        const before = personOf(row);
        if (before !== id) moved.push({ row, from: before, to: id });
        person.set(row, id);
        next.set(row, members[(at + 1) % members.length]!);
      });
    }
    return moved;
  };

  /** Makes one row of a person too large to be solved anew a person of its own. */
  const takeOut = (row: number): Placement['moved'][number] => {
    const rest = rowsOf(row).slice(1);
    const from = personOf(row);
    const id = from === row ? rest[0]! : from;
    rest.forEach((member, at) => {
      person.set(member, id);
      next.set(member, rest[(at + 1) % rest.length]!);
    });
    person.set(row, row);
    next.set(row, row);
    return { row, from, to: row };
  };

  return {
    get size() {
      return count;
    },
    personOf,
    rowsOf,
    insert(given) {
      const row = count++;
      const at = row - rowCount;
      if ((at + 1) * ROW_WORDS > added.length) {
        const longer = new Int32Array(added.length * 2);
        longer.set(added);
        added = longer;
      }
      code(given, added, at * ROW_WORDS);
      person.set(row, row);
      next.set(row, row);
      copyRow(row, two, 0);
      const edges: { row: number; weight: number }[] = [];
      for (const other of candidatesOf(added, at * ROW_WORDS, row)) {
        copyRow(other, two, ROW_WORDS);
        const weight = scorer.weight(agree(two, 0, ROW_WORDS), two, 0, ROW_WORDS);
        if (weight >= WORTH_WEIGHING) edges.push({ row: other, weight });
      }
      const held = rowKeys(added, at * ROW_WORDS, names.block, keys);
      for (let key = nameKeys(added, at * ROW_WORDS, names.block, keys); key < held; key++) {
        const rows = addedBy.get(keys[key]!);
        if (rows) rows.push(row);
        else addedBy.set(keys[key]!, [row]);
      }
      edges.sort((x, y) => y.weight - x.weight || x.row - y.row);
      const touched = new Set([row]);
      for (const edge of edges) {
        const members = rowsOf(edge.row).filter((member) => !touched.has(member));
        if (touched.size + members.length > LARGEST_PART) break;
        for (const member of members) touched.add(member);
      }
      const moved = touched.size === 1 ? [] : solve([...touched].sort((x, y) => x - y));
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
      const rows = rowsOf(a).sort((x, y) => x - y);
      return rows.length <= LARGEST_PART ? solve(rows) : [takeOut(b)];
    },
  };
}
