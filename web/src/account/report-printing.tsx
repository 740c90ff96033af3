import { useEffect } from 'react';
import { tell } from '../api/answers.ts';
import { useSession } from './session.tsx';

/** Ids in one entry of the log of reads. */
const AT_ONCE = 500;
const OF_ONE = /\/(people|items|requests|remains)\/([0-9a-z]{16}[^/?#]*)/;

/** Whom the page that is open shows: the one it is about, and everybody it leads to. */
function onPaper(): Readonly<Record<'persons' | 'things' | 'items', ReadonlySet<string>>> {
  const shown = { persons: new Set<string>(), things: new Set<string>(), items: new Set<string>() };
  const own = location.pathname;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].map((a) => a.pathname);
  for (const path of [own, ...links]) {
    const [, kind, id] = OF_ONE.exec(path) ?? [];
    if (id === undefined) continue;
    // of files only the one that is printed: every value leads to the file it stands in
    if (kind === 'items' && path === own) shown.items.add(decodeURIComponent(id));
    if (kind === 'people') shown.persons.add(decodeURIComponent(id));
    if (kind === 'requests' || kind === 'remains') shown.things.add(decodeURIComponent(id));
  }
  return shown;
}

/** Says in the log of reads whom it shows what goes to paper. */
export function ReportPrinting() {
  const { me } = useSession();
  useEffect(() => {
    if (!me) return;
    const report = () => {
      for (const [kind, ids] of Object.entries(onPaper()))
        for (let from = 0; from < ids.size; from += AT_ONCE)
          tell('/api/access/print', { [kind]: [...ids].slice(from, from + AT_ONCE) }).catch(() => {});
    };
    addEventListener('beforeprint', report);
    return () => removeEventListener('beforeprint', report);
  }, [me]);
  return null;
}
