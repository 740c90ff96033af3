import { Link } from 'wouter';
import type { Reason, ReviewPair, SourcedValue } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { Written } from '../marks/written.tsx';
import { PROPERTIES_SHOWN } from '../people/properties.ts';
import { partWord } from '../people/reason-words.ts';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toPerson, toRow } from '../speech/addresses.ts';
import { Letters } from './letters.tsx';
import { useSpeech } from './speech.ts';

type Side = ReviewPair['sides'][number];

const SIGN: Readonly<Record<Reason['outcome'], string>> = {
  agree: '=',
  near: '≈',
  missing: '–',
  contradict: '≠',
};

/** Properties that the comparison has told of under another name. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  'name.given': ['name.full', 'name.given'],
  'birth.date': ['birth.date', 'age'],
  place: ['place', 'place.birth'],
};

/** Two records, part beside part: what agrees, what one side lacks, what contradicts, and all else that they say. */
export function PairTable({ pair }: { readonly pair: ReviewPair }) {
  const speech = useSpeech();
  const { say } = speech;
  const [one, other] = pair.sides;
  const compared = pair.reasons.filter(({ part }) => part !== 'prior' && part !== 'kin');
  const told = new Set(compared.flatMap(({ part }) => TOLD_BY[part] ?? [part]));
  const rest = PROPERTIES_SHOWN.filter(
    (property) =>
      !told.has(property) &&
      [one, other].some(({ record }) => record.values.some((value) => value.property === property)),
  );
  return (
    <ScrollBox label={say('review.compare')}>
      <table className="pair-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{say('review.part')}</span>
            </th>
            {pair.sides.map((side, at) => (
              <th key={side.record.record} scope="col">
                <SideHead side={side} place={at === 0 ? 'review.first' : 'review.second'} />
              </th>
            ))}
            <th scope="col">
              <span className="outcome-word">{say('review.outcome')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {compared.map((reason) => (
            <tr key={reason.part} className={reason.outcome}>
              <th scope="row">{partWord(speech, reason.part)}</th>
              {(['a', 'b'] as const).map((side) => (
                <td key={side}>
                  <Compared
                    text={reason[side]}
                    beside={reason[side === 'a' ? 'b' : 'a']}
                    side={side === 'a' ? one : other}
                    part={reason.part}
                  />
                </td>
              ))}
              <td className="outcome">
                <span aria-hidden="true">{SIGN[reason.outcome]}</span>{' '}
                <span className="outcome-word">{say(`outcome.${reason.outcome}`)}</span>
              </td>
            </tr>
          ))}
          {rest.map((property) => (
            <tr key={property}>
              <th scope="row">{say(`property.${property}`)}</th>
              {[one, other].map((side) => (
                <td key={side.record.record}>
                  <Values
                    side={side}
                    values={side.record.values.filter((value) => value.property === property)}
                  />
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function SideHead({
  side,
  place,
}: {
  readonly side: Side;
  readonly place: 'review.first' | 'review.second';
}) {
  const { say } = useSpeech();
  const { record } = side;
  return (
    <>
      <span className="unseen">{say(place)}: </span>
      <Link href={toPerson(side.person)} className="name">
        <Written text={record.name} />
      </Link>
      <span className="small quiet block-line">
        <SourceLink
          to={toRow(record.item, record.row, record.sheet === undefined ? {} : { sheet: record.sheet })}
          quote={record.name}
          place={say('place.list-row', { list: record.list, row: record.row })}
        >
          <Written text={record.list} /> {say('place.row', { row: record.row })}
        </SourceLink>
        {side.records > 1 && <> · {say('review.with-others', { count: side.records - 1 })}</>}
      </span>
      <span className="words">
        {fatesTold(side).map((fate) => (
          <span key={fate} className="word">
            {say(`fate.${fate}`)}
          </span>
        ))}
      </span>
    </>
  );
}

/** That a list does not know counts only where none does. */
const fatesTold = ({ fates }: Side): Side['fates'] =>
  fates.length > 1 ? fates.filter((fate) => fate !== 'unknown') : fates;

function Compared(props: {
  readonly text: string | undefined;
  readonly beside: string | undefined;
  readonly side: Side;
  readonly part: string;
}) {
  const { text, beside, side, part } = props;
  const { say } = useSpeech();
  const value = side.record.values.find(({ property }) => (TOLD_BY[part] ?? [part]).includes(property));
  const absent = (
    <span className="quiet">
      <span aria-hidden="true">—</span>
      <span className="unseen">{say('person.not-given')}</span>
    </span>
  );
  if (text === undefined) return value ? <Values side={side} values={[value]} /> : absent;
  const letters = <Letters text={text} beside={beside ?? text} />;
  if (!value) return letters;
  return (
    <>
      {/* An age stands in the row of births, beside a year it would be taken for one. */}
      {part === 'birth.date' && value.property === 'age' && (
        <span className="small quiet">{say('property.age')} </span>
      )}
      <Sourced side={side} value={value}>
        {letters}
      </Sourced>
    </>
  );
}

function Sourced(props: {
  readonly side: Side;
  readonly value: SourcedValue;
  readonly children: React.ReactNode;
}) {
  const { say } = useSpeech();
  const { record } = props.side;
  return (
    <SourceLink
      to={toRow(record.item, record.row, record.sheet === undefined ? {} : { sheet: record.sheet })}
      quote={props.value.written}
      place={say('place.list-row', { list: record.list, row: record.row })}
      className="value"
    >
      {props.children}
    </SourceLink>
  );
}

function Values({ side, values }: { readonly side: Side; readonly values: readonly SourcedValue[] }) {
  const { say } = useSpeech();
  if (values.length === 0)
    return (
      <span className="quiet">
        <span aria-hidden="true">—</span>
        <span className="unseen">{say('person.not-given')}</span>
      </span>
    );
  return values.map((value) => (
    <p key={value.statement}>
      <Sourced side={side} value={value}>
        <Written text={value.written} />
      </Sourced>
    </p>
  ));
}
