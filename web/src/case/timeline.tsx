import { useState } from 'react';
import { Link } from 'wouter';
import type { Overview } from '../../../src/model/index.ts';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toClaim, toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';

type Entry = Overview['timeline'][number];
const DAYS = 8;
const A_DAY = 6;

/** One line of time, newest first: what was published, what the lists say happened, what was decided here. */
export function Timeline({ timeline }: { readonly timeline: Overview['timeline'] }) {
  const { say, date } = useSpeech();
  const [all, setAll] = useState<'some' | 'all'>('some');
  const days = Map.groupBy(
    timeline.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    ({ at }) => at.slice(0, 10),
  );
  const shown = all === 'all' ? [...days] : [...days].slice(0, DAYS);
  return (
    <Section id="timeline" title={say('case.timeline')}>
      {days.size === 0 ? (
        <p className="quiet">{say('timeline.empty')}</p>
      ) : (
        <ol className="timeline">
          {shown.map(([day, entries]) => (
            <li key={day}>
              <h3>
                <time dateTime={day.replace('~', '')}>{date(day)}</time>
              </h3>
              <Day entries={entries} all={all} />
            </li>
          ))}
        </ol>
      )}
      {days.size > DAYS && all === 'some' && (
        <button type="button" onClick={() => setAll('all')}>
          {say('timeline.earlier', { count: days.size - DAYS })}
        </button>
      )}
    </Section>
  );
}

function Day(props: { readonly entries: readonly Entry[]; readonly all: 'some' | 'all' }) {
  const { say, number } = useSpeech();
  const clockWords = (clock: string): string =>
    clock
      .split(':')
      .map((part) => number(Number(part), { minimumIntegerDigits: 2 }))
      .join(':');
  const shown = props.all === 'all' ? props.entries : props.entries.slice(0, A_DAY);
  return (
    <ul>
      {shown.map((entry, at) => {
        const to = entry.claim ? toClaim(entry.claim) : entry.item ? toItem(entry.item) : undefined;
        const clock = /T(\d{2}:\d{2})/.exec(entry.at)?.[1];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and stay in their order
          <li key={at} className={entry.kind}>
            <span className="small quiet kind">
              {say(`timeline.${entry.kind}`)}
              {clock !== undefined && clock !== '00:00' && <> {clockWords(clock)}</>}
            </span>
            <span>
              {entry.property !== undefined && entry.count !== undefined && (
                <>{say('timeline.rows', { count: entry.count, what: say(`property.${entry.property}`) })} </>
              )}
              {to === undefined ? (
                <Actor name={entry.label} />
              ) : (
                <Link href={to} data-entry>
                  <Written text={entry.label} />
                </Link>
              )}
            </span>
          </li>
        );
      })}
      {props.entries.length > shown.length && (
        <li className="small quiet">
          {say('timeline.rest', { count: props.entries.length - shown.length })}
        </li>
      )}
    </ul>
  );
}
