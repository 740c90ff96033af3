import { useEffect } from 'react';
import { putAside, restoreOutbox, send, useOutbox } from './outbox.ts';
import { useSpeech } from './speech.ts';

/** What is written down here and not yet with the server, and what the server would not keep. */
export function Waiting() {
  const { say, sayError } = useSpeech();
  const { waiting, refused, network } = useOutbox();
  useEffect(() => {
    void restoreOutbox();
  }, []);
  return (
    <>
      <div role="status" className={network === 'missing' || waiting.length > 0 ? 'waiting' : 'unseen'}>
        {network === 'missing' && <span>{say('site.waiting', { count: waiting.length })}</span>}
        {network === 'there' && waiting.length > 0 && (
          <span>{say('site.waiting-on', { count: waiting.length })}</span>
        )}
        {waiting.length > 0 && (
          <button type="button" onClick={() => void send()}>
            {say('site.send-now')}
          </button>
        )}
      </div>
      {refused.length > 0 && (
        <div role="alert" className="fault">
          <strong>{say('site.refused')}</strong>
          <ul>
            {refused.map(({ entry, code }) => (
              <li key={entry.id}>
                {sayError(code, {})} <code className="small">{JSON.stringify(entry.body)}</code>{' '}
                <button type="button" className="plain" onClick={() => putAside(entry.id)}>
                  {say('said.close')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
