import { lazy, Suspense, useEffect } from 'react';
import { Link } from 'wouter';
import type { FileView, ItemDetail } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { refresh, useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { toCustody, toItem, toNewCapture } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { Chain, Completeness, NewLink } from './custody.tsx';
import { FilePicture } from './file-picture.tsx';
import { useCopy } from './making-copies.ts';
import './file-view.css';

const CaptureView = lazy(() => import('../captures/capture-view.tsx'));
const SavedPage = lazy(() => import('../captures/saved-page.tsx'));

/** A file as a file: its picture, what it says of itself, what looks like it, who held it. */
export function FileAbout({ item }: { readonly item: ItemDetail }) {
  const { say, compose, date } = useSpeech();
  const { may } = useSession();
  const path = `/api/items/${encodeURIComponent(item.id)}/about`;
  const answer = useAnswer<FileView>(path);
  const unread = answer.state === 'here' ? answer.data.unread : 0;
  useEffect(() => {
    if (unread === 0) return;
    const timer = setInterval(() => void refresh(path), 4000);
    return () => clearInterval(timer);
  }, [path, unread]);
  // who may not open files is shown what the item's own page says of it
  if (answer.state === 'failed' || answer.data === undefined) return null;
  const view = answer.data;
  return (
    <>
      {view.copyOf !== undefined && (
        <p className="note">
          {compose('picture.copy-of', { original: <Link href={toItem(view.copyOf)}>{view.copyOf}</Link> })}
        </p>
      )}
      <Suspense>
        {view.capture && <CaptureView capture={view.capture} here={item.id} />}
        {view.savedPage && <SavedPage item={item.id} />}
      </Suspense>
      {view.picture && <FilePicture view={view} path={path} />}
      {view.picture && <Likes view={view} />}
      {view.copies.length > 0 && (
        <Section id="copies" title={say('copies.title')}>
          <ul className="lines">
            {view.copies.map((copy) => (
              <li key={`${copy.item} ${copy.at}`}>
                {compose('copies.line', {
                  copy: <Link href={toItem(copy.item)}>{copy.item}</Link>,
                  date: date(copy.at, 'clock'),
                  by: <Written text={copy.by ?? '—'} />,
                  tool: copy.tool,
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(view.cleanCopy !== 'none' || view.metadata.fields.length > 0) && <Metadata view={view} path={path} />}
      <Section id="custody" title={say('custody.title')}>
        <Chain view={view} />
        <p className="actions">
          <Link className="button" href={toCustody(item.id)}>
            {say('custody.sheet')}
          </Link>{' '}
          {may('POST /api/captures') && <Link href={toNewCapture(item.id)}>{say('custody.capture')}</Link>}
        </p>
        <NewLink item={item.id} path={path} />
        <Completeness view={view} />
      </Section>
    </>
  );
}

function Likes({ view }: { readonly view: FileView }) {
  const { say, compose } = useSpeech();
  return (
    <Section id="likes" title={say('likes.title')} note={say('likes.note')}>
      {(view.picture?.quality ?? 0) < 50 ? (
        <p>{say('likes.little')}</p>
      ) : view.likes.length === 0 ? (
        <p>{say('likes.none')}</p>
      ) : (
        <ul className="likes">
          {view.likes.map((like) => (
            <li key={like.item}>
              <Link href={toItem(like.item)}>
                <img src={`/api/items/${encodeURIComponent(like.item)}/preview`} alt="" loading="lazy" />
                <span>
                  {compose('likes.line', { file: <Written text={like.file} />, apart: like.apart })}
                  {like.turned && <> · {say('likes.turned')}</>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {view.unread > 0 && <p className="quiet small">{say('likes.unread', { count: view.unread })}</p>}
    </Section>
  );
}

function Metadata({ view, path }: { readonly view: FileView; readonly path: string }) {
  const { say } = useSpeech();
  const { make, busy, fault } = useCopy(view, path);
  const { position, taken, device, fields } = view.metadata;
  return (
    <Section id="metadata" title={say('metadata.title')} note={say('metadata.note')}>
      {fields.length === 0 && <p>{say('metadata.none')}</p>}
      <dl className="file-facts">
        {position && (
          <>
            <dt>{say('metadata.position')}</dt>
            <dd>
              <bdi dir="ltr">{`${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`}</bdi>
            </dd>
          </>
        )}
        {taken !== undefined && (
          <>
            <dt>{say('metadata.taken')}</dt>
            <dd>
              <bdi dir="ltr">{taken.replace('T', ' ')}</bdi>
            </dd>
          </>
        )}
        {device !== undefined && (
          <>
            <dt>{say('metadata.device')}</dt>
            <dd>
              <Written text={device} />
            </dd>
          </>
        )}
      </dl>
      {view.cleanCopy === 'none' && <p className="quiet small">{say('metadata.no-copy')}</p>}
      {view.cleanCopy !== 'none' && view.cleanCopy !== 'picture' && (
        <p className="quiet small">{say(`${view.cleanCopy}.copy-note`)}</p>
      )}
      {view.cleanCopy !== 'none' && (
        <p className="actions">
          <button type="button" disabled={busy === 'busy'} onClick={() => make({ how: 'as-it-is' })}>
            {say(view.cleanCopy === 'picture' ? 'picture.as-it-is' : `${view.cleanCopy}.copy`)}
          </button>
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
      {fields.length > 0 && (
        <details>
          <summary>{say('metadata.all', { count: fields.length })}</summary>
          <table className="fields">
            <thead>
              <tr>
                <th scope="col">{say('metadata.name')}</th>
                <th scope="col">{say('metadata.value')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ group, name, value }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: fields may repeat and stay in their order
                <tr key={at}>
                  <th scope="row">
                    <bdi dir="ltr">{`${group}: ${name}`}</bdi>
                  </th>
                  <td>
                    <Written text={value} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  );
}
