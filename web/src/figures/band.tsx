import type { ReactNode } from 'react';
import { useSpeech } from './speech.ts';

export type BandName = 'reported' | 'documented' | 'estimated';

/** One of the three kinds of figures, with a mark of its own down its side. */
export function Band(props: { readonly name: BandName; readonly children: ReactNode }) {
  const { say } = useSpeech();
  const { name } = props;
  return (
    <section className={`section band ${name}`} aria-labelledby={name}>
      <h2 id={name}>{say(`${name}.title`)}</h2>
      <p className="note">{say(`${name}.note`)}</p>
      {props.children}
    </section>
  );
}
