import { useCallback, useState } from 'react';
import { AskFailed, type Fault } from '../api/answers.ts';

/** One thing at a time that can fail: busy while it runs, and what went wrong when it did. */
export function useAttempt() {
  const [busy, setBusy] = useState<'busy' | 'idle'>('idle');
  const [fault, setFault] = useState<Fault>();
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy('busy');
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
    setBusy('idle');
  }, []);
  return { busy, fault, attempt };
}
