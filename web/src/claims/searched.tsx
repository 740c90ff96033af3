import { Link } from 'wouter';
import { searchedMessages } from '../../../src/messages/index.ts';
import type { ClaimId, SiteList } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Section } from '../shell/page.tsx';
import { toSite } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';

const useSpeech = speechWith(searchedMessages);

/** Where a claim is about a place that is searched: what the log answers to it. */
export function Searched({ claim }: { readonly claim: ClaimId }) {
  const { say, language } = useSpeech();
  const { may } = useSession();
  const answer = useAnswer<SiteList>(may('GET /api/sites') ? '/api/sites' : undefined);
  const sites = answer.state === 'here' ? answer.data.sites : [];
  const answers = sites.flatMap(({ id, name, claims }) =>
    claims.filter((one) => one.claim === claim).map((one) => ({ id, name, ...one })),
  );
  if (answers.length === 0) return null;
  return (
    <Section id="searched" title={say('claim.searched')}>
      <ul>
        {answers.map(({ id, name, sectors, searched, nothing }) => (
          <li key={id}>
            <Link href={toSite(id)}>
              <bdi>{(language === 'ar' ? (name.ar ?? name.en) : (name.en ?? name.ar)) ?? ''}</bdi>
            </Link>{' '}
            <bdi>{sectors.slice(0, 12).join(language === 'ar' ? '، ' : ', ')}</bdi>{' '}
            {say('sites.searched', { searched, sectors: sectors.length })}
            {nothing && ` · ${say('claim.searched-nothing')}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
