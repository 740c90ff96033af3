import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Added, ItemsPage as ItemsAnswer, Typings } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault, forgetAnswers, useAnswer } from '../api/answers.ts';
import { canKeepDrafts, useDraftKeeper } from '../lists/kept-draft.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited, FaultNote } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { useSpeech } from './speech.ts';
import { TypingWork } from './typing-work.tsx';
import '../lists/lists.css';
import './typing.css';

/** A photographed list beside the rows that are typed from it. */
export default function TypingPage({ id }: { readonly id?: string }) {
  const { say } = useSpeech();
  return (
    <Page title={say('typing.title')} width="wide">
      <WhoDecides>
        <div className="page-head">
          <p className="crumb">
            <Link href="/lists">{say('lists.title')}</Link>
          </p>
          <h1>{say('typing.title')}</h1>
          <p className="lead">{say('typing.lead')}</p>
          <p className="note">{say(canKeepDrafts ? 'typing.kept' : 'typing.not-kept')}</p>
        </div>
        {id === undefined ? <ChoosePicture /> : <OnePicture id={id} />}
      </WhoDecides>
    </Page>
  );
}

function OnePicture({ id }: { readonly id: string }) {
  const answer = useAnswer<Typings>(`/api/typing/${encodeURIComponent(id)}`);
  return (
    <Awaited answer={answer} lines={8}>
      {(typings) => <TypingWork typings={typings} />}
    </Awaited>
  );
}

function ChoosePicture() {
  const { say } = useSpeech();
  const [, go] = useLocation();
  const [fault, setFault] = useState<Fault>();
  const items = useAnswer<ItemsAnswer>('/api/items');
  const drafts = useDraftKeeper();
  const take = async (file: File): Promise<void> => {
    setFault(undefined);
    const body = new FormData();
    body.append('files', file, file.name);
    try {
      const { added, alreadyHeld, problems } = await ask<Added>('/api/items', { method: 'POST', body });
      const item = added[0]?.id ?? alreadyHeld[0]?.item;
      const [refused] = problems;
      if (item === undefined) {
        if (refused) setFault({ code: refused.code, data: { file: refused.file, ...refused.data } });
        return;
      }
      forgetAnswers();
      if (drafts) {
        const before = await drafts.kept(`typing ${item}`);
        await drafts.keep(`typing ${item}`, {
          name: file.name,
          type: file.type,
          file,
          said: before?.said,
        });
      }
      go(`/typing/${encodeURIComponent(item)}`);
    } catch (error) {
      setFault(error instanceof AskFailed ? error.fault : { code: 'internal', data: {} });
    }
  };
  return (
    <>
      <div className="drop">
        <p>
          <strong>{say('typing.drop')}</strong>
          <span className="quiet small"> {say('typing.kinds')}</span>
        </p>
        <label htmlFor="typing-file" className="button">
          {say('typing.choose')}
        </label>
        <input
          id="typing-file"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void take(file);
          }}
        />
      </div>
      {fault && <FaultNote fault={fault} />}
      <Section id="in-case" title={say('typing.in-case')}>
        <Awaited answer={items} lines={4}>
          {({ items: all }) => {
            const pictures = all.filter(
              ({ mediaType, withdrawn }) => mediaType.startsWith('image/') && !withdrawn,
            );
            return pictures.length === 0 ? (
              <p>{say('typing.none')}</p>
            ) : (
              <ul>
                {pictures.map(({ id, file }) => (
                  <li key={id}>
                    <Link href={`/typing/${encodeURIComponent(id)}`} data-entry>
                      <Written text={file} />
                    </Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </Awaited>
      </Section>
    </>
  );
}
