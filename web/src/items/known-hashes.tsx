import { useState } from 'react';
import { Link } from 'wouter';
import type { HeldHashes } from '../../../src/model/index.ts';
import { AskFailed, type Fault, tell } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';

/** A list of hashes from elsewhere: which of these are here? The list is not kept. */
export function KnownHashes() {
  const { say, compose } = useSpeech();
  const [found, setFound] = useState<HeldHashes>();
  const [fault, setFault] = useState<Fault>();
  const [state, setState] = useState<'idle' | 'asking'>('idle');
  const compare = async (file: File | undefined) => {
    if (!file) return;
    setState('asking');
    setFault(undefined);
    setFound(undefined);
    try {
      setFound(await tell<HeldHashes>('/api/files/known', { text: await file.text() }));
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
    setState('idle');
  };
  return (
    <details className="known">
      <summary>{say('known.title')}</summary>
      <p className="note">{say('known.note')}</p>
      <p className="field">
        <label htmlFor="known-file">{say('known.file')}</label>
        <input
          id="known-file"
          type="file"
          accept=".txt,.csv,.tsv,.sha256,.md5,.sha1,text/*"
          disabled={state === 'asking'}
          onChange={(event) => void compare(event.target.files?.[0])}
        />
      </p>
      <div role="status">
        {state === 'asking' && <p>{say('known.asking')}</p>}
        {found && <p>{say('known.sum', { held: found.held.length, size: found.size })}</p>}
      </div>
      {fault && <FaultNote fault={fault} />}
      {found && (
        <ul className="lines">
          {found.held.map((one) => (
            <li key={`${one.item} ${one.by}`}>
              <Link href={toItem(one.item)}>
                <Written text={one.file} />
              </Link>
              {': '}
              {one.apart === undefined ? say('known.same') : compose('known.like', { apart: one.apart })}
              {one.label !== '' && (
                <>
                  {' · '}
                  <Written text={one.label} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
