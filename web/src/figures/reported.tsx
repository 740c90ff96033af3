import { Link } from 'wouter';
import type { ReportedFigureSeen, ReportedPage } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { measureWord } from '../claims/claim-words.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toClaim } from '../speech/addresses.ts';
import { Band } from './band.tsx';
import type { ReportedMark } from './charts.ts';
import { Picture } from './picture.tsx';
import { useSpeech } from './speech.ts';
import { countedWords, figureWords, whenWords, wordOf } from './words.ts';

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
      {sets.map((set) => (
        <FigureSet
          key={set.join()}
          figures={set.map((at) => figures[at]!)}
          label={`${title}: ${nameOf(sets.indexOf(set))}`}
        />
      ))}
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

function FigureSet(props: { readonly figures: readonly ReportedFigureSeen[]; readonly label: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const { figures } = props;
  const differ = figures.some((one) =>
    figures.some((other) => (one.low ?? 0) > (other.high ?? Number.POSITIVE_INFINITY)),
  );
  return (
    <div className="set">
      {figures.length > 1 && (
        <p className={differ ? 'differ' : 'quiet small'}>
          {differ ? say('reported.set-differ') : say('reported.set', { count: figures.length })}
        </p>
      )}
      <ScrollBox label={props.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('reported.number')}</th>
              <th scope="col">{say('reported.where')}</th>
              <th scope="col">{say('reported.when')}</th>
              <th scope="col">{say('reported.method')}</th>
              <th scope="col">{say('reported.origin')}</th>
              <th scope="col">{say('reported.words')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.claim}>
                <th scope="row" className="nowrap">
                  <Link href={toClaim(figure.claim)} data-entry>
                    {figureWords(speech, figure)}
                  </Link>{' '}
                  <span className="quiet">{countedWords(speech, figure)}</span>
                  {figure.denied && <span className="denied"> ✕ {say('reported.denied')}</span>}
                </th>
                <td>
                  {figure.place === undefined ? (
                    <span className="quiet">{say('reported.not-said')}</span>
                  ) : (
                    <Written text={figure.place} />
                  )}
                </td>
                <td>{whenWords(speech, figure)}</td>
                <td className={figure.method === 'not-said' ? 'quiet' : undefined}>
                  {say(`count-method.${figure.method}`)}
                </td>
                <td>
                  <Written text={originsOf(speech, figure)} />
                </td>
                <td className="words">
                  <Written text={figure.texts[speech.language] ?? figure.text} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

const originsOf = (speech: ReturnType<typeof useSpeech>, { origins }: ReportedFigureSeen): string =>
  origins
    .slice(0, 3)
    .map((origin) => (origin === 'unnamed' ? speech.say('origin.unnamed') : origin))
    .join(' · ');

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
