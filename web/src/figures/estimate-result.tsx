import type { CaseEstimateSeen, EstimateSeen, RunSeen } from '../../../src/model/index.ts';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { ChainPictures } from './chain-pictures.tsx';
import type { IntervalMark } from './charts.ts';
import { Parts } from './parts.tsx';
import { Picture } from './picture.tsx';
import { Review } from './review.tsx';
import { useSpeech } from './speech.ts';
import { dividedWords, intervalSentence, methodWord, reasonSentences } from './words.ts';

/** Every method side by side, the linkages, what hangs on one list; to be taken away once somebody has reviewed it. */
export function EstimateResult(props: { readonly run: RunSeen; readonly result: CaseEstimateSeen }) {
  const speech = useSpeech();
  const { say, date } = speech;
  const { run, result } = props;
  const named = namedRange(result);
  const reviewer = run.review?.by;
  const locked = reviewer === undefined ? say('picture.locked') : undefined;
  const asked = [
    say(result.thresholds.length > 0 ? 'estimated.run-of' : 'estimated.run-of-table', {
      at: date(run.startedAt, 'clock'),
      lists: new Intl.ListFormat(speech.locale).format(result.lists),
      seed: speech.number(run.seed, { useGrouping: false }),
      linkages: run.linkages,
    }),
    ...(run.division ? [say('estimated.divided', { by: dividedWords(speech, run.division) })] : []),
  ].join(' ');
  const goes = [
    `${say('estimated.reviewer')}: ${reviewer ?? ''}`,
    asked,
    `${run.checkpoint.entries} · ${run.checkpoint.rootHash}`,
  ];
  const all = [
    ...result.overLinkages.map((estimate) => ({ estimate, over: say('estimated.over-linkages') })),
    ...result.panel.map((estimate) => ({ estimate, over: say('estimated.standing') })),
  ].map(({ estimate, over }) => ({
    estimate,
    over: estimate.scope === 'stratified' ? say('estimated.sum-of-parts', { over }) : over,
  }));
  const marks = all.flatMap(({ estimate, over }): IntervalMark[] => {
    const { low, high, estimate: middle, method, ok } = estimate;
    if (low === undefined || middle === undefined) return [];
    return [
      {
        method: methodWord(speech, method),
        series: over,
        low,
        middle,
        ...(high === undefined ? {} : { high }),
        ok,
      },
    ];
  });
  const usable = all.some(({ estimate }) => estimate.ok);
  return (
    <div className="result">
      <p className="note">{asked}</p>
      <p>
        {result.overLinkages.length > 0
          ? say('estimated.named-range', { count: result.named, low: named.low, high: named.high })
          : say('estimated.named', { count: result.named })}
      </p>
      {!usable && <p className="refusal">{say('estimated.all-refused')}</p>}
      <PanelTable all={all} />
      {marks.length > 0 && (
        <Picture
          title={say('estimated.intervals')}
          file="estimated-intervals"
          locked={locked}
          keep={goes}
          table={{
            columns: [
              say('estimated.method'),
              say('estimated.rests'),
              say('estimated.low'),
              say('estimated.high'),
              say('estimated.middle'),
            ],
            rows: marks.map(({ method, series, low, high, middle }) => [
              method,
              series,
              Math.round(low),
              high === undefined ? undefined : Math.round(high),
              Math.round(middle),
            ]),
          }}
          draw={(charts, width, lettering) => charts.intervalChart(marks, named, width, lettering)}
        />
      )}
      <Parts panel={result.panel} locked={locked} goes={goes} />
      <LinkageShares estimates={result.overLinkages} />
      <Overlaps result={result} locked={locked} goes={goes} />
      {result.thresholds.length > 0 && <Thresholds result={result} locked={locked} goes={goes} />}
      {result.withoutLists.length > 0 && <WithoutLists result={result} />}
      {result.panel
        .filter(({ method, detail }) => method === 'latent-classes' && detail.rHat !== undefined)
        .map((estimate) => (
          <ChainPictures key={estimate.scope} detail={estimate.detail as never} locked={locked} goes={goes} />
        ))}
      <Review run={run} />
    </div>
  );
}

/** How many the lists name, over all linkages drawn and as they stand. */
function namedRange({ named, overLinkages }: CaseEstimateSeen): { low: number; high: number } {
  const ends = overLinkages.flatMap(({ detail }) => [detail.namedLow, detail.namedHigh]);
  const all = [named, ...ends.filter((end) => typeof end === 'number')];
  return { low: Math.min(...all), high: Math.max(...all) };
}

interface Told {
  readonly estimate: EstimateSeen;
  readonly over: string;
}

