import { useSearch } from 'wouter';
import { useBrowserLocation } from 'wouter/use-browser-location';
import { keep } from '../speech/kept.ts';
import { useSpeech } from '../speech/speech.tsx';

/** The same page in the other language, under its own address. */
export function LanguageSwitch() {
  const { language } = useSpeech();
  const [path, go] = useBrowserLocation();
  const search = useSearch();
  const other = language === 'ar' ? 'en' : 'ar';
  const to = `/${other}${path.replace(/^\/(ar|en)(?=\/|$)/, '') || '/'}${search ? `?${search}` : ''}`;
  return (
    <a
      href={to}
      hrefLang={other}
      lang={other}
      onClick={(event) => {
        keep('sanad.language', other);
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(to + location.hash, { state: history.state });
      }}
    >
      {other === 'ar' ? 'العربية' : 'English'}
    </a>
  );
}
