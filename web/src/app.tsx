import { lazy, Suspense, useEffect } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { Language } from '../../src/messages/index.ts';
import type { ItemId, Overview } from '../../src/model/index.ts';
import { IdleLock } from './account/idle-lock.tsx';
import { NothingHere } from './account/nothing-here.tsx';
import { ReportPrinting } from './account/report-printing.tsx';
import { SessionProvider, useSession } from './account/session.tsx';
import { type Answer, refresh, useAnswer } from './api/answers.ts';
import { CasePage } from './case/case-page.tsx';
import { TipProvider } from './marks/source-link.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { KeyboardHelp } from './shell/keyboard.tsx';
import { Skeleton } from './shell/loading.tsx';
import { NotFound } from './shell/not-found.tsx';
import { SaidProvider } from './shell/said.tsx';
import { UnderWay } from './shell/under-way.tsx';
import { WhenBroken } from './shell/when-broken.tsx';
import { SpeechProvider, useSpeech } from './speech/speech.tsx';

const ClaimsPage = lazy(() => import('./claims/claims-page.tsx'));
const ClaimsQueuePage = lazy(() => import('./claims/claims-queue-page.tsx'));
const ClaimPage = lazy(() => import('./claims/claim-page.tsx'));
const PeoplePage = lazy(() => import('./people/people-page.tsx'));
const PrintPage = lazy(() => import('./people/print-page.tsx'));
const PersonPage = lazy(() => import('./people/person-page.tsx'));
const ReviewPage = lazy(() => import('./review/review-page.tsx'));
const ItemsPage = lazy(() => import('./items/items-page.tsx'));
const ListsPage = lazy(() => import('./lists/lists-page.tsx'));
const ImportPage = lazy(() => import('./lists/import-page.tsx'));
const TypingPage = lazy(() => import('./typing/typing-page.tsx'));
const NewCapturePage = lazy(() => import('./captures/new-capture-page.tsx'));
const CustodyPage = lazy(() => import('./items/custody-page.tsx'));
const ItemPage = lazy(() => import('./items/item-page.tsx'));
const VersionsPage = lazy(() => import('./items/versions-page.tsx'));
const ProofPage = lazy(() => import('./proof/proof-page.tsx'));
const CheckPage = lazy(() => import('./proof/check-page.tsx'));
const DisclosePage = lazy(() => import('./proof/disclose-page.tsx'));
const ErasuresPage = lazy(() => import('./erasures/erasures-page.tsx'));
const AskErasurePage = lazy(() => import('./erasures/ask-page.tsx'));
const ConfirmErasurePage = lazy(() => import('./erasures/confirm-page.tsx'));
const WitnessesPage = lazy(() => import('./proof/witnesses-page.tsx'));
const TalksPage = lazy(() => import('./talks/talks-page.tsx'));
const TalkPage = lazy(() => import('./talks/talk-page.tsx'));
const SitesPage = lazy(() => import('./site/sites-page.tsx'));
const SitePage = lazy(() => import('./site/site-page.tsx'));
const StatementPage = lazy(() => import('./site/statement-page.tsx'));
const FiguresPage = lazy(() => import('./figures/figures-page.tsx'));
const RequestsPage = lazy(() => import('./requests/requests-page.tsx'));
const NewRequestPage = lazy(() => import('./requests/new-request-page.tsx'));
const RequestPage = lazy(() => import('./requests/request-page.tsx'));
const HitsPage = lazy(() => import('./requests/hits-page.tsx'));
const PaperPage = lazy(() => import('./requests/paper-page.tsx'));
const GridPage = lazy(() => import('./requests/grid-page.tsx'));
const HandOutPage = lazy(() => import('./requests/hand-out-page.tsx'));
const MissingWallPage = lazy(() => import('./requests/missing-wall-page.tsx'));
const FreezesPage = lazy(() => import('./requests/freezes-page.tsx'));
const RemainsPage = lazy(() => import('./remains/remains-page.tsx'));
const WallPage = lazy(() => import('./remains/wall-page.tsx'));
const BodyPage = lazy(() => import('./remains/body-page.tsx'));
const SignInPage = lazy(() => import('./account/sign-in-page.tsx'));
const JoinPage = lazy(() => import('./account/join-page.tsx'));
const AccountPage = lazy(() => import('./account/account-page.tsx'));
const AccountsPage = lazy(() => import('./account/accounts-page.tsx'));
const AccessPage = lazy(() => import('./account/access-page.tsx'));

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
            <SessionProvider>
              <Shell />
            </SessionProvider>
          </TipProvider>
        </SaidProvider>
      </Router>
    </SpeechProvider>
  );
}

function Shell() {
  const { say } = useSpeech();
  const { state, may } = useSession();
  const reads = state !== 'unknown' && may('GET /api/overview');
  const overview = useAnswer<Overview>(reads ? '/api/overview' : undefined);
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
      {overview.state === 'here' && <UnderWay deriving={overview.data.deriving} />}
      <WhenBroken>
        <Suspense
          fallback={
            <main id="main" tabIndex={-1}>
              <Skeleton lines={8} />
            </main>
          }
        >
          <Places overview={overview} />
        </Suspense>
      </WhenBroken>
      <Footer overview={overview.state === 'here' ? overview.data : undefined} />
      <KeyboardHelp />
      <IdleLock />
      <ReportPrinting />
    </>
  );
}

