import { type FormEvent, useId, useState } from 'react';
import { HOW_KNOWN, type HowKnown, type Talk } from '../../../src/model/index.ts';
import { LineField } from '../shell/line-field.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useActing } from './acts.ts';
import { useSpeech } from './speech.ts';

/** A lead for those who search: the keeper's own words, and how the source knows. The way back stays with the keepers. */
export function LeadOver({ path, talk }: { readonly path: string; readonly talk: Talk }) {
  const { say, date } = useSpeech();
  const { act, busy, fault } = useActing();
  const own = useId();
  const [says, setSays] = useState('');
  const [how, setHow] = useState<HowKnown>('told');
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    act(
      `${path}/lead`,
      { says, how, reason },
      () => say('talk.lead-done'),
      () => {
        setSays('');
        setReason('');
      },
    );
  };
  return (
    <Section id="lead" title={say('talk.lead')} note={say('talk.lead-hint')}>
      {talk.leads.map(({ lead, by, at }) => (
        <p key={lead} className="note">
          {say('talk.lead-given', { by: by ?? '—', day: date(at, 'clock') })}
        </p>
      ))}
      <form onSubmit={send} className="talk-form">
        {fault && <FaultNote fault={fault} />}
        <p className="field">
          <label htmlFor={`${own}says`}>{say('talk.lead-says')}</label>
          <textarea
            id={`${own}says`}
            rows={3}
            dir="auto"
            required
            maxLength={4000}
            value={says}
            onChange={(event) => setSays(event.target.value)}
          />
        </p>
        <p className="field">
          <label htmlFor={`${own}how`}>{say('talk.lead-how')}</label>
          <select id={`${own}how`} value={how} onChange={(event) => setHow(event.target.value as HowKnown)}>
            {HOW_KNOWN.map((one) => (
              <option key={one} value={one}>
                {say(`site.how.${one}`)}
              </option>
            ))}
          </select>
        </p>
        <LineField label={say('talk.over-reason')} value={reason} onChange={setReason} />
        <p className="actions">
          <button
            type="submit"
            className="main"
            disabled={busy === 'busy' || says.trim() === '' || reason.trim() === ''}
          >
            {say('talk.lead-send')}
          </button>
        </p>
      </form>
    </Section>
  );
}
