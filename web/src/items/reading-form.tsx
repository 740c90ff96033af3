import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { measureMessages, puttingRightMessages } from '../../../src/messages/index.ts';
import {
  type FigureOperator,
  type ItemText,
  type ProposedReadings,
  STANCES,
  type Stance,
} from '../../../src/model/index.ts';
import { measureWord, UNNAMED } from '../claims/claim-words.ts';
import { Written } from '../marks/written.tsx';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(puttingRightMessages);

type Mark = ItemText['marks'][number];
/** What is put right: a statement as it was read, or a paragraph in which one was missed. */
export type Asked =
  | { readonly kind: 'statement'; readonly mark: Mark; readonly quote: string }
  | {
      readonly kind: 'paragraph';
      readonly start: number;
      readonly text: string;
      /** What a second reader makes of it. */
      readonly proposed?: ProposedReadings['proposals'][number] & { readonly model: string };
    };

const OPERATORS = [
  'eq',
  'approx',
  'ge',
  'gt',
  'le',
  'lt',
  'range',
  'all',
  'vague',
] as const satisfies readonly FigureOperator[];
const MEASURES = Object.keys(measureMessages).flatMap((key) =>
  key.startsWith('measure.') && key !== 'measure.statement' ? [key.slice('measure.'.length)] : [],
);
/** Those that say how many without a number. */
const WITHOUT_NUMBER: ReadonlySet<string> = new Set(['none', 'all', 'vague']);
const BETWEEN = /\s*[›>]\s*/u;

/** A number as people type it: with separators, in digits of either kind. */
function numberTyped(typed: string): number | undefined {
  const digits = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\s,٬_]/g, '')
    .replace('٫', '.');
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(digits) ? Number(digits) : undefined;
}

