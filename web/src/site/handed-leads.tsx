import type { HandedLead, SiteState } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { current } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** What keepers of the public line handed over and nobody has taken up here. */
export function HandedLeads(props: {
  readonly state: SiteState;
  readonly onTake: (lead: HandedLead) => void;
}) {
  const { say, date } = useSpeech();
  const answer = useAnswer<{ leads: HandedLead[] }>('/api/sites/handed');
  const taken = new Set(props.state.leads.map((lead) => current(lead).body.handedOver));
  const open = (answer.state === 'failed' ? [] : (answer.data?.leads ?? [])).filter(
    ({ id }) => !taken.has(id),
  );
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="handed-title">
      <h2 id="handed-title">{say('handed.title')}</h2>
      <p className="note">{say('handed.note')}</p>
      <ul className="leads">
        {open.map((lead) => (
          <li key={lead.id}>
            <bdi className="quote">{lead.says}</bdi>
            <p className="small quiet">
              {say(`site.how.${lead.how}`)} · {date(lead.at)}
            </p>
            <button type="button" onClick={() => props.onTake(lead)}>
              {say('handed.take')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
