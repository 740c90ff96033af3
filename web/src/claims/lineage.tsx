import type { Claim, Mention } from '../../../src/model/index.ts';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { nameOfVoice, placeOf, voicesOf } from './claim-words.ts';
import { useSpeech } from './decide-claim.ts';
import './lineage.css';

const ROW = 30;
const HEAD = 34;
const WIDTH = 760;
/** Where the names of voices end and time begins. */
const FROM = 190;
/** Room for the last outlet's name. */
const TO = WIDTH - 190;

interface Spot {
  readonly mention: Mention;
  readonly x: number;
  readonly y: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly copied: boolean;
}

interface Lane {
  readonly name: string;
  readonly against: boolean;
  readonly y: number;
  readonly spots: readonly Spot[];
}

/**
 * Who had it from whom: voices at the beginning, reports by the day they were published, a line from each report to
 * where its words come from. The list beside it says the same in words.
 */
export function Lineage({ claim }: { readonly claim: Claim }) {
  const speech = useSpeech();
  const { say, direction } = speech;
  const { lanes, ticks, height } = layOut(claim);
  const at = (x: number): number => (direction === 'rtl' ? WIDTH - x : x);
  return (
    <figure className="lineage">
      <ScrollBox label={say('lineage.box')}>
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          role="img"
          aria-label={say('lineage.label', { reports: lanes.flatMap(({ spots }) => spots).length })}
          style={{ direction }}
        >
          {ticks.map(({ day, x }) => (
            <g key={day} className="tick">
              <line x1={at(x)} x2={at(x)} y1={HEAD - 8} y2={height} />
              <text x={at(x)} y={16} textAnchor="middle">
                {speech.date(day)}
              </text>
            </g>
          ))}
          {lanes.map(({ name, against, y, spots }) => (
            <g key={`${against} ${name}`} className={against ? 'against' : 'for'}>
              <text x={at(8)} y={y + 5} className="voice" textAnchor="start">
                {shortened(nameOfVoice(speech, name))}
              </text>
              {spots.map(({ mention, x, y: line, from, copied }) => (
                <path
                  key={mention.statement}
                  className={copied ? 'copied' : 'told'}
                  d={`M ${at(from.x)} ${from.y} C ${at((from.x + x) / 2)} ${from.y}, ${at((from.x + x) / 2)} ${line}, ${at(x)} ${line}`}
                />
              ))}
              {spots.map(({ mention, x, y: line }) => (
                <g key={mention.statement}>
                  <circle cx={at(x)} cy={line} r={5} className={mention.stance} />
                  <text x={at(x + 11)} y={line + 4} textAnchor="start">
                    {shortened(mention.outlet)}
                    <title>{placeOf(speech, mention)}</title>
                  </text>
                </g>
              ))}
            </g>
          ))}
        </svg>
      </ScrollBox>
      <figcaption className="note">{say('lineage.note')}</figcaption>
    </figure>
  );
}

const MOST_LETTERS = 24;
const shortened = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;

/** A day without a time is its end, so that who gives less does not come before whom they copied. */
const momentOf = (published: string): number =>
  Date.parse(published.length === 10 ? `${published}T23:59:59` : published);

/** A row a report, grouped by voice, along one axis of time; undated reports stand at its beginning. */
function layOut(claim: Claim): {
  lanes: Lane[];
  ticks: { day: string; x: number }[];
  height: number;
} {
  const times = claim.mentions.flatMap(({ published }) => (published ? [momentOf(published)] : []));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const xOf = ({ published }: Mention): number =>
    published === undefined || last === first
      ? FROM
      : FROM + ((momentOf(published) - first) / (last - first)) * (TO - FROM);
  let y = HEAD + ROW / 2;
  const lanes: Lane[] = [];
  for (const { name, against, reports } of voicesOf(claim)) {
    const top = y;
    const placed = new Map<string, { x: number; y: number }>();
    const spots: Spot[] = [];
    for (const { mention } of reports.toSorted((a, b) => xOf(a.mention) - xOf(b.mention))) {
      const copy = mention.copyOf === undefined ? undefined : claim.mentions[mention.copyOf];
      const source = copy && placed.get(copy.item);
      const spot = {
        mention,
        x: xOf(mention),
        y,
        from: source ?? { x: FROM - 22, y: top },
        copied: source !== undefined,
      };
      placed.set(mention.item, spot);
      spots.push(spot);
      y += ROW;
    }
    lanes.push({ name, against, y: top, spots });
    y += ROW / 3;
  }
  const days = [...new Set(claim.mentions.flatMap(({ published }) => published?.slice(0, 10) ?? []))].sort();
  const shown = days.length <= 4 ? days : [days[0]!, days[Math.floor(days.length / 2)]!, days.at(-1)!];
  const dayAt = (day: string): number => {
    const of = claim.mentions.filter(({ published }) => published?.startsWith(day)).map(xOf);
    return Math.min(...of);
  };
  const ticks: { day: string; x: number }[] = [];
  for (const day of shown)
    if (ticks.every(({ x }) => Math.abs(x - dayAt(day)) > 110)) ticks.push({ day, x: dayAt(day) });
  return { lanes, ticks, height: y + 4 };
}
