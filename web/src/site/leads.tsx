import { useState } from 'react';
import { Link } from 'wouter';
import {
  type Claim,
  type HandedLead,
  HOW_KNOWN,
  type HowKnown,
  LEAD_STATES,
  type SiteBody,
  type SiteState,
  type SiteThingState,
} from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { toClaim } from '../speech/addresses.ts';
import { Answers } from './answers.tsx';
import { ClaimChoice, claimWords } from './claim-choice.tsx';
import { Conflict } from './conflict.tsx';
import { Field } from './field.tsx';
import { HandedLeads } from './handed-leads.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { SectorChoice } from './sector-choice.tsx';
import { current, isLive, type SiteSeen, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

type Lead = SiteThingState<'lead'>;

/** What is said about where to look, and how many voices it is. */
export function Leads({
  seen,
  selected,
}: {
  readonly seen: SiteSeen;
  readonly selected: string | undefined;
}) {
  const { state, picture } = seen;
  const speech = useSpeech();
  const { say, compose } = speech;
  const decide = useDecider();
  const tell = useTell();
  const leads = state.leads as readonly Lead[];
  const [taking, setTaking] = useState<HandedLead>();
  const change = (lead: Lead, body: SiteBody<'lead'>, struck?: true): void =>
    decide((by) => {
      void writeDown(
        entryOf(state.id, 'lead', body, by, {
          about: lead.id,
          upon: lead.versions.map(({ entry }) => entry),
          ...(struck && { struck }),
        }),
      ).then(() => tell(say('site.kept')));
    });
  return (
    <>
      <HandedLeads state={state} onTake={setTaking} />
      {leads.length === 0 ? (
        <p className="quiet">{say('site.leads-none')}</p>
      ) : (
        <>
          <p className="note">
            {say('site.origins', { leads: leads.filter(isLive).length, origins: picture.origins })}
          </p>
          <ol className="leads">
            {leads.map((lead) => {
              const { body, by } = current(lead);
              const words = <bdi className="quote">{body.says}</bdi>;
              return (
                <li key={lead.id}>
                  {isLive(lead) ? words : <s>{words}</s>}
                  <p className="small quiet">
                    {say(`site.how.${body.how}`)} · {pointsWords(speech, state, body.points)}
                    {body.origin && !body.handedOver && (
                      <>
                        {' · '}
                        <bdi>{body.origin}</bdi>
                      </>
                    )}
                    {body.handedOver && ` · ${say('handed.title')}`}
                    {body.origins && body.origins.length > 0 && (
                      <>
                        {' · '}
                        {say('lead.voices', {
                          count: body.origins.length,
                          names: body.origins.join(speech.language === 'ar' ? '، ' : ', '),
                        })}
                      </>
                    )}
                    {' · '}
                    <bdi>{by}</bdi>
                    {body.claim && (
                      <>
                        {' · '}
                        <Link href={toClaim(body.claim)}>{say('nav.claims')}</Link>
                      </>
                    )}
                  </p>
                  <p className="actions">
                    <label className="inline">
                      {say('site.lead-state')}{' '}
                      <select
                        value={body.state}
                        onChange={(e) =>
                          change(lead, { ...body, state: e.target.value as (typeof LEAD_STATES)[number] })
                        }
                      >
                        {LEAD_STATES.map((one) => (
                          <option key={one} value={one}>
                            {say(`site.lead-state.${one}`)}
                          </option>
                        ))}
                      </select>
                    </label>
                    <button
                      type="button"
                      className="plain"
                      onClick={() => (isLive(lead) ? change(lead, body, true) : change(lead, body))}
                    >
                      {isLive(lead) ? say('site.strike') : say('site.unstrike')}
                    </button>
                  </p>
                  <Conflict
                    site={state.id}
                    is="lead"
                    thing={lead}
                    words={(one) =>
                      compose('site.by', {
                        name: one.says,
                        when: `${say(`site.lead-state.${one.state}`)}, ${pointsWords(speech, state, one.points)}`,
                      })
                    }
                  />
                </li>
              );
            })}
          </ol>
        </>
      )}
      <NewLead
        key={taking?.id ?? 'new'}
        state={state}
        selected={selected}
        handed={taking}
        onKept={() => setTaking(undefined)}
      />
      <Answers state={state} />
    </>
  );
}

function pointsWords(
  speech: ReturnType<typeof useSpeech>,
  state: SiteState,
  points: SiteBody<'lead'>['points'],
): string {
  if (points === 'inside' || points === 'elsewhere') return speech.say(`site.points.${points}`);
  return points.map((id) => sectorName(speech, state, id)).join(speech.language === 'ar' ? '، ' : ', ');
}

function NewLead(props: {
  readonly state: SiteState;
  readonly selected: string | undefined;
  /** What keepers handed over and is taken up here. */
  readonly handed: HandedLead | undefined;
  readonly onKept: () => void;
}) {
  const { state, selected, handed } = props;
  const speech = useSpeech();
  const { say } = speech;
  const decide = useDecider();
  const tell = useTell();
  const [says, setSays] = useState(handed?.says ?? '');
  const [how, setHow] = useState<HowKnown>(handed?.how ?? 'told');
  const [origin, setOrigin] = useState(handed?.origin ?? '');
  const [claim, setClaim] = useState<Claim>();
  const [points, setPoints] = useState<'inside' | 'elsewhere' | 'sectors'>('inside');
  const [sectors, setSectors] = useState<readonly string[]>([]);
  const chosen = sectors.length === 0 && selected !== undefined ? [selected] : sectors;
  const ready = says.trim() !== '' && (points !== 'sectors' || chosen.length > 0);
  return (
    <details className="new-thing" open={handed !== undefined}>
      <summary>{say('site.lead-new')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          decide((by) => {
            const body: SiteBody<'lead'> = {
              says: says.trim(),
              how,
              points: points === 'sectors' ? [...chosen] : points,
              state: 'new',
              ...(origin.trim() && { origin: origin.trim() }),
              ...(handed && { handedOver: handed.id }),
              ...(claim && {
                claim: claim.id,
                origins: claim.origins.map(({ name }) => name.slice(0, 200)).slice(0, 50),
              }),
            };
            void writeDown(entryOf(state.id, 'lead', body, by)).then((written) => {
              tell(written === 'waiting' ? say('site.kept-here') : say('site.kept'));
              setSays('');
              setOrigin('');
              setClaim(undefined);
              props.onKept();
            });
          });
        }}
      >
        <ClaimChoice
          label={say('lead.from-claim')}
          value={claim?.id ?? ''}
          onChange={(next) => {
            setClaim(next);
            if (next && says.trim() === '') setSays(claimWords(next, speech.language));
            if (next) setHow('read');
          }}
        />
        <Field label={say('site.lead-says')}>
          <textarea
            dir="auto"
            rows={3}
            required
            maxLength={4000}
            value={says}
            onChange={(e) => setSays(e.target.value)}
          />
        </Field>
        <Field label={say('site.lead-how')}>
          <select value={how} onChange={(e) => setHow(e.target.value as HowKnown)}>
            {HOW_KNOWN.map((one) => (
              <option key={one} value={one}>
                {say(`site.how.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say('site.lead-origin')} help={say('site.lead-origin-help')}>
          <input
            type="text"
            dir="auto"
            maxLength={200}
            value={origin}
            onChange={(e) => setOrigin(e.target.value)}
          />
        </Field>
        <fieldset className="choices">
          <legend>{say('site.lead-points')}</legend>
          {(['inside', 'sectors', 'elsewhere'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="points" checked={points === one} onChange={() => setPoints(one)} />
              {say(`site.points.${one}`)}
            </label>
          ))}
        </fieldset>
        {points === 'sectors' && (
          <SectorChoice
            state={state}
            label={say('site.points.sectors')}
            chosen={chosen}
            onChange={setSectors}
          />
        )}
        <p className="actions">
          <button type="submit" className="main" disabled={!ready}>
            {say('site.save')}
          </button>
        </p>
      </form>
    </details>
  );
}
