import { type FormEvent, useState } from 'react';
import type { OwnAccount, TotpBegun } from '../../../src/model/index.ts';
import { forgetAnswers, tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, FaultNote } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { useAttempt } from './attempt.ts';
import { CodeShown } from './code-shown.tsx';
import { ConfirmTotp } from './confirm-totp.tsx';
import { Actions, PasswordField } from './fields.tsx';
import { NamePasskey } from './name-passkey.tsx';
import { useSession } from './session.tsx';
import { useSpeech } from './speech.ts';
import { StepForm } from './step-form.tsx';
import { WaitingForYou } from './waiting-for-you.tsx';
import './account.css';

/** One's own account: the second step, the password, where one is signed in. */
export default function AccountPage() {
  const { say } = useSpeech();
  const { me, showCode } = useSession();
  const answer = useAnswer<OwnAccount>('/api/account');
  return (
    <Page title={say('account.title')}>
      <div className="page-head">
        <h1>{say('account.title')}</h1>
        {me && (
          <p className="lead">
            <Written text={me.name} /> · {say(`role.${me.role}`)}
          </p>
        )}
      </div>
      <CodeShown />
      {me && !me.may.includes('GET /api/accounts') && <WaitingForYou show={showCode} />}
      <Awaited answer={answer}>
        {(account) => (
          <>
            <SecondStep account={account} />
            <Password />
            <Sessions account={account} />
          </>
        )}
      </Awaited>
    </Page>
  );
}

/** What weakens or strengthens the account asks for the password once more; then it goes on. */
function AskPassword(props: {
  readonly go: (password: string) => Promise<void>;
  readonly cancel: () => void;
}) {
  const { say } = useSpeech();
  const [password, setPassword] = useState('');
  return (
    <StepForm
      go={() => props.go(password)}
      words={say('account.go-on')}
      busyWords={say('sign-in.busy')}
      beside={
        <button type="button" onClick={props.cancel}>
          {say('account.cancel')}
        </button>
      }
    >
      <PasswordField
        label={say('account.ask-password')}
        value={password}
        onChange={setPassword}
        kind="current"
        focus
      />
    </StepForm>
  );
}

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'password'; readonly go: (password: string) => Promise<void> }
  | { readonly at: 'totp'; readonly begun: TotpBegun }
  | { readonly at: 'passkey'; readonly options: unknown }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

