import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  type Asker,
  CHANNELS,
  type Description,
  LEAVING,
  parsePartialDate,
  RELATIONS,
  type RequestForm,
  type SafeContact,
  type Sought,
} from '../../../src/model/index.ts';
import { keptMarks, linesOf, type Marked, MarksFields, markedOf } from '../remains/marks-fields.tsx';
import { useSpeech as useRemainsSpeech } from '../remains/speech.ts';
import { ConsentFields, consentOf } from './consent-fields.tsx';
import { Choice, filled, Line, Lines, typed } from './inputs.tsx';
import { type RequestKey, useSpeech } from './speech.ts';

const NAMES = [
  'given',
  'father',
  'grandfather',
  'family',
  'mother',
  'mother-family',
  'teknonym',
  'nickname',
] as const;
const DATES = ['birth', 'arrest', 'lastSeen'] as const;
const PLACES = ['birthPlace', 'home', 'lastPlace', 'heldAt'] as const;

/** What stands in a request already, where it is corrected; the consent is then asked elsewhere. */
export interface Before {
  readonly sought?: Sought | undefined;
  readonly description?: Description | undefined;
  readonly asker?: Asker | undefined;
  readonly contact?: SafeContact | undefined;
}

/**
 * The form of a request. What is typed stays in this page alone and is gone with it: a family's data is not put into
 * the browser's store.
 */
export function RequestFormFields<Amending extends Before | undefined>(props: {
  readonly before: Amending;
  /** A signed paper: fields close together, nothing to be read out. */
  readonly from?: 'paper';
  readonly busy: 'busy' | 'idle';
  readonly send: (form: Amending extends Before ? Omit<RequestForm, 'consent'> : RequestForm) => void;
  readonly children?: ReactNode;
}) {
  const { say } = useSpeech();
  const remains = useRemainsSpeech();
  const { before, busy, from } = props;
  const { sought, description, asker, contact } = before ?? {};
  const [marked, setMarked] = useState<Marked>(() => markedOf(description));
  const [wrong, setWrong] = useState<readonly { readonly key: RequestKey; readonly value?: string }[]>([]);
  const [channel, setChannel] = useState<string>(contact?.channel ?? 'phone');
  const form = useRef<HTMLFormElement>(null);
  const faults = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong.length > 0) faults.current?.focus();
  }, [wrong]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const typedIn = [...(form.current?.querySelectorAll('input[type=text]') ?? [])] as HTMLInputElement[];
      if (typedIn.some(({ value, defaultValue }) => value !== defaultValue)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readForm(new FormData(event.currentTarget), marked, before ? 'amend' : 'new');
    setWrong(read.wrong);
    if (read.form) props.send(read.form as never);
  };
  return (
    <form ref={form} onSubmit={send} className={`request-form ${from ?? ''}`} noValidate>
      {wrong.length > 0 && (
        <div ref={faults} className="fault" role="alert" tabIndex={-1}>
          <strong>{say('form.wrong')}</strong>
          <ul>
            {wrong.map(({ key, value = '' }) => (
              <li key={key + value}>{say(key, { value })}</li>
            ))}
          </ul>
        </div>
      )}
      {!before && (
        <fieldset>
          <legend>{say(from === 'paper' ? 'form.consent-signed' : 'form.consent')}</legend>
          <ConsentFields from={from} />
        </fieldset>
      )}
      <fieldset>
        <legend>{say('form.sought')}</legend>
        <p className="note">{say('form.sought-hint')}</p>
        <div className="fields">
          {NAMES.map((slot) => (
            <Line key={slot} name={`names.${slot}`} label={say(`form.${slot}`)} value={sought?.names[slot]} />
          ))}
          <Line name="alsoWritten" label={say('form.alsoWritten')} value={sought?.alsoWritten} />
          <Choice
            name="sex"
            label={say('form.sex')}
            words={['male', 'female']}
            say={(sex) => say(`form.sex-${sex}`)}
            none={say('form.sex-none')}
            value={sought?.sex}
          />
          {DATES.map((date) => (
            <Line
              key={date}
              name={date}
              label={say(`form.${date}`)}
              help={date === 'birth' ? say('form.date-hint') : undefined}
              value={sought?.[date]}
              direction="ltr"
              most={20}
            />
          ))}
          {PLACES.map((place) => (
            <Line key={place} name={place} label={say(`form.${place}`)} value={sought?.[place]} />
          ))}
        </div>
        <Lines name="words" label={say('form.words')} value={sought?.words} />
      </fieldset>
      <details>
        <summary>{say('form.description')}</summary>
        <p className="note">{say('form.description-hint')}</p>
        <div className="fields">
          <Line
            name="height"
            label={remains.say('description.height')}
            value={description?.height}
            direction="ltr"
            most={3}
          />
        </div>
        <MarksFields marked={marked} onChange={setMarked} mayBeAbsent="absent" />
        <Lines
          name="belongings"
          label={remains.say('belongings.title')}
          value={description?.belongings?.join('\n')}
        />
      </details>
      <fieldset>
        <legend>{say('form.asker')}</legend>
        <div className="fields">
          <Line name="asker" label={say('form.asker-name')} value={asker?.name} />
          <Choice
            name="relation"
            label={say('form.relation')}
            words={RELATIONS}
            say={(relation) => say(`relation.${relation}`)}
            none={say('form.relation-none')}
            value={asker?.relation}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('form.contact')}</legend>
        <p className="note">{say('form.contact-hint')}</p>
        <div className="fields">
          <Choice
            name="channel"
            label={say('form.channel')}
            words={CHANNELS}
            say={(one) => say(`channel.${one}`)}
            value={channel}
            onChange={setChannel}
          />
          {channel !== 'code-only' && (
            <>
              <Line name="at" label={say('form.at')} value={contact?.at} />
              <Line name="hours" label={say('form.hours')} value={contact?.hours} />
              <Line
                name="codeWord"
                label={say('form.codeWord')}
                help={say('form.codeWord-hint')}
                value={contact?.codeWord}
                most={60}
              />
            </>
          )}
          <Choice
            name="leave"
            label={say('form.leave')}
            words={LEAVING}
            say={(one) => say(`leave.${one}`)}
            value={contact?.leave ?? 'nothing'}
          />
        </div>
        <Lines name="notes" label={say('form.contact-notes')} value={contact?.notes} rows={2} />
      </fieldset>
      {props.children}
      <p className="actions">
        <button type="submit" className="main" disabled={busy === 'busy'}>
          {say(before ? 'form.amend' : 'form.keep')}
        </button>
      </p>
    </form>
  );
}

