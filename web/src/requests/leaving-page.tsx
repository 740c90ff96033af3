import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { WhoDecides } from '../people/who-decides.tsx';
import { Page } from '../shell/page.tsx';
import { useSpeech } from './speech.ts';

/** A page of what may leave the desk: asked for under a name, shown as sheets, printed. */
export function LeavingPage(props: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  const { say } = useSpeech();
  return (
    <Page title={props.title} width="wide">
      <p className="crumb">
        <Link href="/requests">{say('nav.requests')}</Link>
      </p>
      <div className="page-head">
        <h1>{props.title}</h1>
        <p className="lead no-paper">{props.lead}</p>
      </div>
      <WhoDecides>{props.children}</WhoDecides>
    </Page>
  );
}
