import type { Claim } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { StanceMark } from '../marks/stance.tsx';
import { Written } from '../marks/written.tsx';
import { toPassage } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { placeOf, UNNAMED, voicesOf } from './claim-words.ts';
import { VoiceName } from './voices.tsx';

/** Each voice, and the way its words took: outlet, platform, speaker. All ways that end in one voice stand together. */
export function Chains({ claim }: { readonly claim: Claim }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <ol className="origins">
      {voicesOf(claim).map((voice) => (
        <li key={`${voice.against}${voice.name}`} className={voice.against ? 'against' : 'for'}>
          <h3>
            {speech.compose(voice.against ? 'voices.denied-by' : 'voices.said-by', {
              name: <VoiceName name={voice.name} />,
            })}{' '}
            <span className="quiet small">{say('claim.carried', { count: voice.reports.length })}</span>
          </h3>
          <ul className="ways">
            {voice.reports.map(({ mention, all }) => {
              const copied = mention.copyOf === undefined ? undefined : claim.mentions[mention.copyOf];
              const chain = mention.chain.length > 0 ? mention.chain : [mention.outlet];
              return (
                <li key={mention.statement}>
                  <span className="way-stance">
                    <StanceMark stance={mention.stance} />
                  </span>
                  <ol className="chain" aria-label={say('claim.chain')}>
                    {chain.map((link, step) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a chain is an order of names, some twice
                      <li key={step}>
                        {step === 0 ? (
                          <SourceLink
                            to={toPassage(mention.item, mention.statement)}
                            quote={mention.quote}
                            place={placeOf(speech, mention)}
                          >
                            <Written text={link} />
                          </SourceLink>
                        ) : link === UNNAMED ? (
                          say('origin.unnamed')
                        ) : (
                          <Written text={link} />
                        )}
                      </li>
                    ))}
                  </ol>
                  <span className="small quiet">
                    {mention.published !== undefined && speech.date(mention.published)}{' '}
                    {all.map((each) => {
                      const at = claim.mentions.indexOf(each) + 1;
                      return (
                        <a key={at} className="ref" href={`#passage-${at}`}>
                          [{speech.number(at)}]
                        </a>
                      );
                    })}
                    {copied && (
                      <span className="copied">
                        {' '}
                        {speech.compose('claim.copied', { outlet: <Written text={copied.outlet} /> })}
                      </span>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
