import { lazy, Suspense, useEffect } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { Language } from '../../src/messages/index.ts';
import type { Overview } from '../../src/model/index.ts';
import { refresh, useAnswer } from './api/answers.ts';
import { CasePage } from './case/case-page.tsx';
import { TipProvider } from './marks/source-link.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { KeyboardHelp } from './shell/keyboard.tsx';
import { Skeleton } from './shell/loading.tsx';
import { NotFound } from './shell/not-found.tsx';
import { SaidProvider } from './shell/said.tsx';
import { SpeechProvider, useSpeech } from './speech/speech.tsx';

const ClaimsPage = lazy(() => import('./claims/claims-page.tsx'));
const ClaimPage = lazy(() => import('./claims/claim-page.tsx'));
const PeoplePage = lazy(() => import('./people/people-page.tsx'));
const PersonPage = lazy(() => import('./people/person-page.tsx'));
const ItemsPage = lazy(() => import('./items/items-page.tsx'));
const ItemPage = lazy(() => import('./items/item-page.tsx'));

/** The address names the language first: `/ar/claims`, `/en/claims`. */
function useLanguage(): Language {
  const [path] = useLocation();
  return path.startsWith('/en') ? 'en' : 'ar';
}

export function App() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  }, [language]);
  return (
    <SpeechProvider language={language}>
      <Router base={`/${language}`}>
        <SaidProvider>
          <TipProvider>
            <Shell />
          </TipProvider>
        </SaidProvider>
      </Router>
    </SpeechProvider>
  );
}

function Shell() {
  const { say } = useSpeech();
  const overview = useAnswer<Overview>('/api/overview');
  const name = overview.state === 'here' ? overview.data.name : undefined;
  const deriving = overview.state === 'here' && overview.data.deriving.length > 0;
  useEffect(() => {
    if (!deriving) return;
    const timer = setInterval(() => void refresh('/api/overview'), 1500);
    return () => clearInterval(timer);
  }, [deriving]);
  return (
    <>
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <Header caseName={name} />
      <Suspense
        fallback={
          <main id="main" tabIndex={-1}>
            <Skeleton lines={8} />
          </main>
        }
      >
        <Switch>
          <Route path="/">
            <CasePage overview={overview} />
          </Route>
          <Route path="/claims">
            <ClaimsPage />
          </Route>
          <Route path="/claims/:id">{({ id }) => <ClaimPage key={id} id={id} />}</Route>
          <Route path="/people">
            <PeoplePage />
          </Route>
          <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
          <Route path="/items">
            <ItemsPage />
          </Route>
          <Route path="/items/:id">{({ id }) => <ItemPage key={id} id={id} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
      <Footer overview={overview.state === 'here' ? overview.data : undefined} />
      <KeyboardHelp />
    </>
  );
}
