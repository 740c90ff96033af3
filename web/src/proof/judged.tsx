import { useId } from 'react';
import { useSpeech } from './check-speech.ts';
import type { Judgement } from './judge.ts';

const MARKS: Readonly<Record<Judgement['verdict'], string>> = {
  proven: '✓',
  unproven: '◐',
  refused: '✕',
  unread: '–',
};

/** What came out of a check: the verdict, what it shows, and what it does not. */
export function Judged({ judgement }: { readonly judgement: Judgement }) {
  const { say, sayError } = useSpeech();
  const id = useId();
  const { verdict, shows, not, fault } = judgement;
  return (
    <section className={`judged ${verdict}`} aria-labelledby={id}>
      <h2 id={id}>
        <span aria-hidden="true">{MARKS[verdict]} </span>
        {say(`check.${verdict}`)}
      </h2>
      {fault && <p>{sayError(fault.code, fault.data)}</p>}
      <Sentences title={say('check.shows')} sentences={shows} />
      <Sentences title={say('check.shows-not')} sentences={not} />
    </section>
  );
}

function Sentences(props: { readonly title: string; readonly sentences: readonly string[] }) {
  if (props.sentences.length === 0) return null;
  return (
    <>
      <h3>{props.title}</h3>
      <ul>
        {props.sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}
