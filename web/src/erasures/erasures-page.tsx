import { Link } from 'wouter';
import type { ErasuresPage as Answer, DoneErasure, WaitingErasure } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { useKnownDecider } from '../people/who-decides.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toErasure } from '../speech/addresses.ts';
import { Backups } from './backups.tsx';
import { useSpeech } from './speech.ts';
import './erasures.css';

/** What waits for a second person; what was erased, as the ledger tells it; what erasing does not reach. */
export default function ErasuresPage() {
  const { say } = useSpeech();
  const by = useKnownDecider();
  const answer = useAnswer<Answer>(`/api/erasures?by=${encodeURIComponent(by ?? '')}`);
  return (
    <Page title={say('erasures.title')}>
      <div className="page-head">
        <h1>{say('erasures.title')}</h1>
        <p className="lead">{say('erasures.lead')}</p>
        <p className="note">{say('erasures.how')}</p>
      </div>
      <Awaited answer={answer} lines={8}>
        {({ waiting, done }) => (
          <>
            <Section id="waiting" title={say('erasures.waiting')}>
              {waiting.length === 0 ? (
                <Empty title={say('erasures.none-waiting')} />
              ) : (
                <ul className="erase-waiting">
                  {waiting.map((one) => (
                    <Waiting key={one.entry} asked={one} />
                  ))}
                </ul>
              )}
            </Section>
            <Section id="done" title={say('erasures.done')}>
              {done.length === 0 ? <Empty title={say('erasures.none-done')} /> : <Done done={done} />}
            </Section>
          </>
        )}
      </Awaited>
      <Backups />
    </Page>
  );
}

function Waiting({ asked }: { readonly asked: WaitingErasure }) {
  const { say, compose, date } = useSpeech();
  const { entry, at, by = '—', basis, reason, yours } = asked;
  return (
    <li>
      <p>
        <strong>{say(`erase-basis.${basis}`)}</strong>
        {reason !== undefined && (
          <>
            {' · '}
            <Written text={reason} />
          </>
        )}
      </p>
      <p className="small quiet">
        {compose('erasures.asked-by', { by: <Written text={by} />, date: date(at, 'clock') })}
        {!yours && ` · ${say('erasures.own')}`}
      </p>
      <p>
        <Link href={toErasure(entry)}>{say('erasures.look')}</Link>
      </p>
    </li>
  );
}

function Done({ done }: { readonly done: readonly DoneErasure[] }) {
  const { say, date } = useSpeech();
  return (
    <ScrollBox label={say('erasures.title')}>
      <table className="stacks">
        <thead>
          <tr>
            {(['when', 'ground', 'reason', 'people', 'how-much'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`erasures.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {done.map(({ entry, at, basis, reason, people, entries, files }) => (
            <tr key={entry}>
              <td>
                {date(at, 'clock')}
                <span className="small quiet"> {say('erasures.entry', { entry })}</span>
              </td>
              <td>{say(`erase-basis.${basis}`)}</td>
              <td>{reason === undefined ? say('erasures.not-readable') : <Written text={reason} />}</td>
              <td>
                {people.map((name) => (
                  <span key={name} className="one-of">
                    <Written text={name} />{' '}
                  </span>
                ))}
              </td>
              <td>{say('erasures.amount', { entries, files })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
