import { useState } from 'react';
import { Link } from 'wouter';
import { versionMessages } from '../../../src/messages/index.ts';
import type { ItemId, VersionChanges, Versions } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Shown, tongueOf, Written } from '../marks/written.tsx';
import { Awaited } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toItem, toText } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';
import '../styles/quoted-fonts.ts';
import './versions.css';

const useSpeech = speechWith(versionMessages);

/** Two versions of one report side by side: what was dropped, added, softened, hardened. */
export default function VersionsPage(props: { readonly before: ItemId; readonly after: ItemId }) {
  const { say } = useSpeech();
  const answer = useAnswer<VersionChanges>(
    `/api/items/${encodeURIComponent(props.before)}/versions/${encodeURIComponent(props.after)}`,
  );
  return (
    <Page title={say('versions.title')} width="wide">
      <p className="crumb">
        <Link href="/items">{say('nav.items')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('versions.title')}</h1>
        <p className="lead">{say('versions.lead')}</p>
      </div>
      <Awaited answer={answer} lines={12}>
        {(changes) => <Changes changes={changes} />}
      </Awaited>
    </Page>
  );
}

function Changes({ changes: { before, after, changes } }: { readonly changes: VersionChanges }) {
  const { say } = useSpeech();
  const [kept, setKept] = useState<'shown' | 'folded'>('folded');
  const changed = changes.filter(({ kind }) => kind !== 'kept').length;
  const shown = kept === 'shown' ? changes : changes.filter(({ kind }) => kind !== 'kept');
  return (
    <>
      <p className="above-table">
        <span role="status">{say('versions.counts', { changed, kept: changes.length - changed })}</span>{' '}
        <label>
          <input
            type="checkbox"
            checked={kept === 'shown'}
            onChange={() => setKept(kept === 'shown' ? 'folded' : 'shown')}
          />{' '}
          {say('versions.show-kept')}
        </label>
      </p>
      <ScrollBox label={say('versions.title')} className="scroll versions">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('versions.change')}</th>
              <th scope="col">
                {say('versions.earlier')} <VersionName item={before} of={before} />
              </th>
              <th scope="col">
                {say('versions.later')} <VersionName item={after} of={before} />
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <tr key={`${change.before?.start} ${change.after?.start}`} className={change.kind}>
                <th scope="row">{say(`versions.${change.kind}`)}</th>
                <Told item={before} told={change.before} label={say('versions.earlier')} />
                <Told item={after} told={change.after} label={say('versions.later')} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function VersionName({ item, of }: { readonly item: ItemId; readonly of: ItemId }) {
  const { date } = useSpeech();
  const answer = useAnswer<Versions>(`/api/items/${encodeURIComponent(of)}/versions`);
  const version =
    answer.state === 'here' ? answer.data.versions.find((each) => each.item === item) : undefined;
  const moment = version?.updated ?? version?.published;
  return (
    <Link href={toItem(item)}>
      {moment === undefined ? <Written text={version?.file ?? item} /> : date(moment, 'clock')}
    </Link>
  );
}

function Told(props: {
  readonly item: ItemId;
  readonly told: VersionChanges['changes'][number]['before'];
  readonly label: string;
}) {
  const { told } = props;
  if (!told) return <td />;
  return (
    <td dir="auto" lang={tongueOf(told.text)} data-label={props.label}>
      <Link href={toText(props.item, told)} data-entry>
        <Shown text={told.text} />
      </Link>
    </td>
  );
}
