import { useEffect, useRef, useState } from 'react';
import { ask } from '../api/answers.ts';
import { useSpeech } from '../speech/speech.tsx';
import { useSession } from './session.tsx';

const MINUTE = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus'] as const;

/**
 * Locks the page when nobody uses it: a minute before, it says so. While somebody reads without asking anything, the
 * server is told now and then that they are there.
 */
export function IdleLock() {
  const { say } = useSpeech();
  const { me, leave } = useSession();
  const [soon, setSoon] = useState<'soon' | 'later'>('later');
  const used = useRef(Date.now());
  const told = useRef(Date.now());
  const idle = (me?.idleMinutes ?? 0) * MINUTE;
  useEffect(() => {
    if (idle === 0) return;
    used.current = Date.now();
    const use = () => {
      used.current = Date.now();
      setSoon('later');
    };
    for (const sign of SIGNS) addEventListener(sign, use, { passive: true, capture: true });
    const timer = setInterval(() => {
      const since = Date.now() - used.current;
      if (since >= idle) void leave('idle');
      else if (since >= idle - MINUTE) setSoon('soon');
      else if (since < MINUTE && Date.now() - told.current > 2 * MINUTE) {
        told.current = Date.now();
        ask('/api/session').catch(() => {});
      }
    }, 5_000);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) removeEventListener(sign, use, { capture: true });
    };
  }, [idle, leave]);
  return (
    <div role="alert" className={soon === 'soon' ? 'said' : 'unseen'}>
      {soon === 'soon' && (
        <>
          <span>{say('idle.soon')}</span>
          <button type="button" onClick={() => setSoon('later')}>
            {say('idle.stay')}
          </button>
        </>
      )}
    </div>
  );
}
