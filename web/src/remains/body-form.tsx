import { type FormEvent, useState } from 'react';
import { BODY_STATES, type FoundBody, type ItemId, parsePartialDate } from '../../../src/model/index.ts';
import { Choice, filled, Line, Lines, typed } from '../requests/inputs.tsx';
import { keptMarks, linesOf, type Marked, MarksFields, markedOf } from './marks-fields.tsx';
import { useSpeech } from './speech.ts';

/** A body or part, field by field, as a morgue's sheet has it. */
export function BodyForm(props: {
  readonly before?: FoundBody;
  readonly busy: 'busy' | 'idle';
  readonly send: (body: FoundBody) => void;
}) {
  const { say } = useSpeech();
  const { before, busy } = props;
  const [marked, setMarked] = useState<Marked>(() => markedOf(before));
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    props.send(bodyOf(data, marked));
  };
  const range = (name: 'age' | 'height') => (
    <div className="field">
      <span className="label" id={`range-${name}`}>
        {say(`remains.${name}`)}
      </span>
      <span className="row-of-fields">
        {([0, 1] as const).map((end) => (
          <input
            key={end}
            type="number"
            name={`${name}.${end}`}
            min={0}
            max={260}
            aria-label={`${say(`remains.${name}`)}, ${say(end === 0 ? 'remains.from' : 'remains.to')}`}
            defaultValue={before?.[name]?.[end] ?? ''}
          />
        ))}
      </span>
    </div>
  );
  return (
    <form onSubmit={keep} className="request-form">
      <div className="fields">
        <Line name="code" label={say('remains.code')} value={before?.code} required most={40} />
        <Choice
          name="state"
          label={say('remains.state')}
          words={BODY_STATES}
          say={(state) => say(`condition.${state}`)}
          value={before?.state ?? 'whole'}
        />
        <Line name="holder" label={say('remains.holder')} value={before?.holder} />
        <Line name="place" label={say('remains.place')} value={before?.place} />
        <Line name="found" label={say('remains.found')} value={before?.found} direction="ltr" most={11} />
        <Line
          name="diedFrom"
          label={say('remains.diedFrom')}
          value={before?.diedFrom}
          direction="ltr"
          most={11}
        />
        <Choice
          name="sex"
          label={say('remains.sex')}
          words={['male', 'female']}
          say={(sex) => say(`sex.${sex}`)}
          none={say('sex.none')}
          value={before?.sex}
        />
        {range('age')}
        {range('height')}
      </div>
      <MarksFields marked={marked} onChange={setMarked} mayBeAbsent="absent" />
      <Lines name="belongings" label={say('belongings.title')} value={before?.belongings.join('\n')} />
      <Lines name="notes" label={say('remains.notes')} value={before?.notes} />
      <p className="note">{say('remains.photographs-hint')}</p>
      <Lines
        name="photographs"
        label={say('remains.photographs')}
        value={before?.photographs.join('\n')}
        rows={2}
      />
      <p className="actions">
        <button type="submit" className="main" disabled={busy === 'busy'}>
          {say('remains.keep')}
        </button>
      </p>
    </form>
  );
}

function bodyOf(data: FormData, marked: Marked): FoundBody {
  const text = (name: string) => typed(data, name);
  const date = (name: string) => {
    const given = text(name);
    return given !== undefined && parsePartialDate(given) ? given : undefined;
  };
  const range = (name: string): [number, number] | undefined => {
    const [low, high] = [text(`${name}.0`), text(`${name}.1`)];
    if (low === undefined && high === undefined) return undefined;
    return [Number(low ?? high), Number(high ?? low)];
  };
  return filled({
    code: text('code') ?? '',
    state: text('state') as FoundBody['state'],
    holder: text('holder'),
    place: text('place'),
    found: date('found'),
    diedFrom: date('diedFrom'),
    sex: text('sex') as FoundBody['sex'],
    age: range('age'),
    height: range('height'),
    marks: keptMarks(marked.marks),
    teeth: [...marked.teeth],
    belongings: linesOf(text('belongings')),
    notes: text('notes'),
    photographs: linesOf(text('photographs')) as ItemId[],
  }) as FoundBody;
}
