import { Link } from 'wouter';
import type { Claim } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { toClaim } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { sentenceOf } from './claim-words.ts';
import { Strip } from './strip.tsx';
import { Voices } from './voices.tsx';
import './claim-card.css';

/** A claim on its own: the sentence, how many say it with how many voices, and which report carries whose voice. */
export function ClaimCard({ claim }: { readonly claim: Claim }) {
  const speech = useSpeech();
  return (
    <article className="claim-card">
      <h3>
        <Link href={toClaim(claim.id)} data-entry>
          <Written text={sentenceOf(speech, claim)} />
        </Link>
      </h3>
      <Strip claim={claim} />
      <Voices claim={claim} />
    </article>
  );
}
