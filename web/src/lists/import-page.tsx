import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { LIST_CONSENTS, type ListLook } from '../../../src/model/index.ts';
import { problemWords } from '../items/problem-words.ts';
import { Written } from '../marks/written.tsx';
import { useDecider, WhoDecides } from '../people/who-decides.tsx';
import { DropArea } from '../shell/drop-area.tsx';
import { FaultNote, Skeleton } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { toItem, toPerson } from '../speech/addresses.ts';
import { BadRows } from './bad-rows.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { type ImportWork, useImport } from './import-work.ts';
import { canKeepDrafts } from './kept-draft.ts';
import { useSpeech } from './speech.ts';
import { VersionChanges } from './version-changes.tsx';
import './lists.css';

/** A list before it comes in: all that is wrong with it at once, and what it repeats. */
export default function ImportPage() {
  const { say } = useSpeech();
  const work = useImport();
  return (
    <Page title={say('import.title')} width="wide">
      <WhoDecides>
        <div className="page-head">
          <p className="crumb">
            <Link href="/lists">{say('lists.title')}</Link>
          </p>
          <h1>{say('import.title')}</h1>
          <p className="lead">{say('import.lead')}</p>
          <p className="note">{say(canKeepDrafts ? 'import.kept-on-device' : 'import.not-kept')}</p>
        </div>
        {work.file ? <OnItsWay work={work} file={work.file} /> : <Start begin={work.begin} />}
      </WhoDecides>
    </Page>
  );
}

function Start({ begin }: { readonly begin: (file: File) => void }) {
  const { say, compose } = useSpeech();
  const [pasted, setPasted] = useState('');
  return (
    <>
      <DropArea
        id="import-file"
        title={say('import.drop')}
        kinds={say('import.kinds')}
        choose={say('import.choose')}
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.pdf"
        take={([file]) => file && begin(file)}
      />
      <form
        className="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() === '') return;
          const time = new Date().toISOString().slice(0, 16).replace(/[T:]/g, '-');
          begin(new File([pasted], `${say('import.pasted-name', { time })}.csv`, { type: 'text/csv' }));
        }}
      >
        <h2>{say('import.paste')}</h2>
        <p className="field">
          <label htmlFor="paste-rows">{say('import.paste-label')}</label>
          <textarea
            id="paste-rows"
            dir="auto"
            rows={6}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </p>
        <p className="actions">
          <button type="submit">{say('import.paste-go')}</button>
        </p>
      </form>
      <p className="note">
        {compose('import.photographs', { link: <Link href="/typing">{say('import.to-typing')}</Link> })}
      </p>
    </>
  );
}

function OnItsWay({ work, file }: { readonly work: ImportWork; readonly file: File }) {
  const { say, compose } = useSpeech();
  const { look, fault, busy } = work;
  return (
    <>
      <div className="on-its-way">
        <h2>
          <Written text={file.name} />
        </h2>
        {look && <Sums look={look} />}
        <p role="status" className="quiet">
          {busy === 'looking' && say('import.looking')}
        </p>
        <button type="button" onClick={work.putAway}>
          {say('import.put-away')}
        </button>
      </div>
      {fault && (
        <>
          <FaultNote fault={fault} />
          {fault.code.startsWith('pdf.') && (
            <p>
              {compose('import.photographs', {
                link: <Link href="/typing">{say('import.to-typing')}</Link>,
              })}
            </p>
          )}
        </>
      )}
      {!look && !fault && <Skeleton lines={8} />}
      {look && (
        <>
          {look.held !== undefined && (
            <p className="fault">
              {compose('import.held', {
                link: <Link href={toItem(look.held)}>{say('import.held-link')}</Link>,
              })}
            </p>
          )}
          <VersionChanges look={look} work={work} />
          <ColumnsTable look={look} work={work} />
          <BadRows look={look} work={work} />
          <Matches matches={look.matches} />
          <Notices look={look} />
          <Given work={work} look={look} />
        </>
      )}
    </>
  );
}

