import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Added } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault, forgetAnswers } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { DropArea } from '../shell/drop-area.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { useTell } from '../shell/said.tsx';
import { toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { isRestOf, OnTheWayList, useOnTheWay } from './on-the-way.tsx';
import { problemWords } from './problem-words.ts';

/** Larger files go in parts, so that a cut costs little. */
const IN_PARTS = 4 * 1024 * 1024;

/** Files dropped or chosen go in as they are; what was refused is named, the rest is kept. */
export function AddFiles() {
  const speech = useSpeech();
  const { say, compose } = speech;
  const tell = useTell();
  const field = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<AbortController>();
  const [added, setAdded] = useState<Added>();
  const [fault, setFault] = useState<Fault>();

  const way = useOnTheWay();

  const send = async (chosen: readonly File[]) => {
    const large = chosen.filter(
      (file) => file.size > IN_PARTS || way.left.some((begun) => isRestOf(file, begun)),
    );
    way.send(large);
    const files = chosen.filter((file) => !large.includes(file));
    if (field.current) field.current.value = '';
    if (files.length === 0) return;
    const controller = new AbortController();
    setSending(controller);
    setFault(undefined);
    setAdded(undefined);
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    try {
      const result = await ask<Added>('/api/items', { method: 'POST', body, signal: controller.signal });
      setAdded(result);
      tell(say('add.done', { count: result.added.length }));
      if (result.added.length > 0) forgetAnswers();
    } catch (error) {
      if (!controller.signal.aborted)
        setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
    setSending(undefined);
    if (field.current) field.current.value = '';
  };
  return (
    <>
      <DropArea
        id="add-files"
        title={say('add.label')}
        kinds={say('add.kinds')}
        choose={say('add.choose')}
        field={field}
        multiple
        disabled={sending !== undefined}
        take={(files) => void send(files)}
      >
        {sending && (
          <p className="actions" role="status">
            {say('add.sending')}
            <button type="button" onClick={() => sending.abort()}>
              {say('add.cancel')}
            </button>
          </p>
        )}
      </DropArea>
      <OnTheWayList way={way} />
      {fault && <FaultNote fault={fault} />}
      {added && (
        <section className="added" aria-label={say('add.result')}>
          <ul>
            {added.added.map((item) => (
              <li key={item.id}>
                {compose('add.added', {
                  file: (
                    <Link href={toItem(item.id)}>
                      <Written text={item.file} />
                    </Link>
                  ),
                  count: item.records,
                })}
              </li>
            ))}
            {added.alreadyHeld.map(({ file, item }) => (
              <li key={`${item} ${file}`}>
                {compose('add.held', {
                  file: (
                    <Link href={toItem(item)}>
                      <Written text={file} />
                    </Link>
                  ),
                })}
              </li>
            ))}
            {added.problems.slice(0, 50).map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and stay in their order
              <li key={at} className="problem">
                <Written text={problem.file} />: {problemWords(speech, problem)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
