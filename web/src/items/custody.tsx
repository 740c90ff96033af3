import { useState } from 'react';
import { CUSTODY_STEPS, type CustodyStep, type FileView } from '../../../src/model/index.ts';
import { AskFailed, type Fault, refresh, tell } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { useDecider } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { useTell } from '../shell/said.tsx';
import { useSpeech } from '../speech/speech.tsx';

/** What a link says, in the order of the form and of the sheet. */
const VALUES = ['from', 'to', 'place', 'how', 'consent', 'conditions', 'address', 'note'] as const;
/** Only captures say these, and the form does not ask for them. */
const OF_CAPTURES = ['published', 'collector'] as const;
const LONG: readonly string[] = ['how', 'consent', 'conditions', 'note'];

/** The chain of a file, oldest first; each link is an entry of the ledger. */
export function Chain({ view }: { readonly view: FileView }) {
  const { say, date, number } = useSpeech();
  return (
    <ol className="custody-chain">
      {view.custody.map((link, at) => (
        <li key={link.entry}>
          <p>
            <strong>{at === 0 ? say('custody.received') : say(`custody.step-${link.what}`)}</strong>{' '}
            <span className="quiet">
              {link.when !== undefined ? <bdi dir="ltr">{link.when}</bdi> : date(link.at, 'clock')}
            </span>
          </p>
          <dl className="file-facts">
            {[...VALUES, ...OF_CAPTURES].flatMap((name) =>
              link[name] === undefined
                ? []
                : [
                    <dt key={`${name} label`}>{say(`custody.${name}`)}</dt>,
                    <dd key={name}>
                      <Written text={link[name]} />
                    </dd>,
                  ],
            )}
            {link.erased.map((name) => (
              <dd key={name} className="quiet">
                {say('custody.erased')}
              </dd>
            ))}
            <dt>{say('custody.by')}</dt>
            <dd>
              <Written text={link.by ?? '—'} /> · {date(link.at, 'clock')} · {say('custody.entry')}{' '}
              {number(link.entry)}
            </dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** What the Berkeley Protocol wants known: there or missing, in words and not by colour alone. */
export function Completeness({ view }: { readonly view: FileView }) {
  const { say } = useSpeech();
  const present = view.completeness.filter(({ state }) => state === 'present').length;
  return (
    <div className="complete">
      <h3>{say('complete.title')}</h3>
      <p className="note">{say('complete.note', { present, total: view.completeness.length })}</p>
      <ul>
        {view.completeness.map(({ point, paragraph, state }) => (
          <li key={point} className={state}>
            <span aria-hidden="true">{state === 'present' ? '■' : '○'}</span> {say(`complete.${point}`)}{' '}
            <span className="quiet small">
              {say(`complete.${state}`)} · <bdi dir="ltr">{paragraph}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Values = Partial<Record<(typeof VALUES)[number] | 'when', string>>;

export function NewLink({ item, path }: { readonly item: string; readonly path: string }) {
  const { say } = useSpeech();
  const said = useTell();
  const decide = useDecider();
  const [what, setWhat] = useState<CustodyStep>('acquired');
  const [values, setValues] = useState<Values>({});
  const [fault, setFault] = useState<Fault>();
  const save = () =>
    decide(async (by) => {
      setFault(undefined);
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
      try {
        await tell(`/api/items/${encodeURIComponent(item)}/custody`, { what, by, ...given });
        said(say('custody.saved'));
        setValues({});
        await refresh(path);
      } catch (error) {
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
      }
    });
  return (
    <details className="new-link">
      <summary>{say('custody.add')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="field">
          <label htmlFor="custody-what">{say('custody.what')}</label>
          <select
            id="custody-what"
            value={what}
            onChange={(event) => setWhat(event.target.value as CustodyStep)}
          >
            {CUSTODY_STEPS.map((step) => (
              <option key={step} value={step}>
                {say(`custody.step-${step}`)}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="custody-when">{say('custody.when')}</label>
          <span className="quiet small" id="custody-when-hint">
            {say('custody.when-hint')}
          </span>
          <input
            id="custody-when"
            dir="ltr"
            aria-describedby="custody-when-hint"
            value={values.when ?? ''}
            onChange={(event) => setValues({ ...values, when: event.target.value })}
          />
        </p>
        {VALUES.map((name) => (
          <p className="field" key={name}>
            <label htmlFor={`custody-${name}`}>{say(`custody.${name}`)}</label>
            {LONG.includes(name) ? (
              <textarea
                id={`custody-${name}`}
                dir="auto"
                rows={2}
                maxLength={4000}
                value={values[name] ?? ''}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            ) : (
              <input
                id={`custody-${name}`}
                dir="auto"
                maxLength={4000}
                value={values[name] ?? ''}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </p>
        ))}
        <p className="actions">
          <button type="submit" className="main">
            {say('custody.save')}
          </button>
        </p>
        {fault && <FaultNote fault={fault} />}
      </form>
    </details>
  );
}
