import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { UploadSeen } from '../../../src/model/index.ts';
import { forgetAnswers, refresh, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { bytesWord } from './bytes.ts';
import { problemWords } from './problem-words.ts';
import { cancelSending, type Sending, type SendingState, sendFile } from './sending.ts';

const ALL = '/api/uploads';

export interface OnTheWay {
  readonly states: readonly SendingState[];
  /** Begun before this page was opened: the browser must be given the file again. */
  readonly left: readonly UploadSeen[];
  send(files: readonly File[]): void;
  pause(id: string): void;
  goOn(id: string): void;
  cancel(id: string): void;
}

/** The same file as was begun: one that was changed since would give something that nobody ever had. */
export const isRestOf = (file: File, { file: name, length, modified }: UploadSeen): boolean =>
  name === file.name && length === file.size && (modified === undefined || modified === file.lastModified);

/** Large files on their way, also those that were begun before a reload: choosing the same file again goes on with it. */
export function useOnTheWay(): OnTheWay {
  const answer = useAnswer<{ uploads: UploadSeen[] }>(ALL);
  const [states, setStates] = useState<Readonly<Record<string, SendingState>>>({});
  const sendings = useRef(new Map<string, Sending>());
  const count = useRef(0);
  const begun = answer.state === 'failed' ? [] : (answer.data?.uploads ?? []);
  const known = new Set(Object.values(states).map(({ id }) => id));
  const left = begun.filter(({ id }) => !known.has(id));
  const keyOf = (id: string): string | undefined =>
    Object.entries(states).find(([, state]) => state.id === id)?.[0];

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (Object.values(states).some(({ state }) => state === 'sending' || state === 'waiting'))
        event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [states]);

  const send = (files: readonly File[]): void => {
    for (const file of files) {
      const before = left.find((one) => isRestOf(file, one));
      const key = String(count.current++);
      const onState = (state: SendingState): void => {
        setStates((all) => ({ ...all, [key]: state }));
        if (state.state === 'done') forgetAnswers();
      };
      sendings.current.set(key, sendFile(file, { onState, ...(before ? { known: before.id } : {}) }));
    }
  };
  const each = (id: string, act: (sending: Sending) => void): void => {
    const sending = sendings.current.get(keyOf(id) ?? '');
    if (sending) act(sending);
  };
  return {
    states: Object.values(states),
    left,
    send,
    pause: (id) => each(id, (sending) => sending.pause()),
    goOn: (id) => each(id, (sending) => sending.goOn()),
    cancel: (id) => {
      each(id, (sending) => sending.pause());
      const key = keyOf(id);
      setStates((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)));
      void cancelSending(id).then(() => refresh(ALL));
    },
  };
}

export function OnTheWayList({ way }: { readonly way: OnTheWay }) {
  const speech = useSpeech();
  const { say, compose, locale, number } = speech;
  const share = (offset: number, length: number): string =>
    number(Math.floor((100 * offset) / Math.max(1, length)) / 100, { style: 'percent' });
  if (way.states.length === 0 && way.left.length === 0) return null;
  return (
    <section className="on-the-way" aria-label={say('sending.title')}>
      <h2>{say('sending.title')}</h2>
      <ul>
        {way.left.map(({ id, file, offset, length }) => (
          <li key={id}>
            {compose('sending.choose-again', { file: <Written text={file} />, share: share(offset, length) })}{' '}
            <button type="button" className="plain small" onClick={() => way.cancel(id)}>
              {say('sending.cancel')}
            </button>
          </li>
        ))}
        {way.states.map((one) => (
          <li key={`${one.id} ${one.file}`}>
            {one.state === 'done' ? (
              <>
                {one.outcome?.item !== undefined
                  ? compose(one.outcome.held === 'already' ? 'add.held' : 'add.added', {
                      file: (
                        <Link href={toItem(one.outcome.item)}>
                          <Written text={one.file} />
                        </Link>
                      ),
                      count: 0,
                    })
                  : one.outcome?.problems.map((problem, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
                      <span key={at}>
                        <Written text={problem.file} />: {problemWords(speech, problem)}
                      </span>
                    ))}
              </>
            ) : (
              <>
                <p>
                  {compose('sending.share', {
                    file: <Written text={one.file} />,
                    share: share(one.offset, one.length),
                    size: bytesWord(one.length, locale),
                  })}
                  {one.state === 'waiting' && <> · {say('sending.waiting')}</>}
                  {one.state === 'paused' && <> · {say('sending.paused')}</>}
                  {one.state === 'checking' && <> · {say('sending.checking')}</>}
                </p>
                <progress value={one.offset} max={Math.max(1, one.length)} aria-label={one.file} />
                {one.fault && <FaultNote fault={one.fault} />}
                <p className="actions">
                  {one.state === 'paused' ? (
                    <button type="button" onClick={() => way.goOn(one.id)}>
                      {say('sending.go-on')}
                    </button>
                  ) : (
                    <button type="button" onClick={() => way.pause(one.id)}>
                      {say('sending.pause')}
                    </button>
                  )}
                  <button type="button" className="plain" onClick={() => way.cancel(one.id)}>
                    {say('sending.cancel')}
                  </button>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
