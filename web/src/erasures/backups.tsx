import { Section } from '../shell/page.tsx';
import { useSpeech } from './speech.ts';

/** What an erasure does not reach, and what to do about it. */
export function Backups() {
  const { say } = useSpeech();
  return (
    <Section id="backups" title={say('erasures.backups')}>
      <ul className="said-plainly">
        {(['backups-before', 'backups-keys', 'left-house'] as const).map((key) => (
          <li key={key}>{say(`erasures.${key}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
