import type { FormEvent, ReactNode } from 'react';
import { FaultNote } from '../shell/loading.tsx';
import { useAttempt } from './attempt.ts';
import { Actions } from './fields.tsx';

/** A form that does one thing that can fail: its fields, what went wrong, the button that sends it and what stands beside. */
export function StepForm(props: {
  readonly go: () => Promise<void>;
  /** What the button says, and what while it is at work where that differs. */
  readonly words: string;
  readonly busyWords?: string;
  readonly className?: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { busy, fault, attempt } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void attempt(props.go);
  };
  return (
    <form className={props.className} onSubmit={send}>
      {fault && <FaultNote fault={fault} />}
      {props.children}
      <Actions>
        <button type="submit" className="main" disabled={busy === 'busy'}>
          {busy === 'busy' ? (props.busyWords ?? props.words) : props.words}
        </button>
        {props.beside}
      </Actions>
    </form>
  );
}
