import { useEffect, useState } from 'react';
import type { RunSeen, RunsSeen } from '../../../src/model/index.ts';
import { refresh, tell, useAnswer } from '../api/answers.ts';
import { Awaited } from '../shell/loading.tsx';
import { Band } from './band.tsx';
import { EstimateResult } from './estimate-result.tsx';
import { useSpeech } from './speech.ts';
import { StartRun } from './start-run.tsx';
import { methodWord } from './words.ts';

const RUNS = '/api/figures/runs';
/** Milliseconds between two looks at a run. */
const LOOK = 1500;

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
