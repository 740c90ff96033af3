import type { ReactNode } from 'react';
import { Link as Anchor } from 'wouter';
import { personFileMessages } from '../../../src/messages/index.ts';
import type { Link, Person } from '../../../src/model/index.ts';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toPerson } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { useDeciding } from './decide.ts';
import { MadeWords } from './decided-by.tsx';
import { partWord, reasonWords, strongest } from './reason-words.ts';
import { RecordRef, recordOfValue } from './sourced.tsx';

type Outward = Person['possible'][number];

/** What was decided or waits for a second person first, then the strongest. */
const byWeight = <One extends Link>(links: readonly One[]): One[] =>
  links.toSorted((a, b) => Number(isHeld(b)) - Number(isHeld(a)) || b.probability - a.probability);
const isHeld = ({ decision, waiting }: Link): boolean => decision !== undefined || waiting !== undefined;

/** The fewest links that hold the records together: what was decided first, then the strongest; and all others. */
function joiningLinks(links: readonly Link[]): { readonly joining: Link[]; readonly rest: Link[] } {
  const group = new Map<string, string>();
  const of = (record: string): string => {
    let at = record;
    while (group.has(at)) at = group.get(at) ?? at;
    return at;
  };
  const joining: Link[] = [];
  const rest: Link[] = [];
  for (const link of byWeight(links)) {
    const [a, b] = [of(link.a), of(link.b)];
    if (a !== b) group.set(a, b);
    (a !== b || link.decision ? joining : rest).push(link);
  }
  return { joining, rest };
}

/** Why these records are taken to be one person, and which others may be; every join can be taken apart again. */
export function Links({ person }: { readonly person: Person }) {
  const { say } = useSpeech();
  const { joining, rest } = joiningLinks(person.links);
  return (
    <>
      {person.links.length > 0 && (
        <Section id="links" title={say('links.title')} note={say('links.note')}>
          <ul className="links">
            {joining.map((link) => (
              <LinkCard key={`${link.a} ${link.b}`} person={person} link={link} />
            ))}
          </ul>
          {rest.length > 0 && (
            <details className="other-pairs">
              <summary>{say('links.rest', { count: rest.length })}</summary>
              <ul className="links">
                {rest.map((link) => (
                  <LinkCard key={`${link.a} ${link.b}`} person={person} link={link} />
                ))}
              </ul>
            </details>
          )}
        </Section>
      )}
      {person.possible.length > 0 && (
        <Section id="possible" title={say('possible.title')} note={say('possible.note')}>
          <OtherPersons person={person} links={person.possible} />
        </Section>
      )}
      {person.apart.length > 0 && (
        <Section id="apart" title={say('apart.title')} note={say('apart.note')}>
          <OtherPersons person={person} links={person.apart} />
        </Section>
      )}
    </>
  );
}

/** Each other person once, by the pair that tells most; further pairs with the same person folded under it. */
function OtherPersons({ person, links }: { readonly person: Person; readonly links: readonly Outward[] }) {
  const { say } = useSpeech();
  const persons = new Map<string, Outward[]>();
  for (const link of links) persons.set(link.person, [...(persons.get(link.person) ?? []), link]);
  return (
    <ul className="links">
      {[...persons].map(([other, own]) => {
        const [most, ...rest] = byWeight(own);
        return (
          most && (
            <LinkCard key={other} person={person} link={most} other={most}>
              {rest.length > 0 && (
                <details className="other-pairs">
                  <summary>{say('links.rest-with', { count: rest.length })}</summary>
                  <ul className="links">
                    {rest.map((link) => (
                      <LinkCard key={`${link.a} ${link.b}`} person={person} link={link} other={link} />
                    ))}
                  </ul>
                </details>
              )}
            </LinkCard>
          )
        );
      })}
    </ul>
  );
}