function PanelTable({ all }: { readonly all: readonly Told[] }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <ScrollBox label={say('estimated.intervals')}>
      <table className="panel">
        <thead>
          <tr>
            <th scope="col">{say('estimated.method')}</th>
            <th scope="col">{say('estimated.result')}</th>
            <th scope="col">{say('estimated.rests')}</th>
            <th scope="col">{say('estimated.why')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ estimate, over }) => (
            <tr
              key={`${estimate.method} ${estimate.scope} ${over}`}
              className={estimate.ok ? undefined : 'refused'}
            >
              <th scope="row">{methodWord(speech, estimate.method)}</th>
              <td className="interval">
                {estimate.ok ? (
                  <strong>{intervalSentence(speech, estimate)}</strong>
                ) : (
                  <span className="denied">✕ {say('estimated.refused')}</span>
                )}
              </td>
              <td>{over}</td>
              <td className="small">
                <ul>
                  {reasonSentences(speech, [...(estimate.why ?? []), ...(estimate.cautions ?? [])]).map(
                    (reason) => (
                      <li key={reason}>{reason}</li>
                    ),
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function LinkageShares({ estimates }: { readonly estimates: readonly EstimateSeen[] }) {
  const speech = useSpeech();
  const shares = estimates.flatMap(({ method, ok, detail }) =>
    ok && typeof detail.linkageShare === 'number'
      ? [`${methodWord(speech, method)} ${speech.number(detail.linkageShare, { style: 'percent' })}`]
      : [],
  );
  if (shares.length === 0) return null;
  return (
    <p className="note">
      {speech.say('estimated.linkage-share', { shares: new Intl.ListFormat(speech.locale).format(shares) })}
    </p>
  );
}

interface Taken {
  readonly result: CaseEstimateSeen;
  readonly locked: string | undefined;
  readonly goes: readonly string[];
}

function Overlaps({ result, locked, goes }: Taken) {
  const { say } = useSpeech();
  const marks = result.overlaps
    .map(({ pattern, count }) => ({
      lists: result.lists.filter((_, at) => pattern & (1 << at)),
      count,
    }))
    .sort((one, other) => other.count - one.count);
  return (
    <Picture
      title={say('estimated.overlaps')}
      file="estimated-overlaps"
      locked={locked}
      keep={goes}
      table={{
        columns: [say('estimated.overlap'), say('documented.persons')],
        rows: marks.map(({ lists, count }) => [lists.join(' + '), count]),
      }}
      draw={(charts, width, lettering) =>
        charts.overlapChart(result.lists, marks.slice(0, width < 560 ? 15 : 30), width, lettering)
      }
    />
  );
}

function Thresholds({ result, locked, goes }: Taken) {
  const speech = useSpeech();
  const { say, number } = speech;
  const told = result.thresholds.flatMap(({ threshold, named, estimates }) =>
    estimates.map(({ ok, method, low, high, estimate }) => ({
      threshold: number(threshold, { maximumFractionDigits: 2 }),
      named,
      method: methodWord(speech, method),
      ...(ok ? { low, high, middle: estimate } : {}),
    })),
  );
  const rows = told.flatMap(({ low, high, middle, ...rest }) =>
    middle === undefined
      ? []
      : [{ ...rest, middle, low: low ?? middle, ...(high === undefined ? {} : { high }) }],
  );
  const middles = rows.map(({ middle }) => middle);
  if (middles.length === 0) return null;
  const factor = Math.max(...middles) / Math.min(...middles);
  return (
    <Picture
      title={say('estimated.thresholds')}
      file="estimated-thresholds"
      locked={locked}
      keep={goes}
      table={{
        columns: [
          say('estimated.threshold'),
          say('estimated.method'),
          say('documented.persons'),
          say('estimated.low'),
          say('estimated.high'),
          say('estimated.middle'),
        ],
        rows: told.map(({ threshold, method, named, low, high, middle }) => [
          threshold,
          method,
          named,
          ...[low, high, middle].map((value) => (value === undefined ? undefined : Math.round(value))),
        ]),
      }}
      draw={(charts, width, lettering) => charts.thresholdChart(rows, width, lettering)}
    >
      <p className="note">
        {say('estimated.thresholds-note', { factor: number(factor, { maximumFractionDigits: 1 }) })}
      </p>
    </Picture>
  );
}

function WithoutLists({ result }: { readonly result: CaseEstimateSeen }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <details>
      <summary>{say('estimated.without')}</summary>
      <ScrollBox label={say('estimated.without')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('estimated.without-list')}</th>
              <th scope="col">{say('estimated.method')}</th>
              <th scope="col">{say('estimated.result')}</th>
            </tr>
          </thead>
          <tbody>
            {result.withoutLists.flatMap(({ list, estimates }) =>
              estimates
                .filter(({ method }) => method !== 'two-lists')
                .map((estimate) => (
                  <tr key={`${list} ${estimate.method}`}>
                    <th scope="row">
                      <bdi>{list}</bdi>
                    </th>
                    <td>{methodWord(speech, estimate.method)}</td>
                    <td>{estimate.ok ? intervalSentence(speech, estimate) : say('estimated.refused')}</td>
                  </tr>
                )),
            )}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
