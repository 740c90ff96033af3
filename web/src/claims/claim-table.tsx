import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import type { Claim, ClaimsPage, Mention } from '../../../src/model/index.ts';
import { SourceLink } from '../marks/source-link.tsx';
import { StanceSign } from '../marks/stance.tsx';
import { Written } from '../marks/written.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { useRoomFor } from '../shell/width.ts';
import { toClaim, toItem, toPassage } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import type { ChosenGroup } from './choice.ts';
import { measureWord, placeOf, UNNAMED } from './claim-words.ts';
import { copyFamilies } from './copy-families.ts';
import { Sentence } from './sentence.tsx';
import { Strip } from './strip.tsx';
import './claim-table.css';

const CLAIM_REM = 23;
const COLUMN_REM = 6;
const MARGINS_REM = 3.5;

type Outlet = ClaimsPage['outlets'][number];

/** Claim × source. Columns stand in the order of publication; those that say none of the shown claims are left out. */
export function ClaimTable(props: {
  readonly outlets: readonly Outlet[];
  readonly groups: readonly ChosenGroup[];
}) {
  const speech = useSpeech();
  const { say } = speech;
  const speaking = new Set(
    props.groups.flatMap(({ claims }) =>
      claims.flatMap(({ mentions }) => mentions.map(({ outlet }) => outlet)),
    ),
  );
  const outlets = props.outlets
    .filter(({ name }) => speaking.has(name))
    .toSorted((a, b) => ((a.published ?? '9') < (b.published ?? '9') ? -1 : 1));
  const fits = useRoomFor(CLAIM_REM + outlets.length * COLUMN_REM + MARGINS_REM);
  return (
    <ScrollBox className={fits ? 'matrix fits' : 'matrix'} label={say('claims.title')}>
      <table style={{ '--columns': outlets.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col" className="claim-head">
              {say('claims.column-claim')}
            </th>
            {outlets.map((outlet) => (
              <th key={outlet.name} scope="col" className="outlet">
                {outlet.items[0] !== undefined ? (
                  <Link href={toItem(outlet.items[0])}>
                    <Written text={outlet.name} />
                  </Link>
                ) : (
                  <Written text={outlet.name} />
                )}
                {outlet.published !== undefined && (
                  <span className="day">{speech.date(outlet.published, 'short')}</span>
                )}
              </th>
            ))}
            <td className="rest" />
          </tr>
        </thead>
        {props.groups.map((group) => (
          <tbody key={group.measure}>
            <tr className="group">
              <th scope="rowgroup" colSpan={outlets.length + 2}>
                <span>
                  {measureWord(speech, group.measure)}
                  {group.place !== undefined && (
                    <>
                      {' · '}
                      <Written text={group.place} />
                    </>
                  )}
                </span>
              </th>
            </tr>
            {group.claims.map((claim) => (
              <ClaimRow
                key={claim.id}
                claim={claim}
                place={claim.place === group.place ? undefined : claim.place}
                outlets={outlets}
              />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

function ClaimRow(props: {
  readonly claim: Claim;
  readonly place: string | undefined;
  readonly outlets: readonly Outlet[];
}) {
  const { claim, outlets } = props;
  const byOutlet = Map.groupBy(claim.mentions, ({ outlet }) => outlet);
  const columns = new Map(outlets.map(({ name }, at) => [name, at]));
  const families = copyFamilies(claim, columns);
  return (
    <tr>
      <th scope="row" className="claim">
        <Link href={toClaim(claim.id)} data-entry>
          <Sentence claim={claim} />
        </Link>
        <Strip claim={claim} place={props.place} />
      </th>
      {outlets.map(({ name }, at) => {
        const mentions = byOutlet.get(name);
        const lines = families.filter(({ first }) => first === at);
        return (
          <td key={name} className="cell">
            {lines.map(({ last, level }) => (
              <i
                key={level}
                className="copies"
                style={{ '--reach': last - at, '--level': level } as CSSProperties}
                aria-hidden="true"
              />
            ))}
            {mentions && <Cell claim={claim} mentions={mentions} />}
          </td>
        );
      })}
      <td className="rest" />
    </tr>
  );
}

/** What one outlet says of one claim: the stance and whose voice it is; opens the report at the words. */
function Cell(props: { readonly claim: Claim; readonly mentions: readonly Mention[] }) {
  const speech = useSpeech();
  const { say } = speech;
  const mention = props.mentions.find(({ headline }) => !headline) ?? props.mentions[0]!;
  const at = props.claim.mentions.indexOf(mention);
  const voice =
    props.claim.origins.find(({ mentions }) => mentions.includes(at))?.name ?? mention.chain.at(-1) ?? '';
  const own = voice === mention.outlet;
  const copied = mention.copyOf === undefined ? undefined : props.claim.mentions[mention.copyOf]?.outlet;
  return (
    <SourceLink
      to={toPassage(mention.item, mention.statement)}
      quote={mention.quote}
      place={placeOf(speech, mention)}
      className={`mark ${mention.stance}`}
    >
      <StanceSign stance={mention.stance} />
      <span className="unseen">{say(`stance.${mention.stance}`)}</span>
      {props.mentions.length > 1 && (
        <span className="times">{say('claims.times', { count: props.mentions.length })}</span>
      )}
      <span className="voice">
        {own ? say('claims.itself') : voice === UNNAMED ? say('origin.unnamed') : <Written text={voice} />}
      </span>
      {copied !== undefined && <span className="unseen">{say('claims.copies', { outlet: copied })}</span>}
    </SourceLink>
  );
}
