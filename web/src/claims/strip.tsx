import type { Claim } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { reportsOf } from './claim-words.ts';

/** "4 reports · 1 voice · denied": how often it was said, by how many independent of each other; first where, if `place`. */
export function Strip(props: { readonly claim: Claim; readonly place?: string | undefined }) {
  const { say } = useSpeech();
  const { claim } = props;
  return (
    <p className="strip">
      {props.place !== undefined && (
        <span>
          <Written text={props.place} />
        </span>
      )}
      <span>{say('strip.reports', { count: reportsOf(claim) })}</span>
      <strong>{say('strip.voices', { count: claim.independent })}</strong>
      {claim.denied && <span className="denied">{say('strip.denied')}</span>}
      {!claim.denied && claim.verification !== 'reported' && (
        <span>{say(`verification.${claim.verification}`)}</span>
      )}
    </p>
  );
}
