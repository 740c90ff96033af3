import type { Description } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { useSpeech } from './speech.ts';

/** What a body shows or a family describes: marks, teeth, things. */
export function MarksList({ of }: { readonly of: Pick<Description, 'marks' | 'teeth' | 'belongings'> }) {
  const { say, number } = useSpeech();
  return (
    <ul>
      {of.marks?.map(({ kind, part, words, absent }) => (
        <li key={`${kind}${part}${words}`}>
          {say(`mark.${kind}`)} · {say(`part.${part}`)}
          {words !== undefined && (
            <>
              {' · '}
              <Written text={words} />
            </>
          )}
          {absent && ` · ${say('marks.absent')}`}
        </li>
      ))}
      {of.teeth?.map(({ tooth, state }) => (
        <li key={tooth}>
          {say('teeth.tooth')} {number(tooth)} · {say(`tooth.${state}`)}
        </li>
      ))}
      {of.belongings?.map((thing) => (
        <li key={thing}>
          <Written text={thing} />
        </li>
      ))}
    </ul>
  );
}