interface Read {
  readonly form?: Omit<RequestForm, 'consent'> & Partial<Pick<RequestForm, 'consent'>>;
  readonly wrong: readonly { readonly key: RequestKey; readonly value?: string }[];
}

/** What was typed as a request, or what is wrong with it: all at once, nothing sent. */
export function readForm(data: FormData, marked: Marked, kind: 'new' | 'amend'): Read {
  const text = (name: string): string | undefined => typed(data, name);
  const wrong: { key: RequestKey; value?: string }[] = [];
  const consent = kind === 'new' ? consentOf(data) : undefined;
  if (kind === 'new' && !consent) wrong.push({ key: 'form.consent-missing' });
  const names = filled(Object.fromEntries(NAMES.map((slot) => [slot, text(`names.${slot}`)])));
  if (!names.given && !names.family && !names.nickname) wrong.push({ key: 'form.name-missing' });
  const dates: Record<string, string | undefined> = {};
  for (const name of DATES) {
    const given = text(name)?.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));
    if (given !== undefined && parsePartialDate(given) === undefined)
      wrong.push({ key: 'form.date-wrong', value: given });
    dates[name] = given;
  }
  const asker = text('asker');
  if (asker === undefined) wrong.push({ key: 'form.asker-missing' });
  const relation = text('relation') as Asker['relation'] | undefined;
  if (relation === undefined) wrong.push({ key: 'form.relation-missing' });
  const channel = (text('channel') ?? 'code-only') as SafeContact['channel'];
  const at = text('at');
  if (at === undefined && channel !== 'code-only' && channel !== 'visit')
    wrong.push({ key: 'form.at-missing' });
  const mayCall = consent?.grants.some(({ purpose }) => purpose === 'call');
  if (consent && channel !== 'code-only' && !mayCall) wrong.push({ key: 'form.consent-call-missing' });
  if (wrong.length > 0 || asker === undefined || relation === undefined) return { wrong };
  const places = Object.fromEntries(PLACES.map((place) => [place, text(place)]));
  const height = Number(text('height')) || undefined;
  const belongings = linesOf(text('belongings'));
  const description = filled({
    height,
    marks: marked.marks.length > 0 ? keptMarks(marked.marks) : undefined,
    teeth: marked.teeth.length > 0 ? [...marked.teeth] : undefined,
    belongings: belongings.length > 0 ? belongings : undefined,
  });
  return {
    wrong,
    form: {
      sought: filled({
        names,
        alsoWritten: text('alsoWritten'),
        sex: text('sex') as Sought['sex'],
        ...dates,
        ...places,
        words: text('words'),
      }) as Sought,
      ...(Object.keys(description).length > 0 ? { description: description as Description } : {}),
      asker: { name: asker, relation },
      contact: filled({
        channel,
        at,
        hours: text('hours'),
        codeWord: text('codeWord'),
        leave: (text('leave') ?? 'nothing') as SafeContact['leave'],
        notes: text('notes'),
      }) as SafeContact,
      ...(consent ? { consent } : {}),
    },
  };
}
