import type { RunSeen } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { useSpeech } from './speech.ts';

const DIMENSIONS = ['year', 'place', 'sex', 'age'] as const;
type Dimension = (typeof DIMENSIONS)[number];
const ENDS = ['first', 'last'] as const;

/** What stands in the fields, as written. */
export interface DivisionWritten {
  readonly by: readonly [Dimension | '', Dimension | ''];
  readonly years: string;
  readonly coverage: Readonly<Record<string, { readonly first?: string; readonly last?: string }>>;
}
export const UNDIVIDED: DivisionWritten = { by: ['', ''], years: '', coverage: {} };

const wholeYears = (text: string): number[] =>
  (text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).match(/\d+/g) ?? []).map(Number);

/** As the server is asked; `undefined` for the whole undivided. */
export function divisionOf(
  { by, years, coverage }: DivisionWritten,
  lists: readonly string[],
): RunSeen['division'] {
  const dimensions = [...new Set(by)].filter((each) => each !== '');
  if (dimensions.length === 0) return undefined;
  if (!dimensions.includes('year')) return { by: dimensions };
  const from = wholeYears(years);
  const covered = lists.flatMap((list) => {
    const [first] = wholeYears(coverage[list]?.first ?? '');
    const [last] = wholeYears(coverage[list]?.last ?? '');
    return first === undefined && last === undefined
      ? []
      : [{ list, ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) }];
  });
  return {
    by: dimensions,
    ...(from.length > 0 ? { yearsFrom: from } : {}),
    ...(covered.length > 0 ? { coverage: covered } : {}),
  };
}

/** By what people are divided, where stretches of years begin, and of which years each list speaks. */
export function DivisionFields(props: {
  readonly lists: readonly string[];
  readonly written: DivisionWritten;
  readonly change: (written: DivisionWritten) => void;
}) {
  const { say } = useSpeech();
  const { lists, written, change } = props;
  const set = (at: 0 | 1, value: string): void => {
    const by: [Dimension | '', Dimension | ''] = [...written.by];
    by[at] = value as Dimension | '';
    change({ ...written, by });
  };
  return (
    <details className="division">
      <summary>{say('estimated.divide')}</summary>
      <p className="note">{say('estimated.divide-help')}</p>
      <div className="go">
        {([0, 1] as const).map((at) => (
          <label className="field" key={at}>
            <span className="label">{say(at === 0 ? 'estimated.divide-by' : 'estimated.divide-and')}</span>
            <select
              value={written.by[at]}
              disabled={at === 1 && written.by[0] === ''}
              onChange={(event) => set(at, event.target.value)}
            >
              <option value="">{say('estimated.divide-none')}</option>
              {DIMENSIONS.filter((each) => at === 0 || each !== written.by[0]).map((each) => (
                <option key={each} value={each}>
                  {say(`part.${each}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {written.by.includes('year') && (
          <label className="field">
            <span className="label">{say('estimated.years-from')}</span>
            <input
              type="text"
              inputMode="numeric"
              dir="auto"
              value={written.years}
              onChange={(event) => change({ ...written, years: event.target.value })}
            />
            <span className="note">{say('estimated.years-help')}</span>
          </label>
        )}
      </div>
      {written.by.includes('year') && (
        <fieldset>
          <legend>{say('estimated.coverage')}</legend>
          <p className="note">{say('estimated.coverage-help')}</p>
          <ul className="coverage">
            <li aria-hidden="true" className="quiet small">
              <span />
              <span>{say('estimated.low')}</span>
              <span>{say('estimated.high')}</span>
            </li>
            {lists.map((list) => (
              <li key={list}>
                <Written text={list} />
                {ENDS.map((end) => (
                  <input
                    key={end}
                    type="text"
                    inputMode="numeric"
                    maxLength={4}
                    aria-label={say(`estimated.coverage-${end}`, { list })}
                    value={written.coverage[list]?.[end] ?? ''}
                    onChange={(event) =>
                      change({
                        ...written,
                        coverage: {
                          ...written.coverage,
                          [list]: { ...written.coverage[list], [end]: event.target.value },
                        },
                      })
                    }
                  />
                ))}
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </details>
  );
}
