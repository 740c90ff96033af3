import { useState } from 'react';
import type { Person, StatementId } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { LineField } from '../shell/line-field.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { useDeciding } from './decide.ts';
import { DecidedWords } from './decided-by.tsx';
import { useFileSpeech } from './file-speech.ts';
import { recordNumber } from './sourced.tsx';

type Conflict = Person['conflicts'][number];

/** A conflict is open until a named person says what holds and why; what was settled stays in sight, and can be undone. */
export function Settle({ person, conflict }: { readonly person: Person; readonly conflict: Conflict }) {
  const { say, number } = useFileSpeech();
  const { busy, fault, about } = useDeciding();
  const [holds, setHolds] = useState<readonly StatementId[]>([]);
  const [reason, setReason] = useState('');
  if (conflict.settled)
    return (
      <p className="settled">
        <span className="word sure">{say('settle.settled')}</span>{' '}
        {conflict.values
          .filter(({ statement }) => conflict.settled?.holds.includes(statement))
          .map((value) => (
            <span key={value.statement}>
              {say('settle.holds-word')}: <Written text={value.written} />{' '}
            </span>
          ))}
        <DecidedWords decided={conflict.settled} />
      </p>
    );
  return (
    <details>
      <summary>{say('settle.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const statements = conflict.values.map(({ statement }) => statement);
          about({ kind: 'settle', statements, holds: [...holds], reason: reason.trim() });
        }}
      >
        <fieldset>
          <legend>{say('settle.holds')}</legend>
          <p className="note">{say('settle.none')}</p>
          {conflict.values.map(({ statement, written, record }) => (
            <label key={statement} className="choice">
              <input
                type="checkbox"
                checked={holds.includes(statement)}
                onChange={(event) =>
                  setHolds(
                    event.target.checked
                      ? [...holds, statement]
                      : holds.filter((other) => other !== statement),
                  )
                }
              />
              <Written text={written} /> [{number(recordNumber(person, record))}]
            </label>
          ))}
        </fieldset>
        <LineField label={say('file.reason')} value={reason} onChange={setReason} />
        {fault && <FaultNote fault={fault} />}
        <p className="actions">
          <button type="submit" disabled={busy === 'busy'}>
            {say('file.record-it')}
          </button>
        </p>
      </form>
    </details>
  );
}
