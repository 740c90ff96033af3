import type { Claim } from '../../../src/model/index.ts';
import { useSpeech } from '../speech/speech.tsx';
import { reportsOf } from './claim-words.ts';

/** "4 reports · 1 voice · denied": how often it was said, by how many independent of each other. */
export function Strip(props: { readonly claim: Claim }) {
  const { say } = useSpeech();
  const { claim } = props;
  return (
    <p className="strip">
      <span>{say('strip.reports', { count: reportsOf(claim) })}</span>
      <strong>{say('strip.voices', { count: claim.independent })}</strong>
      {claim.denied && <span className="denied">{say('strip.denied')}</span>}
      {!claim.denied && claim.verification !== 'reported' && (
        <span>{say(`verification.${claim.verification}`)}</span>
      )}
    </p>
  );
}
