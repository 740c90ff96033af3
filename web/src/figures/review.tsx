import { type FormEvent, useState } from 'react';
import type { ExportedRun, RunSeen } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { AskFailed, ask, type Fault, refresh, tell } from '../api/answers.ts';
import { FaultNote } from '../shell/loading.tsx';
import { keep, kept } from '../speech/kept.ts';
import { download } from './picture.tsx';
import { useSpeech } from './speech.ts';

const DECIDER = 'sanad.decider';

/** Nothing leaves without the name of somebody who looked at it; the ledger keeps the name, and the run to be repeated. */
export function Review({ run }: { readonly run: RunSeen }) {
  const { say, date, number } = useSpeech();
  const session = useSession();
  const path = `/api/figures/runs/${run.id}`;
  const [name, setName] = useState(() => kept(DECIDER) ?? '');
  const [fault, setFault] = useState<Fault>();
  const attempt = (work: Promise<unknown>): void => {
    setFault(undefined);
    work.catch((error: unknown) =>
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} }),
    );
  };
  const save = async (): Promise<void> => {
    const exported = await ask<ExportedRun>(`${path}/export`);
    download(
      `estimate-${exported.exportedAt.slice(0, 10)}.json`,
      'application/json',
      JSON.stringify(exported, null, 2),
    );
  };
  const review = async (): Promise<void> => {
    await tell<RunSeen>(`${path}/review`, session.me ? {} : { reviewer: name });
    if (!session.me) keep(DECIDER, name);
    await save();
    await refresh(path);
  };
  const repeat = async (): Promise<void> => {
    await tell<RunSeen>(`${path}/repeat`, {});
    await refresh('/api/figures/runs');
  };
  if (run.repeats)
    return (
      <p role="status" className={run.repeats.same ? 'repeated' : 'refusal'}>
        {say(run.repeats.same ? 'estimated.repeat-same' : 'estimated.repeat-differs')}
      </p>
    );
  return (
    <div className="release">
      <h3>{say('estimated.release')}</h3>
      <p className="note">{say('estimated.release-note')}</p>
      {run.review ? (
        <p role="status">
          {say('estimated.reviewed', {
            name: run.review.by,
            at: date(run.review.at, 'clock'),
            entry: number(run.review.entry + 1),
          })}
        </p>
      ) : (
        <form
          className="go"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            attempt(review());
          }}
        >
          {session.me ? (
            <p>{say('estimated.review-as', { name: session.me.name })}</p>
          ) : (
            <label className="field">
              <span className="label">{say('estimated.reviewer')}</span>
              <input
                type="text"
                dir="auto"
                required
                minLength={2}
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
          )}
          <button type="submit" className="main" disabled={!session.me && name.trim().length < 2}>
            {say('estimated.release-do')}
          </button>
        </form>
      )}
      <div className="go">
        {run.review && (
          <button type="button" onClick={() => attempt(save())}>
            {say('estimated.save-again')}
          </button>
        )}
        <button type="button" onClick={() => attempt(repeat())}>
          {say('estimated.repeat')}
        </button>
        <span className="note">{say('estimated.repeat-note')}</span>
      </div>
      {fault && <FaultNote fault={fault} />}
    </div>
  );
}
