import { useState } from 'react';
import { Link } from 'wouter';
import type { DocumentedCountSeen, DocumentedPage } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Band } from './band.tsx';
import type { CountMark } from './charts.ts';
import { Picture } from './picture.tsx';
import { useSpeech } from './speech.ts';
import { wordOf } from './words.ts';

const VIEWS = ['team', 'public'] as const;
/** Rows of a picture; the table behind it has them all. */
const DRAWN = 14;

export function DocumentedSection() {
  const { say, compose, number } = useSpeech();
  const [view, setView] = useState<(typeof VIEWS)[number]>('team');
  const answer = useAnswer<DocumentedPage>(`/api/figures/documented?view=${view}`);
  return (
    <Band name="documented">
      <Awaited answer={answer} lines={6}>
        {(page) =>
          page.records === 0 && !page.total.withheld ? (
            <Empty title={say('documented.empty')}>
              <p>
                {compose('documented.empty-how', { items: <Link href="/items">{say('nav.items')}</Link> })}
              </p>
            </Empty>
          ) : (
            <>
              <div className="filters">
                <label className="field">
                  <span className="label">{say('documented.view')}</span>
                  <select value={view} onChange={(event) => setView(event.target.value as typeof view)}>
                    {VIEWS.map((each) => (
                      <option key={each} value={each}>
                        {say(`documented.view-${each}`)}
                      </option>
                    ))}
                  </select>
                </label>
              </div>
              {view === 'public' && (
                <p className="note">{say('documented.public-note', { threshold: page.threshold })}</p>
              )}
              {page.total.withheld ? (
                <p>{say('documented.withheld')}</p>
              ) : (
                <p className="sum">
                  <strong>{say('documented.total', { count: page.total.count })}</strong>{' '}
                  {say('documented.range', {
                    low: number(page.total.low),
                    high: number(page.total.high),
                    linkages: page.linkages,
                    records: page.records,
                  })}
                </p>
              )}
              <div className="dimensions">
                {page.tables.map((table) => (
                  <Dimension key={table.dimension} table={table} view={view} />
                ))}
              </div>
            </>
          )
        }
      </Awaited>
    </Band>
  );
}

const PREFIX = { status: 'fate', sex: 'sex', year: '', place: '', age: '', list: '' } as const;

function Dimension(props: { readonly table: DocumentedPage['tables'][number]; readonly view: string }) {
  const speech = useSpeech();
  const { say } = speech;
  const { dimension, rows, missing, several } = props.table;
  const title = say(`dimension.${dimension}`);
  const labelOf = ({ value }: DocumentedCountSeen): string => {
    if (value === 'disagree') return say('documented.disagree');
    if (PREFIX[dimension] !== '') return wordOf(speech, PREFIX[dimension], value);
    if (dimension !== 'year' && dimension !== 'age') return value;
    const [first = '', last] = (value.match(/\d+/g) ?? []).map((digits) =>
      speech.number(Number(digits), { useGrouping: false }),
    );
    if (dimension === 'year') return first;
    // in words: browsers mix up Arabic digits around a dash in a picture
    return last === undefined
      ? say('documented.age-from', { first })
      : say('documented.ages', { first, last });
  };
  const inOrder =
    dimension === 'year' || dimension === 'age'
      ? rows.toSorted((one, other) => one.value.localeCompare(other.value))
      : rows;
  const named = [
    ...inOrder.map((row) => ({ label: labelOf(row), row })),
    { label: say('documented.missing'), row: missing },
  ];
  const marks = named.flatMap(({ label, row }): CountMark[] => (row.withheld ? [] : [{ label, ...row }]));
  return (
    <Picture
      title={title}
      file={`documented-${props.view}-${dimension}`}
      table={{
        columns: [title, say('documented.persons'), say('documented.low-high')],
        rows: named.map(({ label, row }) =>
          row.withheld
            ? [label, say('documented.withheld'), say('documented.withheld')]
            : [label, row.count, `${speech.number(row.low)}–${speech.number(row.high)}`],
        ),
      }}
      draw={(charts, width, lettering) =>
        charts.countChart(
          marks.length > DRAWN + 1 ? [...marks.slice(0, DRAWN), ...marks.slice(-1)] : marks,
          width,
          lettering,
        )
      }
    >
      {several && <p className="note">{say('documented.several')}</p>}
    </Picture>
  );
}
