import { useState } from 'react';
import { Link } from 'wouter';
import type { Overview } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toItem } from '../speech/addresses.ts';
import { keep, kept } from '../speech/kept.ts';
import { useSpeech } from '../speech/speech.tsx';

/** When this reader was here before this visit; a visit lasts as long as the tab. */
function lastVisit(caseName: string): string | undefined {
  const key = `sanad.seen.${caseName}`;
  try {
    const before = sessionStorage.getItem(key) ?? kept(key) ?? '';
    sessionStorage.setItem(key, before);
    keep(key, new Date().toISOString());
    return before || undefined;
  } catch {
    return undefined;
  }
}

export function Newest({ overview }: { readonly overview: Overview }) {
  const { say, date } = useSpeech();
  const [since] = useState(() => lastVisit(overview.name));
  return (
    <Section
      id="newest"
      title={say('case.newest')}
      {...(since !== undefined && { note: say('case.since', { date: date(since, 'clock') }) })}
    >
      {overview.newest.length === 0 ? (
        <p className="quiet">{say('items.empty')}</p>
      ) : (
        <ul className="newest">
          {overview.newest.map((item) => (
            <li key={item.id}>
              <Link href={toItem(item.id)} data-entry>
                <Written text={item.title ?? item.file} />
              </Link>
              {since !== undefined && item.receivedAt > since && (
                <span className="word sure">{say('case.new')}</span>
              )}
              <p className="small quiet">
                {item.kind === 'report' && item.outlet !== undefined ? (
                  <Written text={item.outlet} />
                ) : (
                  say(`kind.${item.kind}`)
                )}
                {' · '}
                {date(item.published ?? item.receivedAt)}
                {item.kind === 'list' && <> · {say('count.rows', { count: item.records })}</>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
