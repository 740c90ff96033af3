import type { ListsPage } from '../../../src/model/index.ts';
import { useSpeech } from './speech.ts';

type Listed = ListsPage['lists'][number];

const LIST_ORDERS = ['newest', 'file', 'source', 'rows'] as const;
/** Which lists are shown, and in which order. */
interface ListChoice {
  /** Part of a file's name, of its source or of who brought it. */
  readonly words: string;
  readonly order: (typeof LIST_ORDERS)[number];
}
export const ALL_LISTS: ListChoice = { words: '', order: 'newest' };

export function chosenLists(lists: readonly Listed[], { words, order }: ListChoice): readonly Listed[] {
  const wanted = words.trim().toLocaleLowerCase();
  const fits = lists.filter(({ file, source = '', receivedBy }) =>
    [file, source, receivedBy].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  switch (order) {
    case 'newest':
      return fits;
    case 'rows':
      return fits.toSorted((a, b) => b.rows - a.rows);
    case 'file':
      return fits.toSorted((a, b) => a.file.localeCompare(b.file));
    case 'source':
      return fits.toSorted((a, b) => (a.source ?? '').localeCompare(b.source ?? ''));
  }
}

export function ListChoiceFields(props: {
  readonly choice: ListChoice;
  readonly onChoice: (choice: ListChoice) => void;
}) {
  const { say } = useSpeech();
  const { choice, onChoice } = props;
  return (
    <div className="filters">
      <div className="field">
        <label htmlFor="lists-words">{say('lists.words')}</label>
        <input
          id="lists-words"
          type="search"
          dir="auto"
          maxLength={200}
          value={choice.words}
          onChange={(event) => onChoice({ ...choice, words: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="lists-order">{say('lists.order')}</label>
        <select
          id="lists-order"
          value={choice.order}
          onChange={(event) =>
            onChoice({ ...choice, order: LIST_ORDERS.find((one) => one === event.target.value) ?? 'newest' })
          }
        >
          {LIST_ORDERS.map((one) => (
            <option key={one} value={one}>
              {say(`lists.order-${one}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
