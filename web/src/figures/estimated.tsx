import { type FormEvent, useEffect, useState } from 'react';
import type { DocumentedPage, RunSeen, RunsSeen } from '../../../src/model/index.ts';
import { AskFailed, type Fault, refresh, tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Band } from './band.tsx';
import { EstimateResult } from './estimate-result.tsx';
import { useSpeech } from './speech.ts';
import { methodWord } from './words.ts';

const RUNS = '/api/figures/runs';
/** Milliseconds between two looks at a run. */
const LOOK = 1500;
const MOST_LISTS = 10;

export function EstimatedSection() {
  const { say } = useSpeech();
  const runs = useAnswer<RunsSeen>(RUNS);
  const [chosen, setChosen] = useState<string>();
  const all = runs.state === 'failed' ? [] : (runs.data?.runs ?? []);
  const current = chosen ?? all[0]?.id;
  return (
    <Band name="estimated">
      <details className="assumptions">
        <summary>{say('estimated.help')}</summary>
        <ul>
          {(['closed', 'linkage', 'dependence', 'coverage', 'choice'] as const).map((part) => (
            <li key={part}>{say(`estimated.help-${part}`)}</li>
          ))}
        </ul>
      </details>
      <StartRun
        onStarted={(id) => {
          setChosen(id);
          void refresh(RUNS);
        }}
      />
      {all.length > 1 && <PastRuns runs={all} current={current} choose={setChosen} />}
      {current !== undefined && <RunView key={current} id={current} />}
    </Band>
  );
}

/** Which lists, which seed; or a table of counts. */
function StartRun(props: { readonly onStarted: (id: string) => void }) {
  const { say } = useSpeech();
  const documented = useAnswer<DocumentedPage>('/api/figures/documented?view=team');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [counts, setCounts] = useState('');
  const [seed, setSeed] = useState('1');
  const [fault, setFault] = useState<Fault>();
  const [busy, setBusy] = useState<'busy' | 'idle'>('idle');
  return (
    <Awaited answer={documented} lines={4}>
      {({ lists }) => {
        const usable = lists.slice(0, 40);
        const taken = usable
          .map(({ name }) => name)
          .filter((name) => !left.has(name))
          .slice(0, MOST_LISTS);
        const start = (event: FormEvent): void => {
          event.preventDefault();
          setFault(undefined);
          setBusy('busy');
          const what = counts.trim() === '' ? { lists: taken } : { counts };
          tell<RunSeen>(RUNS, { ...what, seed: Number(seed) || 0 })
            .then(({ id }) => props.onStarted(id))
            .catch((error: unknown) =>
              setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} }),
            )
            .finally(() => setBusy('idle'));
        };
        return (
          <form className="start" onSubmit={start}>
            {usable.length < 2 ? (
              <Empty title={say('estimated.few-lists', { count: usable.length })} />
            ) : (
              <fieldset>
                <legend>{say('estimated.lists')}</legend>
                <p className="note">{say('estimated.lists-help')}</p>
                <ul className="choices">
                  {usable.map(({ name, persons }) => (
                    <li key={name}>
                      <label>
                        <input
                          type="checkbox"
                          checked={taken.includes(name)}
                          onChange={() => {
                            const next = new Set(left);
                            if (!next.delete(name)) next.add(name);
                            setLeft(next);
                          }}
                        />
                        <span>
                          <Written text={name} />{' '}
                          <span className="quiet small">
                            {say('estimated.list-persons', { count: persons })}
                          </span>
                        </span>
                      </label>
                    </li>
                  ))}
                </ul>
              </fieldset>
            )}
            <details>
              <summary>{say('estimated.or-table')}</summary>
              <label className="field">
                <span className="note">{say('estimated.table-help')}</span>
                <textarea
                  dir="ltr"
                  rows={6}
                  aria-label={say('estimated.or-table')}
                  value={counts}
                  placeholder={'A,B,C,count\n1,0,0,40\n0,1,0,35\n…'}
                  onChange={(event) => setCounts(event.target.value)}
                />
              </label>
            </details>
            <div className="go">
              <label className="field">
                <span className="label">{say('estimated.seed')}</span>
                <input
                  type="number"
                  min={0}
                  max={4294967295}
                  value={seed}
                  onChange={(event) => setSeed(event.target.value)}
                />
                <span className="note">{say('estimated.seed-help')}</span>
              </label>
              <button
                type="submit"
                className="main"
                disabled={busy === 'busy' || (counts.trim() === '' && taken.length < 2)}
              >
                {say('estimated.start')}
              </button>
            </div>
            {fault && <FaultNote fault={fault} />}
          </form>
        );
      }}
    </Awaited>
  );
}

function PastRuns(props: {
  readonly runs: RunsSeen['runs'];
  readonly current: string | undefined;
  readonly choose: (id: string) => void;
}) {
  const { say, date, number } = useSpeech();
  return (
    <div className="past">
      <h3>{say('estimated.past')}</h3>
      <ul>
        {props.runs.map(({ id, startedAt, state, seed }) => (
          <li key={id}>
            <button
              type="button"
              className="plain"
              aria-pressed={id === props.current}
              onClick={() => props.choose(id)}
            >
              {date(startedAt, 'clock')}
            </button>{' '}
            <span className="quiet small">
              {say(`estimated.state-${state}`)} · {say('estimated.seed')} {number(seed)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A run under way with its progress, or what came of it. */
function RunView({ id }: { readonly id: string }) {
  const { say, sayError } = useSpeech();
  const path = `${RUNS}/${id}`;
  const answer = useAnswer<RunSeen>(path);
  const running = answer.state !== 'failed' && answer.data?.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void refresh(path), LOOK);
    return () => {
      clearInterval(timer);
      void refresh(RUNS);
    };
  }, [path, running]);
  return (
    <Awaited answer={answer} lines={5}>
      {(run) => {
        switch (run.state) {
          case 'running':
            return (
              <Progress run={run} cancel={() => void tell(`${path}/cancel`, {}).then(() => refresh(path))} />
            );
          case 'done':
            return run.result ? <EstimateResult run={run} result={run.result} /> : null;
          case 'refused':
            return (
              <div className="refusal" role="status">
                <strong>{say('estimated.refused')}</strong>
                <p>{run.refusal && sayError(run.refusal.code, run.refusal.data ?? {})}</p>
              </div>
            );
          default:
            return (
              <p role="status" className="refusal">
                {say(`estimated.${run.state}`)}
              </p>
            );
        }
      }}
    </Awaited>
  );
}

const SHARES = {
  panel: [0, 0.6],
  linkages: [0.6, 0.85],
  thresholds: [0.85, 0.95],
  'leave-one-out': [0.95, 1],
} as const;

function Progress(props: { readonly run: RunSeen; readonly cancel: () => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const { progress } = props.run;
  const step = progress?.step ?? 'panel';
  const [from, to] = SHARES[step];
  const done = from + (to - from) * (progress ? progress.done / Math.max(1, progress.total) : 0);
  const words = say(`estimated.step-${step}`, {
    method: methodWord(speech, progress?.method ?? 'two-lists'),
  });
  return (
    <div className="running">
      <p role="status">{say('estimated.running', { step: words })}</p>
      <progress aria-label={say('estimated.title')} max={1} value={done} />
      <p className="note">{say('estimated.leave')}</p>
      <button type="button" onClick={props.cancel}>
        {say('estimated.cancel')}
      </button>
    </div>
  );
}
