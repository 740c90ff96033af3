import { useState } from 'react';
import { Link } from 'wouter';
import type { ClaimId, SiteState, SiteThingState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { toClaim } from '../speech/addresses.ts';
import { ClaimChoice } from './claim-choice.tsx';
import { Conflict } from './conflict.tsx';
import { Field } from './field.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { SectorChoice } from './sector-choice.tsx';
import { current, isLive, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

type Answer = SiteThingState<'answer'>;

/** Which claims on the ledger this search answers, with which sectors: a person's link, told in public words. */
export function Answers({ state }: { readonly state: SiteState }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const decide = useDecider();
  const tell = useTell();
  const answers = state.answers as readonly Answer[];
  const strike = (answer: Answer): void =>
    decide((by) => {
      void writeDown(
        entryOf(state.id, 'answer', current(answer).body, by, {
          about: answer.id,
          upon: answer.versions.map(({ entry }) => entry),
          ...(isLive(answer) && { struck: true }),
        }),
      ).then(() => tell(say('site.kept')));
    });
  const words = ({ says, sectors }: ReturnType<typeof current<Answer['versions'][number]>>['body']): string =>
    `${says[language] ?? says.ar ?? says.en ?? ''}: ${
      sectors === 'inside'
        ? say('answers.all')
        : sectors.map((id) => sectorName(speech, state, id)).join(language === 'ar' ? '، ' : ', ')
    }`;
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{say('answers.title')}</h2>
      <p className="note">{say('answers.note')}</p>
      {answers.length > 0 && (
        <ul className="leads">
          {answers.map((answer) => {
            const { body } = current(answer);
            const told = <bdi>{words(body)}</bdi>;
            return (
              <li key={answer.id}>
                <Link href={toClaim(body.claim)}>{isLive(answer) ? told : <s>{told}</s>}</Link>{' '}
                <button type="button" className="plain small" onClick={() => strike(answer)}>
                  {isLive(answer) ? say('site.strike') : say('site.unstrike')}
                </button>
                <Conflict site={state.id} is="answer" thing={answer} words={words} />
              </li>
            );
          })}
        </ul>
      )}
      <NewAnswer state={state} />
    </section>
  );
}

function NewAnswer({ state }: { readonly state: SiteState }) {
  const { say } = useSpeech();
  const decide = useDecider();
  const tell = useTell();
  const [claim, setClaim] = useState('');
  const [ar, setAr] = useState('');
  const [en, setEn] = useState('');
  const [sectors, setSectors] = useState<readonly string[]>([]);
  const ready = claim !== '';
  const write = (): void =>
    decide((by) => {
      const says = { ...(ar.trim() && { ar: ar.trim() }), ...(en.trim() && { en: en.trim() }) };
      const body = {
        claim: claim as ClaimId,
        says,
        sectors: sectors.length === 0 ? ('inside' as const) : [...sectors],
      };
      void writeDown(entryOf(state.id, 'answer', body, by)).then(() => {
        tell(say('site.kept'));
        setClaim('');
        setAr('');
        setEn('');
      });
    });
  return (
    <details className="new-thing">
      <summary>{say('answers.add')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) write();
        }}
      >
        <ClaimChoice
          label={say('answers.claim')}
          value={claim}
          onChange={(chosen) => {
            setClaim(chosen?.id ?? '');
            setAr((chosen?.texts.ar?.text ?? '').slice(0, 400));
            setEn((chosen?.texts.en?.text ?? '').slice(0, 400));
          }}
        />
        {(
          [
            ['ar', ar, setAr],
            ['en', en, setEn],
          ] as const
        ).map(([language, value, set]) => (
          <Field key={language} label={say(`answers.says-${language}`)}>
            <input
              type="text"
              dir="auto"
              lang={language}
              maxLength={400}
              value={value}
              onChange={(e) => set(e.target.value)}
            />
          </Field>
        ))}
        <SectorChoice state={state} label={say('answers.sectors')} chosen={sectors} onChange={setSectors} />
        <p className="actions">
          <button type="submit" className="main" disabled={!ready}>
            {say('site.save')}
          </button>
        </p>
      </form>
    </details>
  );
}
