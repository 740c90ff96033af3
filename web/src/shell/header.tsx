import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { useSession } from '../account/session.tsx';
import { Written } from '../marks/written.tsx';
import { rememberQuery } from '../people/query.ts';
import { useSpeech } from '../speech/speech.tsx';
import { LanguageSwitch } from './language-switch.tsx';

const PLACES = [
  { to: '/', key: 'nav.case', asks: 'GET /api/overview' },
  { to: '/claims', key: 'nav.claims', asks: 'GET /api/claims' },
  { to: '/people', key: 'nav.people', asks: 'GET /api/people' },
  { to: '/figures', key: 'nav.figures', asks: 'GET /api/figures/reported' },
  { to: '/lists', key: 'nav.lists', asks: 'GET /api/lists' },
  { to: '/items', key: 'nav.items', asks: 'GET /api/items' },
  { to: '/requests', key: 'nav.requests', asks: 'GET /api/requests' },
  { to: '/remains', key: 'nav.remains', asks: 'GET /api/remains' },
  { to: '/sites', key: 'nav.sites', asks: 'GET /api/sites' },
] as const;
/** Pages that are worked from another one: where the reader is then. */
const WITHIN: Readonly<Record<string, string>> = {
  '/review': '/people',
  '/typing': '/lists',
};
/** These exist only once somebody signs in. */
const KEEPING = [
  { to: '/talks', key: 'nav.talks', asks: 'GET /api/line' },
  { to: '/access', key: 'nav.access', asks: 'GET /api/access' },
  { to: '/accounts', key: 'nav.accounts', asks: 'GET /api/accounts' },
] as const;

export function Header(props: { readonly caseName: string | undefined }) {
  const { say, compose } = useSpeech();
  const [path] = useLocation();
  const { state, me, may, leave } = useSession();
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the places stand in a row that scrolls: where the reader is must be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path has another place
  useEffect(() => {
    // By offsets: an element scrolled into view would also become the place where Tab begins.
    const row = nav.current;
    const here = row?.querySelector('[aria-current]');
    if (!row || !here) return;
    const by = here.getBoundingClientRect();
    const sight = row.getBoundingClientRect();
    row.scrollLeft += Math.max(0, by.right - sight.right) - Math.max(0, sight.left - by.left);
  }, [path, state]);
  const within = WITHIN[path.replace(/^(\/[^/]*).*/, '$1')] ?? path;
  const places =
    state === 'open' ? PLACES : me ? [...PLACES, ...KEEPING].filter(({ asks }) => may(asks)) : [];
  return (
    <header className="header">
      <div>
        <Link href="/" className="wordmark" title={say('shell.home')}>
          <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
            <g fill="none" stroke="currentColor" strokeWidth="2.5">
              <circle cx="6" cy="8" r="4" />
              <circle cx="22" cy="8" r="4" />
              <path d="M10 8h8" />
            </g>
          </svg>
          {say('shell.name')}
          {props.caseName !== undefined && (
            <span className="case-name">
              <Written text={props.caseName} />
            </span>
          )}
        </Link>
        <nav ref={nav} aria-label={say('nav.label')}>
          <ul>
            {places.map(({ to, key }) => {
              const here = to === '/' ? path === '/' : within === to || within.startsWith(`${to}/`);
              return (
                <li key={to}>
                  <Link href={to} aria-current={here ? (path === to ? 'page' : 'true') : undefined}>
                    {say(key)}
                  </Link>
                </li>
              );
            })}
          </ul>
        </nav>
        <div className="tools">
          {may('GET /api/find') && <HeaderSearch />}
          {me && (
            <span className="me">
              <Link href="/account">{compose('nav.account', { name: <Written text={me.name} /> })}</Link>
              <button type="button" className="plain" onClick={() => void leave()}>
                {say('nav.leave')}
              </button>
            </span>
          )}
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}

/** One field for a name from anywhere; on the people page that page's own field takes its place. */
function HeaderSearch() {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const [onPeople] = useRoute('/people');
  const [onCase] = useRoute('/');
  const [query, setQuery] = useState('');
  if (onPeople) return null;
  const find = (event: FormEvent) => {
    event.preventDefault();
    rememberQuery(query.trim());
    setQuery('');
    go('/people');
  };
  return (
    <search className={onCase ? 'search on-case' : 'search'}>
      <form onSubmit={find}>
        <input
          type="search"
          dir={query === '' ? undefined : 'auto'}
          aria-label={say('find.label')}
          placeholder={say('find.short')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          aria-keyshortcuts="/"
          data-find
        />
        <kbd className="hint">/</kbd>
      </form>
    </search>
  );
}
