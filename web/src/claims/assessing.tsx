import { type FormEvent, useState } from 'react';
import { type Claim, type ClaimAsked, VERIFICATIONS, type Verification } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useClaimDecisions, useSpeech } from './decide-claim.ts';
import { Words } from './words-field.tsx';

/** What people hold of the claim and why, the corrections they issued, and who should hear of them. */
export function Assessing({ claim }: { readonly claim: Claim }) {
  const { say, compose, date } = useSpeech();
  const { may } = useSession();
  const { busy, fault, decide, undo } = useClaimDecisions();
  const { assessment, corrections } = claim;
  const statements = claim.mentions.map(({ statement }) => statement);
  const decides = may('POST /api/claims/decisions');
  return (
    <Section id="assessment" title={say('assess.title')}>
      {assessment ? (
        <div className="decided-note">
          <p>
            {compose('assess.by', {
              standing: <strong>{say(`verification.${assessment.verification}`)}</strong>,
              by: <Actor name={assessment.by} />,
              date: date(assessment.at, 'clock'),
            })}
          </p>
          {assessment.reason !== undefined && (
            <blockquote>
              <Written text={assessment.reason} />
            </blockquote>
          )}
          {assessment.since === 'changed' && (
            <p className="word suggested">{say('assess.changed', { mentions: assessment.mentions })}</p>
          )}
          {decides && (
            <button type="button" disabled={busy} onClick={() => undo(assessment.decision)}>
              {say('claim-undo')}
            </button>
          )}
        </div>
      ) : (
        <p className="note">{say('assess.none')}</p>
      )}
      {corrections.length > 0 && (
        <>
          <h3>{say('correct.title')}</h3>
          <ul className="corrections">
            {corrections.map(({ decision, by, at, text }) => (
              <li key={decision} className="decided-note">
                <blockquote>
                  <Written text={text} />
                </blockquote>
                <p className="small">
                  {compose('correct.by', { by: <Actor name={by} />, date: date(at, 'clock') })}{' '}
                  {decides && (
                    <button type="button" className="plain" disabled={busy} onClick={() => undo(decision)}>
                      {say('claim-undo')}
                    </button>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {fault && <FaultNote fault={fault} />}
      {decides && (
        <>
          <AssessForm
            open={say(assessment ? 'assess.again' : 'assess.open')}
            busy={busy}
            onSave={(verification, reason) =>
              decide({ kind: 'claim-assess', statements, verification, reason }, 'assess.done')
            }
          />
          <CorrectForm
            busy={busy}
            onSave={(reason) => decide({ kind: 'claim-correct', statements, reason }, 'correct.done')}
          />
        </>
      )}
      {may('GET /api/claims/{id}/asked') && <Asked claim={claim} />}
    </Section>
  );
}

function AssessForm(props: {
  readonly open: string;
  readonly busy: boolean;
  readonly onSave: (verification: Verification, reason: string) => void;
}) {
  const { say } = useSpeech();
  const [verification, setVerification] = useState<Verification>('reported');
  const [reason, setReason] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') props.onSave(verification, reason.trim());
  };
  return (
    <details className="deciding">
      <summary>{props.open}</summary>
      <form onSubmit={save}>
        <p className="field">
          <label htmlFor="assess-standing">{say('assess.standing')}</label>
          <select
            id="assess-standing"
            value={verification}
            onChange={(event) => setVerification(event.target.value as Verification)}
          >
            {VERIFICATIONS.map((each) => (
              <option key={each} value={each}>
                {say(`verification.${each}`)}
              </option>
            ))}
          </select>
        </p>
        <Words
          id="assess-reason"
          label={say('assess.reason')}
          note={say('assess.reason-note')}
          value={reason}
          onChange={setReason}
        />
        <p className="actions">
          <button type="submit" className="main" disabled={props.busy}>
            {say('assess.save')}
          </button>
        </p>
      </form>
    </details>
  );
}

function CorrectForm(props: { readonly busy: boolean; readonly onSave: (text: string) => void }) {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    props.onSave(text.trim());
    setText('');
  };
  return (
    <details className="deciding">
      <summary>{say('correct.open')}</summary>
      <form onSubmit={save}>
        <Words id="correct-text" label={say('correct.text')} value={text} onChange={setText} />
        <p className="actions">
          <button type="submit" className="main" disabled={props.busy}>
            {say('correct.save')}
          </button>
        </p>
      </form>
    </details>
  );
}

function Asked({ claim }: { readonly claim: Claim }) {
  const { say, compose, date } = useSpeech();
  const answer = useAnswer<ClaimAsked>(`/api/claims/${encodeURIComponent(claim.id)}/asked`);
  if (answer.state !== 'here') return null;
  return (
    <details className="deciding">
      <summary>{say('asked.title')}</summary>
      <p className="note">{say('asked.note')}</p>
      {answer.data.asked.length === 0 ? (
        <p>{say('asked.none')}</p>
      ) : (
        <ul>
          {answer.data.asked.map(({ account, name, count, last }) => (
            <li key={account}>
              {compose('asked.times', { name: <Written text={name} />, count, date: date(last, 'clock') })}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
