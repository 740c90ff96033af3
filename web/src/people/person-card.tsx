import { Link } from 'wouter';
import type { Hit, PersonCard } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { tongueOf, Written } from '../marks/written.tsx';
import { toPerson, toRow } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { FactValues } from './fact-values.tsx';
import { reasonWords, strongest } from './reason-words.ts';

type CardRecord = PersonCard['records'][number];

export function RecordLink(props: { readonly record: CardRecord }) {
  const { say } = useSpeech();
  const { record } = props;
  return (
    <SourceLink
      to={toRow(record.item, record.row)}
      quote={record.name}
      place={say('place.list-row', { list: record.list, row: record.row })}
    >
      <Written text={record.list} /> <span className="nowrap">{say('place.row', { row: record.row })}</span>
    </SourceLink>
  );
}

/** The name as written; the other script's beside it, and what it is. */
export function PersonName(props: { readonly name: string; readonly other: string | undefined }) {
  const { say } = useSpeech();
  return (
    <>
      {props.name === '' ? (
        <span className="quiet">{say('name.none')}</span>
      ) : (
        <Written text={props.name} className="name" />
      )}
      {props.other !== undefined && (
        <span className="other-script">
          {' '}
          <span lang={tongueOf(props.other)}>
            <Written text={props.other} />
          </span>{' '}
          ({say('name.other-script')})
        </span>
      )}
    </>
  );
}

export function PersonCardRow({ person }: { readonly person: PersonCard }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <article className="person">
      <h2>
        <Link href={toPerson(person.id)} data-entry>
          <PersonName name={person.name} other={person.otherScriptName} />
        </Link>
      </h2>
      <Facts person={person} />
      <p className="on-lists small">
        {person.fates.length > 0 && (
          <span>
            {person.fates
              .filter((fate) => fate !== 'unknown')
              .map((fate) => (
                <span key={fate} className="word">
                  {say(`fate.${fate}`)}
                </span>
              ))}
          </span>
        )}
        {person.suggested && <span className="word suggested">{say('person.suggested')}</span>}
        {person.conflicts > 0 && (
          <span className="word doubt">{say('person.conflicts', { count: person.conflicts })}</span>
        )}
      </p>
      <Lists records={person.records} />
    </article>
  );
}

function Facts({ person }: { readonly person: PersonCard }) {
  const speech = useSpeech();
  if (person.facts.length === 0) return null;
  return (
    <dl className="person-facts">
      {[...Map.groupBy(person.facts, ({ property }) => property)].map(([property, facts]) => (
        <div key={property}>
          <dt>{speech.say(`property.${property}`)}</dt>
          <dd>
            <FactValues person={person} facts={facts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const LISTS_SHOWN = 6;

function Lists({ records }: { readonly records: readonly CardRecord[] }) {
  const { say } = useSpeech();
  return (
    <p className="small quiet lists">
      {say('person.on-lists')}{' '}
      {records.slice(0, LISTS_SHOWN).map((record, at) => (
        <span key={record.record}>
          {at > 0 && ' · '}
          <RecordLink record={record} />
        </span>
      ))}
      {records.length > LISTS_SHOWN && (
        <> · {say('person.more-lists', { count: records.length - LISTS_SHOWN })}</>
      )}
    </p>
  );
}

/** An answer to "is my brother on any list?": how far the evidence goes, in words, and what speaks for and against. */
export function HitCard({ hit }: { readonly hit: Hit }) {
  const speech = useSpeech();
  const { say } = speech;
  const { pro, con } = strongest(hit.why);
  const best = hit.person.records.find(({ record }) => record === hit.record);
  return (
    <article className={`person hit ${hit.verdict}`}>
      <h2>
        <Link href={toPerson(hit.person.id)} data-entry>
          <PersonName name={hit.person.name} other={hit.person.otherScriptName} />
        </Link>
      </h2>
      <p className="verdict">
        <span
          className={`word ${hit.verdict === 'same' ? 'sure' : hit.verdict === 'possible' ? 'doubt' : ''}`}
        >
          {say(`verdict.${hit.verdict}`)}
        </span>
        {best && best.name !== hit.person.name && (
          <span className="small quiet">
            {say('find.matched')} <Written text={best.name} />
          </span>
        )}
      </p>
      {(pro.length > 0 || con.length > 0) && (
        <ul className="why small">
          {pro.map((reason) => (
            <li key={reason.part} className="pro">
              <span className="unseen">{say('why.for')} </span>
              {reasonWords(speech, reason)}
            </li>
          ))}
          {con.map((reason) => (
            <li key={reason.part} className="con">
              <span className="unseen">{say('why.against')} </span>
              {reasonWords(speech, reason)}
            </li>
          ))}
        </ul>
      )}
      <Facts person={hit.person} />
      <Lists records={hit.person.records} />
    </article>
  );
}
