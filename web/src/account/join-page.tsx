import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SignedIn } from '../../../src/model/index.ts';
import { tell } from '../api/answers.ts';
import { Page } from '../shell/page.tsx';
import { Field, PasswordField } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSpeech } from './speech.ts';
import { StepForm } from './step-form.tsx';
import './account.css';

/** Whoever was invited chooses a password. The code is never part of an address. */
export default function JoinPage() {
  const { say } = useSpeech();
  const { renew } = useSession();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const join = async () => {
    await tell<SignedIn>('/api/session/join', { name, code, password });
    await renew();
    go('/account');
  };
  return (
    <Page title={say('join.title')}>
      <div className="page-head">
        <h1>{say('join.title')}</h1>
        <p className="lead">{say('join.lead')}</p>
      </div>
      <StepForm
        className="one-thing"
        go={join}
        words={say('join.go')}
        busyWords={say('sign-in.busy')}
        beside={<Link href="/">{say('sign-in.title')}</Link>}
      >
        <Field label={say('sign-in.name')} value={name} onChange={setName} autoComplete="username" focus />
        <Field label={say('join.code')} value={code} onChange={setCode} autoComplete="off" direction="ltr" />
        <PasswordField
          label={say('join.password')}
          hint={say('join.password-hint')}
          value={password}
          onChange={setPassword}
          kind="new"
        />
      </StepForm>
    </Page>
  );
}
