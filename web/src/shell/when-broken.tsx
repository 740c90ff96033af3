import { Component, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useSpeech } from '../speech/speech.tsx';
import { Page } from './page.tsx';

/** What stands in place of a page that cannot be shown; another address is tried afresh. */
export function WhenBroken(props: { readonly children: ReactNode }) {
  const [path] = useLocation();
  return <Boundary path={path}>{props.children}</Boundary>;
}

interface State {
  readonly why?: string | undefined;
}

class Boundary extends Component<{ readonly path: string; readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { why: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: { readonly path: string }): void {
    if (before.path !== this.props.path) this.setState({ why: undefined });
  }

  override render(): ReactNode {
    return this.state.why === undefined ? this.props.children : <Broken why={this.state.why} />;
  }
}

/** Mostly a part of the page that is no longer served, after Sanad was renewed with the page open. */
function Broken(props: { readonly why: string }) {
  const { say } = useSpeech();
  return (
    <Page title={say('broken.title')}>
      <div className="page-head" role="alert">
        <h1>{say('broken.title')}</h1>
        <p className="lead">{say('broken.text')}</p>
      </div>
      <p className="actions">
        <button type="button" onClick={() => location.reload()}>
          {say('broken.again')}
        </button>
        <Link href="/">{say('not-found.home')}</Link>
      </p>
      <p className="quiet">
        <code dir="ltr">{props.why}</code>
      </p>
    </Page>
  );
}
