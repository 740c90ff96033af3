import { Link, useSearchParams } from 'wouter';
import type { ItemSummary, ItemsPage as ItemsAnswer } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { toItem, toNewCapture } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { AddFiles } from './add-files.tsx';
import { bytesWord } from './bytes.ts';
import { KnownHashes } from './known-hashes.tsx';
import './items.css';

/** Everything that was received, as it was received. */
export default function ItemsPage() {
  const { say } = useSpeech();
  const { may } = useSession();
  const answer = useAnswer<ItemsAnswer>('/api/items');
  return (
    <Page title={say('nav.items')}>
      <div className="page-head">
        <h1>{say('items.title')}</h1>
        <p className="lead">{say('items.lead')}</p>
      </div>
      <AddFiles />
      {may('POST /api/captures') && (
        <p>
          <Link href={toNewCapture()}>{say('add.capture')}</Link>
        </p>
      )}
      <KnownHashes />
      <Awaited answer={answer} lines={10}>
        {({ items }) => <Items items={items} />}
      </Awaited>
    </Page>
  );
}

const KINDS = ['', 'list', 'report', 'unread', 'problems'] as const;

function Items({ items }: { readonly items: readonly ItemSummary[] }) {
  const { say, date, number, locale } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('show') === 'problems' ? 'problems' : (search.get('kind') ?? '');
  const shown = items.filter((item) =>
    chosen === '' ? true : chosen === 'problems' ? item.problems > 0 : item.kind === chosen,
  );
  if (items.length === 0)
    return (
      <Empty title={say('items.empty')}>
        <p>{say('items.empty-how')}</p>
      </Empty>
    );
  return (
    <>
      <fieldset className="filters kinds">
        <legend className="unseen">{say('items.filter')}</legend>
        {KINDS.map((kind) => {
          const count =
            kind === ''
              ? items.length
              : items.filter((item) => (kind === 'problems' ? item.problems > 0 : item.kind === kind)).length;
          if (count === 0 && kind !== '' && kind !== chosen) return null;
          return (
            <label key={kind}>
              <input
                type="radio"
                name="kind"
                checked={chosen === kind}
                onChange={() =>
                  setSearch(kind === '' ? {} : kind === 'problems' ? { show: kind } : { kind }, {
                    replace: true,
                  })
                }
              />
              {kind === ''
                ? say('items.all')
                : kind === 'problems'
                  ? say('items.with-problems')
                  : say(`kind.${kind}s`)}{' '}
              <span className="quiet">{number(count)}</span>
            </label>
          );
        })}
      </fieldset>
      {shown.length === 0 ? (
        <Empty title={say('items.none-fit')} />
      ) : (
        <div className="scroll">
          <table className="items">
            <thead>
              <tr>
                <th scope="col">{say('items.column-file')}</th>
                <th scope="col">{say('items.column-kind')}</th>
                <th scope="col" className="number">
                  {say('items.column-records')}
                </th>
                <th scope="col" className="number">
                  {say('items.column-problems')}
                </th>
                <th scope="col" className="number">
                  {say('items.column-size')}
                </th>
                <th scope="col">{say('items.column-received')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    <Link href={toItem(item.id)} data-entry>
                      <Written text={item.title ?? item.file} />
                    </Link>
                    <p className="small quiet">
                      {item.outlet !== undefined && (
                        <>
                          <Written text={item.outlet} />
                          {' · '}
                        </>
                      )}
                      {item.published !== undefined && <>{date(item.published)} · </>}
                      <Written text={item.path ?? item.file} />
                    </p>
                  </th>
                  <td>
                    {say(`kind.${item.kind}`)}
                    {item.withdrawn && <span className="word danger">{say('item.withdrawn')}</span>}
                  </td>
                  <td className="number">{item.kind === 'list' ? number(item.records) : '—'}</td>
                  <td className="number">
                    {item.problems > 0 ? (
                      <Link href={`${toItem(item.id)}#problems`} className="problem-count">
                        {number(item.problems)}
                      </Link>
                    ) : (
                      '—'
                    )}
                  </td>
                  <td className="number nowrap">{bytesWord(item.bytes, locale)}</td>
                  <td className="small nowrap">{date(item.receivedAt, 'clock')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
