import { useEffect } from 'react';
import { bytesWord } from '../items/bytes.ts';
import { putAside, restoreOutbox, send, useOutbox } from './outbox.ts';
import { usePictures } from './picture-outbox.ts';
import { useSpeech } from './speech.ts';

/** What is written down here and not yet with the server, and what the server would not keep. */
export function Waiting() {
  const { say, sayError, locale } = useSpeech();
  const { waiting, refused, network, room } = useOutbox();
  const pictures = usePictures();
  useEffect(() => {
    void restoreOutbox();
  }, []);
  const following = pictures.waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      {room === 'none' && waiting.length > 0 && (
        <p role="alert" className="fault">
          {say('site.device-full')}
        </p>
      )}
      <div
        role="status"
        className={
          network === 'missing' || waiting.length + pictures.waiting.length > 0 ? 'waiting' : 'unseen'
        }
      >
        {network === 'missing' && <span>{say('site.waiting', { count: waiting.length })}</span>}
        {network === 'there' && waiting.length > 0 && (
          <span>{say('site.waiting-on', { count: waiting.length })}</span>
        )}
        {pictures.waiting.length > 0 && (
          <span>
            {say('photo.waiting', {
              count: pictures.waiting.length,
              size: bytesWord(following, locale),
            })}
          </span>
        )}
        {waiting.length > 0 && (
          <button type="button" onClick={() => void send()}>
            {say('site.send-now')}
          </button>
        )}
      </div>
      {pictures.failed.map(({ id, fault }) => (
        <p key={id} role="alert" className="fault">
          {say('photo.failed')} {sayError(fault.code, fault.data)}
        </p>
      ))}
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
