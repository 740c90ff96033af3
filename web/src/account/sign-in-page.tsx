import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { SignedIn } from '../../../src/model/index.ts';
import { tell } from '../api/answers.ts';
import { FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useAttempt } from './attempt.ts';
import { CodeShown } from './code-shown.tsx';
import { Actions, Field, PasswordField } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSpeech } from './speech.ts';
import { StepForm } from './step-form.tsx';
import './account.css';

type Asked = Extract<SignedIn, { step: 'second-factor' }>;

/** A name, a password, and where the account has one the second step. */
export default function SignInPage() {
  const [asked, setAsked] = useState<Asked>();
  return asked ? (
    <SecondStep asked={asked} back={() => setAsked(undefined)} />
  ) : (
    <FirstStep next={setAsked} />
  );
}

function FirstStep(props: { readonly next: (asked: Asked) => void }) {
  const { say } = useSpeech();
  const { renew, left } = useSession();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = async () => {
    const answer = await tell<SignedIn>('/api/session', { name, password });
    setPassword('');
    if (answer.step === 'done') await renew();
    else props.next(answer);
  };
  return (
    <Page title={say('sign-in.title')}>
      <div className="page-head">
        <h1>{say('sign-in.title')}</h1>
        <p className="lead">{say('sign-in.lead')}</p>
      </div>
      <CodeShown />
      {left === 'idle' && <p role="status">{say('sign-in.locked')}</p>}
      <StepForm
        className="one-thing"
        go={signIn}
        words={say('sign-in.go')}
        busyWords={say('sign-in.busy')}
        beside={
          <>
            <Link href="/join">{say('sign-in.invited')}</Link>
            <Link href="/check">{say('sign-in.check-proof')}</Link>
          </>
        }
      >
        <Field
          label={say('sign-in.name')}
          hint={say('sign-in.owner')}
          value={name}
          onChange={setName}
          autoComplete="username"
          focus
        />
        <PasswordField
          label={say('sign-in.password')}
          value={password}
          onChange={setPassword}
          kind="current"
        />
      </StepForm>
    </Page>
  );
}

function SecondStep(props: { readonly asked: Asked; readonly back: () => void }) {
  const { say } = useSpeech();
  const { renew } = useSession();
  const { busy, fault, attempt } = useAttempt();
  const { ticket, kinds, passkey } = props.asked;
  const [kind, setKind] = useState<'totp' | 'recovery'>(kinds.includes('totp') ? 'totp' : 'recovery');
  const [code, setCode] = useState('');
  const answered = (answer: unknown) =>
    attempt(async () => {
      await tell<SignedIn>('/api/session/second-factor', { ticket, answer });
      await renew();
    });
  const askPasskey = () =>
    attempt(async () => {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const response = await startAuthentication({ optionsJSON: passkey as never }).catch(() => undefined);
      if (response) await answered({ kind: 'passkey', response });
    });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void answered({ kind, code }).then(() => setCode(''));
  };
  return (
    <Page title={say('second.title')}>
      <div className="page-head">
        <h1>{say('second.title')}</h1>
      </div>
      <form className="one-thing" onSubmit={send}>
        {fault && <FaultNote fault={fault} />}
        {kinds.includes('passkey') && passkey && (
          <Actions>
            <button
              type="button"
              className="main"
              disabled={busy === 'busy'}
              onClick={() => void askPasskey()}
            >
              {say('second.passkey')}
            </button>
          </Actions>
        )}
        <Field
          key={kind}
          label={say(`second.${kind === 'totp' ? 'code' : 'recovery'}`)}
          hint={say(`second.${kind === 'totp' ? 'code' : 'recovery'}-hint`)}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          direction="ltr"
          focus
        />
        <Actions>
          <button type="submit" className="main" disabled={busy === 'busy'}>
            {say('sign-in.go')}
          </button>
          {kinds.includes('totp') && (
            <button
              type="button"
              className="plain"
              onClick={() => {
                setKind(kind === 'totp' ? 'recovery' : 'totp');
                setCode('');
              }}
            >
              {say(kind === 'totp' ? 'second.use-recovery' : 'second.use-totp')}
            </button>
          )}
          <button type="button" className="plain" onClick={props.back}>
            {say('second.back')}
          </button>
        </Actions>
      </form>
    </Page>
  );
}
