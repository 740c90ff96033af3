import { Link } from 'wouter';
import type { Overview } from '../../../src/model/index.ts';
import { Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';

/** What waits for a person: each line leads to where it is settled. */
export function Attention({ attention }: { readonly attention: Overview['attention'] }) {
  const { say, number } = useSpeech();
  const lines = [
    { count: attention.possibleLinks, key: 'attention.possible-links', to: '/people?filter=possible' },
    { count: attention.conflictedPersons, key: 'attention.conflicts', to: '/people?filter=conflicts' },
    { count: attention.contradictedClaims, key: 'attention.contradicted', to: '/claims?show=contradicted' },
    { count: attention.problems, key: 'attention.problems', to: '/items?show=problems' },
  ] as const;
  const waiting = lines.filter(({ count }) => count > 0);
  return (
    <Section id="attention" title={say('case.attention')}>
      {waiting.length === 0 ? (
        <p className="quiet">{say('attention.none')}</p>
      ) : (
        <ul className="attention">
          {waiting.map(({ count, key, to }) => (
            <li key={key}>
              <Link href={to} data-entry>
                <span className="count">{number(count)}</span> {say(key, { count })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
