import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../src/messages/index.ts';
import CheckPage from '../src/proof/check-page.tsx';
import { SpeechProvider } from '../src/speech/speech.tsx';
import '../src/styles/base.css';
import '../src/styles/shell.css';

/** The page that checks proofs, saved as one file: it opens from a disk and asks nobody. */
function SavedCheck() {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith('en') ? 'en' : 'ar');
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  }, [language]);
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <SpeechProvider language={language}>
      <p className="saved-language">
        <button type="button" className="plain" lang={other} onClick={() => setLanguage(other)}>
          {other === 'ar' ? 'العربية' : 'English'}
        </button>
      </p>
      <CheckPage />
    </SpeechProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<SavedCheck />);