const typedFrom = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** Says what words of a report state: who says it, how, how many; or that they state nothing. */
export function ReadingForm(props: {
  readonly asked: Asked;
  readonly outlet: string;
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly busy: boolean;
  readonly save: (matter: object, done: 'right.struck-done' | 'right.read-done' | 'right.added-done') => void;
  readonly close: () => void;
}) {
  const { asked } = props;
  const speech = useSpeech();
  const { say } = speech;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const before = asked.kind === 'statement' ? asked.mark : undefined;
  const proposed = asked.kind === 'paragraph' ? asked.proposed : undefined;
  const at = before ?? proposed;
  const [stance, setStance] = useState<Stance | 'nothing'>(at?.stance ?? 'asserts');
  const [who, setWho] = useState(
    (before?.chain.slice(1) ?? proposed?.through ?? []).filter((each) => each !== UNNAMED).join(' › '),
  );
  const [op, setOp] = useState<FigureOperator | 'none'>(at?.figure?.op ?? 'none');
  const [value, setValue] = useState(typedFrom(at?.figure?.value));
  const [upper, setUpper] = useState(typedFrom(at?.figure?.high));
  const [measure, setMeasure] = useState(at?.figure?.measure ?? 'people');
  const [place, setPlace] = useState(before?.place ?? '');
  const [reason, setReason] = useState(proposed ? say('right.proposed-by', { model: proposed.model }) : '');
  const [marked, setMarked] = useState({ start: 0, end: asked.kind === 'paragraph' ? asked.text.length : 0 });
  useEffect(() => {
    dialog.current?.showModal();
    words.current?.select();
  }, []);
  const number = numberTyped(value);
  const high = op === 'range' ? numberTyped(upper) : undefined;
  const numbered = !WITHOUT_NUMBER.has(op);
  const upperWrong = op === 'range' && number !== undefined && (high === undefined || high <= number);
  const numberMissing = (numbered && number === undefined) || upperWrong;
  const wordsMissing = asked.kind === 'paragraph' && asked.text.slice(marked.start, marked.end).trim() === '';
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wordsMissing || (numberMissing && stance !== 'nothing')) return;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    if (before && stance === 'nothing')
      return props.save({ kind: 'read-nothing', statement: before.statement, ...why }, 'right.struck-done');
    const figure = op === 'none' ? {} : { figure: { op, measure, ...(numbered && { value: number }), high } };
    const through = who.split(BETWEEN).filter((each) => each.trim() !== '');
    const where = place.trim() === (before?.place ?? '') ? {} : { place: place.trim() };
    const read = { value: { stance, through, ...figure, ...where }, ...why };
    if (before) props.save({ kind: 'read-as', statement: before.statement, ...read }, 'right.read-done');
    else if (asked.kind === 'paragraph')
      props.save(
        { kind: 'read-too', start: asked.start + marked.start, end: asked.start + marked.end, ...read },
        'right.added-done',
      );
  };
  return (
    <dialog ref={dialog} className="putting-right" aria-labelledby={`${id}-title`} onClose={props.close}>
      <form onSubmit={save}>
        <h2 id={`${id}-title`}>{say(before ? 'right.title' : 'right.add-title')}</h2>
        {asked.kind === 'statement' ? (
          <blockquote>
            <Written text={asked.quote} />
          </blockquote>
        ) : (
          <p className="field">
            <label htmlFor={`${id}-words`}>{say('right.words')}</label>
            <textarea
              id={`${id}-words`}
              ref={words}
              dir="auto"
              // not read-only: browsers move no caret there, so that words could not be marked by keyboard
              inputMode="none"
              onChange={() => setMarked({ start: 0, end: asked.text.length })}
              rows={5}
              value={asked.text}
              aria-describedby={`${id}-marked`}
              onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
                setMarked({ start, end })
              }
            />
            <span className="note" id={`${id}-marked`} aria-live="polite">
              {wordsMissing
                ? say('right.words-none')
                : say('right.words-note', { words: asked.text.slice(marked.start, marked.end).trim() })}
            </span>
          </p>
        )}
        <p className="field">
          <label htmlFor={`${id}-who`}>{say('right.who')}</label>
          <input
            id={`${id}-who`}
            type="text"
            dir="auto"
            maxLength={600}
            list={`${id}-names`}
            value={who}
            disabled={stance === 'nothing'}
            aria-describedby={`${id}-who-note`}
            onChange={(event) => setWho(event.target.value)}
          />
          <datalist id={`${id}-names`}>
            {props.names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <span className="note" id={`${id}-who-note`}>
            {say('right.who-note', { outlet: props.outlet })}
          </span>
        </p>
        <p className="field">
          <label htmlFor={`${id}-stance`}>{say('right.stance')}</label>
          <select
            id={`${id}-stance`}
            value={stance}
            onChange={(event) => setStance(event.target.value as Stance | 'nothing')}
          >
            {STANCES.map((each) => (
              <option key={each} value={each}>
                {say(`stance.${each}`)}
              </option>
            ))}
            {before && <option value="nothing">{say('right.nothing')}</option>}
          </select>
        </p>
        <p className="field">
          <label htmlFor={`${id}-place`}>{say('right.place')}</label>
          <input
            id={`${id}-place`}
            type="text"
            dir="auto"
            maxLength={200}
            list={`${id}-places`}
            value={place}
            disabled={stance === 'nothing'}
            aria-describedby={`${id}-place-note`}
            onChange={(event) => setPlace(event.target.value)}
          />
          <datalist id={`${id}-places`}>
            {props.places.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <span className="note" id={`${id}-place-note`}>
            {say('right.place-note')}
          </span>
        </p>
        <fieldset disabled={stance === 'nothing'}>
          <legend>{say('right.figure')}</legend>
          <p className="field">
            <label htmlFor={`${id}-op`}>{say('right.op')}</label>
            <select
              id={`${id}-op`}
              value={op}
              onChange={(event) => setOp(event.target.value as FigureOperator | 'none')}
            >
              <option value="none">{say('right.op-none')}</option>
              {OPERATORS.map((each) => (
                <option key={each} value={each}>
                  {say(`right.op-${each}`)}
                </option>
              ))}
            </select>
          </p>
          {numbered && (
            <NumberField
              label={say('right.value')}
              value={value}
              invalid={value !== '' && number === undefined}
              change={setValue}
            />
          )}
          {op === 'range' && (
            <NumberField
              label={say('right.high')}
              value={upper}
              invalid={upper !== '' && upperWrong}
              change={setUpper}
            />
          )}
          {op !== 'none' && (
            <p className="field">
              <label htmlFor={`${id}-measure`}>{say('right.measure')}</label>
              <select
                id={`${id}-measure`}
                value={measure}
                onChange={(event) => setMeasure(event.target.value)}
              >
                {MEASURES.map((each) => (
                  <option key={each} value={each}>
                    {measureWord(speech, each)}
                  </option>
                ))}
              </select>
            </p>
          )}
        </fieldset>
        <p className="field">
          <label htmlFor={`${id}-reason`}>{say('right.reason')}</label>
          <input
            id={`${id}-reason`}
            type="text"
            dir="auto"
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </p>
        <p className="actions">
          <button type="submit" className="main" disabled={props.busy || wordsMissing}>
            {say('right.save')}
          </button>
          <button type="button" onClick={props.close}>
            {say('right.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly change: (typed: string) => void;
}) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        dir="ltr"
        required
        maxLength={20}
        aria-invalid={props.invalid}
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    </p>
  );
}
