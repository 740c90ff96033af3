import { Link } from 'wouter';
import type { ReportedFigureSeen, ReportedPage } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { measureWord } from '../claims/claim-words.ts';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Band } from './band.tsx';
import type { ReportedMark } from './charts.ts';
import { Picture } from './picture.tsx';
import { FigureSets, originsOf } from './reported-sets.tsx';
import { useSpeech } from './speech.ts';
import { figureWords, whenWords, wordOf } from './words.ts';

export function ReportedSection() {
  const { say, compose } = useSpeech();
  const answer = useAnswer<ReportedPage>('/api/figures/reported');
  return (
    <Band name="reported">
      <Awaited answer={answer} lines={6}>
        {({ groups }) =>
          groups.length === 0 ? (
            <Empty title={say('reported.empty')}>
              <p>{compose('reported.empty-how', { items: <Link href="/items">{say('nav.items')}</Link> })}</p>
            </Empty>
          ) : (
            groups.map((group) => <Group key={group.measure} group={group} />)
          )
        }
      </Awaited>
    </Band>
  );
}

type GroupSeen = ReportedPage['groups'][number];

/** What is counted; the sets that may be compared; between them the reason why not. */
function Group({ group }: { readonly group: GroupSeen }) {
  const speech = useSpeech();
  const { say } = speech;
  const { measure, figures, sets, apart } = group;
  const title = measureWord(speech, measure);
  const nameOf = (set: number): string =>
    sets[set]!.map((at) => figureWords(speech, figures[at]!)).join(' · ');
  const marks = figures.flatMap((figure): ReportedMark[] => markOf(figureWords(speech, figure), figure));
  return (
    <div className="measure">
      <h3 id={`reported-${measure}`}>{title}</h3>
      {marks.length > 1 && (
        <Picture
          title={say('reported.picture', { measure: title })}
          file={`reported-${measure}`}
          table={{
            columns: [
              say('reported.number'),
              say('reported.unit'),
              say('reported.where'),
              say('reported.when'),
              say('reported.method'),
              say('reported.origin'),
            ],
            rows: figures.map((figure) => [
              figureWords(speech, figure),
              wordOf(speech, 'unit', figure.unit),
              figure.place ?? say('reported.not-said'),
              whenWords(speech, figure),
              wordOf(speech, 'count-method', figure.method),
              originsOf(speech, figure),
            ]),
          }}
          draw={(charts, width, lettering) => charts.reportedChart(marks, width, lettering)}
        />
      )}
      <FigureSets title={title} sets={sets.map((set) => set.map((at) => figures[at]!))} />
      {apart.some(({ why }) => why.length > 0) && (
        <details className="apart" open={sets.length < 4}>
          <summary>{say('reported.apart')}</summary>
          <ul>
            {apart
              .filter(({ why }) => why.length > 0)
              .slice(0, 40)
              .map(({ a, b, why }) => (
                <li key={`${a} ${b}`}>
                  {say('reported.apart-pair', {
                    one: nameOf(a),
                    other: nameOf(b),
                    why: new Intl.ListFormat(speech.locale).format(
                      why.map((reason) => say(`incomparable.${reason}`)),
                    ),
                  })}
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A figure with no time at all has no place on the axis; it stands in the table. */
function markOf(label: string, { low, high, window, published, denied }: ReportedFigureSeen): ReportedMark[] {
  const first = window?.first ?? window?.last ?? published?.first;
  const last = window?.last ?? (window ? published?.first : undefined) ?? first;
  const [bottom, top] = [low ?? high, high ?? low];
  if (!first || !last || bottom === undefined || top === undefined || top <= 0) return [];
  return [
    {
      label,
      first,
      last: last < first ? first : last,
      low: bottom,
      high: top,
      ...(low === undefined ? { open: 'low' as const } : high === undefined ? { open: 'high' as const } : {}),
      denied,
    },
  ];
}
