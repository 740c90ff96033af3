import { useState } from 'react';
import { AskFailed, type Fault, forgetAnswers, tell } from '../api/answers.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';

/** Does something to talks under the keeper's name, and says that it is done. */
export function useActing() {
  const announce = useTell();
  const withDecider = useDecider();
  const [busy, setBusy] = useState<'busy' | 'idle'>('idle');
  const [fault, setFault] = useState<Fault>();
  /** @param send sends it under the name it is given */
  const run = <Result>(
    send: (by: string) => Promise<Result>,
    done: (result: Result) => string,
    after?: (result: Result) => void,
  ) =>
    withDecider(async (by) => {
      setBusy('busy');
      setFault(undefined);
      try {
        const result = await send(by);
        announce(done(result));
        forgetAnswers();
        after?.(result);
      } catch (error) {
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
      }
      setBusy('idle');
    });
  const act = <Result>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    done: (result: Result) => string,
    after?: (result: Result) => void,
  ) => run((by) => tell<Result>(path, { ...body, by }), done, after);
  return { act, run, busy, fault };
}
