import { Link } from 'wouter';
import type { ItemDetail } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toRow } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { problemWords } from './problem-words.ts';

const SHOWN = 200;

/** All that could not be read as it stands, each with its place; the same stand at their rows. */
export function ProblemList({ item }: { readonly item: ItemDetail }) {
  const speech = useSpeech();
  const { say } = speech;
  if (item.problemList.length === 0) return null;
  return (
    <Section
      id="problems"
      title={say('problems.title', { count: item.problemList.length })}
      note={say('problems.note')}
    >
      <ul className="problems">
        {item.problemList.slice(0, SHOWN).map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
          <li key={at}>
            {problem.row !== undefined && (
              <Link
                href={toRow(
                  item.id,
                  problem.row,
                  problem.sheet === undefined ? {} : { sheet: problem.sheet },
                )}
              >
                {say('place.row', { row: problem.row })}
              </Link>
            )}
            {problem.row === undefined &&
              problem.line !== undefined &&
              say('place.line', { line: problem.line })}
            {problem.column !== undefined && (
              <span className="quiet">
                {' '}
                <Written text={problem.column} />
              </span>
            )}{' '}
            {problemWords(speech, problem)}
          </li>
        ))}
      </ul>
      {item.problemList.length > SHOWN && (
        <p className="note">{say('problems.more', { count: item.problemList.length - SHOWN })}</p>
      )}
    </Section>
  );
}
