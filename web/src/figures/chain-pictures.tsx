import { Picture } from './picture.tsx';
import { useSpeech } from './speech.ts';

/** What the latent classes tell of their chains; see the detail of that method. */
interface ChainDetail {
  readonly rHat: number;
  readonly bulkSize: number;
  readonly tailSize: number;
  readonly chains: number;
  readonly sweeps: number;
  readonly chainMedians: readonly number[];
  readonly traces: readonly (readonly number[])[];
  readonly density: readonly { readonly at: number; readonly height: number }[];
}

/** What an estimate from chains must reach, as the method has it. */
const MOST_R_HAT = 1.01;
const LEAST_DRAWS = 400;

export function ChainPictures(props: {
  readonly detail: ChainDetail;
  readonly locked: string | undefined;
  readonly goes: readonly string[];
}) {
  const { say, number } = useSpeech();
  const { detail, locked, goes } = props;
  const { rHat, bulkSize, tailSize, chains, sweeps, chainMedians, traces, density } = detail;
  return (
    <details className="chains" open>
      <summary>{say('estimated.chains')}</summary>
      <p className="note">
        {say('estimated.chains-note', {
          rhat: number(rHat, { maximumFractionDigits: 3 }),
          draws: Math.floor(Math.min(bulkSize, tailSize)),
          chains,
          sweeps,
          most: number(MOST_R_HAT),
          least: LEAST_DRAWS,
        })}
      </p>
      <div className="dimensions">
        <Picture
          title={say('estimated.trace')}
          file="estimated-chains"
          locked={locked}
          keep={goes}
          table={{
            columns: [say('estimated.chain'), say('estimated.middle')],
            rows: chainMedians.map((median, at) => [number(at + 1), Math.round(median)]),
          }}
          draw={(charts, width, lettering) => charts.traceChart(traces, width, lettering)}
        />
        <Picture
          title={say('estimated.density')}
          file="estimated-density"
          locked={locked}
          keep={goes}
          table={{
            columns: [say('estimated.population'), say('estimated.share')],
            rows: density
              .filter((_, at) => at % 8 === 0)
              .map(({ at, height }) => [number(Math.round(at)), height]),
          }}
          draw={(charts, width, lettering) => charts.densityChart(density, width, lettering)}
        />
      </div>
    </details>
  );
}
