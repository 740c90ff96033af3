import { useState } from 'react';
import { useSpeech } from './speech.ts';

/** Text that somebody else has to have exactly so, with a button that copies it. */
export function Copied({ text, shown = text }: { readonly text: string; readonly shown?: string }) {
  const { say } = useSpeech();
  const [state, setState] = useState<'idle' | 'copied'>('idle');
  return (
    <>
      <code dir="ltr">{shown}</code>{' '}
      <button
        type="button"
        className="plain small"
        onClick={() => {
          void navigator.clipboard?.writeText(text).then(() => setState('copied'));
        }}
      >
        {say(state === 'copied' ? 'proof.copied' : 'proof.copy')}
      </button>
    </>
  );
}
