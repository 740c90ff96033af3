import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { FileView } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { bytesWord } from './bytes.ts';
import { Chain, Completeness } from './custody.tsx';
import './item.css';
import './file-view.css';

const CaptureView = lazy(() => import('../captures/capture-view.tsx'));

/** A sheet to print, sign and hand over with a file. */
export default function CustodyPage({ id }: { readonly id: string }) {
  const { say, compose, date, locale } = useSpeech();
  const answer = useAnswer<FileView>(`/api/items/${encodeURIComponent(id)}/about`);
  return (
    <Page title={say('custody.sheet')}>
      <p className="crumb">
        <Link href={toItem(id)}>{say('nav.items')}</Link>
      </p>
      <Awaited answer={answer} lines={12}>
        {(view) => (
          <div className="sheet">
            <div className="page-head">
              <h1>{say('custody.sheet')}</h1>
              <p className="lead">{say('custody.sheet-lead')}</p>
            </div>
            <p className="actions">
              <button type="button" onClick={() => window.print()}>
                {say('custody.print')}
              </button>
            </p>
            <dl className="file-facts">
              <dt>{say('file.name')}</dt>
              <dd>
                <Written text={view.file} /> · <bdi>{view.id}</bdi>
              </dd>
              <dt>{say('file.received')}</dt>
              <dd>{date(view.receivedAt, 'clock')}</dd>
              <dt>{say('file.size')}</dt>
              <dd>
                {bytesWord(view.bytes, locale)} · <bdi>{view.mediaType}</bdi>
              </dd>
              <dt>SHA-256</dt>
              <dd>
                <code>{view.sha256.replace(/.{8}/g, '$& ').trim()}</code>
              </dd>
              <dt>{say('file.proof')}</dt>
              <dd>
                {compose('file.proof-line', {
                  entry: view.proof.entry,
                  size: view.proof.treeSize,
                  root: <code>{view.proof.rootHash.replace(/.{8}/g, '$& ').trim()}</code>,
                })}
              </dd>
            </dl>
            {view.capture && (
              <Suspense>
                <CaptureView capture={view.capture} here={id} />
              </Suspense>
            )}
            <h2>{say('custody.title')}</h2>
            <Chain view={view} />
            <Completeness view={view} />
            <dl className="signatures">
              <dt>{say('custody.signed')}</dt>
              <dd />
              <dt>{say('custody.signed-for')}</dt>
              <dd />
            </dl>
          </div>
        )}
      </Awaited>
    </Page>
  );
}
