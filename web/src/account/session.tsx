import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { SessionAnswer } from '../../../src/model/index.ts';
import { ask, forgetAnswers, onSignedOut, tell } from '../api/answers.ts';
import { rememberQuery } from '../people/query.ts';
import type { Code } from './code-shown.tsx';

export type Me = NonNullable<SessionAnswer['me']>;

/** Who reads these pages, and what they may ask. */
export interface SessionState {
  /** `unknown` until the server has said. */
  readonly state: 'unknown' | 'open' | 'signed-out' | 'signed-in';
  readonly me?: Me;
  readonly sealed: boolean;
  /** Why nobody is signed in any more: `idle` where the page locked itself. */
  readonly left?: 'idle';
  /** An invitation that is on the page until it is handed over, also when making it has signed its maker out. */
  readonly code?: Code;
  showCode(code: Code | undefined): void;
  may(route: string): boolean;
  /** After signing in, or whatever changes what one may: asks the server anew. */
  renew(): Promise<void>;
  leave(why?: 'idle'): Promise<void>;
}

const SessionContext = createContext<SessionState | null>(null);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session');
  return session;
}

/** Whatever was shown goes with the one who was allowed to see it. */
function wipe(): void {
  forgetAnswers();
  rememberQuery('');
}

export function SessionProvider(props: { readonly children: ReactNode }) {
  const [answer, setAnswer] = useState<SessionAnswer>();
  const [left, setLeft] = useState<'idle'>();
  const [code, setCode] = useState<Code>();
  const renew = useCallback(async () => {
    try {
      setAnswer(await ask<SessionAnswer>('/api/session'));
    } catch {
      // no answer now; the page that asks next says so
      setAnswer((known) => known ?? { accounts: 'none', sealed: true });
    }
  }, []);
  const leave = useCallback(async (why?: 'idle') => {
    try {
      await tell('/api/session/end', {});
    } catch {
      // the server ends it by itself; here everything goes at once
    }
    setLeft(why);
    setCode(undefined);
    setAnswer((known) => known && { accounts: known.accounts, sealed: known.sealed });
    wipe();
  }, []);
  useEffect(() => void renew(), [renew]);
  useEffect(
    () =>
      onSignedOut(() => {
        setAnswer((known) => ({ accounts: 'in-use', sealed: known?.sealed ?? true }));
        wipe();
      }),
    [],
  );
  const session = useMemo((): SessionState => {
    const me = answer?.me;
    return {
      state: !answer ? 'unknown' : answer.accounts === 'none' ? 'open' : me ? 'signed-in' : 'signed-out',
      ...(me ? { me } : {}),
      ...(left ? { left } : {}),
      ...(code ? { code } : {}),
      showCode: setCode,
      sealed: answer?.sealed ?? false,
      may: (route) => answer?.accounts === 'none' || (me?.may.includes(route) ?? false),
      renew: async () => {
        setLeft(undefined);
        wipe();
        await renew();
      },
      leave,
    };
  }, [answer, left, code, renew, leave]);
  return <SessionContext value={session}>{props.children}</SessionContext>;
}
