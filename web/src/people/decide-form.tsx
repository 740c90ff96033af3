import { type FormEvent, useState } from 'react';
import {
  DECIDED_FATES,
  type DecidedFate,
  KIN_RELATIONS,
  type KinRelation,
  type Person,
  type RecordId,
} from '../../../src/model/index.ts';
import { LineField } from '../shell/line-field.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { type PersonDecision, useDeciding } from './decide.ts';
import { useFileSpeech } from './file-speech.ts';
import { recordNumber } from './sourced.tsx';

const WHEREABOUTS = ['known', 'known-not-disclosed'] as const;
const VALUES = ['verified', 'refuted', 'corrected'] as const;
const WHATS = [...DECIDED_FATES, ...WHEREABOUTS, ...VALUES, ...KIN_RELATIONS] as const;
type What = (typeof WHATS)[number];

const isOf = <T extends string>(words: readonly T[], what: string): what is T =>
  (words as readonly string[]).includes(what);

/** The record that an address of a file ends in. */
const recordIn = (address: string): RecordId =>
  decodeURIComponent(address.trim().split('/').at(-1) ?? '') as RecordId;

/** What a named person decides about somebody, beside which records are theirs. Every one needs a reason. */
export function DecideForm({ person }: { readonly person: Person }) {
  const speech = useFileSpeech();
  const { say, number } = speech;
  const { busy, fault, about } = useDeciding();
  const [what, setWhat] = useState<What>('contacted-alive');
  const [statement, setStatement] = useState('');
  const [value, setValue] = useState('');
  const [relative, setRelative] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState('');
  const values = person.records.flatMap(({ values: own }) =>
    own.filter(({ written }) => written.trim() !== ''),
  );
  // a record that is no longer this person's, after a decision, is not the one that was meant
  const { record } = person.records.find((one) => one.record === chosen) ?? person.records[0]!;
  const decision = (): PersonDecision => {
    const why = { reason: reason.trim() };
    if (isOf<DecidedFate>(DECIDED_FATES, what)) return { kind: 'fate', record, fate: what, ...why };
    if (isOf(WHEREABOUTS, what)) return { kind: 'whereabouts', record, whereabouts: what, ...why };
    if (isOf<KinRelation>(KIN_RELATIONS, what))
      return { kind: 'kin', a: record, b: recordIn(relative), relation: what, ...why };
    const about = (statement || values[0]?.statement) as (typeof values)[number]['statement'];
    return {
      kind: 'statement',
      statement: about,
      judgement: what,
      ...(what === 'corrected' ? { value: value.trim() } : {}),
      ...why,
    };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    about(decision(), () => {
      setReason('');
      setValue('');
    });
  };
  return (
    <details className="section decide-form">
      <summary>{say('file.decide')}</summary>
      <form onSubmit={submit}>
        <p className="field">
          <label htmlFor="decide-what">{say('file.what')}</label>
          <select id="decide-what" value={what} onChange={(event) => setWhat(event.target.value as What)}>
            {WHATS.map((each) => (
              <option key={each} value={each}>
                {say(`what.${each}`)}
              </option>
            ))}
          </select>
        </p>
        {isOf(DECIDED_FATES, what) && <p className="note">{say('file.needs-two')}</p>}
        {!isOf(VALUES, what) && person.records.length > 1 && (
          <p className="field">
            <label htmlFor="decide-record">{say('file.record')}</label>
            <select id="decide-record" value={record} onChange={(event) => setChosen(event.target.value)}>
              {person.records.map((one, at) => (
                <option key={one.record} value={one.record}>
                  [{number(at + 1)}] {one.name} · {one.list}
                </option>
              ))}
            </select>
          </p>
        )}
        {isOf(VALUES, what) && (
          <p className="field">
            <label htmlFor="decide-value">{say('file.value')}</label>
            <select
              id="decide-value"
              value={statement}
              onChange={(event) => setStatement(event.target.value)}
            >
              {values.map((each) => (
                <option key={each.statement} value={each.statement}>
                  {say(`property.${each.property}`)}: {each.written} [
                  {number(recordNumber(person, each.record))}]
                </option>
              ))}
            </select>
          </p>
        )}
        {what === 'corrected' && (
          <p className="field">
            <label htmlFor="decide-right">{say('file.right-value')}</label>
            <input
              id="decide-right"
              dir="auto"
              required
              maxLength={500}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          </p>
        )}
        {isOf(KIN_RELATIONS, what) && (
          <p className="field">
            <label htmlFor="decide-kin">{say('file.record-of')}</label>
            <input
              id="decide-kin"
              dir="ltr"
              required
              maxLength={300}
              value={relative}
              onChange={(event) => setRelative(event.target.value)}
            />
          </p>
        )}
        <LineField label={say('file.reason')} value={reason} onChange={setReason} />
        {fault && <FaultNote fault={fault} />}
        <p className="actions">
          <button type="submit" className="main" disabled={busy === 'busy'}>
            {say('file.record-it')}
          </button>
        </p>
      </form>
    </details>
  );
}
