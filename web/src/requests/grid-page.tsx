import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { type Entered, parsePartialDate, RELATIONS, type RequestForm } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { WhoDecides } from '../people/who-decides.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toRequest } from '../speech/addresses.ts';
import { useActing } from '../talks/acts.ts';
import { CodeToReadOut } from './code-to-read-out.tsx';
import { readPaperNumber } from './paper-number.ts';
import { useSpeech } from './speech.ts';
import './requests.css';

const COLUMNS = [
  'number',
  'given',
  'father',
  'family',
  'mother',
  'birth',
  'home',
  'lastSeen',
  'asker',
  'at',
  'codeWord',
] as const;
type Column = (typeof COLUMNS)[number];

/** Paper forms, one a row, by keyboard alone. */
export default function GridPage() {
  const { say } = useSpeech();
  return (
    <Page title={say('grid.title')} width="wide">
      <p className="crumb">
        <Link href="/requests">{say('file.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{say('grid.title')}</h1>
        <p className="lead">{say('grid.lead')}</p>
      </div>
      <WhoDecides>
        <Grid />
      </WhoDecides>
    </Page>
  );
}

interface Kept {
  readonly number: string;
  readonly name: string;
  readonly id: string;
  readonly code?: string;
}

function Grid() {
  const { say } = useSpeech();
  const { act, busy, fault } = useActing();
  const row = useRef<HTMLTableRowElement>(null);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [wrong, setWrong] = useState<string>();
  const labels: Readonly<Record<Column, string>> = {
    number: say('grid.number'),
    given: say('form.given'),
    father: say('form.father'),
    family: say('form.family'),
    mother: say('form.mother'),
    birth: say('form.birth'),
    home: say('form.home'),
    lastSeen: say('form.lastSeen'),
    asker: say('form.asker'),
    at: say('form.at'),
    codeWord: say('form.codeWord'),
  };
  const value = (name: string): string =>
    row.current?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value.trim() ?? '';
  const keepRow = () => {
    const number = readPaperNumber(value('number'));
    const ticked = (name: string) => row.current?.querySelector<HTMLInputElement>(`[name=${name}]`)?.checked;
    const dates = ['birth', 'lastSeen'].map(value).filter(Boolean);
    const badDate = dates.find((date) => parsePartialDate(date) === undefined);
    const problem = !number
      ? say('grid.number-wrong')
      : !ticked('agreed')
        ? say('form.consent-missing')
        : value('at') !== '' && !ticked('call')
          ? say('form.consent-call-missing')
          : badDate !== undefined
            ? say('form.date-wrong', { value: badDate })
            : value('given') === '' && value('family') === ''
              ? say('form.name-missing')
              : value('asker') === ''
                ? say('form.asker-missing')
                : undefined;
    setWrong(problem);
    if (problem !== undefined || !number) return;
    const form = formOf(value);
    act<Entered>(
      '/api/requests',
      { form, paper: number },
      (entered) => say(entered.kept === 'new' ? 'grid.kept' : 'grid.known'),
      (entered) => {
        const name = [form.sought.names.given, form.sought.names.family].filter(Boolean).join(' ');
        const same = entered.kept === 'new' ? entered : { id: entered.same[0]?.id ?? '' };
        setKept((before) => [{ number, name, ...same }, ...before]);
        for (const input of row.current?.querySelectorAll('input') ?? []) {
          input.value = '';
          input.checked = false;
        }
        row.current?.querySelector('input')?.focus();
      },
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    keepRow();
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      {wrong !== undefined && (
        <p className="fault" role="alert">
          {wrong}
        </p>
      )}
      <ScrollBox label={say('grid.title')}>
        <table className="grid-of-forms">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {labels[column]}
                </th>
              ))}
              <th scope="col">{say('form.relation')}</th>
              <th scope="col">{say('grid.agreed')}</th>
              <th scope="col">{say('grid.call')}</th>
              <th scope="col">
                <span className="unseen">{say('grid.keep')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr ref={row} onKeyDown={onKey}>
              {COLUMNS.map((column) => (
                <td key={column}>
                  <input
                    type="text"
                    name={column}
                    aria-label={labels[column]}
                    autoComplete="off"
                    maxLength={200}
                    dir={column === 'number' || column === 'birth' || column === 'lastSeen' ? 'ltr' : 'auto'}
                  />
                </td>
              ))}
              <td>
                <select name="relation" aria-label={say('form.relation')}>
                  {RELATIONS.map((relation) => (
                    <option key={relation} value={relation}>
                      {say(`relation.${relation}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <input type="checkbox" name="agreed" aria-label={say('grid.agreed')} />
              </td>
              <td>
                <input type="checkbox" name="call" aria-label={say('grid.call')} />
              </td>
              <td>
                <button type="button" className="main" disabled={busy === 'busy'} onClick={keepRow}>
                  {say('grid.keep')}
                </button>
              </td>
            </tr>
          </tbody>
        </table>
      </ScrollBox>
      <ul className="requests" aria-live="polite">
        {kept.map(({ number, name, id, code }) => (
          <li key={`${number}${id}`}>
            <span dir="ltr">{number}</span> ·{' '}
            <Link href={toRequest(id)}>
              <Written text={name} />
            </Link>{' '}
            · {say(code === undefined ? 'grid.known' : 'grid.kept')}
            {code !== undefined && (
              <details>
                <summary>{say('grid.code')}</summary>
                <CodeToReadOut code={code} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One row as a request. What else the family ticked on the paper is entered on the request's own page. */
function formOf(value: (name: string) => string): RequestForm {
  const given = (name: string) => (value(name) === '' ? {} : { [name]: value(name) });
  const at = value('at');
  return {
    sought: {
      names: { ...given('given'), ...given('father'), ...given('family'), ...given('mother') },
      ...given('birth'),
      ...given('home'),
      ...given('lastSeen'),
    } as RequestForm['sought'],
    asker: { name: value('asker'), relation: value('relation') as RequestForm['asker']['relation'] },
    contact:
      at === ''
        ? { channel: 'code-only', leave: 'nothing' }
        : { channel: 'phone', at, ...given('codeWord'), leave: 'nothing' },
    consent: {
      how: 'signed',
      grants: [
        { purpose: 'compare', audience: 'team', fields: ['sought', 'description'] },
        ...(at === '' ? [] : [{ purpose: 'call', audience: 'team', fields: ['contact'] } as const]),
      ] as RequestForm['consent']['grants'],
    },
  };
}
