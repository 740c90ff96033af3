import type { Claim, ClaimsPage } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Field } from './field.tsx';
import { useSpeech } from './speech.ts';

/** As many as a list can be looked through; the most telling come first. */
const OFFERED = 300;

/** Claims on the ledger, to choose one from; nothing for whoever may not read them, or while there are none. */
export function ClaimChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (claim: Claim | undefined) => void;
}) {
  const { say, language } = useSpeech();
  const { may } = useSession();
  const answer = useAnswer<ClaimsPage>(may('GET /api/claims') ? '/api/claims' : undefined);
  const claims = answer.state === 'here' ? answer.data.groups.flatMap((group) => group.claims) : [];
  if (claims.length === 0) return null;
  return (
    <Field label={props.label}>
      <select
        value={props.value}
        onChange={(event) => props.onChange(claims.find(({ id }) => id === event.target.value))}
      >
        <option value="">{say('lead.no-claim')}</option>
        {claims.slice(0, OFFERED).map((claim) => (
          <option key={claim.id} value={claim.id}>
            {claimWords(claim, language)}
          </option>
        ))}
      </select>
    </Field>
  );
}

export const claimWords = ({ text, texts }: Claim, language: 'ar' | 'en'): string =>
  (texts[language]?.text ?? text).slice(0, 200);