/** What stands at an address, for whoever may see it; nothing before it is known who reads. */
function Places({ overview }: { readonly overview: Answer<Overview> }) {
  const { state, may, me } = useSession();
  if (state === 'unknown')
    return (
      <main id="main" tabIndex={-1}>
        <Skeleton lines={8} />
      </main>
    );
  if (state === 'signed-out')
    return (
      <Switch>
        <Route path="/join">
          <JoinPage />
        </Route>
        <Route path="/check">
          <CheckPage />
        </Route>
        <Route>
          <SignInPage />
        </Route>
      </Switch>
    );
  const keeps = state === 'open' || may('GET /api/accounts');
  return (
    <Switch>
      <Route path="/check">
        <CheckPage />
      </Route>
      {me && (
        <Route path="/account">
          <AccountPage />
        </Route>
      )}
      {keeps && (
        <Route path="/accounts">
          <AccountsPage />
        </Route>
      )}
      {me && may('GET /api/access') && (
        <Route path="/access">
          <AccessPage />
        </Route>
      )}
      {(state === 'open' || may('GET /api/line')) && (
        <Route path="/talks">
          <TalksPage />
        </Route>
      )}
      {(state === 'open' || may('GET /api/line')) && (
        <Route path="/talks/:id">{({ id }) => <TalkPage key={id} id={id} />}</Route>
      )}
      {may('GET /api/figures/reported') && (
        <Route path="/figures">
          <FiguresPage />
        </Route>
      )}
      {may('GET /api/sites') && (
        <Route path="/sites">
          <SitesPage />
        </Route>
      )}
      {may('GET /api/sites') && <Route path="/sites/:id">{({ id }) => <SitePage key={id} id={id} />}</Route>}
      {may('GET /api/sites') && (
        <Route path="/sites/:id/statement">{({ id }) => <StatementPage key={id} id={id} />}</Route>
      )}
      {may('GET /api/requests') && (
        <Route path="/requests/:place?">{({ place }) => <RequestPlaces place={place} />}</Route>
      )}
      {may('GET /api/remains') && (
        <Route path="/remains/:id?">
          {({ id }) =>
            id === undefined ? <RemainsPage /> : id === 'wall' ? <WallPage /> : <BodyPage key={id} id={id} />
          }
        </Route>
      )}
      {!may('GET /api/overview') && (
        <Route>
          <NothingHere />
        </Route>
      )}
      <Route path="/">
        <CasePage overview={overview} />
      </Route>
      <Route path="/claims">
        <ClaimsPage />
      </Route>
      <Route path="/claims/review">
        <ClaimsQueuePage />
      </Route>
      <Route path="/claims/:id">{({ id }) => <ClaimPage key={id} id={id} />}</Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      {may('GET /api/review') && (
        <Route path="/review">
          <ReviewPage />
        </Route>
      )}
      <Route path="/people/print">
        <PrintPage />
      </Route>
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route path="/lists">
        <ListsPage />
      </Route>
      <Route path="/lists/add">
        <ImportPage />
      </Route>
      <Route path="/typing">
        <TypingPage />
      </Route>
      <Route path="/typing/:id">{({ id }) => <TypingPage key={id} id={id} />}</Route>
      <Route path="/captures/new">
        <NewCapturePage />
      </Route>
      <Route path="/items">
        <ItemsPage />
      </Route>
      <Route path="/items/:before/versions/:after">
        {({ before, after }) => <VersionsPage before={before as ItemId} after={after as ItemId} />}
      </Route>
      <Route path="/items/:id">{({ id }) => <ItemPage key={id} id={id} />}</Route>
      <Route path="/items/:id/custody">{({ id }) => <CustodyPage key={id} id={id} />}</Route>
      <Route path="/items/:id/proof">{({ id }) => <ProofPage key={id} id={id} />}</Route>
      <Route path="/erasures">
        <ErasuresPage />
      </Route>
      <Route path="/erasures/new">
        <AskErasurePage />
      </Route>
      <Route path="/erasures/:entry">{({ entry }) => <ConfirmErasurePage key={entry} entry={entry} />}</Route>
      <Route path="/records/:id/proof">{({ id }) => <DisclosePage key={id} id={id} />}</Route>
      <Route path="/witnesses">
        <WitnessesPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** The tracing desk's own pages; anything else under `/requests/` is the id of one. */
function RequestPlaces({ place }: { readonly place: string | undefined }) {
  switch (place) {
    case undefined:
      return <RequestsPage />;
    case 'new':
      return <NewRequestPage />;
    case 'hits':
      return <HitsPage />;
    case 'paper':
      return <PaperPage />;
    case 'grid':
      return <GridPage />;
    case 'hand-out':
      return <HandOutPage />;
    case 'wall':
      return <MissingWallPage />;
    case 'not-missing':
      return <FreezesPage />;
    default:
      return <RequestPage key={place} id={place} />;
  }
}