function SecondStep({ account }: { readonly account: OwnAccount }) {
  const { say, compose, date } = useSpeech();
  const announce = useTell();
  const { renew } = useSession();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const rest = () => setStep({ at: 'rest' });
  const none = !account.totp && account.passkeys.length === 0;

  const finished = (codes: readonly string[], words: string) => {
    announce(words);
    setStep(codes.length > 0 ? { at: 'codes', codes } : { at: 'rest' });
    if (codes.length === 0) void renew();
  };
  const removed = async (path: string, body: object) => {
    await tell(path, body);
    announce(say('account.removed'));
    rest();
    await renew();
  };
  const withPassword = (go: (password: string) => Promise<void>) => setStep({ at: 'password', go });

  return (
    <Section id="second" title={say('account.second')} note={say('account.second-note')}>
      {step.at === 'password' && <AskPassword go={step.go} cancel={rest} />}
      {step.at === 'totp' && (
        <ConfirmTotp
          begun={step.begun}
          done={(codes) => finished(codes, say('account.totp-done'))}
          cancel={rest}
        />
      )}
      {step.at === 'passkey' && (
        <NamePasskey
          options={step.options}
          done={(codes) => finished(codes, say('account.passkey-done'))}
          cancel={rest}
        />
      )}
      {step.at === 'codes' && (
        <div className="account-part">
          <p>{say('account.codes-write')}</p>
          <ul className="codes" aria-label={say('account.codes')} dir="ltr">
            {step.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <Actions>
            <button
              type="button"
              className="main"
              onClick={() => {
                rest();
                void renew();
              }}
            >
              {say('account.codes-kept')}
            </button>
            <button type="button" onClick={() => window.print()}>
              {say('footer.print')}
            </button>
          </Actions>
        </div>
      )}
      {step.at === 'rest' && (
        <div className="account-part">
          <h3>{say('account.totp')}</h3>
          <p>{say(account.totp ? 'account.totp-on' : 'account.totp-off')}</p>
          <Actions>
            <button
              type="button"
              className={none ? 'main' : undefined}
              onClick={() =>
                withPassword(async (password) =>
                  setStep({ at: 'totp', begun: await tell<TotpBegun>('/api/account/totp', { password }) }),
                )
              }
            >
              {say('account.totp-begin')}
            </button>
            {account.totp && (
              <button
                type="button"
                onClick={() => withPassword((password) => removed('/api/account/totp/remove', { password }))}
              >
                {say('account.totp-remove')}
              </button>
            )}
          </Actions>
          <h3>{say('account.passkeys')}</h3>
          {account.passkeys.length === 0 ? (
            <p>{say('account.passkeys-none')}</p>
          ) : (
            <ul>
              {account.passkeys.map(({ id, label, addedAt }) => (
                <li key={id}>
                  <span>
                    {compose('account.passkey-line', {
                      label: <Written text={label} />,
                      date: date(addedAt, 'clock'),
                    })}
                  </span>
                  <button
                    type="button"
                    className="plain"
                    onClick={() =>
                      withPassword((password) => removed('/api/account/passkeys/remove', { id, password }))
                    }
                  >
                    {say('account.passkey-remove')}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Actions>
            <button
              type="button"
              onClick={() =>
                withPassword(async (password) => {
                  const { options } = await tell<{ options: unknown }>('/api/account/passkeys', { password });
                  setStep({ at: 'passkey', options });
                })
              }
            >
              {say('account.passkey-add')}
            </button>
          </Actions>
          {!none && (
            <>
              <h3>{say('account.codes')}</h3>
              <p>{say('account.codes-left', { count: account.recoveryCodesLeft })}</p>
              <Actions>
                <button
                  type="button"
                  onClick={() =>
                    withPassword(async (password) => {
                      const { codes } = await tell<{ codes: string[] }>('/api/account/recovery-codes', {
                        password,
                      });
                      setStep({ at: 'codes', codes });
                    })
                  }
                >
                  {say('account.codes-new')}
                </button>
              </Actions>
            </>
          )}
        </div>
      )}
    </Section>
  );
}

function Password() {
  const { say } = useSpeech();
  const announce = useTell();
  const { busy, fault, attempt } = useAttempt();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await tell('/api/account/password', { old, next });
      setOld('');
      setNext('');
      announce(say('account.password-changed'));
      forgetAnswers();
    });
  };
  return (
    <Section id="password" title={say('account.password')}>
      <form className="account-part" onSubmit={send}>
        {fault && <FaultNote fault={fault} />}
        <PasswordField label={say('account.password-old')} value={old} onChange={setOld} kind="current" />
        <PasswordField
          label={say('join.password')}
          hint={say('join.password-hint')}
          value={next}
          onChange={setNext}
          kind="new"
        />
        <Actions>
          <button type="submit" disabled={busy === 'busy'}>
            {say(busy === 'busy' ? 'sign-in.busy' : 'account.password-change')}
          </button>
        </Actions>
      </form>
    </Section>
  );
}

function Sessions({ account }: { readonly account: OwnAccount }) {
  const { say, compose, date } = useSpeech();
  const announce = useTell();
  const { renew } = useSession();
  const { fault, attempt } = useAttempt();
  const end = (session: string) =>
    attempt(async () => {
      await tell('/api/account/sessions/end', { session });
      announce(say('account.session-ended'));
      forgetAnswers();
    });
  const lockAll = () =>
    attempt(async () => {
      await tell('/api/session/lock-all', {});
      await renew();
    });
  return (
    <Section id="sessions" title={say('account.sessions')}>
      <div className="account-part">
        {fault && <FaultNote fault={fault} />}
        <ul>
          {account.sessions.map(({ id, device, startedAt, lastUsedAt, current }) => (
            <li key={id}>
              <span>
                {compose('account.session-line', {
                  device: device === '' ? say('account.device-unknown') : device,
                  start: date(startedAt, 'clock'),
                  used: date(lastUsedAt, 'clock'),
                })}
              </span>
              {current ? (
                <strong>{say('account.session-here')}</strong>
              ) : (
                <button type="button" className="plain" onClick={() => void end(id)}>
                  {say('account.session-end')}
                </button>
              )}
            </li>
          ))}
        </ul>
        <h3>{say('account.lock-all')}</h3>
        <p className="note">{say('account.lock-all-note')}</p>
        <Actions>
          <button type="button" onClick={() => void lockAll()}>
            {say('account.lock-all')}
          </button>
        </Actions>
      </div>
    </Section>
  );
}