function LinkCard(props: {
  readonly person: Person;
  readonly link: Link;
  readonly other?: Outward;
  readonly children?: ReactNode;
}) {
  const speech = useSpeech();
  const { say, date, compose } = speech;
  const { person, link, other } = props;
  const { busy, fault, decide, undo } = useDeciding();
  const { pro, con } = strongest(link.reasons, 3);
  const { decision } = link;
  const own = recordOfValue(person, { record: link.a }) ? link.a : link.b;
  return (
    <li className={decision ? 'decided' : 'suggested'}>
      <h3>
        {other ? (
          <>
            <RecordRef person={person} record={own} />{' '}
            <Anchor href={toPerson(other.person)} data-entry>
              <Written text={other.name} className="name" />
            </Anchor>
          </>
        ) : (
          [link.a, link.b].map((record, at) => (
            <span key={record}>
              {at > 0 && ' — '}
              <RecordRef person={person} record={record} />{' '}
              <Written text={recordOfValue(person, { record })?.name ?? record} />
            </span>
          ))
        )}
      </h3>
      <p>
        {decision ? (
          <>
            <span className="word sure">{say(`decided.${decision.judgement}`)}</span>{' '}
            <span className="small">
              {compose('decided.by', {
                by: <Actor name={decision.by} />,
                date: date(decision.at, 'clock'),
              })}
            </span>
            {decision.reason !== undefined && (
              <>
                {' '}
                <Written text={decision.reason} />
              </>
            )}
          </>
        ) : (
          <>
            <span className="word suggested">{say('state.suggested')}</span>{' '}
            <strong>{say(`verdict.${link.verdict}`)}</strong>
          </>
        )}
      </p>
      {link.waiting && (
        <p>
          <span className="word suggested">{say(personFileMessages['value.waits'])}</span>{' '}
          <span className="small">
            <MadeWords made={link.waiting} />
          </span>
        </p>
      )}
      {pro.length + con.length > 0 && (
        <p className="because">
          {pro.length > 0 && (
            <>
              <span className="quiet">{say('why.for')}</span>{' '}
              {pro.map((reason) => reasonWords(speech, reason)).join(' ')}{' '}
            </>
          )}
          {con.length > 0 && (
            <>
              <span className="quiet">{say('why.against')}</span>{' '}
              {con.map((reason) => reasonWords(speech, reason)).join(' ')}
            </>
          )}
        </p>
      )}
      <details>
        <summary>{say('links.parts')}</summary>
        <ScrollBox label={`${say('links.parts')}: ${link.a}, ${link.b}`}>
          <Parts link={link} />
        </ScrollBox>
      </details>
      <p className="actions">
        {decision ? (
          <button type="button" disabled={busy === 'busy'} onClick={() => undo(decision.id)}>
            {say('decide.undo')}
          </button>
        ) : (
          <>
            <button type="button" disabled={busy === 'busy'} onClick={() => decide(link, 'different')}>
              {say('decide.different')}
            </button>
            <button type="button" disabled={busy === 'busy'} onClick={() => decide(link, 'same')}>
              {say('decide.same')}
            </button>
          </>
        )}
      </p>
      {fault && <FaultNote fault={fault} />}
      {props.children}
    </li>
  );
}

/** A bar a slot: to the right what speaks for one person, to the left, hatched, what speaks against. */
function Parts({ link }: { readonly link: Link }) {
  const speech = useSpeech();
  const { say, number } = speech;
  const most = Math.max(1, ...link.reasons.map(({ weight }) => Math.abs(weight)));
  return (
    <div>
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{say('parts.part')}</th>
            <th scope="col">{say('parts.first')}</th>
            <th scope="col">{say('parts.second')}</th>
            <th scope="col">{say('parts.outcome')}</th>
            <th scope="col">{say('parts.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {link.reasons.map((reason) => {
            const share = Math.abs(reason.weight) / most;
            return (
              <tr key={reason.part}>
                <th scope="row">{partWord(speech, reason.part)}</th>
                <td>{reason.a !== undefined && <Written text={reason.a} />}</td>
                <td>{reason.b !== undefined && <Written text={reason.b} />}</td>
                <td>
                  {reason.part === 'prior' || reason.part === 'kin' ? '' : say(`outcome.${reason.outcome}`)}
                </td>
                <td>
                  <span className="bar" aria-hidden="true">
                    {reason.weight !== 0 && (
                      <i
                        className={reason.weight < 0 ? 'against' : 'for'}
                        style={
                          reason.weight < 0
                            ? { right: '50%', width: `${share * 50}%` }
                            : { left: '50%', width: `${share * 50}%` }
                        }
                      />
                    )}
                  </span>{' '}
                  <bdi className="small">
                    {number(reason.weight, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })}
                  </bdi>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