function Sums({ look }: { readonly look: ListLook }) {
  const { say } = useSpeech();
  const { counts, version } = look;
  return (
    <ul className="sums" data-testid="sums">
      <li>{say('import.sum-staged', { count: counts.staged })}</li>
      {counts.bad > 0 && <li className="bad">{say('import.sum-bad', { count: counts.bad })}</li>}
      {counts.corrected > 0 && <li>{say('import.sum-corrected', { count: counts.corrected })}</li>}
      {counts.leftOut > 0 && <li>{say('import.sum-left-out', { count: counts.leftOut })}</li>}
      {version && <li>{say('import.sum-same', { count: version.counts.same })}</li>}
      {version && <li>{say('import.version-changed', { count: version.counts.changed })}</li>}
    </ul>
  );
}

function Matches({ matches }: { readonly matches: ListLook['matches'] }) {
  const { say, compose } = useSpeech();
  if (matches.looked === 0) return null;
  const { looked, found } = matches;
  return (
    <Section
      id="matches"
      title={say('import.matches')}
      note={say(found === 0 ? 'import.matches-none' : 'import.matches-sum', { looked, found })}
    >
      <ul className="suggested-list">
        {matches.sample.map(({ row, name, person, known, verdict }) => (
          <li key={`${row} ${person}`}>
            {compose('import.match', {
              row,
              name: <Written text={name} />,
              known: (
                <Link href={toPerson(person)}>
                  <Written text={known} />
                </Link>
              ),
            })}{' '}
            <span className="quiet small">{say(`match.${verdict}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NOTICES = 100;

function Notices({ look }: { readonly look: ListLook }) {
  const speech = useSpeech();
  if (look.notices.length === 0) return null;
  return (
    <details className="section">
      <summary>{speech.say('import.notices', { count: look.notices.length })}</summary>
      <ul className="problems">
        {look.notices.slice(0, NOTICES).map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
          <li key={at}>{problemWords(speech, problem)}</li>
        ))}
      </ul>
    </details>
  );
}

function Given({ work, look }: { readonly work: ImportWork; readonly look: ListLook }) {
  const { say } = useSpeech();
  const decide = useDecider();
  const tell = useTell();
  const [, go] = useLocation();
  const { counts } = look;
  const bring = (by: string): void => {
    void work.bring(by).then((imported) => {
      if (!imported) return;
      tell(say('import.done', { file: look.file, count: imported.rows - imported.leftOut }));
      go('/lists');
    });
  };
  return (
    <Section id="given" title={say('import.given')}>
      <form
        className="given"
        onSubmit={(event) => {
          event.preventDefault();
          decide(bring);
        }}
      >
        <p className="field">
          <label htmlFor="given-source">{say('import.source')}</label>
          <input
            id="given-source"
            type="text"
            dir="auto"
            maxLength={300}
            aria-describedby="given-source-note"
            value={work.said.source}
            onChange={(event) => work.say({ source: event.target.value })}
          />
          <span id="given-source-note" className="note">
            {say('import.source-note')}
          </span>
        </p>
        <p className="field">
          <label htmlFor="given-consent">{say('import.consent')}</label>
          <select
            id="given-consent"
            value={work.said.consent}
            onChange={(event) =>
              work.say({ consent: LIST_CONSENTS.find((one) => one === event.target.value) ?? 'not-known' })
            }
          >
            {LIST_CONSENTS.map((consent) => (
              <option key={consent} value={consent}>
                {say(`consent.${consent}`)}
              </option>
            ))}
          </select>
        </p>
        <p className="actions">
          <button
            type="submit"
            className="main"
            disabled={work.busy !== undefined || look.held !== undefined || counts.staged === 0}
          >
            {say(work.busy === 'importing' ? 'import.sending' : 'import.go', { count: counts.staged })}
          </button>
          {counts.bad > 0 && <span className="note">{say('import.stay-out', { count: counts.bad })}</span>}
        </p>
      </form>
    </Section>
  );
}
