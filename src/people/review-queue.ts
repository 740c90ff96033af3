import type { LinkedPair } from '../linkage/index.ts';
import {
  type Decider,
  itemOf,
  personIdOf,
  type RecordId,
  type ReviewPage,
  type ReviewPair,
  type ReviewQuestion,
  type ReviewReason,
  type ReviewWorth,
} from '../model/index.ts';
import { drawn } from './drawn.ts';
import type { Ground } from './ground.ts';
import type { OpenPair } from './machine-persons.ts';
import { linkOf, recordOfRow } from './person.ts';
import { pairKey } from './put-off.ts';
import { worthOf } from './review-worth.ts';
import { type Basis, basisOfRows, type Sketch, sketchesOfRows } from './sketch.ts';
import { madeByTwo } from './two-people.ts';

/** One in so many decided pairs is asked of somebody else; one in so many of the machine's joins is asked at all. */
const SECOND_ONE_IN = 20;
const CHECK_ONE_IN = 25;

const NONE: ReadonlySet<string> = new Set();

/** Records whose pairs are weighed at one step. */
const AT_ONCE = 32;

interface Asked {
  readonly a: RecordId;
  readonly b: RecordId;
  /** Their persons. */
  readonly one: number;
  readonly other: number;
  readonly probability: number;
  readonly worth: ReviewWorth;
}

export interface ReviewOptions {
  readonly question: ReviewQuestion;
  /** Who asks; absent where it is not known. */
  readonly by?: Decider;
  readonly from: number;
  readonly count: number;
  /** The pairs that whoever asks has put off. */
  readonly putOff?: ReadonlySet<string>;
  /** Requests of families about a record, for whoever may know of them: for nobody else do they weigh in the order. */
  readonly requests?: ReadonlyMap<RecordId, number>;
}

export interface ReviewDesk {
  page(options: ReviewOptions): ReviewPage;
}

/**
 * Everything a person should look at, what changes most first. Whoever has answered a pair is not asked it again;
 * somebody else is where a second person is needed, where two disagree, where nobody could tell, and for one decided
 * pair in twenty, without being shown the answer.
 */
