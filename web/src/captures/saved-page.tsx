import { useState } from 'react';
import type { SavedPage as Saved } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { ask, forgetAnswers, tell } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { useDecider } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { useSpeech } from './speech.ts';
import './captures.css';

/** A page saved in one file, taken apart where somebody asks: it is large, and a look at it is written down. */
export default function SavedPage({ item }: { readonly item: string }) {
  const { say } = useSpeech();
  const [saved, setSaved] = useState<Saved>();
  const { busy, fault, attempt } = useAttempt();
  const at = `/api/items/${encodeURIComponent(item)}/capture`;
  return (
    <Section id="saved" title={say('saved.title')} note={say('saved.note')}>
      {saved ? (
        <Apart saved={saved} at={at} />
      ) : (
        <p className="actions">
          <button
            type="button"
            disabled={busy === 'busy'}
            onClick={() => void attempt(async () => setSaved(await ask<Saved>(at)))}
          >
            {say('saved.open')}
          </button>
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
    </Section>
  );
}

function Apart({ saved, at }: { readonly saved: Saved; readonly at: string }) {
  const { say } = useSpeech();
  const { busy, fault, attempt } = useAttempt();
  const decide = useDecider();
  const announce = useTell();
  const take = () =>
    decide((by) =>
      attempt(async () => {
        const { taken } = await tell<{ taken: string[] }>(at, { by });
        announce(say('saved.taken', { count: taken.length }));
        forgetAnswers();
      }),
    );
  const hashed = saved.parts.some(({ digest }) => digest !== 'none');
  return (
    <>
      <p>{say('saved.sum', { total: saved.total, readable: saved.readable })}</p>
      {saved.wrong.length > 0 ? (
        <>
          <h3>{say('saved.wrong')}</h3>
          <ul className="lines">
            {saved.wrong.map((what) => (
              <li key={what} className="danger">
                <bdi dir="ltr" className="long">
                  {what}
                </bdi>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{say(hashed ? 'saved.fits' : 'saved.no-hashes')}</p>
      )}
      {saved.signature && <Signed signature={saved.signature} />}
      <Parts saved={saved} />
      {saved.readable > 0 && (
        <>
          <p className="note">{say('saved.take-note')}</p>
          <p className="actions">
            <button type="button" className="main" disabled={busy === 'busy'} onClick={take}>
              {say('saved.take')}
            </button>
          </p>
        </>
      )}
      {fault && <FaultNote fault={fault} />}
    </>
  );
}

function Signed({ signature }: { readonly signature: NonNullable<Saved['signature']> }) {
  const { say, compose } = useSpeech();
  const { state, key = '', domain } = signature;
  return (
    <p>
      {compose(`saved.signed-${state}`, { key: <code className="small">{key.slice(0, 16)}…</code> })}{' '}
      {domain !== undefined && say('saved.domain', { domain })}
    </p>
  );
}

function Parts({ saved }: { readonly saved: Saved }) {
  const { say } = useSpeech();
  return (
    <details>
      <summary>{say('saved.url')}</summary>
      <ScrollBox label={say('saved.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('saved.url')}</th>
              <th scope="col">{say('saved.when')}</th>
              <th scope="col">{say('saved.kind')}</th>
              <th scope="col">{say('saved.digest')}</th>
            </tr>
          </thead>
          <tbody>
            {saved.parts.map(({ url, at, status, mediaType, digest }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an address may be asked twice; they stay in their order
              <tr key={place}>
                <th scope="row">
                  <bdi dir="ltr" className="long small">
                    {url}
                  </bdi>
                </th>
                <td className="small">{at !== undefined && <bdi dir="ltr">{at}</bdi>}</td>
                <td className="small">
                  <Written text={mediaType} /> {status}
                </td>
                <td className="small">{say(`saved.digest-${digest}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {saved.total > saved.parts.length && (
        <p className="quiet small">{say('saved.first', { count: saved.parts.length })}</p>
      )}
    </details>
  );
}
