import { Link } from 'wouter';
import type { ItemDetail } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { FileFacts } from './file-facts.tsx';
import { FileAbout } from './file-view.tsx';
import { ListRows } from './list-rows.tsx';
import { ProblemList } from './problem-list.tsx';
import { ReportText } from './report-text.tsx';
import { VersionLinks } from './version-links.tsx';
import './item.css';

/** A file as received: its text or rows, what was understood, what was not, and the proof that it is unchanged. */
export default function ItemPage(props: { readonly id: string }) {
  const { say } = useSpeech();
  const answer = useAnswer<ItemDetail>(`/api/items/${encodeURIComponent(props.id)}`);
  const title = answer.state === 'here' ? (answer.data.title ?? answer.data.file) : say('nav.items');
  return (
    <Page title={title} width={answer.state === 'here' && answer.data.kind === 'list' ? 'wide' : 'column'}>
      <p className="crumb">
        <Link href="/items">{say('nav.items')}</Link>
      </p>
      <Awaited answer={answer} lines={12}>
        {(item) => <Opened item={item} />}
      </Awaited>
    </Page>
  );
}

function Opened({ item }: { readonly item: ItemDetail }) {
  const { say, date } = useSpeech();
  return (
    <WhoDecides>
      <div className="page-head">
        <h1>
          <Written text={item.title ?? item.file} />
        </h1>
        <p className="lead">
          {say(`kind.${item.kind}`)}
          {item.outlet !== undefined && (
            <>
              {' · '}
              <Written text={item.outlet} />
            </>
          )}
          {item.published !== undefined && <> · {date(item.published)}</>}
          {item.updated !== undefined && <> · {say('item.updated', { date: date(item.updated, 'clock') })}</>}
          {item.kind === 'list' && <> · {say('count.rows', { count: item.records })}</>}
          {item.title !== undefined && (
            <>
              {' · '}
              <Written text={item.file} />
            </>
          )}
        </p>
        {item.withdrawn && (
          <p>
            <span className="word danger">{say('item.withdrawn')}</span> {say('item.withdrawn-note')}
          </p>
        )}
      </div>
      {item.kind === 'report' && <VersionLinks item={item.id} />}
      {item.kind === 'report' && <ReportText item={item} />}
      {item.kind === 'list' && <ListRows item={item} />}
      {item.kind === 'unread' && <p className="note">{say('item.unread')}</p>}
      <ProblemList item={item} />
      <FileFacts item={item} />
      <FileAbout item={item} />
    </WhoDecides>
  );
}
