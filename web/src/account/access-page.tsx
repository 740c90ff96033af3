import { Link, useSearchParams } from 'wouter';
import { ACCESS_KINDS, type AccessPage as Access, type AccessEntry } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { Written } from '../marks/written.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toItem, toPerson } from '../speech/addresses.ts';
import { useSpeech } from './speech.ts';
import './account.css';

const AT_ONCE = 50;

/** Who looked at whom: by account, by person, by what was done. */
export default function AccessPage() {
  const { say, compose } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const from = Math.max(0, Number(search.get('from')) || 0);
  const chosen = { account: search.get('account') ?? '', kind: search.get('kind') ?? '' };
  const person = search.get('person') ?? '';
  const asked = new URLSearchParams({ from: String(from), count: String(AT_ONCE) });
  for (const [name, value] of Object.entries({ ...chosen, person })) if (value !== '') asked.set(name, value);
  const answer = useAnswer<Access>(`/api/access?${asked}`);
  const address = (change: Readonly<Record<string, string>>): string => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ from: '', ...change })) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    return `?${next}`;
  };
  const choose = (name: string, value: string) => setSearch(address({ [name]: value }).slice(1));
  return (
    <Page title={say('nav.access')} width="wide">
      <div className="page-head">
        <h1>{say('access.title')}</h1>
        <p className="lead">{say('access.lead')}</p>
      </div>
      <Awaited answer={answer} lines={12}>
        {({ total, entries, accounts }) => (
          <>
            <div className="filters">
              <div className="field">
                <label htmlFor="access-account">{say('access.account')}</label>
                <select
                  id="access-account"
                  value={chosen.account}
                  onChange={(event) => choose('account', event.target.value)}
                >
                  <option value="">{say('access.account-all')}</option>
                  {accounts.map(({ id, name, count }) => (
                    <option key={id} value={id}>
                      {`${name} (${count})`}
                    </option>
                  ))}
                </select>
              </div>
              <div className="field">
                <label htmlFor="access-kind">{say('access.kind')}</label>
                <select
                  id="access-kind"
                  value={chosen.kind}
                  onChange={(event) => choose('kind', event.target.value)}
                >
                  <option value="">{say('access.kind-all')}</option>
                  {ACCESS_KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {say(`access.kind-${kind}`)}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            {person !== '' && (
              <p>
                {nameOf(entries, person) === undefined
                  ? say('access.of-person-unknown')
                  : compose('access.of-person', {
                      name: (
                        <Link href={toPerson(person)}>
                          <Written text={nameOf(entries, person) ?? ''} />
                        </Link>
                      ),
                    })}{' '}
                <Link href={address({ person: '' })}>{say('access.everybody')}</Link>
              </p>
            )}
            {entries.length === 0 ? (
              <Empty title={say('access.none')} />
            ) : (
              <>
                <p className="quiet">{say('access.total', { count: total })}</p>
                <Looks entries={entries} person={person} address={address} />
                <Pager
                  from={from}
                  count={AT_ONCE}
                  total={total}
                  to={(start) => address({ from: start === 0 ? '' : String(start) })}
                />
              </>
            )}
          </>
        )}
      </Awaited>
    </Page>
  );
}

/** The one asked about stands first in each entry. */
const nameOf = (entries: readonly AccessEntry[], person: string): string | undefined =>
  person === '' ? undefined : entries[0]?.persons[0]?.name;

function Looks(props: {
  readonly entries: readonly AccessEntry[];
  readonly person: string;
  readonly address: (change: Readonly<Record<string, string>>) => string;
}) {
  const { say, date } = useSpeech();
  return (
    <ScrollBox label={say('access.title')}>
      <table className="stacks">
        <thead>
          <tr>
            {(['when', 'who', 'what', 'whom'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`access.column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.entries.map((look) => (
            <tr key={look.entry}>
              <td>{date(look.at, 'clock')}</td>
              <td>
                <Link href={props.address({ account: look.account })}>
                  <Written text={look.name} />
                </Link>
              </td>
              <td>
                {look.command === undefined ? say(`access.kind-${look.kind}`) : <ByCommand look={look} />}
                {look.search !== undefined && <> {say('access.searched', { words: look.search })}</>}
              </td>
              <td>
                <Whom look={look} address={props.address} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A look past the pages: the command, and who sat at the machine. */
function ByCommand({ look: { command = '', by } }: { readonly look: AccessEntry }) {
  const { say, compose } = useSpeech();
  if (by === undefined) return <>{say('access.by-command-hidden', { command })}</>;
  return <>{compose('access.by-command', { command: <bdi>{command}</bdi>, by: <Written text={by} /> })}</>;
}

function Whom(props: {
  readonly look: AccessEntry;
  readonly address: (change: Readonly<Record<string, string>>) => string;
}) {
  const { say } = useSpeech();
  const { persons, more, items } = props.look;
  return (
    <span className="whom">
      {persons.map(({ id, name }) => (
        <Link key={id} href={props.address({ person: id })}>
          {name === undefined ? say('access.person-gone') : <Written text={name} />}
        </Link>
      ))}
      {more > 0 && <span className="quiet">{say('access.more', { count: more })}</span>}
      {items.map(({ id, file }) => (
        <Link key={id} href={toItem(id)}>
          <Written text={file ?? id} />
        </Link>
      ))}
    </span>
  );
}
