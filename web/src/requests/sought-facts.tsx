import type { ReactNode } from 'react';
import { NAME_SLOTS, type TracingRequest } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { MarksList } from '../remains/marks-list.tsx';
import { useSpeech as useRemainsSpeech } from '../remains/speech.ts';
import { useSpeech } from './speech.ts';

export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Who is sought, as far as it is there: name by name, days, places, what the body shows. */
export function SoughtFacts({ sought, description }: Pick<TracingRequest, 'sought' | 'description'>) {
  const { say, date } = useSpeech();
  const remains = useRemainsSpeech();
  const written = (text: string) => <Written text={text} />;
  return (
    <>
      <dl className="facts-of">
        {NAME_SLOTS.flatMap((slot) => {
          const value = sought?.names[slot];
          return value === undefined
            ? []
            : [
                <Fact key={slot} name={say(`form.${slot}`)}>
                  {written(value)}
                </Fact>,
              ];
        })}
        {sought?.sex && <Fact name={say('form.sex')}>{say(`form.sex-${sought.sex}`)}</Fact>}
        {(['birth', 'arrest', 'lastSeen'] as const).map((one) => {
          const value = sought?.[one];
          return value === undefined ? null : (
            <Fact key={one} name={say(`form.${one}`)}>
              {date(value)}
            </Fact>
          );
        })}
        {(['birthPlace', 'home', 'lastPlace', 'heldAt', 'alsoWritten', 'words'] as const).map((one) => {
          const value = sought?.[one];
          return value === undefined ? null : (
            <Fact key={one} name={say(`form.${one}`)}>
              {written(value)}
            </Fact>
          );
        })}
        {description?.height !== undefined && (
          <Fact name={remains.say('description.height')}>{remains.number(description.height)}</Fact>
        )}
      </dl>
      {description && <MarksList of={description} />}
    </>
  );
}
