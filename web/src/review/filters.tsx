import { useSearchParams } from 'wouter';
import { type ItemsPage, REVIEW_FATES, REVIEW_REASONS, REVIEW_SCRIPTS } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useAnswer } from '../api/answers.ts';
import { useSpeech } from './speech.ts';

const NAMES = ['list', 'script', 'conflict', 'asked', 'later'] as const;

/** The filters as the address has them, as the server is asked: they survive a reload and can be passed on. */
export function useFilters(): {
  readonly query: string;
  set(name: string, value: string): void;
  get(name: string): string;
} {
  const [search, setSearch] = useSearchParams();
  const kept = new URLSearchParams();
  for (const name of NAMES) if (search.get(name)) kept.set(name, search.get(name)!);
  return {
    query: kept.toString(),
    get: (name) => search.get(name) ?? '',
    set: (name, value) => {
      const next = new URLSearchParams(search);
      if (value === '') next.delete(name);
      else next.set(name, value);
      setSearch(next, { replace: true });
    },
  };
}

export function Filters({ filters }: { readonly filters: ReturnType<typeof useFilters> }) {
  const { say } = useSpeech();
  const { may } = useSession();
  const items = useAnswer<ItemsPage>(may('GET /api/items') ? '/api/items' : undefined);
  const lists =
    items.state === 'here'
      ? items.data.items.filter(({ kind, withdrawn }) => kind === 'list' && !withdrawn)
      : [];
  const choices = {
    list: lists.map(({ id, file }) => ({ value: id as string, label: file })),
    script: REVIEW_SCRIPTS.map((value) => ({ value, label: say(`script.${value}`) })),
    conflict: REVIEW_FATES.map((value) => ({ value, label: say(`conflict.${value}`) })),
    asked: REVIEW_REASONS.filter((value) => value !== 'second').map((value) => ({
      value,
      label: say(`asked.${value}`),
    })),
    later: [{ value: 'only', label: say('later.only') }],
  };
  return (
    <fieldset className="filters review-filters">
      <legend className="unseen">{say('review.filters')}</legend>
      {NAMES.map((name) => (
        <div key={name} className="field">
          <label htmlFor={`review-${name}`}>{say(`review.${name}`)}</label>
          <select
            id={`review-${name}`}
            value={filters.get(name)}
            onChange={(event) => filters.set(name, event.target.value)}
          >
            <option value="">{say(name === 'later' ? 'later.without' : 'review.any')}</option>
            {choices[name].map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}
