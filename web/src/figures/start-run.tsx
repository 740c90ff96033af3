import { type FormEvent, type ReactNode, useState } from 'react';
import { estimateMethods } from '../../../src/messages/index.ts';
import type { DocumentedPage, RunSeen } from '../../../src/model/index.ts';
import { AskFailed, type Fault, tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { DivisionFields, type DivisionWritten, divisionOf, UNDIVIDED } from './division-fields.tsx';
import { useSpeech } from './speech.ts';
import { methodWord } from './words.ts';

const MOST_LISTS = 10;
const METHODS = Object.keys(estimateMethods);

/** A set with one member more, or less where it had it. */
function turned<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Which lists, into which parts, by which methods, which seed; or a table of counts. */
export function StartRun(props: { readonly onStarted: (id: string) => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const documented = useAnswer<DocumentedPage>('/api/figures/documented?view=team');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [leftMethods, setLeftMethods] = useState<ReadonlySet<string>>(new Set());
  const [division, setDivision] = useState<DivisionWritten>(UNDIVIDED);
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
        const methods = METHODS.filter((method) => !leftMethods.has(method));
        const start = (event: FormEvent): void => {
          event.preventDefault();
          setFault(undefined);
          setBusy('busy');
          const divided = divisionOf(division, taken);
          const what =
            counts.trim() === '' ? { lists: taken, ...(divided ? { division: divided } : {}) } : { counts };
          const chosen = leftMethods.size > 0 ? { methods } : {};
          tell<RunSeen>('/api/figures/runs', { ...what, ...chosen, seed: Number(seed) || 0 })
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
                    <Choice
                      key={name}
                      checked={taken.includes(name)}
                      turn={() => setLeft(turned(left, name))}
                    >
                      <Written text={name} />{' '}
                      <span className="quiet small">{say('estimated.list-persons', { count: persons })}</span>
                    </Choice>
                  ))}
                </ul>
              </fieldset>
            )}
            {usable.length > 1 && <DivisionFields lists={taken} written={division} change={setDivision} />}
            <details>
              <summary>{say('estimated.methods')}</summary>
              <p className="note">{say('estimated.methods-help')}</p>
              <ul className="choices">
                {METHODS.map((method) => (
                  <Choice
                    key={method}
                    checked={!leftMethods.has(method)}
                    turn={() => setLeftMethods(turned(leftMethods, method))}
                  >
                    {methodWord(speech, method)}
                  </Choice>
                ))}
              </ul>
            </details>
            <details className="by-table">
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
                disabled={
                  busy === 'busy' || methods.length === 0 || (counts.trim() === '' && taken.length < 2)
                }
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

function Choice(props: {
  readonly checked: boolean;
  readonly turn: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <label>
        <input type="checkbox" checked={props.checked} onChange={props.turn} />
        <span>{props.children}</span>
      </label>
    </li>
  );
}
