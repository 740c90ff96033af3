import { Link } from 'wouter';
import { Page } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { useSession } from './session.tsx';

/** For a role that reads nothing of persons: what it has instead. */
export function NothingHere() {
  const { say } = useSpeech();
  const { may } = useSession();
  return (
    <Page title={say('nav.case')}>
      <div className="page-head">
        <h1>{say('nothing-here.title')}</h1>
        <p className="lead">{say('nothing-here.text')}</p>
      </div>
      <ul>
        {may('GET /api/accounts') && (
          <li>
            <Link href="/accounts">{say('nav.accounts')}</Link>
          </li>
        )}
        <li>
          <Link href="/account">{say('account.title')}</Link>
        </li>
      </ul>
    </Page>
  );
}
