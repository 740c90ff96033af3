import { type FormEvent, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ANSWER_LENGTH, type Talk, type TalkEntry } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { bytesWord } from '../items/bytes.ts';
import { WhoDecides } from '../people/who-decides.tsx';
import { LineField } from '../shell/line-field.tsx';
import { Awaited, FaultNote } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useSingleKeys } from '../shell/single-keys.ts';
import { toItem } from '../speech/addresses.ts';
import { useActing } from './acts.ts';
import { LeadOver } from './lead-over.tsx';
import { useSpeech } from './speech.ts';
import './talks.css';

/** One talk: what was written, an answer, and what goes on to the desk. */
export default function TalkPage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<Talk>(`/api/line/talks/${encodeURIComponent(id)}`);
  return (
    <Page title={say('nav.talks')}>
      <p className="crumb">
        <Link href="/talks">{say('talk.back')}</Link>
      </p>
      <Awaited answer={answer} lines={8}>
        {(talk) => (
          <WhoDecides>
            <WholeTalk talk={talk} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}

function WholeTalk({ talk }: { readonly talk: Talk }) {
  const { say, date, compose } = useSpeech();
  const [, go] = useLocation();
  const { act, busy, fault } = useActing();
  const path = `/api/line/talks/${encodeURIComponent(talk.id)}`;
  const setState = (state: 'spam' | 'closed' | 'in-talk') =>
    act(
      '/api/line/states',
      { talks: [talk.id], state },
      () => say('talk.state-done', { state: say(`talks.state-${state}`) }),
      () => state !== 'in-talk' && go('/talks'),
    );
  useSingleKeys({ s: () => setState('spam'), c: () => setState('closed'), u: () => go('/talks') });
  const putAway = talk.state === 'spam' || talk.state === 'closed';
  return (
    <>
      <div className="page-head">
        <h1>{say('talk.title', { day: date(talk.firstDay) })}</h1>
        <p className="lead">
          {say(`talks.state-${talk.state}`)}
          {talk.withdrawn && <span className="word danger">{say('talks.withdrawn')}</span>}
        </p>
        <p className="small quiet">{say('talk.keys')}</p>
      </div>
      {talk.withdrawn && <p className="note">{say('talks.withdrawn-note')}</p>}
      {fault && <FaultNote fault={fault} />}
      <ol className="talk">
        {talk.entries.map((entry) => (
          <Entry key={entry.place} entry={entry} path={path} />
        ))}
      </ol>
      {talk.handedOver.map(({ item, by, at }) => (
        <p key={`${item} ${at}`} className="note">
          <Link href={toItem(item)}>{compose('talk.handed', { by: by ?? '—', day: date(at, 'clock') })}</Link>
        </p>
      ))}
      <p className="actions">
        {putAway ? (
          <button type="button" disabled={busy === 'busy'} onClick={() => setState('in-talk')}>
            {say('talk.reopen')}
          </button>
        ) : (
          <>
            <button type="button" disabled={busy === 'busy'} onClick={() => setState('spam')}>
              {say('talk.spam')}
            </button>
            <button type="button" disabled={busy === 'busy'} onClick={() => setState('closed')}>
              {say('talk.close')}
            </button>
          </>
        )}
      </p>
      <AnswerForm path={path} />
      <HandOverForm path={path} talk={talk} />
      <LeadOver path={path} talk={talk} />
      <EraseForm path={path} />
    </>
  );
}

function Entry({ entry, path }: { readonly entry: TalkEntry; readonly path: string }) {
  const { say, date, locale } = useSpeech();
  const { from, day, text, file, delivered } = entry;
  return (
    <li className={from}>
      <h2>{say(`talk.from-${from}`, { day: date(day) })}</h2>
      {file ? (
        <p>
          <a href={`${path}/files/${entry.place}`} download>
            {say('talk.file', { name: file.name, size: bytesWord(file.bytes, locale) })}
          </a>
          <span className="small quiet"> {say('talk.file-note')}</span>
        </p>
      ) : text === undefined ? (
        <p className="quiet">{say('talk.erased')}</p>
      ) : (
        <p className="words" dir="auto">
          {text}
        </p>
      )}
      {delivered === false && <p className="small quiet">{say('talk.not-delivered')}</p>}
    </li>
  );
}

function AnswerForm({ path }: { readonly path: string }) {
  const { say } = useSpeech();
  const { act, busy, fault } = useActing();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useSingleKeys({ r: () => field.current?.focus() });
  const send = (event: FormEvent) => {
    event.preventDefault();
    act(
      `${path}/answer`,
      { text },
      () => say('talk.answer-done'),
      () => setText(''),
    );
  };
  return (
    <Section id="answer" title={say('talk.answer')} note={say('talk.answer-hint')}>
      <form onSubmit={send} className="talk-form">
        {fault && <FaultNote fault={fault} />}
        <textarea
          ref={field}
          rows={4}
          dir="auto"
          required
          maxLength={ANSWER_LENGTH}
          aria-labelledby="answer"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="actions">
          <button type="submit" className="main" disabled={busy === 'busy' || text.trim() === ''}>
            {say('talk.answer-send')}
          </button>
        </p>
      </form>
    </Section>
  );
}

function HandOverForm({ path, talk }: { readonly path: string; readonly talk: Talk }) {
  const { say } = useSpeech();
  const { act, busy, fault } = useActing();
  const own = useId();
  const said = talk.entries
    .flatMap(({ from, text }) => (from === 'sender' && text ? [text] : []))
    .join('\n\n');
  const [text, setText] = useState(said);
  const [leftOut, setLeftOut] = useState('');
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useSingleKeys({ h: () => field.current?.focus() });
  const send = (event: FormEvent) => {
    event.preventDefault();
    act(`${path}/hand-over`, { text, leftOut, reason }, () => say('talk.over-done'));
  };
  return (
    <Section id="hand-over" title={say('talk.over')} note={say('talk.over-hint')}>
      <form onSubmit={send} className="talk-form">
        {fault && <FaultNote fault={fault} />}
        <p className="field">
          <label htmlFor={`${own}text`}>{say('talk.over-text')}</label>
          <textarea
            id={`${own}text`}
            ref={field}
            rows={7}
            dir="auto"
            required
            maxLength={50_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </p>
        <LineField label={say('talk.over-left-out')} value={leftOut} onChange={setLeftOut} optional />
        <LineField label={say('talk.over-reason')} value={reason} onChange={setReason} />
        <p className="actions">
          <button
            type="submit"
            className="main"
            disabled={busy === 'busy' || text.trim() === '' || reason.trim() === ''}
          >
            {say('talk.over-send')}
          </button>
        </p>
      </form>
    </Section>
  );
}

/** Behind a step of its own: nothing brings it back. */
function EraseForm({ path }: { readonly path: string }) {
  const { say } = useSpeech();
  const { act, busy, fault } = useActing();
  const [reason, setReason] = useState('');
  const erase = (event: FormEvent) => {
    event.preventDefault();
    act(
      `${path}/erase`,
      { reason },
      (after: Talk) => say(stands(after) ? 'talk.erase-waits' : 'talk.erase-done'),
      () => setReason(''),
    );
  };
  return (
    <details className="section">
      <summary>{say('talk.erase')}</summary>
      <form onSubmit={erase} className="talk-form">
        {fault && <FaultNote fault={fault} />}
        <p className="note">{say('talk.erase-note')}</p>
        <LineField label={say('talk.erase-reason')} value={reason} onChange={setReason} />
        <p className="actions">
          <button type="submit" disabled={busy === 'busy' || reason.trim() === ''}>
            {say('talk.erase-go')}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Whether anything of it can still be read. */
const stands = ({ entries }: Talk): boolean =>
  entries.some(({ text, file }) => text !== undefined || file !== undefined);
