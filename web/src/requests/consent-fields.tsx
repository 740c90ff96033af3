import type { Consent, Grant } from '../../../src/model/index.ts';
import { CONSENT_HOW } from '../../../src/model/index.ts';
import { Choice, Tick } from './inputs.tsx';
import { useSpeech } from './speech.ts';

const has = (grants: readonly Grant[], purpose: string, audience: string, field = 'sought'): boolean =>
  grants.some(
    (grant) =>
      grant.purpose === purpose && grant.audience === audience && grant.fields.some((one) => one === field),
  );

/** What a family allows, purpose by purpose, in the words that are read to it. */
export function ConsentFields(props: {
  readonly before?: readonly Grant[];
  readonly from?: 'paper' | undefined;
}) {
  const { before = [], from } = props;
  const { say } = useSpeech();
  return (
    <>
      {from !== 'paper' && <blockquote className="read-out">{say('form.consent-text')}</blockquote>}
      <Tick name="consent.compare" checked={has(before, 'compare', 'team')}>
        {say('form.consent-compare')}
      </Tick>
      <Tick name="consent.call" checked={has(before, 'call', 'team', 'contact')}>
        {say('form.consent-call')}
      </Tick>
      <Tick name="consent.partners" checked={has(before, 'share', 'partners')}>
        {say('form.consent-partners')}
      </Tick>
      <Tick name="consent.partners-asker" checked={has(before, 'share', 'partners', 'asker')}>
        {say('form.consent-partners-asker')}
      </Tick>
      <Tick name="consent.mandated" checked={has(before, 'share', 'mandated')}>
        {say('form.consent-mandated')}
      </Tick>
      <Tick name="consent.public" checked={has(before, 'publish', 'public')}>
        {say('form.consent-public')}
      </Tick>
      <div className="fields">
        <Choice
          name="consent.how"
          label={say('form.how')}
          words={CONSENT_HOW.slice(0, 2)}
          say={(how) => say(`form.how-${how}`)}
          value={from === 'paper' ? 'signed' : 'spoken'}
        />
      </div>
    </>
  );
}

/** What was ticked; nothing where the first of all is not. */
export function consentOf(data: FormData): Consent | undefined {
  const ticked = (name: string): boolean => data.get(`consent.${name}`) !== null;
  if (!ticked('compare')) return undefined;
  const grants: Grant[] = [{ purpose: 'compare', audience: 'team', fields: ['sought', 'description'] }];
  if (ticked('call')) grants.push({ purpose: 'call', audience: 'team', fields: ['contact'] });
  if (ticked('partners'))
    grants.push({
      purpose: 'share',
      audience: 'partners',
      fields: ticked('partners-asker') ? ['sought', 'description', 'asker'] : ['sought', 'description'],
    });
  if (ticked('mandated'))
    grants.push({ purpose: 'share', audience: 'mandated', fields: ['sought', 'description', 'asker'] });
  if (ticked('public')) grants.push({ purpose: 'publish', audience: 'public', fields: ['sought'] });
  return { grants, how: data.get('consent.how') === 'signed' ? 'signed' : 'spoken' };
}
