import {
  type Decider,
  personIdOf,
  type RecordId,
  type ReviewPage,
  type ReviewPair,
  type ReviewQuestion,
  type ReviewReason,
  type ReviewWorth,
} from '../model/index.ts';
import { drawn } from './drawn.ts';
import type { OpenPair } from './grouping.ts';
import { pairKey } from './pair-history.ts';
import { linkOf, recordOfRow } from './person.ts';
import { worthOf } from './review-worth.ts';
import { type Basis, isOpen, type Sketch } from './sketch.ts';
import { madeByTwo } from './two-people.ts';

/** One in so many decided pairs is asked of somebody else; one in so many of the machine's joins is asked at all. */
const SECOND_ONE_IN = 20;
const CHECK_ONE_IN = 25;

interface Asked {
  readonly a: RecordId;
  readonly b: RecordId;
  readonly reason: ReviewReason;
  readonly worth: ReviewWorth;
}

export interface ReviewOptions {
  readonly question: ReviewQuestion;
  /** Who asks; absent where it is not known. */
  readonly by?: Decider;
  readonly from: number;
  readonly count: number;
}

export interface ReviewDesk {
  page(options: ReviewOptions): ReviewPage;
}

/**
 * Everything a person should look at, what changes most first. Whoever has answered a pair is not asked it again;
 * somebody else is where a second person is needed, where two disagree, where nobody could tell, and for one decided
 * pair in twenty, without being shown the answer.
 */
export function reviewDesk(
  basis: Basis,
  sketchAt: (person: number) => Sketch,
  requestsOf: (record: RecordId) => number,
): ReviewDesk {
  const { grouping, ground } = basis;
  const { rulings, personOf } = grouping;

  let ordered: readonly Asked[] | undefined;
  const all = (): readonly Asked[] => {
    ordered ??= askedPairs(basis, sketchAt, requestsOf).sort(
      (x, y) => y.worth.worth - x.worth.worth || pairKey(x.a, x.b).localeCompare(pairKey(y.a, y.b)),
    );
    return ordered;
  };

  const answeredBy = (pair: Asked, by: Decider | undefined): boolean => {
    if (by === undefined) return false;
    const who = typeof by === 'string' ? { by } : { by: by.name, account: by.account };
    return (rulings.history(pair.a, pair.b) ?? []).some((decision) => !madeByTwo(decision, who));
  };

  const told = ({ a, b, reason, worth }: Asked): ReviewPair => {
    const blind = reason === 'second';
    const link = linkOf(basis, a, b, personOf.get(a) === personOf.get(b) ? 'joined' : 'possible');
    const { decision: _decision, waiting: _waiting, disagree: _disagree, ...without } = link;
    return {
      ...(blind ? without : link),
      verdict: blind ? 'possible' : link.verdict,
      sides: [sideOf(basis, sketchAt, a), sideOf(basis, sketchAt, b)],
      worth: blind ? { ...worth, asked: 'open' } : worth,
      seen: blind ? '' : (rulings.history(a, b)?.at(-1)?.id ?? ''),
    };
  };

  return {
    page: ({ question, by, from, count }) => {
      const fits = all().filter((pair) => passes(basis, sketchAt, pair, question) && !answeredBy(pair, by));
      return {
        left: fits.length,
        decided: rulings.counting.length,
        waiting: rulings.waiting.length,
        from,
        pairs: fits.slice(from, from + count).map(told),
      };
    },
  };

  function passes(
    { ground: { row } }: Basis,
    sketch: (person: number) => Sketch,
    { a, b, reason }: Asked,
    { list, script, conflict, asked }: ReviewQuestion,
  ): boolean {
    const [one, other] = [row(a), row(b)];
    if (list && one.listed.item.id !== list && other.listed.item.id !== list) return false;
    if (script && script !== scriptsOf(one.name.script, other.name.script)) return false;
    // a pair that is asked blindly must not be told by a filter
    if (asked && asked !== (reason === 'second' ? 'open' : reason)) return false;
    if (!conflict) return true;
    const persons = [...new Set([personOf.get(a)!, personOf.get(b)!])].map(sketch);
    const found = ground.conflictsAmong(persons.flatMap((person) => person.rows)).filter(isOpen);
    if (conflict === 'none') return found.length === 0;
    return found.some(({ property }) => conflict === 'any' || property === 'fate');
  }
}

