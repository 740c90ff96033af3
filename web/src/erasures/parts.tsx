import { useId } from 'react';
import type { ErasurePart, ForeseenErasure } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { useSpeech } from './speech.ts';
import './erasures.css';

/** Exactly what would go: what was asked for, what goes with it, and what stays. */
export function Foreseen(props: {
  readonly foreseen: ForeseenErasure;
  /** Values that are to stay, by `record slot`; with it each value has a box. */
  readonly staying?: ReadonlySet<string>;
  readonly toggle?: (value: string) => void;
}) {
  const { say, compose } = useSpeech();
  const { parts, entries, files, stays } = props.foreseen;
  const asked = parts.filter(({ derived }) => !derived);
  const derived = parts.filter((part) => part.derived);
  return (
    <section className="foreseen" aria-labelledby="foreseen">
      <h2 id="foreseen">{say('erase-part.asked')}</h2>
      <Parts {...props} parts={asked} />
      {derived.length > 0 && (
        <>
          <h3>{say('erase-part.derived')}</h3>
          <p className="note">{say('erase-part.derived-note')}</p>
          <Parts parts={derived} />
        </>
      )}
      <p>
        <strong>{say('erase-part.all', { amount: say('erasures.amount', { entries, files }) })}</strong>
      </p>
      {stays.map(({ item, file }) => (
        <p key={item} className="note stays">
          {compose('erase-part.stays', { file: <Written text={file} /> })}
        </p>
      ))}
    </section>
  );
}

function Parts(props: {
  readonly parts: readonly ErasurePart[];
  readonly staying?: ReadonlySet<string>;
  readonly toggle?: (value: string) => void;
}) {
  return (
    <ul className="erase-parts">
      {props.parts.map((part) => (
        <li key={`${part.kind} ${part.id}`}>
          <PartName part={part} />
          <PartValues {...props} part={part} />
        </li>
      ))}
    </ul>
  );
}

function PartName({ part }: { readonly part: ErasurePart }) {
  const { compose, say } = useSpeech();
  const { kind, id, file = '', records = 0 } = part;
  if (kind === 'decision') return <strong>{say('erase-part.decision')}</strong>;
  const values = { id: <bdi>{id}</bdi>, file: <Written text={file} />, records };
  return <strong>{compose(`erase-part.${kind}`, values)}</strong>;
}

/** Without these a row could not be read any more: they go with all the rest. */
const WITH_ALL: ReadonlySet<string> = new Set(['place', 'about', 'dropped']);

function PartValues(props: {
  readonly part: ErasurePart;
  readonly staying?: ReadonlySet<string>;
  readonly toggle?: (value: string) => void;
}) {
  const { say } = useSpeech();
  const id = useId();
  const { part, staying, toggle } = props;
  const values = part.values.filter(({ slot }) => !WITH_ALL.has(slot));
  if (values.length === 0)
    return part.kind === 'event' || part.kind === 'record' ? (
      <p className="quiet">{say('erase-part.closed')}</p>
    ) : null;
  return (
    <ul className="erase-values">
      {values.map(({ slot, heading, text }) => {
        const key = `${part.id} ${slot}`;
        const words = (
          <>
            {heading !== undefined && (
              <>
                <Written text={heading} />:{' '}
              </>
            )}
            <Written text={text} />
          </>
        );
        return (
          <li key={slot}>
            {toggle && part.kind === 'record' ? (
              <label htmlFor={`${id}${slot}`}>
                <input
                  id={`${id}${slot}`}
                  type="checkbox"
                  checked={!staying?.has(key)}
                  onChange={() => toggle(key)}
                />{' '}
                {words}
              </label>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
