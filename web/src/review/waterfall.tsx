import type { Reason } from '../../../src/model/index.ts';
import { partWord } from '../people/reason-words.ts';
import { useSpeech } from './speech.ts';

/** What each part adds or takes, one after the other, from nothing to the sum; the same figures as a table. */
export function Waterfall({ reasons }: { readonly reasons: readonly Reason[] }) {
  const speech = useSpeech();
  const { say, number } = speech;
  let sum = 0;
  const steps = reasons
    .filter(({ weight }) => weight !== 0)
    .map((reason) => {
      const from = sum;
      sum += reason.weight;
      return { label: partWord(speech, reason.part), from, to: sum, weight: reason.weight };
    });
  const all = [...steps, { label: say('review.sum'), from: 0, to: sum, weight: sum }];
  const least = Math.min(0, ...all.map(({ from, to }) => Math.min(from, to)));
  const most = Math.max(0, ...all.map(({ from, to }) => Math.max(from, to)));
  const width = Math.max(1, most - least);
  const percent = (value: number): string => `${((value - least) / width) * 100}%`;
  return (
    <table className="waterfall">
      <caption className="note">{say('review.weights-note')}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{say('review.part')}</th>
          <th scope="col">{say('review.weights')}</th>
          <th scope="col">{say('parts.weight')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ label, from, to, weight }, at) => (
          <tr key={label} className={at === all.length - 1 ? 'sum' : undefined}>
            <th scope="row">{label}</th>
            <td dir="ltr" aria-hidden="true">
              <span className="rail">
                <span className="zero" style={{ left: percent(0) }} />
                <span
                  className={`bar ${weight < 0 ? 'against' : 'for'}`}
                  style={{
                    left: percent(Math.min(from, to)),
                    width: `${(Math.abs(to - from) / width) * 100}%`,
                  }}
                />
              </span>
            </td>
            <td className="number">
              {number(weight, { signDisplay: 'always', maximumFractionDigits: 1, minimumFractionDigits: 1 })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
