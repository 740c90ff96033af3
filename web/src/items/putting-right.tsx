import { createContext, type ReactNode, useContext, useState } from 'react';
import type { ItemDetail, ItemText, ProposedReadings } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { useSession } from '../account/session.tsx';
import { tell } from '../api/answers.ts';
import { UNNAMED } from '../claims/claim-words.ts';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { useDecisions } from '../people/decisions.ts';
import { FaultNote } from '../shell/loading.tsx';
import type { Block } from './blocks.ts';
import { type Asked, ReadingForm, useSpeech } from './reading-form.tsx';

type Begun = (Block & { kind: 'text' })['begins'][number];

interface Hand {
  readonly ask: (asked: Asked) => void;
  readonly undo: (decision: string) => void;
  readonly busy: boolean;
}
/** There while somebody puts the reading right. */
const HandContext = createContext<Hand | undefined>(undefined);

/** Around a report's text: a person takes it in hand, what was read wrongly is struck, read otherwise or added. */
export function PuttingRight(props: {
  readonly item: ItemDetail;
  readonly text: ItemText;
  readonly children: ReactNode;
}) {
  const { item, text } = props;
  const { say } = useSpeech();
  const { may } = useSession();
  const { busy, fault, write, undo } = useDecisions({ undo: say('right.undo'), undone: say('right.undone') });
  const [inHand, setInHand] = useState<'in-hand' | 'read'>('read');
  const [asked, setAsked] = useState<Asked>();
  if (!may('POST /api/items/{id}/readings') || item.withdrawn) return props.children;
  const places = new Set(text.marks.flatMap(({ place }) => place ?? []));
  const names = new Set(text.marks.flatMap(({ chain }) => chain.slice(1).filter((each) => each !== UNNAMED)));
  return (
    <HandContext value={inHand === 'in-hand' ? { ask: setAsked, undo, busy } : undefined}>
      <div className="taking-in-hand">
        <button
          type="button"
          aria-pressed={inHand === 'in-hand'}
          onClick={() => setInHand(inHand === 'read' ? 'in-hand' : 'read')}
        >
          {say(inHand === 'read' ? 'right.start' : 'right.stop')}
        </button>
        {inHand === 'in-hand' && <p className="note">{say('right.note')}</p>}
        {inHand === 'in-hand' && text.reader && <SecondReader item={item} text={text} reader={text.reader} />}
        {fault && <FaultNote fault={fault} />}
      </div>
      <Struck text={text} />
      {props.children}
      {asked && (
        <ReadingForm
          key={asked.kind === 'statement' ? asked.mark.statement : asked.start}
          asked={asked}
          outlet={text.marks[0]?.chain[0] ?? item.outlet ?? item.file}
          names={[...names]}
          places={[...places]}
          busy={busy}
          save={(matter, done) => {
            setAsked(undefined);
            write(`/api/items/${encodeURIComponent(item.id)}/readings`, matter, say(done));
          }}
          close={() => setAsked(undefined)}
        />
      )}
    </HandContext>
  );
}

/** Beside a statement: that a person read it so, and while the reading is in hand, what can be done about it. */
export function PutRight({ mark }: { readonly mark: Begun }) {
  const { say, compose, date } = useSpeech();
  const hand = useContext(HandContext);
  return (
    <>
      {mark.putRight && (
        <span className="small quiet">
          {compose('right.by', {
            by: <Actor name={mark.putRight.by} />,
            date: date(mark.putRight.at, 'clock'),
          })}
        </span>
      )}
      {hand && (
        <span className="actions">
          <button
            type="button"
            className="plain"
            disabled={hand.busy}
            aria-label={say('right.this-of', { quote: mark.quote })}
            onClick={() => hand.ask({ kind: 'statement', mark, quote: mark.quote })}
          >
            {say('right.this')}
          </button>
          {mark.putRight && (
            <button
              type="button"
              className="plain"
              disabled={hand.busy}
              onClick={() => hand.undo(mark.putRight!.decision)}
            >
              {say('right.undo')}
            </button>
          )}
        </span>
      )}
    </>
  );
}

/** Beside a paragraph, while the reading is in hand: a statement that was not read. */
export function Missing({ start, text }: { readonly start: number; readonly text: string }) {
  const { say } = useSpeech();
  const hand = useContext(HandContext);
  if (!hand) return null;
  return (
    <li>
      <button
        type="button"
        className="plain"
        disabled={hand.busy}
        aria-label={say('right.missing-in', { quote: text.slice(0, 60) })}
        onClick={() => hand.ask({ kind: 'paragraph', start, text })}
      >
        {say('right.missing')}
      </button>
    </li>
  );
}

function Struck({ text }: { readonly text: ItemText }) {
  const { say, compose, date } = useSpeech();
  const hand = useContext(HandContext);
  if (text.struck.length === 0) return null;
  return (
    <details className="struck">
      <summary>{say('right.struck', { count: text.struck.length })}</summary>
      <ul>
        {text.struck.map(({ statement, start, end, by }) => (
          <li key={statement}>
            <s>
              <Written text={text.text.slice(start, end)} />
            </s>{' '}
            <span className="small quiet">
              {compose('right.by', { by: <Actor name={by.by} />, date: date(by.at, 'clock') })}
            </span>{' '}
            {hand && (
              <button
                type="button"
                className="plain"
                disabled={hand.busy}
                onClick={() => hand.undo(by.decision)}
              >
                {say('right.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a language model that the owner named makes of the report: proposals to look at, apart from all that is read. */
function SecondReader(props: {
  readonly item: ItemDetail;
  readonly text: ItemText;
  readonly reader: NonNullable<ItemText['reader']>;
}) {
  const { item, text, reader } = props;
  const { say } = useSpeech();
  const hand = useContext(HandContext);
  const { busy, fault, attempt } = useAttempt();
  const [answer, setAnswer] = useState<ProposedReadings>();
  const ask = () =>
    attempt(async () => {
      setAnswer(await tell<ProposedReadings>(`/api/items/${encodeURIComponent(item.id)}/proposals`, {}));
    });
  const unread = answer?.proposals.filter(
    ({ start, end }) =>
      !text.marks.some((mark) => Math.min(mark.end, end) - Math.max(mark.start, start) > (end - start) / 2),
  );
  return (
    <div className="second-reader">
      <p className="note">{say('right.ask-note', reader)}</p>
      <button type="button" disabled={busy === 'busy'} onClick={() => void ask()}>
        {say(busy === 'busy' ? 'right.asking' : 'right.ask')}
      </button>
      {fault && <FaultNote fault={fault} />}
      {answer && unread && (
        <>
          <p role="status">
            {say('right.proposed', { count: unread.length })}.{' '}
            {say('right.dropped', { dropped: answer.dropped, unanswered: answer.unanswered })}
          </p>
          <ul>
            {unread.map((one) => (
              <li key={`${one.start} ${one.end}`}>
                <Written text={one.quote} />{' '}
                <span className="word suggested">{say('right.proposed-by', { model: answer.model })}</span>{' '}
                <button
                  type="button"
                  className="plain"
                  aria-label={say('right.look-at', { quote: one.quote })}
                  onClick={() =>
                    hand?.ask({
                      kind: 'paragraph',
                      start: one.start,
                      text: text.text.slice(one.start, one.end),
                      proposed: { ...one, model: answer.model },
                    })
                  }
                >
                  {say('right.look')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
