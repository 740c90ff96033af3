import { Link } from 'wouter';
import type { ClaimPage } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { Actor } from '../marks/actor.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { toClaim } from '../speech/addresses.ts';
import { useClaimDecisions, useSpeech } from './decide-claim.ts';
import { Sentence } from './sentence.tsx';

/** Claims in like words that a person may join, and those that a person told apart. */
export function Near({ page }: { readonly page: ClaimPage }) {
  const { say, compose, date } = useSpeech();
  const { may } = useSession();
  const { busy, fault, decide, undo } = useClaimDecisions();
  const { near, toldApart } = page.claim;
  if (near.length + toldApart.length === 0) return null;
  const sentence = (id: string) => {
    const other = page.related.find((each) => each.id === id);
    return (
      other && (
        <p>
          <Link href={toClaim(other.id)} data-entry>
            <Sentence claim={other} />
          </Link>
        </p>
      )
    );
  };
  return (
    <Section id="near" title={say('near.title')} note={say('near.note')}>
      {fault && <FaultNote fault={fault} />}
      <ul className="relations">
        {near.map(({ claim, own, other }) => (
          <li key={claim} className="suggested">
            {sentence(claim)}
            {may('POST /api/claims/decisions') && (
              <p className="actions">
                {(['same', 'different'] as const).map((judgement) => (
                  <button
                    key={judgement}
                    type="button"
                    disabled={busy}
                    onClick={() =>
                      decide({ kind: 'claim-link', a: own, b: other, judgement }, `near.${judgement}-done`)
                    }
                  >
                    {say(`near.${judgement}`)}
                  </button>
                ))}
              </p>
            )}
          </li>
        ))}
        {toldApart.map(({ decision, by, at, claim }) => (
          <li key={decision} className="decided">
            <p>
              <strong>{say('apart.title')}</strong>{' '}
              <span className="small">
                {compose('correct.by', { by: <Actor name={by} />, date: date(at, 'clock') })}
              </span>
            </p>
            {sentence(claim)}
            {may('POST /api/decisions/undo') && (
              <p className="actions">
                <button type="button" disabled={busy} onClick={() => undo(decision)}>
                  {say('claim-undo')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
