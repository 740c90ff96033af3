import type { Person } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { useSpeech } from '../speech/speech.tsx';

/** On paper: what the numbers in brackets stand for. On the screen the numbers are links. */
export function Footnotes({ person }: { readonly person: Person }) {
  const { say, number } = useSpeech();
  return (
    <ol className="on-paper footnotes">
      {person.records.map((record, at) => (
        <li key={record.record}>
          [{number(at + 1)}] <Written text={record.list} />
          {record.sheet !== undefined && (
            <>
              , <Written text={record.sheet} />
            </>
          )}
          , {say('place.row', { row: record.row })}: <Written text={record.name} />
        </li>
      ))}
    </ol>
  );
}
