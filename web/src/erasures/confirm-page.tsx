import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CarriedOut, WaitingErasurePage } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { useKnownDecider, WhoDecides } from '../people/who-decides.tsx';
import { Awaited, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useActing } from '../talks/acts.ts';
import { Backups } from './backups.tsx';
import { Foreseen } from './parts.tsx';
import { useSpeech } from './speech.ts';

/** The second person looks at what would go, and carries it out; or somebody withdraws it. */
export default function ConfirmPage({ entry }: { readonly entry: string }) {
  const { say } = useSpeech();
  const [out, setOut] = useState<CarriedOut>();
  return (
    <Page title={say('erase-confirm.title')}>
      <p className="crumb">
        <Link href="/erasures">{say('erasures.back')}</Link>
      </p>
      <WhoDecides>{out ? <Told out={out} /> : <Waiting entry={entry} carriedOut={setOut} />}</WhoDecides>
      <Backups />
    </Page>
  );
}

function Waiting(props: { readonly entry: string; readonly carriedOut: (out: CarriedOut) => void }) {
  const { say, compose, date } = useSpeech();
  const [, go] = useLocation();
  const by = useKnownDecider();
  const { act, busy, fault } = useActing();
  const path = `/api/erasures/${encodeURIComponent(props.entry)}`;
  const answer = useAnswer<WaitingErasurePage>(`${path}?by=${encodeURIComponent(by ?? '')}`);
  return (
    <Awaited answer={answer} lines={8}>
      {({ asked, foreseen }) => (
        <>
          <div className="page-head">
            <h1>{say('erase-confirm.title')}</h1>
            <p className="lead">
              {say(`erase-basis.${asked.basis}`)}
              {asked.reason !== undefined && (
                <>
                  {' · '}
                  <Written text={asked.reason} />
                </>
              )}
            </p>
            <p className="note">
              {compose('erasures.asked-by', {
                by: <Written text={asked.by ?? '—'} />,
                date: date(asked.at, 'clock'),
              })}
            </p>
          </div>
          <Foreseen foreseen={foreseen} />
          {fault && <FaultNote fault={fault} />}
          {asked.yours ? (
            <form
              className="erase-asking"
              onSubmit={(event: FormEvent) => {
                event.preventDefault();
                act<CarriedOut>(
                  `${path}/carry-out`,
                  { seen: foreseen.seen },
                  () => say('erase-confirm.done'),
                  props.carriedOut,
                );
              }}
            >
              <p className="tick">
                <label>
                  <input type="checkbox" required /> {say('erase-confirm.sure')}
                </label>
              </p>
              <p className="actions">
                <button type="submit" className="main danger" disabled={busy === 'busy'}>
                  {say('erase-confirm.go')}
                </button>
              </p>
            </form>
          ) : (
            <p>{say('erasures.own')}</p>
          )}
          <p className="actions">
            <button
              type="button"
              disabled={busy === 'busy'}
              onClick={() =>
                act(
                  `${path}/withdraw`,
                  {},
                  () => say('erase-confirm.withdrawn'),
                  () => go('/erasures'),
                )
              }
            >
              {say('erase-confirm.withdraw')}
            </button>
          </p>
        </>
      )}
    </Awaited>
  );
}

function Told({ out }: { readonly out: CarriedOut }) {
  const { say, date } = useSpeech();
  const { entry, entries, files, at } = out.done;
  const amount = say('erasures.amount', { entries, files });
  return (
    <div className="page-head" role="status">
      <h1>{say('erase-confirm.done')}</h1>
      <p className="lead">{say('erase-confirm.told', { entry, amount, date: date(at, 'clock') })}</p>
      {out.gone === 'later' && <p className="note">{say('erase-confirm.later')}</p>}
    </div>
  );
}
