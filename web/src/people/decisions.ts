import { useAttempt } from '../account/attempt.ts';
import { forgetAnswers, tell } from '../api/answers.ts';
import { useTell } from '../shell/said.tsx';
import { useDecider } from './who-decides.tsx';

/** Writes what a person decides into the ledger, says so, and offers to take it back. */
export function useDecisions(words: { readonly undo: string; readonly undone: string }) {
  const announce = useTell();
  const withDecider = useDecider();
  const { busy, fault, attempt } = useAttempt();
  const undo = (decision: string, then?: () => void) =>
    withDecider((by) =>
      attempt(async () => {
        await tell('/api/decisions/undo', { decision, by });
        announce(words.undone);
        forgetAnswers();
        then?.();
      }),
    );
  const write = (path: string, matter: object, done: string, then?: (decision: string) => void) =>
    withDecider((by) =>
      attempt(async () => {
        const { decision } = await tell<{ decision: string }>(path, { ...matter, by });
        announce({ text: done, act: { label: words.undo, run: () => undo(decision) } });
        forgetAnswers();
        then?.(decision);
      }),
    );
  return { busy: busy === 'busy', fault, write, undo };
}
