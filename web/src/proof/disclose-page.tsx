import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { RecordProof } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { useSession } from '../account/session.tsx';
import { tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toErase, toItem } from '../speech/addresses.ts';
import { type CheckSpeech, useSpeech } from './check-speech.ts';
import { SaveText } from './save-text.tsx';
import './proof.css';

/** One row or report: which of its values somebody else is to be shown, and the proof that it held them. */
export default function DisclosePage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<RecordProof>(`/api/records/${encodeURIComponent(id)}/proof`);
  return (
    <Page title={say('disclose.title')}>
      {answer.state === 'here' && (
        <p className="crumb">
          <Link href={toItem(answer.data.item)}>
            <Written text={answer.data.file} />
          </Link>
        </p>
      )}
      <Awaited answer={answer} lines={10}>
        {(about) => <Choosing about={about} />}
      </Awaited>
    </Page>
  );
}

function Choosing({ about }: { readonly about: RecordProof }) {
  const speech = useSpeech();
  const { say, compose } = speech;
  const { may } = useSession();
  const { busy, fault, attempt } = useAttempt();
  const [made, setMade] = useState<{ readonly proof: string; readonly slots: readonly string[] }>();
  const { record, file, entry, values } = about;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const slots = new FormData(event.currentTarget).getAll('slot').map(String);
    setMade(undefined);
    if (slots.length > 0)
      void attempt(async () => {
        const path = `/api/records/${encodeURIComponent(record)}/proof/file`;
        const { proof } = await tell<{ proof: string }>(path, { slots });
        setMade({ proof, slots });
      });
  };
  return (
    <>
      <div className="page-head">
        <h1>{compose('disclose.of', { record: <bdi>{record}</bdi>, file: <Written text={file} /> })}</h1>
        <p className="lead">{say('disclose.lead', { entry })}</p>
      </div>
      {values.length === 0 ? (
        <Empty title={say('disclose.none')} />
      ) : (
        <form className="checking" onSubmit={send} onChange={() => setMade(undefined)}>
          <fieldset>
            <legend>{say('disclose.choose')}</legend>
            {values.map((value) => (
              <p key={value.slot} className="tick">
                <label>
                  <input type="checkbox" name="slot" value={value.slot} />{' '}
                  <SlotName value={value} speech={speech} />: <Written text={value.text} />
                </label>
              </p>
            ))}
          </fieldset>
          <p className="tick">
            <label>
              <input type="checkbox" name="sure" required /> {say('disclose.sure')}
            </label>
          </p>
          <p className="actions">
            <button type="submit" className="main" disabled={busy === 'busy'}>
              {say('disclose.go')}
            </button>
          </p>
        </form>
      )}
      {may('POST /api/erasures') && (
        <p>
          <Link href={toErase('record', record)}>{say('erase.link')}</Link>
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
      <div role="status">{made && <p>{say('disclose.made', { values: made.slots.join(', ') })}</p>}</div>
      {made && (
        <p className="actions">
          <SaveText text={made.proof} file={`${record}.tlog-proof`} main>
            {say('growth.save')}
          </SaveText>
        </p>
      )}
    </>
  );
}

function SlotName(props: { readonly value: RecordProof['values'][number]; readonly speech: CheckSpeech }) {
  const { say } = props.speech;
  const { slot, heading } = props.value;
  if (heading !== undefined) return <Written text={heading} />;
  if (slot === 'place' || slot === 'about' || slot === 'dropped') return <>{say(`disclose.${slot}`)}</>;
  const n = Number(slot.slice(1));
  return (
    <>{slot.startsWith('s') ? say('disclose.statement', { n }) : say('disclose.column', { n: n + 1 })}</>
  );
}
