import { Link } from 'wouter';
import type { Claim } from '../../../src/model/index.ts';
import { toClaim } from '../speech/addresses.ts';
import { Sentence } from './sentence.tsx';
import { Strip } from './strip.tsx';
import { Voices } from './voices.tsx';
import './claim-card.css';

/** A claim on its own: the sentence, where if `place`, how many say it with how many voices, and which report carries whose voice. */
export function ClaimCard({ claim, place }: { readonly claim: Claim; readonly place?: string | undefined }) {
  return (
    <article className="claim-card">
      <h3>
        <Link href={toClaim(claim.id)} data-entry>
          <Sentence claim={claim} />
        </Link>
      </h3>
      <Strip claim={claim} place={place} />
      <Voices claim={claim} />
    </article>
  );
}
