import { type FormEvent, useState } from 'react';
import type { ClaimPage } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useClaimDecisions, useSpeech } from './decide-claim.ts';
import { Words } from './words-field.tsx';

/** Which names of this claim a person has said to be one, who said so and why; and a form to say so. */
export function Names({ page }: { readonly page: ClaimPage }) {
  const { say, compose, date } = useSpeech();
  const { may } = useSession();
  const { busy, fault, decide, undo } = useClaimDecisions();
  const decides = may('POST /api/claims/decisions');
  if (page.given.length === 0 && !decides) return null;
  return (
    <Section id="names" title={say('names.title')} note={say('names.note')}>
      {page.given.length > 0 && (
        <ul className="corrections">
          {page.given.map(({ decision, written, name, by, at, reason }) => (
            <li key={decision} className="decided-note">
              <p>
                {compose('names.means', {
                  written: <Written text={written} className="name" />,
                  name: <Written text={name} className="name" />,
                })}
              </p>
              {reason !== undefined && (
                <blockquote>
                  <Written text={reason} />
                </blockquote>
              )}
              <p className="small">
                {compose('correct.by', { by: <Actor name={by} />, date: date(at, 'clock') })}{' '}
                {may('POST /api/decisions/undo') && (
                  <button type="button" className="plain" disabled={busy} onClick={() => undo(decision)}>
                    {say('names.withdraw')}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {fault && <FaultNote fault={fault} />}
      {decides && (
        <NamesForm
          names={page.names}
          busy={busy}
          onSave={(written, name, reason) =>
            decide({ kind: 'same-name', written, name, reason }, 'names.done')
          }
        />
      )}
    </Section>
  );
}

function NamesForm(props: {
  readonly names: readonly string[];
  readonly busy: boolean;
  readonly onSave: (written: string, name: string, reason: string) => void;
}) {
  const { say } = useSpeech();
  const [written, setWritten] = useState(props.names[0] ?? '');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const same = written.trim().toLowerCase() === name.trim().toLowerCase();
  const whole = [written, name, reason].every((each) => each.trim() !== '') && !same;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    props.onSave(written.trim(), name.trim(), reason.trim());
    setName('');
    setReason('');
  };
  return (
    <details className="deciding">
      <summary>{say('names.open')}</summary>
      <form onSubmit={save}>
        <NameField id="names-written" label={say('names.written')} value={written} onChange={setWritten} />
        <NameField id="names-name" label={say('names.name')} value={name} onChange={setName} />
        <datalist id="names-here">
          {props.names.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Words
          id="names-reason"
          label={say('assess.reason')}
          note={say('names.reason-note')}
          value={reason}
          onChange={setReason}
        />
        <p className="actions">
          <button type="submit" className="main" disabled={props.busy || !whole}>
            {say('names.save')}
          </button>
        </p>
      </form>
    </details>
  );
}

function NameField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <p className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <input
        id={props.id}
        list="names-here"
        dir="auto"
        required
        maxLength={200}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </p>
  );
}
