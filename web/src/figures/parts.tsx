import type { EstimateSeen } from '../../../src/model/index.ts';
import { Picture } from './picture.tsx';
import { useSpeech } from './speech.ts';
import { methodWord, partWords, roundly } from './words.ts';

interface Part {
  readonly stratum: string;
  readonly named: number;
  readonly method: string;
  readonly estimate?: number;
  readonly low?: number;
  readonly high?: number;
  readonly ok: boolean;
}

/** The first method that can sum its parts: what each part says, so that a part that decides the sum is seen. */
export function Parts(props: {
  readonly panel: readonly EstimateSeen[];
  readonly locked: string | undefined;
  readonly goes: readonly string[];
}) {
  const speech = useSpeech();
  const { say } = speech;
  const summed = props.panel.filter(({ scope }) => scope === 'stratified');
  const shown = summed.find(({ ok, method }) => ok && method === 'log-linear-average') ?? summed[0];
  if (!shown || !Array.isArray(shown.detail.strata)) return null;
  const parts = shown.detail.strata as readonly Part[];
  if (parts.length < 2) return null;
  const marks = parts.flatMap(({ stratum, method, low, high, estimate, ok }) =>
    low === undefined || estimate === undefined
      ? []
      : [
          {
            method: partWords(speech, stratum),
            series: methodWord(speech, method),
            low,
            middle: estimate,
            ...(high === undefined ? {} : { high }),
            ok,
          },
        ],
  );
  return (
    <Picture
      title={say('estimated.parts', { method: methodWord(speech, shown.method) })}
      file="estimated-parts"
      locked={props.locked}
      keep={props.goes}
      table={{
        columns: [
          say('estimated.part'),
          say('estimated.method'),
          say('estimated.part-named'),
          say('estimated.low'),
          say('estimated.high'),
          say('estimated.middle'),
        ],
        rows: parts.map(({ stratum, method, named, low, high, estimate }) => [
          partWords(speech, stratum),
          methodWord(speech, method),
          named,
          low === undefined ? undefined : roundly(low, 'low'),
          high === undefined || high === null ? undefined : roundly(high, 'high'),
          estimate === undefined ? undefined : roundly(estimate, 'middle'),
        ]),
      }}
      draw={(charts, width, lettering) => charts.intervalChart(marks, undefined, width, lettering)}
    >
      <p className="note">{say('estimated.parts-note')}</p>
    </Picture>
  );
}
