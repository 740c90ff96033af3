import { claimDecisionMessages } from '../../../src/messages/index.ts';
import type { DecideClaim } from '../../../src/model/index.ts';
import { useDecisions } from '../people/decisions.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(claimDecisionMessages);

/** Writes what a person makes of claims into the ledger, says so, and offers to take it back. */
export function useClaimDecisions() {
  const { say } = useSpeech();
  const { write, ...rest } = useDecisions({ undo: say('claim-undo'), undone: say('claim-undone') });
  const decide = (
    matter: DecideClaim,
    done: keyof typeof claimDecisionMessages,
    then?: (decision: string) => void,
  ) => write('/api/claims/decisions', matter, say(done), then);
  return { ...rest, decide };
}
