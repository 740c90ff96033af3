import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { tell } from '../api/answers.ts';
import { useSession } from './session.tsx';

/** Says in the log of reads that the page of a person or of a file goes to paper. */
export function ReportPrinting() {
  const { me } = useSession();
  const [path] = useLocation();
  useEffect(() => {
    if (!me) return;
    const report = () => {
      const [, what, id] = /^\/(people|items)\/([^/]+)/.exec(path) ?? [];
      if (id === undefined) return;
      const named = [decodeURIComponent(id)];
      tell('/api/access/print', what === 'people' ? { persons: named } : { items: named }).catch(() => {});
    };
    addEventListener('beforeprint', report);
    return () => removeEventListener('beforeprint', report);
  }, [me, path]);
  return null;
}
