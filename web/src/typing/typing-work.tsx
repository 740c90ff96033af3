import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import {
  type ImportedListSeen,
  LIST_CONSENTS,
  type ListConsent,
  type MachineReading,
  type TypedList,
  type Typings,
} from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault, forgetAnswers, tell as post } from '../api/answers.ts';
import { useDraftKeeper } from '../lists/kept-draft.ts';
import { Written } from '../marks/written.tsx';
import { useDecider } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useTell } from '../shell/said.tsx';
import { toItem } from '../speech/addresses.ts';
import { Compared } from './compared.tsx';
import { EntryGrid, type GridActs } from './entry-grid.tsx';
import { type Band, bandOf, PictureView, regionOf, type Turn } from './picture-view.tsx';
import { useSpeech } from './speech.ts';
import { suggestCells } from './suggest-cells.ts';

interface Draft {
  readonly typed: TypedList;
  readonly band: Band;
  readonly turn: Turn;
}

const FIRST_BAND: Band = { top: 0.05, height: 0.05 };

/** One picture with its rows: typed, kept, compared, made a list. */
export function TypingWork({ typings }: { readonly typings: Typings }) {
  const { say, compose, date, number } = useSpeech();
  const tell = useTell();
  const decide = useDecider();
  const { picture: item, versions } = typings;
  const draftId = `typing ${item.id}`;
  const drafts = useDraftKeeper();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<Blob | 'none'>();
  const [draft, setDraft] = useState<Draft>();
  const [row, setRow] = useState(0);
  const [suggested, setSuggested] = useState<{ row: number; cells: string[] }>();
  const [busy, setBusy] = useState<'reading' | 'saving'>();
  const [fault, setFault] = useState<Fault>();
  const [source, setSource] = useState('');
  const [consent, setConsent] = useState<ListConsent>('not-known');

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a picture
  useEffect(() => {
    void (async () => {
      const kept = await drafts?.kept(draftId).catch(() => undefined);
      setDraft((kept?.said as Draft | undefined) ?? { typed: firstGrid(say), band: FIRST_BAND, turn: 0 });
      if (kept && kept.file.size > 0) return setPicture(kept.file);
      const answer = await fetch(`/api/items/${encodeURIComponent(item.id)}/file`).catch(() => undefined);
      setPicture(answer?.ok ? await answer.blob() : 'none');
    })();
  }, [item.id]);

  useEffect(() => {
    if (!draft || !drafts || picture === undefined) return;
    const file = picture === 'none' ? new Blob() : picture;
    const later = setTimeout(
      () =>
        void drafts
          .keep(draftId, { name: item.file, type: file.type, file, said: draft })
          .catch(() => undefined), // no room on the device: “Save my version” still keeps it
      250,
    );
    return () => clearTimeout(later);
  }, [draft, drafts, picture, draftId, item.file]);

  if (!draft) return null;
  const { typed, band, turn } = draft;
  const change = (next: Partial<Draft>): void => setDraft((before) => before && { ...before, ...next });
  const setTyped = (work: (typed: TypedList) => TypedList): void =>
    setDraft((before) => before && { ...before, typed: work(before.typed) });
  const moveBand = (by: number): void =>
    change({
      band: { ...band, top: Math.max(0, Math.min(1 - band.height, band.top + (by * band.height) / 4)) },
    });

  const failed = (error: unknown): void =>
    setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
  const read = async (): Promise<void> => {
    if (!canvas.current) return;
    setBusy('reading');
    setFault(undefined);
    const body = new FormData();
    const part = await bandOf(canvas.current, band);
    if (part) body.append('picture', part, 'band.png');
    try {
      const { words } = await ask<MachineReading>('/api/typing/read', { method: 'POST', body });
      const cells = suggestCells(words, typed.columns.length);
      setSuggested({ row, cells });
      if (words.length === 0) tell(say('typing.read-nothing'));
    } catch (error) {
      failed(error);
    }
    setBusy(undefined);
  };
  const acts: GridActs = {
    setCell: (at, column, text) =>
      setTyped(({ columns, rows }) => ({
        columns,
        rows: rows.map((one, place) => {
          if (place !== at) return one;
          const cells = columns.map((_, other) => (other === column ? text : (one.cells[other] ?? '')));
          return { cells, region: regionOf(band, turn) };
        }),
      })),
    addRow: (after) => {
      setTyped(({ columns, rows }) => ({ columns, rows: rows.toSpliced(after + 1, 0, { cells: [] }) }));
      change({ band: { ...band, top: Math.min(1 - band.height, band.top + band.height) } });
    },
    removeRow: (at) => setTyped(({ columns, rows }) => ({ columns, rows: rows.toSpliced(at, 1) })),
    setColumn: (column, next) =>
      setTyped(({ columns, rows }) => ({
        columns: columns.map((one, at) => (at === column ? { ...one, ...next } : one)),
        rows,
      })),
    addColumn: () =>
      setTyped(({ columns, rows }) => ({
        columns: [
          ...columns,
          { header: say('typing.column-n', { n: columns.length + 1 }), property: 'text' },
        ],
        rows,
      })),
    removeColumn: (column) =>
      setTyped(({ columns, rows }) => ({
        columns: columns.toSpliced(column, 1),
        rows: rows.map((one) => ({ ...one, cells: one.cells.toSpliced(column, 1) })),
      })),
    at: setRow,
    moveBand,
    read: () => void read(),
  };
  const send = (work: (by: string) => Promise<void>): void =>
    decide((by) => {
      setBusy('saving');
      setFault(undefined);
      work(by)
        .catch(failed)
        .finally(() => setBusy(undefined));
    });
  const address = `/api/typing/${encodeURIComponent(item.id)}`;
  const save = (): void =>
    send(async (by) => {
      await post(address, { typed, by });
      forgetAnswers();
      tell(say('typing.saved'));
    });
  const finish = (): void =>
    send(async (by) => {
      await post<ImportedListSeen>(`${address}/list`, { typed, by, consent, source });
      forgetAnswers();
      tell(say('typing.finished'));
    });
  const [one, other] = versions.slice(-2);
  return (
    <>
      <p>
        <Written text={item.file} /> · <Link href="/typing">{say('typing.other')}</Link>
        {typings.list !== undefined && (
          <>
            {' · '}
            {compose('typing.is-list', {
              link: <Link href={toItem(typings.list)}>{say('typing.to-list')}</Link>,
            })}
          </>
        )}
      </p>
      {fault && <FaultNote fault={fault} />}
      <div className="typing">
        {picture === 'none' && <p className="empty">{say('typing.no-picture')}</p>}
        {picture !== undefined && picture !== 'none' && (
          <PictureView
            picture={picture}
            canvas={canvas}
            turn={turn}
            onTurn={(next) => change({ turn: next })}
            band={band}
            onBand={(next) => change({ band: next })}
          />
        )}
        <div className="typing-rows">
          <EntryGrid typed={typed} acts={acts} suggested={suggested} />
          <p role="status" className="quiet">
            {busy === 'reading' && say('typing.reading')}
          </p>
          <p className="actions">
            <button type="button" disabled={busy !== undefined} onClick={save}>
              {say('typing.save')}
            </button>
          </p>
          <form
            className="given"
            onSubmit={(event) => {
              event.preventDefault();
              finish();
            }}
          >
            <p className="field">
              <label htmlFor="typed-source">{say('import.source')}</label>
              <input
                id="typed-source"
                type="text"
                dir="auto"
                maxLength={300}
                value={source}
                onChange={(event) => setSource(event.target.value)}
              />
            </p>
            <p className="field">
              <label htmlFor="typed-consent">{say('import.consent')}</label>
              <select
                id="typed-consent"
                value={consent}
                onChange={(event) =>
                  setConsent(LIST_CONSENTS.find((known) => known === event.target.value) ?? 'not-known')
                }
              >
                {LIST_CONSENTS.map((known) => (
                  <option key={known} value={known}>
                    {say(`consent.${known}`)}
                  </option>
                ))}
              </select>
            </p>
            <p className="actions">
              <button type="submit" className="main" disabled={busy !== undefined}>
                {say('typing.finish')}
              </button>
            </p>
          </form>
        </div>
      </div>
      {versions.length > 0 && (
        <Section id="versions" title={say('typing.versions')}>
          <ul>
            {versions.map(({ by, at, typed: version }) => (
              <li key={by}>
                {compose('typing.version', {
                  by: <Written text={by} />,
                  date: date(at, 'clock'),
                  rows: number(version.rows.length),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {one && other && (
        <Compared
          key={`${one.at} ${other.at}`}
          one={one}
          other={other}
          onSettled={(settled) => change({ typed: settled })}
        />
      )}
    </>
  );
}

function firstGrid(say: ReturnType<typeof useSpeech>['say']): TypedList {
  return {
    columns: (['name.full', 'birth.date', 'place', 'text'] as const).map((property) => ({
      header: say(`property.${property}`),
      property,
    })),
    rows: [{ cells: [] }],
  };
}
