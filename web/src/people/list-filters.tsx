import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import { type ItemsPage, PEOPLE_SCRIPTS, PEOPLE_SORTS } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { keep, kept } from '../speech/kept.ts';
import { useListSpeech } from './list-speech.ts';

const CHOICES = {
  sex: ['male', 'female'],
  script: PEOPLE_SCRIPTS,
  conflict: ['any', 'fate'],
  sort: PEOPLE_SORTS.filter((sort) => sort !== 'received'),
} as const;
const TEXTS = ['place', 'bornAfter', 'bornBefore'] as const;
const NAMES = ['filter', 'list', ...TEXTS, 'sex', 'script', 'conflict', 'sort'] as const;
const LABEL = {
  place: 'list.place',
  bornAfter: 'list.born-after',
  bornBefore: 'list.born-before',
} as const;

/** The filters as the address has them and the server takes them. */
export function peopleQuery(search: URLSearchParams): string {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = search.get(name);
    if (value) query.set(name, value);
  }
  return query.toString();
}

const SAVED = 'sanad.people.filters';
interface Saved {
  readonly name: string;
  readonly query: string;
}
function savedFilters(): readonly Saved[] {
  try {
    const saved: unknown = JSON.parse(kept(SAVED) ?? '[]');
    return Array.isArray(saved) ? saved.filter((one) => typeof one?.name === 'string') : [];
  } catch {
    return [];
  }
}

/** Every further filter; they stand in the address, hold together, and can be kept under a name in this browser. */
export function ListFilters() {
  const { say } = useListSpeech();
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const items = useAnswer<ItemsPage>(may('GET /api/items') ? '/api/items' : undefined);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.delete('from');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const lists =
    items.state === 'here'
      ? items.data.items.filter(({ kind, withdrawn }) => kind === 'list' && !withdrawn)
      : [];
  const open = NAMES.some((name) => name !== 'filter' && search.get(name));
  return (
    <details className="more-filters" open={open || undefined}>
      <summary>{say('list.filters')}</summary>
      <div className="filters">
        <div className="field">
          <label htmlFor="people-list">{say('list.list')}</label>
          <select
            id="people-list"
            value={search.get('list') ?? ''}
            onChange={(event) => set('list', event.target.value)}
          >
            <option value="">{say('list.all')}</option>
            {lists.map(({ id, file }) => (
              <option key={id} value={id}>
                {file}
              </option>
            ))}
          </select>
        </div>
        {TEXTS.map((name) => (
          <div key={name} className="field">
            <label htmlFor={`people-${name}`}>{say(LABEL[name])}</label>
            <input
              id={`people-${name}`}
              type={name === 'place' ? 'text' : 'number'}
              min={1850}
              max={2100}
              dir={name === 'place' ? 'auto' : undefined}
              defaultValue={search.get(name) ?? ''}
              key={search.get(name) ?? ''}
              onBlur={(event) => set(name, event.target.value.trim())}
              onKeyDown={(event) => {
                if (event.key === 'Enter') set(name, event.currentTarget.value.trim());
              }}
            />
          </div>
        ))}
        {(['sex', 'script', 'conflict', 'sort'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`people-${name}`}>{say(`list.${name}`)}</label>
            <select
              id={`people-${name}`}
              value={search.get(name) ?? ''}
              onChange={(event) => set(name, event.target.value)}
            >
              <option value="">{say(name === 'sort' ? 'sort.received' : 'list.all')}</option>
              {CHOICES[name].map((value) => (
                <option key={value} value={value}>
                  {say(`${name}.${value}` as 'sex.male')}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <SavedFilters query={peopleQuery(search)} choose={(query) => setSearch(query)} />
    </details>
  );
}

function SavedFilters(props: { readonly query: string; readonly choose: (query: string) => void }) {
  const { say } = useListSpeech();
  const [saved, setSaved] = useState(savedFilters);
  const [name, setName] = useState('');
  const change = (next: readonly Saved[]) => {
    keep(SAVED, JSON.stringify(next));
    setSaved(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    change([...saved.filter((one) => one.name !== name.trim()), { name: name.trim(), query: props.query }]);
    setName('');
  };
  return (
    <>
      {saved.length > 0 && (
        <ul className="saved-filters" aria-label={say('saved.title')}>
          {saved.map((one) => (
            <li key={one.name}>
              <button type="button" onClick={() => props.choose(one.query)}>
                {one.name}
              </button>{' '}
              <button
                type="button"
                className="plain"
                aria-label={say('saved.forget', { name: one.name })}
                onClick={() => change(saved.filter((other) => other !== one))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="filters" onSubmit={save}>
        <div className="field">
          <label htmlFor="people-save">{say('saved.name')}</label>
          <input
            id="people-save"
            dir="auto"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit">{say('saved.save')}</button>
      </form>
    </>
  );
}
