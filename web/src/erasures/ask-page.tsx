import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { ERASURE_BASES, type ForeseenErasure, type PersonPage } from '../../../src/model/index.ts';
import { useAttempt } from '../account/attempt.ts';
import { ask, tell } from '../api/answers.ts';
import { WhoDecides } from '../people/who-decides.tsx';
import { Choice, Lines, typed } from '../requests/inputs.tsx';
import { Empty, FaultNote, Skeleton } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useActing } from '../talks/acts.ts';
import { Backups } from './backups.tsx';
import { Foreseen } from './parts.tsx';
import { useSpeech } from './speech.ts';

interface What {
  readonly record?: string;
  readonly item?: string;
  readonly file?: string;
  readonly columns?: readonly number[];
  readonly statements?: readonly number[];
}

/** Asking for an erasure: what would go stands there before anybody asks. */
export default function AskPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('erase-ask.title')}>
      <p className="crumb">
        <Link href="/erasures">{say('erasures.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('erase-ask.title')}</h1>
        <p className="lead">{say('erase-ask.lead')}</p>
      </div>
      <WhoDecides>
        <Asking />
      </WhoDecides>
      <Backups />
    </Page>
  );
}

function Asking() {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const named = search.toString();
  const { fault: unseen, attempt } = useAttempt();
  const { act, busy, fault } = useActing();
  const [all, setAll] = useState<readonly What[]>();
  const [foreseen, setForeseen] = useState<ForeseenErasure>();
  const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
  const [fileToo, setFileToo] = useState<'too' | 'not'>('not');

  useEffect(() => {
    void attempt(async () => setAll(await namedIn(new URLSearchParams(named))));
  }, [named, attempt]);

  const stays = foreseen?.stays ?? [];
  const files = useMemo(
    () =>
      fileToo === 'too'
        ? [...new Set((all ?? []).flatMap(({ record }) => (record ? [record.split('.')[0]!] : [])))]
        : [],
    [all, fileToo],
  );
  useEffect(() => {
    if (!all || all.length === 0) return;
    void attempt(async () => {
      const what = [...all, ...files.map((file) => ({ file }))];
      setForeseen(await tell<ForeseenErasure>('/api/erasures/foresee', { what }));
    });
  }, [all, files, attempt]);

  if (unseen) return <FaultNote fault={unseen} />;
  if (all?.length === 0) return <Empty title={say('erase-ask.nothing')} />;
  if (!all || !foreseen) return <Skeleton lines={6} />;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const what = [
      ...all.flatMap((one) => withoutStaying(one, foreseen, staying)),
      ...files.map((file) => ({ file })),
    ];
    const asked = { what, basis: typed(data, 'basis'), reason: typed(data, 'reason') };
    act(
      '/api/erasures',
      asked,
      () => say('erase-ask.asked'),
      () => go('/erasures'),
    );
  };
  const toggle = (value: string): void =>
    setStaying((before) => {
      const after = new Set(before);
      if (!after.delete(value)) after.add(value);
      return after;
    });
  return (
    <>
      <p className="note">{say('erase-ask.keep')}</p>
      <Foreseen foreseen={foreseen} staying={staying} toggle={toggle} />
      {(stays.length > 0 || fileToo === 'too') && (
        <p className="tick">
          <label>
            <input
              type="checkbox"
              checked={fileToo === 'too'}
              onChange={(event) => setFileToo(event.target.checked ? 'too' : 'not')}
            />{' '}
            {say('erase-ask.file-too')}
          </label>
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
      <form className="erase-asking" onSubmit={send}>
        <Choice
          name="basis"
          label={say('erase-ask.basis')}
          words={ERASURE_BASES}
          say={(basis) => say(`erase-basis.${basis}`)}
          value="asked"
        />
        <Lines name="reason" label={say('erase-ask.reason')} rows={2} required />
        <p className="note">{say('erase-ask.reason-help')}</p>
        <p className="actions">
          <button type="submit" className="main" disabled={busy === 'busy'}>
            {say('erase-ask.go')}
          </button>
        </p>
      </form>
    </>
  );
}

/** What the address names: a person by all their rows, else rows, items and files one by one. */
async function namedIn(search: URLSearchParams): Promise<What[]> {
  const person = search.get('person');
  const own =
    person === null
      ? []
      : (await ask<PersonPage>(`/api/people/${encodeURIComponent(person)}`)).person.records;
  return [
    ...own.map(({ record }) => ({ record })),
    ...search.getAll('record').map((record) => ({ record })),
    ...search.getAll('item').map((item) => ({ item })),
    ...search.getAll('file').map((file) => ({ file })),
  ];
}

/** A row without what is to stay of it: nothing where all stays, the whole row where nothing does. */
function withoutStaying(one: What, foreseen: ForeseenErasure, staying: ReadonlySet<string>): What[] {
  const { record } = one;
  if (record === undefined || ![...staying].some((key) => key.startsWith(`${record} `))) return [one];
  const slots = foreseen.parts
    .filter(({ id }) => id === record)
    .flatMap(({ values }) => values.map(({ slot }) => slot))
    .filter((slot) => /^[cs]\d+$/.test(slot) && !staying.has(`${record} ${slot}`));
  if (slots.length === 0) return [];
  const of = (letter: string): number[] =>
    slots.filter((slot) => slot.startsWith(letter)).map((slot) => Number(slot.slice(1)));
  const [columns, statements] = [of('c'), of('s')];
  return [
    {
      record,
      ...(columns.length > 0 ? { columns } : {}),
      ...(statements.length > 0 ? { statements } : {}),
    },
  ];
}