export function reviewDesk(basis: Basis, sketchAt: (person: number) => Sketch): ReviewDesk {
  const { grouping, ground } = basis;
  const { rulings, personOf, isTouched } = grouping;
  let anew: readonly Asked[] | undefined;
  const all = (): Asked[] => {
    for (const _ of weighRows(ground));
    anew ??= [...askedOfTouched(basis, sketchAt)];
    return askedOfRows
      .get(ground)!
      .filter(({ one, other }) => isOfRows(one, other))
      .concat(anew);
  };

  const isOfRows = (one: number, other: number): boolean => !isTouched[one] && !isTouched[other];
  const answeredBy = ({ a, b, one, other }: Asked, by: Decider | undefined): boolean => {
    if (by === undefined || isOfRows(one, other)) return false;
    const history = rulings.history(a, b);
    if (!history) return false;
    const who = typeof by === 'string' ? { by } : { by: by.name, account: by.account };
    return history.some((decision) => !madeByTwo(decision, who));
  };

  const passes = (pair: Asked, { list, script, conflict, asked }: ReviewQuestion): boolean => {
    const { a, b, worth } = pair;
    if (asked && asked !== shownReason(worth.asked)) return false;
    if (conflict && conflict !== worth.fate) return false;
    if (list && itemOf(a) !== list && itemOf(b) !== list) return false;
    return !script || script === scriptsOf(ground.row(a).name.script, ground.row(b).name.script);
  };

  /** The same pair as it weighs for somebody who knows what families ask. */
  const withRequests = (requests: ReadonlyMap<RecordId, number>) => {
    const asked = new Map<number, number>();
    for (const [record, count] of requests) {
      const person = personOf(record);
      if (person !== undefined) asked.set(person, (asked.get(person) ?? 0) + count);
    }
    return (pair: Asked): Asked => {
      const { one, other } = pair;
      const count = (asked.get(one) ?? 0) + (other === one ? 0 : (asked.get(other) ?? 0));
      if (count === 0) return pair;
      const { probability, worth } = pair;
      const weighs = { ...worth, probability, one: sketchAt(one), other: sketchAt(other), requests: count };
      return { ...pair, worth: worthOf(weighs) };
    };
  };

  const told = ({ a, b, worth }: Asked): ReviewPair => {
    const blind = worth.asked === 'second';
    const link = linkOf(basis, a, b, personOf(a) === personOf(b) ? 'joined' : 'possible');
    const { decision: _decision, waiting: _waiting, disagree: _disagree, ...without } = link;
    return {
      ...(blind ? without : link),
      verdict: blind ? 'possible' : link.verdict,
      sides: [sideOf(basis, sketchAt, a), sideOf(basis, sketchAt, b)],
      worth: { ...worth, asked: shownReason(worth.asked) },
      seen: blind ? '' : (rulings.history(a, b)?.at(-1)?.id ?? ''),
    };
  };

  return {
    page: ({ question, by, from, count, putOff = NONE, requests }) => {
      const asked = all().filter((pair) => passes(pair, question) && !answeredBy(pair, by));
      const isLater = ({ a, b }: Asked): boolean => putOff.has(pairKey(a, b));
      const later = putOff.size === 0 ? [] : asked.filter(isLater);
      const own =
        question.later === 'only' ? later : later.length === 0 ? asked : asked.filter((one) => !isLater(one));
      const fits = requests?.size ? own.map(withRequests(requests)) : own;
      return {
        left: fits.length,
        later: later.length,
        decided: rulings.counting.length,
        waiting: rulings.waiting.length,
        from,
        pairs: first(fits, from + count)
          .slice(from)
          .map(told),
      };
    },
  };
}

/** A pair that is asked blindly must be told by nothing that is shown, filters included. */
const shownReason = (asked: ReviewReason): ReviewReason => (asked === 'second' ? 'open' : asked);

const before = (x: Asked, y: Asked): number =>
  y.worth.worth - x.worth.worth || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1);

/** The first so many in order, without putting all the others in order too. */
function first(pairs: readonly Asked[], count: number): Asked[] {
  let best: Asked[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const pair of pairs) {
    if (pair.worth.worth < least) continue;
    best.push(pair);
    if (best.length < 4 * count + 64) continue;
    best = best.sort(before).slice(0, count);
    least = best.at(-1)?.worth.worth ?? least;
  }
  return best.sort(before).slice(0, count);
}

export const scriptsOf = (one: string, other: string): 'arabic' | 'latin' | 'across' =>
  one !== other ? 'across' : one === 'latin' ? 'latin' : 'arabic';

function sideOf(
  { ground, grouping, decided }: Basis,
  sketchAt: (person: number) => Sketch,
  record: RecordId,
): ReviewPair['sides'][number] {
  const sketch = sketchAt(grouping.personOf(record)!);
  return {
    record: recordOfRow(ground.row(record), decided),
    person: personIdOf(sketch.records[0]!),
    records: sketch.records.length,
    fates: sketch.fates.map(({ fate }) => fate),
  };
}

type Weigh = (a: RecordId, b: RecordId, asked: ReviewReason, machine?: LinkedPair) => Asked;

/** The worth of pairs that the machine told of, kept as long as both persons stand as they did. */
const weighed = new WeakMap<
  LinkedPair,
  { readonly one: Sketch['rows']; readonly other: Sketch['rows']; readonly worth: ReviewWorth }
>();

