import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ItemProof, ItemRows } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { ask } from '../api/answers.ts';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { toRecordProof } from '../speech/addresses.ts';
import { useSpeech } from './check-speech.ts';

/** From a file's proof to the values of one of its rows, or of the report that it is. */
export function ToValues({ proof }: { readonly proof: ItemProof }) {
  const { say } = useSpeech();
  if (proof.kind === 'unread') return null;
  return (
    <Section id="values" title={say('disclose.title')} note={say('disclose.note')}>
      {proof.kind === 'report' ? (
        <p>
          <Link href={toRecordProof(`${proof.item}.1`)}>{say('disclose.of-report')}</Link>
        </p>
      ) : (
        <OfRow proof={proof} />
      )}
    </Section>
  );
}

function OfRow({ proof }: { readonly proof: ItemProof }) {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const { busy, fault, attempt } = useAttempt();
  const [missing, setMissing] = useState<number>();
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const row = Number(data.get('row'));
    setMissing(undefined);
    void attempt(async () => {
      const at = `table=${Number(data.get('table') ?? 0)}&row=${row}&count=3`;
      const { rows } = await ask<ItemRows>(`/api/items/${encodeURIComponent(proof.item)}/rows?${at}`);
      const found = rows.find((one) => one.row === row);
      if (found) go(toRecordProof(found.record));
      else setMissing(row);
    });
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <form className="actions" onSubmit={find}>
        {proof.tables.length > 1 && (
          <>
            <label htmlFor="values-table">{say('disclose.sheet')}</label>
            <select id="values-table" name="table">
              {proof.tables.map((name, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor="values-row">{say('disclose.row')}</label>
        <input id="values-row" name="row" type="number" min={1} max={99_999_999} required />
        <button type="submit" disabled={busy === 'busy'}>
          {say('disclose.open')}
        </button>
      </form>
      <p role="status">{missing !== undefined && say('disclose.no-row', { row: missing })}</p>
    </>
  );
}
