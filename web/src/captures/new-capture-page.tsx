import { type FormEvent, useEffect, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { type CaptureView, type ItemDetail, type ItemId, likelyPart } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { ask, forgetAnswers, tell } from '../api/answers.ts';
import { useDecider, useKnownDecider, WhoDecides } from '../people/who-decides.tsx';
import { filled, Line, Lines, typed } from '../requests/inputs.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { toItem } from '../speech/addresses.ts';
import { bringIn, type PartChosen } from './bring-in.ts';
import { PartsChosen } from './parts-chosen.tsx';
import { FIRST_LINES, type SaidByFile, saidByFile } from './said-by-file.ts';
import { useSpeech } from './speech.ts';
import './captures.css';

/** A captured web page comes in: its files, its address and times, who captured it and how. */
export default function NewCapturePage() {
  const { say } = useSpeech();
  return (
    <Page title={say('capture.new')}>
      <p className="crumb">
        <Link href="/items">{say('nav.items')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('capture.new')}</h1>
        <p className="lead">{say('capture.new-lead')}</p>
      </div>
      <WhoDecides>
        <NewCapture />
      </WhoDecides>
    </Page>
  );
}

interface Hint extends SaidByFile {
  readonly file: string;
}

function NewCapture() {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const [parts, setParts] = useHeldFirst();
  const [hint, setHint] = useState<Hint>();
  const [sending, setSending] = useState('');
  const [refused, setRefused] = useState<string>();
  const { busy, fault, attempt } = useAttempt();
  const decide = useDecider();
  const collector = useKnownDecider();
  const announce = useTell();

  const choose = async (files: readonly File[]): Promise<void> => {
    const chosen = files.map((from) => ({ from, name: from.name, as: likelyPart(from.name) }));
    setParts((before) => [...before, ...chosen]);
    for (const { from, as } of chosen) {
      if (as !== 'page' && as !== 'archive') continue;
      const said = saidByFile(await from.slice(0, FIRST_LINES).text());
      if (said.address !== undefined) setHint((known) => known ?? { ...said, file: from.name });
    }
  };
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setRefused(undefined);
    decide((by) =>
      attempt(async () => {
        const items = [];
        for (const { from, as, name } of parts) {
          setSending(name);
          const item = typeof from === 'string' ? from : await bringIn(from, by);
          if (item === undefined) return setRefused(name);
          items.push({ item, as });
        }
        const fields = ['address', 'captured', 'published', 'collector', 'how', 'note'] as const;
        const said = filled(Object.fromEntries(fields.map((name) => [name, typed(data, name)])));
        await tell<CaptureView>('/api/captures', { parts: items, by, ...said });
        announce(say('capture.done'));
        forgetAnswers();
        const [first] = items;
        if (first) go(toItem(first.item));
      }).finally(() => setSending('')),
    );
  };
  const fromFile = hint && say('capture.from-file', { file: hint.file });
  return (
    <form className="capturing" onSubmit={send}>
      <PartsChosen parts={parts} onChange={setParts} onChoose={(files) => void choose(files)} />
      <Line
        key={`address ${hint?.address}`}
        name="address"
        label={say('capture.address')}
        help={hint?.address === undefined ? say('capture.address-help') : fromFile}
        value={hint?.address}
        direction="ltr"
        most={4000}
        required
      />
      <div className="two">
        <Line
          key={`captured ${hint?.captured}`}
          name="captured"
          label={say('capture.captured')}
          help={hint?.captured === undefined ? say('capture.captured-help') : fromFile}
          value={hint?.captured}
          direction="ltr"
          required
        />
        <Line
          name="published"
          label={say('capture.published')}
          help={say('capture.published-help')}
          direction="ltr"
        />
      </div>
      <Line name="collector" label={say('capture.collector')} value={collector} required />
      <Line name="how" label={say('capture.how')} help={say('capture.how-help')} most={4000} required />
      <Lines name="note" label={say('capture.note')} most={4000} />
      <p className="note">{say('capture.sealed')}</p>
      {fault && <FaultNote fault={fault} />}
      {refused !== undefined && (
        <p className="fault" role="alert">
          {say('capture.refused', { file: refused })}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="main" disabled={busy === 'busy' || parts.length === 0}>
          {say('capture.send')}
        </button>
        <span role="status" className="quiet">
          {sending !== '' && say('capture.sending', { file: sending })}
        </span>
      </p>
    </form>
  );
}

/** A file that is held already and is to be joined with others comes with the address: `?item=`. */
function useHeldFirst() {
  const [search] = useSearchParams();
  const held = search.get('item');
  const state = useState<readonly PartChosen[]>([]);
  const [, setParts] = state;
  useEffect(() => {
    if (held === null) return;
    ask<ItemDetail>(`/api/items/${encodeURIComponent(held)}`).then(
      ({ id, file }) => setParts([{ from: id as ItemId, name: file, as: likelyPart(file) }]),
      // an id that is not held is left out
      () => undefined,
    );
  }, [held]);
  return state;
}
