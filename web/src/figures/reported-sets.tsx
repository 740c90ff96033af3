import { Link } from 'wouter';
import type { ReportedFigureSeen } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { useWidth } from '../shell/width.ts';
import { toClaim } from '../speech/addresses.ts';
import { useSpeech } from './speech.ts';
import { countedWords, figureWords, whenWords } from './words.ts';

type Figures = readonly ReportedFigureSeen[];

/** The figures of one measure, those together that may be compared: a table, on a phone one below the other. */
export function FigureSets(props: { readonly sets: readonly Figures[]; readonly title: string }) {
  const { say } = useSpeech();
  if (useWidth() === 'phone')
    return props.sets.map((figures) => (
      <div key={figures[0]!.claim} className="set">
        <Comparable figures={figures} />
        <ul className="figure-cards">
          {figures.map((figure) => (
            <li key={figure.claim}>
              <FigureCard figure={figure} />
            </li>
          ))}
        </ul>
      </div>
    ));
  return (
    <ScrollBox label={props.title}>
      <table className="sets">
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
        {props.sets.map((figures) => (
          <tbody key={figures[0]!.claim} className={figures.length > 1 ? 'set comparable' : 'set'}>
            {figures.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={6}>
                  <Comparable figures={figures} />
                </th>
              </tr>
            )}
            {figures.map((figure) => (
              <FigureRow key={figure.claim} figure={figure} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

function Comparable({ figures }: { readonly figures: Figures }) {
  const { say } = useSpeech();
  if (figures.length < 2) return null;
  const differ = figures.some((one) =>
    figures.some((other) => (one.low ?? 0) > (other.high ?? Number.POSITIVE_INFINITY)),
  );
  return (
    <p className={differ ? 'differ small' : 'quiet small'}>
      {differ ? say('reported.set-differ') : say('reported.set', { count: figures.length })}
    </p>
  );
}

interface One {
  readonly figure: ReportedFigureSeen;
}

function FigureRow({ figure }: One) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <tr>
      <th scope="row" className="nowrap">
        <HowMany figure={figure} />
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
      <td className="told">
        <Written text={toldIn(speech, figure)} />
      </td>
    </tr>
  );
}

/** What is not said is left out. */
function FigureCard({ figure }: One) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <>
      <h4>
        <HowMany figure={figure} />
      </h4>
      <p>
        <Written text={toldIn(speech, figure)} />
      </p>
      <p className="strip">
        {figure.place !== undefined && (
          <span>
            <Written text={figure.place} />
          </span>
        )}
        <span>{whenWords(speech, figure)}</span>
        {figure.method !== 'not-said' && <span>{say(`count-method.${figure.method}`)}</span>}
      </p>
      <p className="quiet small">
        {say('reported.origin')}: <Written text={originsOf(speech, figure)} />
      </p>
    </>
  );
}

function HowMany({ figure }: One) {
  const speech = useSpeech();
  return (
    <>
      <Link href={toClaim(figure.claim)} data-entry>
        {figureWords(speech, figure)}
      </Link>{' '}
      <span className="quiet">{countedWords(speech, figure)}</span>
      {figure.denied && <span className="denied"> ✕ {speech.say('reported.denied')}</span>}
    </>
  );
}

type Speech = ReturnType<typeof useSpeech>;

const toldIn = ({ language }: Speech, { texts, text }: ReportedFigureSeen): string => texts[language] ?? text;

export const originsOf = (speech: Speech, { origins }: ReportedFigureSeen): string =>
  origins
    .slice(0, 3)
    .map((origin) => (origin === 'unnamed' ? speech.say('origin.unnamed') : origin))
    .join(' · ');
