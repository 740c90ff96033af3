import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ListsPage as ListsAnswer, ListVersionSeen } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault, forgetAnswers, tell as post, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { useDecider, WhoDecides } from '../people/who-decides.tsx';
import { Awaited, Empty, FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toItem } from '../speech/addresses.ts';
import { ALL_LISTS, chosenLists, ListChoiceFields } from './list-choice.tsx';
import { useSpeech } from './speech.ts';
import './lists.css';

type Listed = ListsAnswer['lists'][number];

/** Every list that came in: from whom, which version, and whether it still counts. */
export default function ListsPage() {
  const { say } = useSpeech();
  const answer = useAnswer<ListsAnswer>('/api/lists');
  return (
    <Page title={say('lists.title')} width="wide">
      <WhoDecides>
        <div className="page-head">
          <h1>{say('lists.title')}</h1>
          <p className="lead">{say('lists.lead')}</p>
          <p className="actions">
            <Link href="/lists/add" className="button">
              {say('lists.bring')}
            </Link>
            <Link href="/typing">{say('import.to-typing')}</Link>
          </p>
        </div>
        <Awaited answer={answer} lines={8}>
          {({ lists }) =>
            lists.length === 0 ? (
              <Empty title={say('lists.empty')}>
                <p>{say('lists.empty-how')}</p>
              </Empty>
            ) : (
              <Lists lists={lists} />
            )
          }
        </Awaited>
      </WhoDecides>
    </Page>
  );
}

function Lists({ lists }: { readonly lists: readonly Listed[] }) {
  const { say, compose, date, number } = useSpeech();
  const tell = useTell();
  const decide = useDecider();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<Listed>();
  const [reason, setReason] = useState('');
  const [choice, setChoice] = useState(ALL_LISTS);
  const [fault, setFault] = useState<Fault>();

  const act = async (work: () => Promise<string | undefined>): Promise<void> => {
    setFault(undefined);
    try {
      const done = await work();
      if (done === undefined) return;
      forgetAnswers();
      tell(done);
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
  };
  const withdraw = (list: Listed): void => {
    setAsked(list);
    setReason('');
    dialog.current?.showModal();
  };
  const compare = (list: Listed): void =>
    void act(async () => {
      const { version } = await ask<{ version?: ListVersionSeen }>(
        `/api/lists/${encodeURIComponent(list.id)}/version`,
      );
      if (!version) return say('lists.compare-none', { file: list.file });
      tell({
        text: say('lists.compare-is', { file: list.file, older: version.file, ...version.counts }),
        act: {
          label: say('lists.compare-do'),
          run: () =>
            decide(
              (by) =>
                void act(async () => {
                  await post(`/api/lists/${encodeURIComponent(list.id)}/version`, {
                    older: version.older,
                    by,
                  });
                  return say('lists.newer-of', { file: version.file });
                }),
            ),
        },
      });
      return undefined;
    });

  return (
    <>
      {fault && <FaultNote fault={fault} />}
      {lists.length > 1 && <ListChoiceFields choice={choice} onChoice={setChoice} />}
      <ScrollBox label={say('lists.title')}>
        <table className="lists">
          <thead>
            <tr>
              <th scope="col">{say('lists.file')}</th>
              <th scope="col">{say('lists.came')}</th>
              <th scope="col">{say('lists.source')}</th>
              <th scope="col" className="number">
                {say('lists.rows')}
              </th>
              <th scope="col">{say('lists.state')}</th>
            </tr>
          </thead>
          <tbody>
            {chosenLists(lists, choice).map((list) => (
              <tr key={list.id} className={list.withdrawn ? 'gone' : undefined}>
                <th scope="row">
                  <Link href={toItem(list.id)} data-entry>
                    <Written text={list.file} />
                  </Link>
                  <p className="small quiet">
                    {list.supersedes &&
                      compose('lists.newer-of', { file: <Written text={list.supersedes.file} /> })}
                    {list.typedFrom !== undefined && (
                      <Link href={toItem(list.typedFrom)}>{say('lists.typed-from')}</Link>
                    )}
                  </p>
                </th>
                <td className="small">
                  {compose('lists.came-by', {
                    date: date(list.receivedAt, 'clock'),
                    by: <Written text={list.receivedBy} />,
                  })}
                </td>
                <td className="small">
                  {list.source !== undefined && <Written text={list.source} />}
                  {list.consent !== undefined && <p className="quiet">{say(`consent.${list.consent}`)}</p>}
                </td>
                <td className="number">
                  {number(list.rows)}
                  {list.leftOut > 0 && (
                    <p className="small quiet">{say('lists.left-out', { count: list.leftOut })}</p>
                  )}
                  {list.corrected > 0 && (
                    <p className="small quiet">{say('lists.corrected', { count: list.corrected })}</p>
                  )}
                </td>
                <td>
                  <State list={list} />
                  <span className="actions">
                    {list.withdrawn ? (
                      <button
                        type="button"
                        onClick={() =>
                          decide(
                            (by) =>
                              void act(async () => {
                                await post('/api/decisions/undo', { decision: list.withdrawn?.decision, by });
                                return say('lists.undone', { file: list.file });
                              }),
                          )
                        }
                      >
                        {say('lists.undo')}
                      </button>
                    ) : (
                      <>
                        {!list.supersedes && list !== lists.at(-1) && (
                          <button type="button" onClick={() => compare(list)}>
                            {say('lists.compare')}
                          </button>
                        )}
                        <button type="button" onClick={() => withdraw(list)}>
                          {say('lists.withdraw')}
                        </button>
                      </>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <dialog ref={dialog} aria-labelledby="withdraw-title">
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            dialog.current?.close();
            const list = asked;
            if (!list) return;
            decide(
              (by) =>
                void act(async () => {
                  await post(`/api/lists/${encodeURIComponent(list.id)}/withdraw`, { reason, by });
                  return say('lists.withdrawn-now', { file: list.file });
                }),
            );
          }}
        >
          <h2 id="withdraw-title">
            {asked && compose('lists.withdraw-title', { file: <Written text={asked.file} /> })}
          </h2>
          <p className="note">{say('lists.withdraw-note', { count: asked?.rows ?? 0 })}</p>
          <p className="field">
            <label htmlFor="withdraw-reason">{say('lists.reason')}</label>
            <input
              id="withdraw-reason"
              type="text"
              dir="auto"
              required
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </p>
          <p className="actions">
            <button type="submit" className="main">
              {say('lists.withdraw')}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {say('lists.cancel')}
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}

function State({ list }: { readonly list: Listed }) {
  const { say, compose, date } = useSpeech();
  if (list.withdrawn)
    return (
      <p className="small">
        {compose('lists.withdrawn-by', {
          by: <Written text={list.withdrawn.by} />,
          date: date(list.withdrawn.at, 'clock'),
        })}
        {list.withdrawn.reason !== undefined && (
          <>
            {': '}
            <Written text={list.withdrawn.reason} />
          </>
        )}
      </p>
    );
  return (
    <p className="small">
      {list.supersededBy
        ? compose('lists.older-than', { file: <Written text={list.supersededBy.file} /> })
        : say('lists.counts')}
    </p>
  );
}
