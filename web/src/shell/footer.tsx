import { useState } from 'react';
import type { Overview } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { useSpeech } from '../speech/speech.tsx';

/** Case and checkpoint, on the screen and at the foot of what is printed. */
export function Footer(props: { readonly overview: Overview | undefined }) {
  const { say, compose, language, digits, setDigits, number } = useSpeech();
  const { overview } = props;
  const [printed] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <footer className="footer">
      <div>
        {overview && (
          <p className="checkpoint">
            <Written text={overview.name} />
            {' · '}
            {compose('footer.checkpoint', {
              entries: overview.ledger.entries,
              root: <code>{overview.ledger.rootHash.slice(0, 16)}</code>,
            })}
            <span className="on-paper">{printed}</span>
          </p>
        )}
        {language === 'ar' && (
          <button
            type="button"
            className="plain"
            onClick={() => setDigits(digits === 'arab' ? 'latn' : 'arab')}
          >
            {say(digits === 'arab' ? 'footer.digits-latin' : 'footer.digits-arabic', {
              sample:
                digits === 'arab'
                  ? '123'
                  : number(123).replace(/./gu, (digit) => '٠١٢٣'[Number(digit)] ?? digit),
            })}
          </button>
        )}
        <button type="button" className="plain" onClick={() => window.print()}>
          {say('footer.print')}
        </button>
        <button type="button" className="plain" data-keys>
          {say('footer.keys')} <kbd>?</kbd>
        </button>
      </div>
    </footer>
  );
}
