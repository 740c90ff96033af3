import { type FormEvent, useState } from 'react';
import { useSpeech } from './speech.ts';

/** Where people sign in the server keeps no passphrase: whoever checks the case says theirs once more. */
export default function CheckWithPassword(props: {
  readonly busy: boolean;
  readonly check: (password: string) => void;
}) {
  const { say } = useSpeech();
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.check(password);
    setPassword('');
  };
  return (
    <form className="field" onSubmit={send}>
      <label htmlFor="check-password">{say('check.password')}</label>
      <input
        id="check-password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" disabled={props.busy}>
        {say(props.busy ? 'check.running' : 'check.check')}
      </button>
    </form>
  );
}
