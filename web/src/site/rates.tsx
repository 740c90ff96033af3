import { useState } from 'react';
import {
  HOW_KNOWN,
  type MethodRates,
  OUR_RATES,
  type RatesSet,
  ratesAt,
  SEARCH_METHODS,
  type SearchMethod,
  type SearchRates,
  type SiteBody,
  type SiteState,
  type SiteThingState,
} from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { Conflict } from './conflict.tsx';
import { Field } from './field.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { current } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** Rates as people write them: whole percent, and signs out of nothing in a hundred hours. */
const COLUMNS = {
  sweep: { of: ({ sweep }: MethodRates) => sweep, step: 1 },
  'blind-open': { of: ({ blind }: MethodRates) => blind.open * 100, step: 1 },
  'blind-hidden': { of: ({ blind }: MethodRates) => blind.hidden * 100, step: 1 },
  alarms: { of: ({ alarms }: MethodRates) => alarms * 100, step: 0.1 },
} as const;
type Column = keyof typeof COLUMNS;
const shown = (value: number): string => String(Math.round(value * 1000) / 1000);

const withColumn = (rates: MethodRates, column: Column, value: number): MethodRates => {
  switch (column) {
    case 'sweep':
      return { ...rates, sweep: value };
    case 'alarms':
      return { ...rates, alarms: value / 100 };
    case 'blind-open':
      return { ...rates, blind: { ...rates.blind, open: value / 100 } };
    case 'blind-hidden':
      return { ...rates, blind: { ...rates.blind, hidden: value / 100 } };
  }
};

/** What this search takes for granted, whose it is, and setting it: an entry of the place, with who and why. */
export function Rates({ state }: { readonly state: SiteState }) {
  const { say, date } = useSpeech();
  const decide = useDecider();
  const tell = useTell();
  const place = state.place as SiteThingState<'place'>;
  const version = current(place);
  const set = version.body.rates;
  const [rates, setRates] = useState<SearchRates>(() => ratesAt(set));
  const [why, setWhy] = useState('');
  const write = (next: RatesSet | undefined): void =>
    decide((by) => {
      const { rates: _, ...rest } = version.body;
      const body: SiteBody<'place'> = { ...rest, ...(next && { rates: next }) };
      const upon = place.versions.map(({ entry }) => entry);
      void writeDown(entryOf(state.id, 'place', body, by, { about: state.id, upon })).then((written) => {
        setWhy('');
        tell(
          say(
            written === 'waiting' ? 'site.kept-here' : written === 'refused' ? 'site.refused' : 'site.kept',
          ),
        );
      });
    });
  const changed = (): RatesSet => {
    const reliability = HOW_KNOWN.filter((how) => rates.reliability[how] !== OUR_RATES.reliability[how]);
    const methods = SEARCH_METHODS.filter(
      (method) => JSON.stringify(rates.methods[method]) !== JSON.stringify(OUR_RATES.methods[method]),
    );
    return {
      why: why.trim(),
      wronglyConfirmed: rates.wronglyConfirmed,
      reliability: Object.fromEntries(reliability.map((how) => [how, rates.reliability[how]])),
      methods: Object.fromEntries(methods.map((method) => [method, rates.methods[method]])),
    };
  };
  const setMethod = (method: SearchMethod, column: Column, value: number): void =>
    setRates({
      ...rates,
      methods: { ...rates.methods, [method]: withColumn(rates.methods[method], column, value) },
    });
  return (
    <details className="new-thing rates">
      <summary>{say('rates.title')}</summary>
      <p className="note">
        {set
          ? say('rates.set', { name: version.by, when: date(version.at), why: set.why })
          : say('rates.ours')}
      </p>
      <Conflict
        site={state.id}
        is="place"
        thing={place}
        words={(one) => (one.rates ? one.rates.why : say('rates.back-why'))}
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          write(changed());
        }}
      >
        <fieldset>
          <legend>{say('rates.reliability')}</legend>
          <div className="pair">
            {HOW_KNOWN.map((how) => (
              <Field key={how} label={say(`site.how.${how}`)}>
                <input
                  type="number"
                  min={0}
                  max={99}
                  value={shown(rates.reliability[how] * 100)}
                  onChange={(e) =>
                    setRates({
                      ...rates,
                      reliability: { ...rates.reliability, [how]: Number(e.target.value) / 100 },
                    })
                  }
                />
              </Field>
            ))}
          </div>
        </fieldset>
        <ScrollBox label={say('site.method')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('site.method')}</th>
                {(Object.keys(COLUMNS) as Column[]).map((column) => (
                  <th key={column} scope="col">
                    {say(`rates.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {SEARCH_METHODS.map((method) => (
                <tr key={method}>
                  <th scope="row">{say(`site.method.${method}`)}</th>
                  {(Object.keys(COLUMNS) as Column[]).map((column) => (
                    <td key={column}>
                      <input
                        type="number"
                        aria-label={`${say(`site.method.${method}`)}: ${say(`rates.${column}`)}`}
                        min={column === 'sweep' || column === 'alarms' ? COLUMNS[column].step : 0}
                        step="any"
                        {...(column.startsWith('blind') && { max: 99 })}
                        value={shown(COLUMNS[column].of(rates.methods[method]))}
                        onChange={(e) => setMethod(method, column, Number(e.target.value))}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <Field label={say('rates.wrongly')}>
          <input
            type="number"
            min={1}
            max={99}
            value={shown(rates.wronglyConfirmed * 100)}
            onChange={(e) => setRates({ ...rates, wronglyConfirmed: Number(e.target.value) / 100 })}
          />
        </Field>
        <Field label={say('rates.why')}>
          <input
            type="text"
            dir="auto"
            required
            maxLength={2000}
            value={why}
            onChange={(e) => setWhy(e.target.value)}
          />
        </Field>
        <p className="actions">
          <button type="submit" className="main" disabled={why.trim() === ''}>
            {say('rates.keep')}
          </button>
          {set && (
            <button
              type="button"
              onClick={() => {
                setRates(OUR_RATES);
                write(undefined);
              }}
            >
              {say('rates.back')}
            </button>
          )}
        </p>
      </form>
    </details>
  );
}
