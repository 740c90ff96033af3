import type { Invitation, InvitationsPage } from '../../../src/model/index.ts';
import { forgetAnswers, tell, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useAttempt } from './attempt.ts';
import type { Code } from './code-shown.tsx';
import { useSpeech } from './speech.ts';

/** Accounts that wait for keys which the reader holds. Nothing where there are none. */
export function WaitingForYou(props: { readonly show: (code: Code) => void }) {
  const { say } = useSpeech();
  const { busy, fault, attempt } = useAttempt();
  const answer = useAnswer<InvitationsPage>('/api/invitations');
  const accounts = answer.state === 'failed' ? [] : (answer.data?.accounts ?? []);
  if (accounts.length === 0) return null;
  const invite = (id: string, name: string) =>
    attempt(async () => {
      const { code } = await tell<Invitation>(`/api/accounts/${id}/invite`, {});
      if (code) props.show({ name, code });
      forgetAnswers();
    });
  return (
    <Section id="waiting" title={say('accounts.waiting')} note={say('accounts.waiting-note')}>
      <div className="account-part">
        {fault && <FaultNote fault={fault} />}
        <ul>
          {accounts.map(({ id, name, role }) => (
            <li key={id}>
              <span>
                <Written text={name} /> · {say(`role.${role}`)}
              </span>
              <button type="button" disabled={busy === 'busy'} onClick={() => void invite(id, name)}>
                {say('accounts.invite-first')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
