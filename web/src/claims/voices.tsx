import type { Claim, Mention } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { StanceMark } from '../marks/stance.tsx';
import { Written } from '../marks/written.tsx';
import { toPassage } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { placeOf, UNNAMED, voicesOf } from './claim-words.ts';
import './voices.css';

const SHOWN = 8;

/** Who really speaks: one line a voice, and after it every report that carries that voice. */
export function Voices(props: { readonly claim: Claim }) {
  const { say, compose } = useSpeech();
  return (
    <ul className="voices">
      {voicesOf(props.claim).map((voice) => (
        <li key={`${voice.against}${voice.name}`} className={voice.against ? 'against' : 'for'}>
          <p className="voice-name">
            {compose(voice.against ? 'voices.denied-by' : 'voices.said-by', {
              name: <VoiceName name={voice.name} />,
            })}
          </p>
          <ul className="carried">
            {voice.reports.slice(0, SHOWN).map(({ mention }) => (
              <li key={mention.statement}>
                <MentionLink mention={mention} />
              </li>
            ))}
            {voice.reports.length > SHOWN && (
              <li className="quiet small">{say('voices.more', { count: voice.reports.length - SHOWN })}</li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Who speaks; a voice that no report names is said to be so. */
export function VoiceName({ name }: { readonly name: string }) {
  const { say } = useSpeech();
  return name === UNNAMED ? (
    <span className="name">{say('origin.unnamed')}</span>
  ) : (
    <Written text={name} className="name" />
  );
}

/** One report's mention: its stance, the outlet and the day; opens the report at the words. */
export function MentionLink(props: { readonly mention: Mention }) {
  const speech = useSpeech();
  const { mention } = props;
  return (
    <SourceLink
      to={toPassage(mention.item, mention.statement)}
      quote={mention.quote}
      place={placeOf(speech, mention)}
      className="mention"
    >
      <StanceMark stance={mention.stance} words="unseen" /> <Written text={mention.outlet} />
      {mention.published !== undefined && (
        <span className="quiet nowrap"> {speech.date(mention.published, 'short')}</span>
      )}
    </SourceLink>
  );
}
