import type { ReactNode } from 'react';
import type { Answer, Fault } from '../api/answers.ts';
import { useSpeech } from '../speech/speech.tsx';

/** A page's main answer: its shape while it comes, what happened when it does not, the page when it is here. */
export function Awaited<T>(props: {
  readonly answer: Answer<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { answer } = props;
  if (answer.state === 'failed') return <FaultNote fault={answer.fault} again={answer.again} />;
  if (answer.data !== undefined) return props.children(answer.data);
  return <Skeleton lines={props.lines ?? 6} />;
}

export function Skeleton(props: { readonly lines: number }) {
  const { say } = useSpeech();
  return (
    <div className="skeleton" role="status">
      <p className="unseen">{say('state.loading')}</p>
      {Array.from({ length: props.lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

/** What happened, and what to do now. */
export function FaultNote(props: { readonly fault: Fault; readonly again?: () => void }) {
  const { say, sayError } = useSpeech();
  const { fault } = props;
  return (
    <div className="fault" role="alert">
      <strong>{say('fault.title')}</strong>
      <p>{fault.code === 'unreachable' ? say('fault.unreachable') : sayError(fault.code, fault.data)}</p>
      {props.again && (
        <p className="actions">
          <button type="button" onClick={props.again}>
            {say('fault.again')}
          </button>
        </p>
      )}
    </div>
  );
}

export function Empty(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}
