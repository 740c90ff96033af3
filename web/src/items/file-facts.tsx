import { useState } from 'react';
import { Link } from 'wouter';
import type { ItemDetail } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toErase, toProof } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { bytesWord } from './bytes.ts';

/** What was received, when, from whom; the hash that names it and the ledger's entry that holds it. */
export function FileFacts({ item }: { readonly item: ItemDetail }) {
  const { say, compose, date, locale } = useSpeech();
  const { may } = useSession();
  const [copied, setCopied] = useState<'idle' | 'copied'>('idle');
  return (
    <Section id="file" title={say('file.title')}>
      <dl className="file-facts">
        <dt>{say('file.name')}</dt>
        <dd>
          <Written text={item.path ?? item.file} />
        </dd>
        <dt>{say('file.received')}</dt>
        <dd>
          {compose('file.received-line', {
            date: date(item.receivedAt, 'clock'),
            by: <Actor name={item.receivedBy} />,
          })}
        </dd>
        <dt>{say('file.size')}</dt>
        <dd>
          {bytesWord(item.bytes, locale)} · <bdi>{item.mediaType}</bdi>
          {item.encoding !== undefined && (
            <>
              {' · '}
              <bdi>{item.encoding.toUpperCase()}</bdi>
            </>
          )}
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{item.sha256.replace(/.{8}/g, '$& ').trim()}</code>{' '}
          <button
            type="button"
            className="plain small"
            onClick={() => {
              void navigator.clipboard?.writeText(item.sha256).then(() => setCopied('copied'));
            }}
          >
            {say(copied === 'copied' ? 'file.copied' : 'file.copy')}
          </button>
        </dd>
        <dt>{say('file.proof')}</dt>
        <dd>
          {compose('file.proof-line', {
            entry: item.proof.entry,
            size: item.proof.treeSize,
            root: <code>{item.proof.rootHash.slice(0, 16)}…</code>,
          })}{' '}
          <Link href={toProof(item.id)}>{say('proof.open')}</Link>
        </dd>
      </dl>
      <p className="actions">
        <a className="button" href={`/api/items/${encodeURIComponent(item.id)}/file`} download={item.file}>
          {say('file.download')}
        </a>{' '}
        {may('POST /api/erasures') && <Link href={toErase('item', item.id)}>{say('erase.link')}</Link>}
      </p>
    </Section>
  );
}
