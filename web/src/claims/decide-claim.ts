import { claimDecisionMessages } from '../../../src/messages/index.ts';
import type { DecideClaim } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { forgetAnswers, tell } from '../api/answers.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(claimDecisionMessages);

/** Writes what a person makes of claims into the ledger, says so, and offers to take it back. */
export function useClaimDecisions() {
  const { say } = useSpeech();
  const announce = useTell();
  const withDecider = useDecider();
  const { busy, fault, attempt } = useAttempt();
  const undo = (decision: string, then?: () => void) =>
    withDecider((by) =>
      attempt(async () => {
        await tell('/api/decisions/undo', { decision, by });
        announce(say('claim-undone'));
        forgetAnswers();
        then?.();
      }),
    );
  const decide = (
    matter: DecideClaim,
    done: keyof typeof claimDecisionMessages,
    then?: (decision: string) => void,
  ) =>
    withDecider((by) =>
      attempt(async () => {
        const { decision } = await tell<{ decision: string }>('/api/claims/decisions', { ...matter, by });
        announce({ text: say(done), act: { label: say('claim-undo'), run: () => undo(decision) } });
        forgetAnswers();
        then?.(decision);
      }),
    );
  return { busy: busy === 'busy', fault, decide, undo };
}
