import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { z } from 'zod';
import type { Overview, verifySchema } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { AskFailed, ask, type Fault, tell } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';

const CheckWithPassword = lazy(() => import('../account/check-with-password.tsx'));

type Verified = z.infer<typeof verifySchema>;

/** Whether the case is what was received: one button reads every file again and says what it found. */
export function Checkpoint({ overview }: { readonly overview: Overview }) {
  const { say, compose } = useSpeech();
  const [state, setState] = useState<'idle' | 'running'>('idle');
  const [found, setFound] = useState<Verified>();
  const [fault, setFault] = useState<Fault>();
  const { me, may } = useSession();
  const check = async (password?: string) => {
    setState('running');
    setFault(undefined);
    try {
      setFound(
        await (password === undefined
          ? ask<Verified>('/api/verify')
          : tell<Verified>('/api/verify', { password })),
      );
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
    setState('idle');
  };
  return (
    <Section id="checkpoint" title={say('checkpoint.title')} note={say('checkpoint.note')}>
      <p>
        {compose('checkpoint.line', {
          entries: overview.ledger.entries,
          root: <code>{overview.ledger.rootHash}</code>,
        })}
      </p>
      <p className="actions">
        {!me && (
          <button type="button" onClick={() => check()} disabled={state === 'running'}>
            {say(state === 'running' ? 'checkpoint.running' : 'checkpoint.check')}
          </button>
        )}{' '}
        <Link href="/witnesses">{say('proof.witnesses')}</Link>{' '}
        {may('GET /api/erasures') && <Link href="/erasures">{say('nav.erasures')}</Link>}
      </p>
      {me && may('POST /api/verify') && (
        <Suspense>
          <CheckWithPassword busy={state === 'running'} check={check} />
        </Suspense>
      )}
      <div role="status">
        {found?.ok && (
          <p>
            {say('checkpoint.sound', { entries: found.entries, files: found.files })}{' '}
            {say('checkpoint.witnesses', found.witnesses)}
          </p>
        )}
        {found && !found.ok && (
          <div className="fault">
            <strong>{say('checkpoint.broken', { count: found.faults.length })}</strong>
            <ul>
              {found.faults.map((each) => (
                <li key={`${each.what} ${each.where}`}>
                  <Written text={each.what} /> — <Written text={each.where} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {fault && <FaultNote fault={fault} />}
    </Section>
  );
}
