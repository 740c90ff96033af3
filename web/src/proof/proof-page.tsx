import { Link } from 'wouter';
import type { ItemProof } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page, Section } from '../shell/page.tsx';
import { toItem } from '../speech/addresses.ts';
import { Copied } from './copied.tsx';
import { useSpeech } from './speech.ts';
import { ToValues } from './to-values.tsx';
import { WitnessTable } from './witness-table.tsx';
import './proof.css';

/** What can be shown of one item to somebody who trusts nobody here, and how they check it. */
export default function ProofPage({ id }: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<ItemProof>(`/api/items/${encodeURIComponent(id)}/proof`);
  return (
    <Page title={say('proof.title')}>
      <p className="crumb">
        <Link href="/items">{say('nav.items')}</Link>
        {answer.state === 'here' && (
          <>
            {' › '}
            <Link href={toItem(id)}>
              <Written text={answer.data.file} />
            </Link>
          </>
        )}
      </p>
      <Awaited answer={answer} lines={10}>
        {(proof) => <Shown proof={proof} />}
      </Awaited>
    </Page>
  );
}

function Shown({ proof }: { readonly proof: ItemProof }) {
  const { say, compose, date } = useSpeech();
  const { may } = useSession();
  const { item, file, sha256, entry, head, witnesses, receivedAt } = proof;
  const at = `/api/items/${encodeURIComponent(item)}`;
  const command = `sanad check ${file}.tlog-proof --file ${file} --key ${head.key}`;
  return (
    <>
      <div className="page-head">
        <h1>{compose('proof.of', { file: <Written text={file} /> })}</h1>
        <p className="lead">{say('proof.what', { entry, size: head.size })}</p>
        <p>{say('proof.not')}</p>
      </div>
      <dl className="proof-facts">
        <dt>{say('proof.hash')}</dt>
        <dd>
          <Copied text={sha256} shown={sha256.replace(/.{8}/g, '$& ').trim()} />
        </dd>
        <dt>{say('proof.received')}</dt>
        <dd>{date(receivedAt, 'clock')}</dd>
        <dt>{say('proof.entry')}</dt>
        <dd>{say('proof.entryOf', { entry, size: head.size })}</dd>
        <dt>{say('proof.key')}</dt>
        <dd>
          <Copied text={head.key} />
        </dd>
      </dl>
      <p className="actions proof-save">
        <a className="button main" href={`${at}/proof/file`} download={`${file}.tlog-proof`}>
          {say('proof.save')}
        </a>{' '}
        {may('GET /api/items/{id}/file') && (
          <a className="button" href={`${at}/file`} download={file}>
            {say('proof.saveFile')}
          </a>
        )}
      </p>
      <p className="note">{say('proof.hand')}</p>

      <Section id="checkpoint" title={say('proof.checkpoint')} note={say('proof.checkpointSays')}>
        <pre className="checkpoint-note" dir="ltr">
          {head.checkpoint}
        </pre>
      </Section>
      <Section id="check" title={say('proof.check')}>
        <p>
          <Link href="/check">{say('proof.checkPage')}</Link>
        </p>
        <p>{say('proof.checkHere')}</p>
        <p className="command" dir="ltr">
          <Copied text={command} />
        </p>
        <p>{say('proof.checkElsewhere')}</p>
      </Section>
      {may('GET /api/records/{id}/proof') && <ToValues proof={proof} />}
      <Section
        id="witnesses"
        title={say('proof.witnesses')}
        note={witnesses.length > 0 ? say('proof.witnessesAfter') : undefined}
      >
        {witnesses.length > 0 ? <WitnessTable witnesses={witnesses} /> : <p>{say('witnesses.none')}</p>}
        <p>
          <Link href="/witnesses">{say('proof.toWitnesses')}</Link>
        </p>
      </Section>
    </>
  );
}
