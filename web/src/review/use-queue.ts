import { useCallback, useEffect, useRef, useState } from 'react';
import type { DecidedAnswer, ReviewPage, ReviewPair } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault, tell } from '../api/answers.ts';

export type Judgement = 'same' | 'different' | 'unsure';
/** What became of an answer, told once it is known; the next pair is there long before. */
export type Outcome =
  | { readonly kind: 'recorded'; readonly pair: ReviewPair; readonly answer: DecidedAnswer }
  | { readonly kind: 'failed'; readonly pair: ReviewPair; readonly fault: Fault };

interface Queue {
  readonly state: 'waiting' | 'here' | 'failed';
  readonly fault?: Fault;
  readonly pair: ReviewPair | undefined;
  readonly counts: Pick<ReviewPage, 'left' | 'decided' | 'waiting' | 'later'>;
  /** Answers on this page, and whatever else was done that can be taken back. */
  readonly answered: number;
  readonly done: number;
  answer(judgement: Judgement, reason: string): void;
  /** Puts the pair off, or takes it back into the queue. */
  later(put: 'off' | 'back'): void;
  undo(): Promise<'undone' | 'nothing'>;
  retry(): void;
}

/** Something done here, and how it is taken back once it is known; nothing where it failed. */
interface Done {
  readonly pair: ReviewPair;
  readonly is: 'answer' | 'later';
  readonly back: Promise<(() => Promise<unknown>) | undefined>;
}

/** How many pairs are asked for at once, and from how few on the next are fetched. */
const AHEAD = 10;
const FEW = 4;

export const keyOf = ({ a, b }: Pick<ReviewPair, 'a' | 'b'>): string => `${a} ${b}`;

/**
 * The queue as a reviewer works it: an answer is sent while the next pair is already there; one that fails brings its
 * pair back. `by` is who answers.
 */
export function useQueue(
  filters: string,
  by: string | undefined,
  onOutcome: (outcome: Outcome) => void,
): Queue {
  const [pairs, setPairs] = useState<readonly ReviewPair[]>([]);
  const [counts, setCounts] = useState({ left: 0, decided: 0, waiting: 0, later: 0 });
  const [state, setState] = useState<Queue['state']>('waiting');
  const [fault, setFault] = useState<Fault>();
  const [round, setRound] = useState(0);
  const done = useRef<readonly Done[]>([]);
  const gone = useRef(new Set<string>());
  const fetching = useRef(false);
  const [, changed] = useState(0);

  const fetchMore = useCallback(async () => {
    if (by === undefined || fetching.current) return;
    fetching.current = true;
    // answers on their way are counted by the server already or not: what is gone here stays gone
    await Promise.allSettled(done.current.map(({ back }) => back));
    try {
      const page = await ask<ReviewPage>(
        `/api/review?count=${AHEAD}&by=${encodeURIComponent(by)}${filters === '' ? '' : `&${filters}`}`,
      );
      setPairs((shown) => {
        const first = shown[0];
        const fresh = page.pairs.filter(
          (pair) => !gone.current.has(keyOf(pair)) && (!first || keyOf(pair) !== keyOf(first)),
        );
        return first ? [first, ...fresh] : fresh;
      });
      const { left, decided, waiting, later } = page;
      setCounts({ left, decided, waiting, later });
      setState('here');
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
      setState('failed');
    }
    fetching.current = false;
  }, [by, filters]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks anew
  useEffect(() => {
    setPairs([]);
    setState('waiting');
    gone.current.clear();
    void fetchMore();
  }, [fetchMore, round]);

  const drop = (pair: ReviewPair) => {
    setPairs((shown) => {
      const rest = shown.filter((one) => keyOf(one) !== keyOf(pair));
      if (rest.length < FEW) void fetchMore();
      return rest;
    });
    setCounts((known) => ({ ...known, left: Math.max(0, known.left - 1) }));
  };
  const bring = (pair: ReviewPair) => {
    gone.current.delete(keyOf(pair));
    setPairs((shown) => [pair, ...shown.filter((one) => keyOf(one) !== keyOf(pair))]);
    setCounts((known) => ({ ...known, left: known.left + 1 }));
  };

  const failed = (pair: ReviewPair, error: unknown): undefined => {
    done.current = done.current.filter((one) => one.pair !== pair);
    bring(pair);
    const wrong: Fault = error instanceof AskFailed ? error.fault : { code: 'internal', data: {} };
    onOutcome({ kind: 'failed', pair, fault: wrong });
  };
  const doing = (given: Done): void => {
    gone.current.add(keyOf(given.pair));
    done.current = [...done.current, given];
    drop(given.pair);
  };

  const [pair] = pairs;
  return {
    state,
    ...(fault ? { fault } : {}),
    pair,
    counts,
    answered: done.current.filter(({ is }) => is === 'answer').length,
    done: done.current.length,
    answer: (judgement, reason) => {
      if (!pair) return;
      const { a, b, seen } = pair;
      const back = tell<DecidedAnswer>('/api/decisions/link', {
        a,
        b,
        judgement,
        seen,
        by,
        ...(reason === '' ? {} : { reason }),
      }).then(
        (answer) => {
          onOutcome({ kind: 'recorded', pair, answer });
          setCounts((known) => ({ ...known, decided: known.decided + 1 }));
          return () => tell('/api/decisions/undo', { decision: answer.decision, by });
        },
        (error: unknown) => failed(pair, error),
      );
      doing({ pair, is: 'answer', back });
    },
    later: (put) => {
      if (!pair) return;
      const say = (how: 'off' | 'back') => {
        setCounts((known) => ({ ...known, later: Math.max(0, known.later + (how === 'off' ? 1 : -1)) }));
        return tell('/api/review/later', { a: pair.a, b: pair.b, put: how, by });
      };
      const back = say(put).then(
        () => () => say(put === 'off' ? 'back' : 'off'),
        (error: unknown) => failed(pair, error),
      );
      doing({ pair, is: 'later', back });
    },
    undo: async () => {
      const last = done.current.at(-1);
      const back = await last?.back;
      if (!last || !back) return 'nothing';
      await back();
      done.current = done.current.filter((one) => one !== last);
      bring(last.pair);
      changed((count) => count + 1);
      return 'undone';
    },
    retry: () => setRound((count) => count + 1),
  };
}
