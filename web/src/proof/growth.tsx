import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import type { Growth, Witness } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { tell } from '../api/answers.ts';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useSpeech } from './check-speech.ts';
import { Handed, MachineText } from './handed.tsx';
import { type Judgement, judge } from './judge.ts';
import { Judged } from './judged.tsx';
import { SaveText } from './save-text.tsx';

/** That the ledger continues a checkpoint which somebody kept: proven by the server, checked here. */
export function GrowthSection(props: { readonly witnesses: readonly Witness[]; readonly size: number }) {
  const speech = useSpeech();
  const { say, date } = speech;
  const { busy, fault, attempt } = useAttempt();
  const [before, setBefore] = useState('');
  const [name, setName] = useState<string>();
  const [size, setSize] = useState('');
  const [made, setMade] = useState<{ readonly growth: Growth; readonly judgement: Judgement }>();
  const id = useId();
  const known = [...new Map(props.witnesses.map((one) => [one.size, one])).values()]
    .filter((one) => one.size <= props.size)
    .sort((a, b) => b.size - a.size);
  const prove = (event: FormEvent): void => {
    event.preventDefault();
    setMade(undefined);
    void attempt(async () => {
      const asked = size === '' ? { from: before } : { size: Number(size) };
      const growth = await tell<Growth>('/api/growth', asked);
      const { proof, to } = growth;
      const given = { proof, before: growth.before, key: to.key, witnessKeys: '' };
      const judgement = await judge('growth', given, speech);
      const own = size === '' ? [] : [say('check.not-kept-here')];
      setMade({ growth, judgement: { ...judgement, not: [...own, ...judgement.not] } });
    });
  };
  return (
    <Section id="growth" title={say('growth.title')} note={say('growth.note')}>
      <form className="checking" onSubmit={prove}>
        <Handed
          label={say('check.before')}
          help={say('check.before-help')}
          take={(file) => {
            setName(file.name);
            setSize('');
            void file.slice(0, 20_000).text().then(setBefore);
          }}
          name={name}
        >
          {(field) => <MachineText {...field} value={before} onChange={setBefore} required={size === ''} />}
        </Handed>
        {known.length > 0 && (
          <div className="field">
            <label htmlFor={id}>{say('growth.kept')}</label>
            <select id={id} value={size} onChange={(event) => setSize(event.target.value)}>
              <option value="">{say('growth.none')}</option>
              {known.map((one) => (
                <option key={one.size} value={one.size}>
                  {say('growth.of', { size: one.size, date: date(one.time ?? one.at, 'clock') })}
                </option>
              ))}
            </select>
          </div>
        )}
        <p className="actions">
          <button type="submit" className="main" disabled={busy === 'busy'}>
            {say('growth.go')}
          </button>{' '}
          <Link href="/check">{say('growth.elsewhere')}</Link>
        </p>
      </form>
      {fault && <FaultNote fault={fault} />}
      <div role="status">{made && <Judged judgement={made.judgement} />}</div>
      {made && (
        <p className="actions">
          <SaveText
            text={made.growth.proof}
            file={`${made.growth.from}-${made.growth.to.size}.growth.txt`}
            main
          >
            {say('growth.save')}
          </SaveText>{' '}
          <SaveText text={made.growth.before} file={`${made.growth.from}.checkpoint`}>
            {say('growth.save-before')}
          </SaveText>
        </p>
      )}
    </Section>
  );
}
