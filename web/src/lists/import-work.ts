import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ImportedListSeen,
  ListConsent,
  ListLook,
  ListOrderSaid,
  RowChoiceSaid,
} from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault, forgetAnswers } from '../api/answers.ts';
import { useDraftKeeper } from './kept-draft.ts';

const DRAFT = 'import';

/** What was said of the list on its way: the order for the server, and from whom it comes. */
export interface Said {
  readonly order: ListOrderSaid;
  readonly source: string;
  readonly consent: ListConsent;
}
const NOTHING_SAID: Said = { order: {}, source: '', consent: 'not-known' };

export interface ImportWork {
  readonly file: File | undefined;
  readonly said: Said;
  readonly look: ListLook | undefined;
  readonly busy: 'looking' | 'importing' | undefined;
  readonly fault: Fault | undefined;
  begin(file: File): void;
  say(change: Partial<Said>): void;
  /** What is done with one row, or nothing any more. */
  choose(table: number, rows: readonly number[], choice: (row: number) => RowChoiceSaid | undefined): void;
  bring(by: string): Promise<ImportedListSeen | undefined>;
  putAway(): void;
}

/** Sends the list, or only the word for it where the server has it in hand; the list again where it was put away. */
async function send<T>(
  path: string,
  file: File,
  said: Readonly<Record<string, string>>,
  { inHand, signal }: { readonly inHand: string | undefined; readonly signal?: AbortSignal },
): Promise<T> {
  const form = new FormData();
  if (inHand === undefined) form.append('file', file, file.name);
  else form.append('inHand', inHand);
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  try {
    return await ask<T>(path, { method: 'POST', body: form, ...(signal ? { signal } : {}) });
  } catch (error) {
    const gone = error instanceof AskFailed && error.fault.code === 'list.not-in-hand';
    if (!gone || inHand === undefined) throw error;
    return send<T>(path, file, said, { inHand: undefined, ...(signal ? { signal } : {}) });
  }
}

/** One list on its way in: looked at anew after each word that is said of it, kept on the device meanwhile. */
export function useImport(): ImportWork {
  const drafts = useDraftKeeper();
  const [file, setFile] = useState<File>();
  const [said, setSaid] = useState(NOTHING_SAID);
  const [look, setLook] = useState<ListLook>();
  const [busy, setBusy] = useState<ImportWork['busy']>();
  const [fault, setFault] = useState<Fault>();
  const { order } = said;
  const asked = useRef<AbortController>(undefined);
  const held = useRef<{ readonly file: File; readonly word: string }>(undefined);

  useEffect(() => {
    void drafts
      ?.kept(DRAFT)
      .then((draft) => {
        if (!draft) return;
        setSaid(draft.said as Said);
        setFile(new File([draft.file], draft.name, { type: draft.type }));
      })
      .catch(() => undefined); // nothing can be read back here: one begins anew
  }, [drafts]);

  useEffect(() => {
    if (!file) return;
    void drafts?.keep(DRAFT, { name: file.name, type: file.type, file, said }).catch(() => undefined); // no room on the device: the work itself goes on
  }, [file, said, drafts]);

  useEffect(() => {
    if (!file) return;
    const controller = new AbortController();
    asked.current?.abort();
    asked.current = controller;
    setBusy('looking');
    const inHand = held.current?.file === file ? held.current.word : undefined;
    const said = { order: JSON.stringify(order) };
    send<ListLook>('/api/lists/look', file, said, { inHand, signal: controller.signal }).then(
      (seen) => {
        held.current = { file, word: seen.inHand };
        setLook(seen);
        setFault(undefined);
        setBusy(undefined);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
        setBusy(undefined);
      },
    );
    return () => controller.abort();
  }, [file, order]);

  const putAway = useCallback(() => {
    asked.current?.abort();
    setFile(undefined);
    setLook(undefined);
    setFault(undefined);
    setBusy(undefined);
    setSaid(NOTHING_SAID);
    void drafts?.drop(DRAFT).catch(() => undefined);
  }, [drafts]);

  return {
    file,
    said,
    look,
    busy,
    fault,
    begin: (chosen) => {
      setLook(undefined);
      setFault(undefined);
      setSaid(NOTHING_SAID);
      setFile(chosen);
    },
    say: (change) => setSaid((before) => ({ ...before, ...change })),
    choose: (table, rows, choice) =>
      setSaid((before) => {
        const choices = [...(before.order.choices ?? [])];
        while (choices.length <= table) choices.push({});
        const own = { ...choices[table] };
        for (const row of rows) {
          const chosen = choice(row);
          if (chosen) own[String(row)] = chosen;
          else delete own[String(row)];
        }
        choices[table] = own;
        return { ...before, order: { ...before.order, choices } };
      }),
    bring: async (by) => {
      if (!file || !look) return undefined;
      setBusy('importing');
      const older = order.older ?? look.version?.older ?? 'none';
      const { consent, source } = said;
      const words = { order: JSON.stringify({ ...order, older }), consent, source, by };
      try {
        const imported = await send<ImportedListSeen>('/api/lists', file, words, { inHand: look.inHand });
        forgetAnswers();
        putAway();
        return imported;
      } catch (error) {
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
        setBusy(undefined);
        return undefined;
      }
    },
    putAway,
  };
}
