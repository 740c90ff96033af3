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
  readonly counts: Pick<ReviewPage, 'left' | 'decided' | 'waiting'>;
  readonly answered: number;
  readonly putOff: number;
  answer(judgement: Judgement, reason: string): void;
  later(): void;
  /** What was put off comes back. */
  again(): void;
  undo(): Promise<'undone' | 'nothing'>;
  retry(): void;
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
  const [counts, setCounts] = useState({ left: 0, decided: 0, waiting: 0 });
  const [state, setState] = useState<Queue['state']>('waiting');
  const [fault, setFault] = useState<Fault>();
  const [round, setRound] = useState(0);
  const answered = useRef<{ readonly pair: ReviewPair; readonly decision: Promise<string | undefined> }[]>(
    [],
  );
  const gone = useRef(new Set<string>());
  const putOff = useRef(new Set<string>());
  const fetching = useRef(false);
  const [, changed] = useState(0);

  const fetchMore = useCallback(async () => {
    if (by === undefined || fetching.current) return;
    fetching.current = true;
    // answers on their way are counted by the server already or not: what is gone here stays gone
    await Promise.allSettled(answered.current.map(({ decision }) => decision));
    const count = Math.min(50, AHEAD + putOff.current.size);
    try {
      const page = await ask<ReviewPage>(
        `/api/review?count=${count}&by=${encodeURIComponent(by)}${filters === '' ? '' : `&${filters}`}`,
      );
      setPairs((shown) => {
        const first = shown[0];
        const fresh = page.pairs.filter(
          (pair) =>
            !gone.current.has(keyOf(pair)) &&
            !putOff.current.has(keyOf(pair)) &&
            (!first || keyOf(pair) !== keyOf(first)),
        );
        return first ? [first, ...fresh] : fresh;
      });
      setCounts({ left: page.left, decided: page.decided, waiting: page.waiting });
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

  const [pair] = pairs;
  return {
    state,
    ...(fault ? { fault } : {}),
    pair,
    counts,
    answered: answered.current.length,
    putOff: putOff.current.size,
    answer: (judgement, reason) => {
      if (!pair) return;
      gone.current.add(keyOf(pair));
      const { a, b, seen } = pair;
      const decision = tell<DecidedAnswer>('/api/decisions/link', {
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
          return answer.decision as string;
        },
        (error: unknown) => {
          const wrong: Fault = error instanceof AskFailed ? error.fault : { code: 'internal', data: {} };
          answered.current = answered.current.filter((one) => one.pair !== pair);
          bring(pair);
          onOutcome({ kind: 'failed', pair, fault: wrong });
          return undefined;
        },
      );
      answered.current = [...answered.current, { pair, decision }];
      drop(pair);
    },
    later: () => {
      if (!pair) return;
      putOff.current.add(keyOf(pair));
      drop(pair);
    },
    again: () => {
      putOff.current.clear();
      setRound((count) => count + 1);
    },
    undo: async () => {
      const last = answered.current.at(-1);
      const decision = await last?.decision;
      if (!last || decision === undefined) return 'nothing';
      await tell('/api/decisions/undo', { decision, by });
      answered.current = answered.current.filter((one) => one !== last);
      bring(last.pair);
      changed((count) => count + 1);
      return 'undone';
    },
    retry: () => setRound((count) => count + 1),
  };
}
