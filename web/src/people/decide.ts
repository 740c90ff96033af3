import { useState } from 'react';
import { personFileMessages } from '../../../src/messages/index.ts';
import type { DecidedAnswer, DecidePerson, Link } from '../../../src/model/index.ts';
import { AskFailed, type Fault, forgetAnswers, tell } from '../api/answers.ts';
import { useTell } from '../shell/said.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { useDecider } from './who-decides.tsx';

type Judgement = 'same' | 'different' | 'unsure';

interface Deciding {
  readonly busy: 'busy' | 'idle';
  readonly fault: Fault | undefined;
  decide(link: Link, judgement: Judgement): void;
  undo(decision: string): void;
  /** Anything else about a person; `then` runs once it is written. */
  about(decision: PersonDecision, then?: () => void): void;
}

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
export type PersonDecision = Without<DecidePerson, 'by'>;

/** Writes a person's decision into the ledger, says so, and offers to take it back. */
export function useDeciding(): Deciding {
  const { say } = useSpeech();
  const announce = useTell();
  const withDecider = useDecider();
  const [busy, setBusy] = useState<'busy' | 'idle'>('idle');
  const [fault, setFault] = useState<Fault>();
  const attempt = async (work: () => Promise<void>) => {
    setBusy('busy');
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
    setBusy('idle');
  };
  const undo = (decision: string) =>
    withDecider((by) =>
      attempt(async () => {
        await tell('/api/decisions/undo', { decision, by });
        announce(say('decide.undone'));
        forgetAnswers();
      }),
    );
  const decide = (link: Link, judgement: Judgement) =>
    withDecider((by) =>
      attempt(async () => {
        const { decision } = await tell<{ decision: string }>('/api/decisions/link', {
          a: link.a,
          b: link.b,
          judgement,
          seen: (link.disagree?.at(-1) ?? link.waiting ?? link.decision)?.id ?? '',
          by,
        });
        announce({
          text: say(`decide.done-${judgement}`, { by }),
          act: { label: say('decide.undo'), run: () => undo(decision) },
        });
        forgetAnswers();
      }),
    );
  const about = (decision: PersonDecision, then?: () => void) =>
    withDecider((by) =>
      attempt(async () => {
        const made = await tell<DecidedAnswer>('/api/decisions/person', { ...decision, by });
        announce({
          text: say(personFileMessages[made.standing === 'waits' ? 'done.waits' : 'done.counts']),
          act: { label: say('decide.undo'), run: () => undo(made.decision) },
        });
        forgetAnswers();
        then?.();
      }),
    );
  return { busy, fault, decide, undo, about };
}
