import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { sha256Of } from '../../../src/checking/index.ts';
import { Page } from '../shell/page.tsx';
import { type CheckSpeech, useSpeech } from './check-speech.ts';
import { Handed, MachineText } from './handed.tsx';
import { formOf, type Given, type Judgement, judge, type ProofForm } from './judge.ts';
import { Judged } from './judged.tsx';
import './proof.css';

/** No proof is larger; what somebody drops here by mistake is not read whole. */
const LONGEST = 64 * 1024 * 1024;
type Text = Omit<Given, 'file'>;
interface Names {
  readonly proof?: string | undefined;
  readonly before?: string;
}
const NOTHING: Text = { proof: '', key: '', before: '', witnessKeys: '' };

/** Somebody was given a proof: it is checked in their browser, and they are told what it shows and what it does not. */
export default function CheckPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('check.title')}>
      <div className="page-head">
        <h1>{say('check.title')}</h1>
        <p className="lead">{say('check.lead')}</p>
      </div>
      <Checking />
      {location.protocol !== 'file:' && (
        <p className="note">
          <a href="/sanad-check.html" download="sanad-check.html">
            {say('check.save')}
          </a>{' '}
          {say('check.save-note')}
        </p>
      )}
    </Page>
  );
}

function Checking() {
  const speech = useSpeech();
  const { say } = speech;
  const [text, setText] = useState(NOTHING);
  const [form, setForm] = useState<ProofForm>();
  const [names, setNames] = useState<Names>({});
  const [file, setFile] = useState<File>();
  const [judgement, setJudgement] = useState<Judgement>();
  const { reading, work, stop } = useWork(speech);
  const keyId = useId();
  const witnessId = useId();

  const change = (part: Partial<Text>): void => {
    setText((before) => ({ ...before, ...part }));
    setJudgement(undefined);
  };
  const takeProof = async (chosen: File): Promise<void> => {
    const bytes = new Uint8Array(await chosen.slice(0, LONGEST).arrayBuffer());
    setNames((before) => ({ ...before, proof: chosen.name }));
    setForm(formOf(bytes));
    change({ proof: new TextDecoder().decode(bytes) });
  };
  const paste = (proof: string): void => {
    setNames((before) => ({ ...before, proof: undefined }));
    setForm(proof.trim() === '' ? undefined : formOf(new TextEncoder().encode(proof)));
    change({ proof });
  };
  const checkable = form === 'inclusion' || form === 'growth' || form === 'checkpoint';
  const check = (event: FormEvent): void => {
    event.preventDefault();
    if (checkable) void work(form, text, form === 'inclusion' ? file : undefined).then(setJudgement);
  };
  return (
    <>
      <form className="checking" onSubmit={check}>
        <Handed
          label={say('check.proof')}
          help={say('check.proof-help')}
          take={(chosen) => void takeProof(chosen)}
          name={names.proof}
        >
          {(field) => <MachineText {...field} value={text.proof} onChange={paste} required />}
        </Handed>
        <p role="status" className="form-found">
          {form !== undefined && say(`check.form-${form}`)}
        </p>
        {form === 'inclusion' && (
          <Handed
            label={say('check.file')}
            help={say('check.file-help')}
            take={(chosen) => {
              setFile(chosen);
              setJudgement(undefined);
            }}
            name={file?.name}
          />
        )}
        {form === 'growth' && (
          <Handed
            label={say('check.before')}
            help={say('check.before-help')}
            take={(chosen) => {
              setNames((before) => ({ ...before, before: chosen.name }));
              void chosen
                .slice(0, LONGEST)
                .text()
                .then((before) => change({ before }));
            }}
            name={names.before}
          >
            {(field) => (
              <MachineText
                {...field}
                value={text.before}
                onChange={(before) => change({ before })}
                required
              />
            )}
          </Handed>
        )}
        {checkable && (
          <>
            <div className="field">
              <label htmlFor={keyId}>{say('check.key')}</label>
              <input
                id={keyId}
                dir="ltr"
                spellCheck={false}
                autoComplete="off"
                aria-describedby={`${keyId}-help`}
                value={text.key}
                onChange={(event) => change({ key: event.target.value })}
                required={form !== 'inclusion'}
              />
              <p id={`${keyId}-help`} className="note">
                {say('check.key-help')}
              </p>
            </div>
            {form !== 'growth' && (
              <details>
                <summary>{say('check.more')}</summary>
                <div className="field">
                  <label htmlFor={witnessId}>{say('check.witness-keys')}</label>
                  <MachineText
                    id={witnessId}
                    rows={2}
                    value={text.witnessKeys}
                    onChange={(witnessKeys) => change({ witnessKeys })}
                  />
                </div>
              </details>
            )}
            <p className="actions">
              <button type="submit" className="main" disabled={reading !== undefined}>
                {say('check.go')}
              </button>{' '}
              {reading !== undefined && (
                <>
                  <span>{say('check.reading', { share: reading })}</span>{' '}
                  <button type="button" onClick={stop}>
                    {say('check.stop')}
                  </button>
                </>
              )}
            </p>
          </>
        )}
      </form>
      <div role="status">{judgement && <Judged judgement={judgement} />}</div>
    </>
  );
}

/** Hashes the file, if there is one, and judges; what is under way is let go when the page is left. */
function useWork(speech: CheckSpeech) {
  const [reading, setReading] = useState<string>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const work = async (
    form: ProofForm,
    text: Text,
    file: File | undefined,
  ): Promise<Judgement | undefined> => {
    const share = (bytes: number): string =>
      speech.number(bytes / Math.max(file?.size ?? 1, 1), { style: 'percent' });
    running.current = new AbortController();
    const { signal } = running.current;
    setReading(share(0));
    try {
      const sha256 = file && (await sha256Of(file, (bytes) => setReading(share(bytes)), signal));
      return await judge(
        form,
        { ...text, ...(file && sha256 ? { file: { name: file.name, sha256 } } : {}) },
        speech,
      );
    } catch {
      if (signal.aborted || !file) return undefined;
      const fault = { code: 'file.unreadable', data: { file: file.name } } as const;
      return { verdict: 'unread', shows: [], not: [], fault };
    } finally {
      setReading(undefined);
    }
  };
  return { reading, work, stop: () => running.current?.abort() };
}
