import { Link } from 'wouter';
import { useSpeech } from '../speech/speech.tsx';
import { Page } from './page.tsx';

export function NotFound() {
  const { say } = useSpeech();
  return (
    <Page title={say('not-found.title')}>
      <div className="page-head">
        <h1>{say('not-found.title')}</h1>
        <p className="lead">{say('not-found.text')}</p>
      </div>
      <Link href="/">{say('not-found.home')}</Link>
    </Page>
  );
}