export const scriptsOf = (one: string, other: string): 'arabic' | 'latin' | 'across' =>
  one !== other ? 'across' : one === 'latin' ? 'latin' : 'arabic';

function sideOf(
  { ground, grouping, decided }: Basis,
  sketchAt: (person: number) => Sketch,
  record: RecordId,
): ReviewPair['sides'][number] {
  const sketch = sketchAt(grouping.personOf.get(record)!);
  return {
    record: recordOfRow(ground.row(record), decided),
    person: personIdOf(sketch.records[0]!),
    records: sketch.records.length,
    fates: sketch.fates.map(({ fate }) => fate),
  };
}

function askedPairs(
  basis: Basis,
  sketchAt: (person: number) => Sketch,
  requestsOf: (record: RecordId) => number,
): Asked[] {
  const { grouping, ground } = basis;
  const { rulings, personOf } = grouping;
  const between = (a: RecordId, b: RecordId): string =>
    [personOf.get(a)!, personOf.get(b)!].sort((one, other) => one - other).join(' ');
  const open = new Set<OpenPair>([...grouping.open.values()].flat());
  const openBetween = new Map<string, number>();
  for (const { a, b } of open) openBetween.set(between(a, b), (openBetween.get(between(a, b)) ?? 0) + 1);

  const asked = (a: RecordId, b: RecordId, reason: ReviewReason, probability: number): Asked => ({
    a,
    b,
    reason,
    worth: worthOf({
      asked: reason,
      probability,
      one: sketchAt(personOf.get(a)!),
      other: sketchAt(personOf.get(b)!),
      settles: Math.max(0, (openBetween.get(between(a, b)) ?? 1) - 1),
      namesakes: Math.max(ground.namesakes(a), ground.namesakes(b)),
      requestsOf,
    }),
  });
  const likely = (a: RecordId, b: RecordId): number => ground.explain(a, b).probability;

  const pairs = [...open].map(({ a, b, machine }) => {
    const standing = rulings.standing(a, b);
    const reason: ReviewReason = rulings.waitingBetween(a, b)
      ? 'waiting'
      : standing?.disagree
        ? 'disagree'
        : standing?.newest.judgement === 'unsure'
          ? 'unsure'
          : 'open';
    return asked(a, b, reason, machine?.probability ?? likely(a, b));
  });
  const waiting = new Set(rulings.waiting);
  const joinedWaiting = rulings.waiting
    .filter(({ a, b }) => personOf.get(a) === personOf.get(b))
    .map(({ a, b }) => asked(a, b, 'waiting', likely(a, b)));
  const seconds = rulings.counting.flatMap((decision) => {
    const { a, b, judgement } = decision;
    const history = rulings.history(a, b) ?? [];
    const once = history.length === 1 && judgement !== 'unsure' && !waiting.has(decision);
    return once && drawn(a, b, SECOND_ONE_IN, 'second') ? [asked(a, b, 'second', likely(a, b))] : [];
  });
  const checks = ground.linkage.pairs.flatMap(({ a, b, probability, verdict }) => {
    const [one, other] = [a as RecordId, b as RecordId];
    return verdict === 'same' &&
      drawn(one, other, CHECK_ONE_IN, 'check') &&
      !rulings.history(one, other) &&
      personOf.get(one) === personOf.get(other)
      ? [asked(one, other, 'check', probability)]
      : [];
  });
  return [...pairs, ...joinedWaiting, ...seconds, ...checks].filter(
    ({ a, b }) => personOf.has(a) && personOf.has(b),
  );
}
