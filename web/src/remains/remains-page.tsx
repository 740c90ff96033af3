import { useState } from 'react';
import { Link } from 'wouter';
import type { RemainsPage as Remains } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toRemains } from '../speech/addresses.ts';
import { useActing } from '../talks/acts.ts';
import { BodyForm } from './body-form.tsx';
import { useSpeech } from './speech.ts';
import '../requests/requests.css';

/** The register, behind one deliberate step that says what is there. */
export default function RemainsPage() {
  const { say } = useSpeech();
  const [shown, setShown] = useState<'shown' | 'hidden'>('hidden');
  return (
    <Page title={say('remains.title')} width="wide">
      <div className="page-head">
        <h1>{say('remains.title')}</h1>
        <p className="lead">{say('remains.lead')}</p>
        <p className="strip">
          <Link href="/remains/wall">{say('remains.wall')}</Link>
        </p>
      </div>
      {shown === 'hidden' ? (
        <>
          <p className="note">{say('remains.step-note')}</p>
          <p className="actions">
            <button type="button" className="main" onClick={() => setShown('shown')}>
              {say('remains.step')}
            </button>
          </p>
        </>
      ) : (
        <WhoDecides>
          <Register />
        </WhoDecides>
      )}
    </Page>
  );
}

function Register() {
  const { say, date } = useSpeech();
  const answer = useAnswer<Remains>('/api/remains');
  const { act, busy, fault } = useActing();
  const [form, setForm] = useState(0);
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <details>
        <summary>{say('remains.new')}</summary>
        <BodyForm
          key={form}
          busy={busy}
          send={(body) =>
            act(
              '/api/remains',
              { body },
              () => say('remains.done'),
              () => setForm(form + 1),
            )
          }
        />
      </details>
      <Awaited answer={answer}>
        {({ remains }) =>
          remains.length === 0 ? (
            <Empty title={say('remains.empty')}>
              <p>{say('remains.empty-how')}</p>
            </Empty>
          ) : (
            <ScrollBox label={say('remains.title')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say('remains.code')}</th>
                    <th scope="col">{say('remains.decide')}</th>
                    <th scope="col">{say('remains.found')}</th>
                    <th scope="col">{say('remains.sex')}</th>
                    <th scope="col">{say('marks.title')}</th>
                  </tr>
                </thead>
                <tbody>
                  {remains.map(({ id, code, state, waits, found, sex, marks, photographs }) => (
                    <tr key={id}>
                      <th scope="row">
                        <Link href={toRemains(id)} data-entry>
                          <Written text={code} />
                        </Link>
                      </th>
                      <td>
                        {say(`status.${state}`)}
                        {waits && <span className="word doubt">{say('status.waits')}</span>}
                      </td>
                      <td>{found === undefined ? '—' : date(found)}</td>
                      <td>{say(`sex.${sex ?? 'none'}`)}</td>
                      <td>
                        {say('remains.marks-count', { count: marks })} ·{' '}
                        {say('remains.photographs-count', { count: photographs })}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Awaited>
    </>
  );
}