function weigher({ ground, grouping }: Basis, sketchAt: (person: number) => Sketch): Weigh {
  const { personOf, recordsOf, openOf } = grouping;
  const openBetween = (one: number, other: number): number => {
    let pairs = 0;
    for (const record of recordsOf(one))
      for (const { a, b } of openOf(record)) if (personOf(a === record ? b : a) === other) pairs++;
    return pairs;
  };
  return (a, b, asked, machine) => {
    const [one, other] = [personOf(a)!, personOf(b)!];
    const [sketch, second] = [sketchAt(one), sketchAt(other)];
    const settles = Math.max(0, openBetween(one, other) - 1);
    const known = machine && weighed.get(machine);
    if (
      machine &&
      known?.one === sketch.rows &&
      known.other === second.rows &&
      known.worth.asked === asked &&
      known.worth.settles === settles
    )
      return { a, b, one, other, probability: machine.probability, worth: known.worth };
    const probability = machine?.probability ?? ground.explain(a, b).probability;
    const namesakes = Math.max(ground.namesakes(a), ground.namesakes(b));
    const worth = worthOf({
      asked,
      probability,
      one: sketch,
      other: second,
      settles,
      namesakes,
      requests: 0,
    });
    if (machine) weighed.set(machine, { one: sketch.rows, other: second.rows, worth });
    return { a, b, one, other, probability, worth };
  };
}

const isChecked = ({ a, b, machine }: OpenPair): boolean =>
  machine?.verdict === 'same' && drawn(a, b, CHECK_ONE_IN, 'check');

/** What the machine asks of one set of rows before any decision. */
const askedOfRows = new WeakMap<Ground, readonly Asked[]>();

/** Weighs it, a few pairs a step; tells the share that is done. */
export function* weighRows(ground: Ground): Generator<number> {
  if (askedOfRows.has(ground)) return;
  const { machine } = ground;
  const weigh = weigher(basisOfRows(ground), sketchesOfRows(ground));
  const all: Asked[] = [];
  for (let place = 0; place < machine.personAt.length; place++) {
    if (place % AT_ONCE === 0) yield place / machine.personAt.length;
    const isFirst = ({ a }: OpenPair): boolean => ground.placeOf(a) === place;
    const open = machine.openAt(place);
    for (const { a, b, machine: told } of open.filter(isFirst)) all.push(weigh(a, b, 'open', told));
    for (const pair of machine.toldAt(place).filter(isFirst))
      if (!open.includes(pair) && isChecked(pair)) all.push(weigh(pair.a, pair.b, 'check', pair.machine));
  }
  askedOfRows.set(ground, all);
}

/** What is asked of persons whom decisions touch. */
function* askedOfTouched(basis: Basis, sketchAt: (person: number) => Sketch): Generator<Asked> {
  const { ground, grouping } = basis;
  const { rulings, personOf, recordsOf, openOf, touched } = grouping;
  const weigh = weigher(basis, sketchAt);
  const records = touched.flatMap(recordsOf);
  for (const { a, b, machine } of new Set(records.flatMap(openOf))) {
    const standing = rulings.standing(a, b);
    const reason: ReviewReason = rulings.waitingBetween(a, b)
      ? 'waiting'
      : standing?.disagree
        ? 'disagree'
        : standing?.newest.judgement === 'unsure'
          ? 'unsure'
          : 'open';
    yield weigh(a, b, reason, machine);
  }
  const isShown = (record: RecordId): boolean => personOf(record) !== undefined;
  for (const { a, b } of rulings.waiting)
    if (isShown(a) && personOf(a) === personOf(b)) yield weigh(a, b, 'waiting');
  for (const { a, b, judgement } of rulings.counting) {
    const once = rulings.history(a, b)?.length === 1 && judgement !== 'unsure';
    if (once && isShown(a) && isShown(b) && drawn(a, b, SECOND_ONE_IN, 'second')) yield weigh(a, b, 'second');
  }
  for (const record of records)
    for (const pair of ground.machine.toldAt(ground.placeOf(record))) {
      const { a, b, machine } = pair;
      if (a !== record || !isChecked(pair) || personOf(a) !== personOf(b)) continue;
      if (!rulings.history(a, b)) yield weigh(a, b, 'check', machine);
    }
}
