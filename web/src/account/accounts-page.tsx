import { useId, useRef, useState } from 'react';
import type { AccountsPage as Accounts, AccountView, Invitation } from '../../../src/model/index.ts';
import { ACCOUNT_ROLES } from '../../../src/model/index.ts';
import { forgetAnswers, tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { type Code, CodeShown } from './code-shown.tsx';
import { Field } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSpeech } from './speech.ts';
import { StepForm } from './step-form.tsx';
import { WaitingForYou } from './waiting-for-you.tsx';
import './account.css';

type MadeRole = (typeof ACCOUNT_ROLES)[number];

/** Whoever keeps the accounts: making, inviting, changing, closing. */
export default function AccountsPage() {
  const { say } = useSpeech();
  const { state, sealed, showCode } = useSession();
  const answer = useAnswer<Accounts>(sealed ? '/api/accounts' : undefined);
  return (
    <Page title={say('accounts.title')} width="wide">
      <div className="page-head">
        <h1>{say('accounts.title')}</h1>
      </div>
      {!sealed ? (
        <p>{say('accounts.unsealed')}</p>
      ) : (
        <>
          {state === 'open' && <p className="first-run">{say('accounts.first')}</p>}
          <CodeShown />
          <Awaited answer={answer}>
            {({ accounts, notices }) => (
              <>
                <Notices notices={notices} />
                {accounts.length > 1 && <Table accounts={accounts} show={showCode} />}
              </>
            )}
          </Awaited>
          {state === 'signed-in' && <WaitingForYou show={showCode} />}
          <Make show={showCode} />
        </>
      )}
    </Page>
  );
}

function RoleSelect(props: { readonly value: MadeRole; readonly onChange: (role: MadeRole) => void }) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say('accounts.role')}</label>
      <select
        id={id}
        value={props.value}
        aria-describedby={`${id}-note`}
        onChange={(event) => props.onChange(event.target.value as MadeRole)}
      >
        {ACCOUNT_ROLES.map((role) => (
          <option key={role} value={role}>
            {say(`role.${role}`)}
          </option>
        ))}
      </select>
      <span id={`${id}-note`} className="note">
        {say(`role-note.${props.value}`)}
      </span>
    </div>
  );
}

function Make(props: { readonly show: (code: Code) => void }) {
  const { say } = useSpeech();
  const { state } = useSession();
  const announce = useTell();
  const [name, setName] = useState('');
  const [role, setRole] = useState<MadeRole>('desk');
  const make = async () => {
    const { code } = await tell<Invitation>('/api/accounts', { name, role });
    if (code) props.show({ name, code });
    else announce(say('accounts.made-waiting', { name }));
    setName('');
    if (state !== 'open') forgetAnswers();
  };
  return (
    <Section id="make" title={say('accounts.make')}>
      <StepForm className="account-part" go={make} words={say('accounts.go')}>
        <Field
          label={say('sign-in.name')}
          hint={say('accounts.name-hint')}
          value={name}
          onChange={setName}
          autoComplete="off"
        />
        <RoleSelect value={role} onChange={setRole} />
      </StepForm>
    </Section>
  );
}

function Notices({ notices }: { readonly notices: Accounts['notices'] }) {
  const { say, compose, date } = useSpeech();
  if (notices.length === 0) return null;
  return (
    <Section id="notices" title={say('accounts.notices')}>
      <ul>
        {notices.map(({ at, account, name, what, kind }) => (
          <li key={`${at} ${account} ${what} ${kind}`}>
            {compose(`accounts.notice-${what}`, { date: date(at, 'clock'), name: <Written text={name} /> })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Asked = { readonly what: 'invite' | 'close' | 'role'; readonly account: AccountView };

function Table(props: { readonly accounts: readonly AccountView[]; readonly show: (code: Code) => void }) {
  const { say, date } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const askFor = (what: Asked['what'], account: AccountView) => {
    setAsked({ what, account });
    dialog.current?.showModal();
  };
  return (
    <>
      <ScrollBox label={say('accounts.title')}>
        <table className="stacks">
          <thead>
            <tr>
              {(['name', 'role', 'state', 'second', 'last', 'do'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`accounts.column-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.accounts.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  <Written text={account.name} />
                </th>
                <td>{say(`role.${account.role}`)}</td>
                <td>
                  {say(`account-state.${account.state}`)}
                  {account.sessions > 0 && <> · {say('accounts.signed-in-now')}</>}
                </td>
                <td>{say(account.secondFactor ? 'accounts.second-set' : 'accounts.second-none')}</td>
                <td>
                  {account.lastSignIn === undefined
                    ? say('accounts.never')
                    : date(account.lastSignIn, 'clock')}
                </td>
                <td>
                  {account.manageable && (
                    <span className="row-actions">
                      {account.invitable && (
                        <button type="button" className="plain" onClick={() => askFor('invite', account)}>
                          {say(account.state === 'made' ? 'accounts.invite-first' : 'accounts.invite')}
                        </button>
                      )}
                      <button type="button" className="plain" onClick={() => askFor('role', account)}>
                        {say('accounts.change-role')}
                      </button>
                      <button type="button" className="plain" onClick={() => askFor('close', account)}>
                        {say('accounts.close')}
                      </button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <dialog ref={dialog} aria-labelledby="sure-title" onClose={() => setAsked(undefined)}>
        {asked && (
          <Sure
            key={`${asked.what} ${asked.account.id}`}
            asked={asked}
            show={props.show}
            close={() => dialog.current?.close()}
          />
        )}
      </dialog>
    </>
  );
}

/** What will happen, before it does. */
function Sure(props: {
  readonly asked: Asked;
  readonly show: (code: Code) => void;
  readonly close: () => void;
}) {
  const { say, compose } = useSpeech();
  const announce = useTell();
  const { what, account } = props.asked;
  const { id, name } = account;
  const [role, setRole] = useState<MadeRole>(account.role === 'owner' ? 'desk' : account.role);
  const act = async () => {
    const body = what === 'role' ? { role } : {};
    const result = await tell<Partial<Invitation>>(`/api/accounts/${id}/${what}`, body);
    props.close();
    if (result.code !== undefined) props.show({ name, code: result.code });
    else announce(say(what === 'close' ? 'accounts.closed' : 'accounts.made-waiting', { name }));
    forgetAnswers();
  };
  const title =
    what === 'invite' ? 'accounts.invite' : what === 'role' ? 'accounts.change-role' : 'accounts.close';
  return (
    <StepForm
      go={act}
      words={say(title)}
      beside={
        <button type="button" onClick={props.close}>
          {say('account.cancel')}
        </button>
      }
    >
      <h2 id="sure-title">{say(title)}</h2>
      <p>{compose(`accounts.${what}-sure`, { name: <Written text={name} /> })}</p>
      {what === 'role' && <RoleSelect value={role} onChange={setRole} />}
    </StepForm>
  );
}
