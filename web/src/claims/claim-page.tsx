import { Link } from 'wouter';
import type { ClaimPage as Claim } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { Assessing } from './assessing.tsx';
import { Chains } from './chains.tsx';
import { measureWord, sentenceOf, windowWords } from './claim-words.ts';
import { Lineage } from './lineage.tsx';
import { Names } from './names.tsx';
import { Near } from './near.tsx';
import { Passages } from './passages.tsx';
import { Relations } from './relations.tsx';
import { Searched } from './searched.tsx';
import { Sentence } from './sentence.tsx';
import { Strip } from './strip.tsx';
import '../styles/quoted-fonts.ts';
import './claim-page.css';

/** One claim: the sentence, who said it through whom, every quote in its text, what stands against it. */
export default function ClaimPage(props: { readonly id: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const answer = useAnswer<Claim>(`/api/claims/${encodeURIComponent(props.id)}`);
  const title = answer.state === 'here' ? sentenceOf(speech, answer.data.claim) : say('nav.claims');
  return (
    <Page title={title}>
      <p className="crumb">
        <Link href="/claims">{say('nav.claims')}</Link>
      </p>
      <Awaited answer={answer} lines={10}>
        {(page) => (
          <WhoDecides>
            <Opened page={page} />
          </WhoDecides>
        )}
      </Awaited>
    </Page>
  );
}

function Opened({ page }: { readonly page: Claim }) {
  const speech = useSpeech();
  const { say } = speech;
  const { claim } = page;
  const window = windowWords(speech, claim.window);
  return (
    <>
      <div className="page-head">
        <h1 className="sentence">
          <Sentence claim={claim} />
        </h1>
        <Strip claim={claim} />
        <dl className="facts">
          <div>
            <dt>{say('claim.about')}</dt>
            <dd>{measureWord(speech, claim.measure)}</dd>
          </div>
          {claim.place !== undefined && (
            <div>
              <dt>{say('claim.place')}</dt>
              <dd>
                <Written text={claim.place} />
              </dd>
            </div>
          )}
          {window !== undefined && (
            <div>
              <dt>{say('claim.window')}</dt>
              <dd>{window}</dd>
            </div>
          )}
          <div>
            <dt>{say('claim.verification')}</dt>
            <dd>{say(`verification.${claim.verification}`)}</dd>
          </div>
        </dl>
      </div>
      <Assessing claim={claim} />
      <Section id="chains" title={say('claim.chains')} note={say('claim.chains-note')}>
        {claim.mentions.length > 1 && <Lineage claim={claim} />}
        <Chains claim={claim} />
      </Section>
      <Names page={page} />
      <Section id="passages" title={say('claim.passages')}>
        <Passages page={page} />
      </Section>
      <Searched claim={claim.id} />
      <Relations page={page} />
      <Near page={page} />
    </>
  );
}
