import { useState } from 'react';
import type { Person } from '../../../src/model/index.ts';
import { LineField } from '../shell/line-field.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useDeciding } from './decide.ts';
import { DecidedWords } from './decided-by.tsx';
import { useFileSpeech } from './file-speech.ts';

/** What one person has decided and a second one must, before anything changes. */
export function Proposals({ person }: { readonly person: Person }) {
  const { say } = useFileSpeech();
  if (person.proposals.length === 0) return null;
  return (
    <Section id="proposals" title={say('file.proposals')} note={say('file.proposals-note')}>
      <ul className="links">
        {person.proposals.map((proposal) => (
          <Proposal key={`${proposal.record} ${proposal.fate}`} proposal={proposal} />
        ))}
      </ul>
    </Section>
  );
}

function Proposal({ proposal }: { readonly proposal: Person['proposals'][number] }) {
  const { say } = useFileSpeech();
  const { busy, fault, about } = useDeciding();
  const [reason, setReason] = useState('');
  return (
    <li className="suggested">
      <h3>{say(`fate.${proposal.fate}`)}</h3>
      <DecidedWords decided={proposal} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { record, fate } = proposal;
          about({ kind: 'fate', record, fate, reason: reason.trim() });
        }}
      >
        <LineField label={say('file.reason')} value={reason} onChange={setReason} />
        <p className="actions">
          <button type="submit" disabled={busy === 'busy'}>
            {say('file.second')}
          </button>
        </p>
      </form>
      {fault && <FaultNote fault={fault} />}
    </li>
  );
}
