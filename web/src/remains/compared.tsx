import type { FormEvent } from 'react';
import { Link } from 'wouter';
import type { ComparedField, Comparison } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Line, typed } from '../requests/inputs.tsx';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { toRequest } from '../speech/addresses.ts';
import { useSpeech } from './speech.ts';

/** Fields of families beside those of a body: what speaks for and against, or the one that shuts out. */
export function Compared(props: {
  readonly rows: readonly Comparison[];
  readonly shown: 'fits' | 'impossible';
  readonly preliminary?: (request: string, reason: string) => void;
}) {
  const { say, number } = useSpeech();
  const { rows, shown, preliminary } = props;
  if (rows.length === 0) return null;
  const speaks = ({ outcome }: ComparedField): boolean =>
    shown === 'impossible' ? outcome === 'impossible' : outcome !== 'unknown';
  const take = (event: FormEvent<HTMLFormElement>, request: string) => {
    event.preventDefault();
    preliminary?.(request, typed(new FormData(event.currentTarget), 'reason') ?? '');
  };
  return (
    <ScrollBox label={say('remains.compare')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('remains.name')}</th>
            {shown === 'fits' && (
              <th scope="col" className="number">
                {say('remains.points')}
              </th>
            )}
            <th scope="col">{say('remains.fields')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.request}>
              <th scope="row">
                <Link href={toRequest(row.request)}>
                  <Written text={row.name} />
                </Link>
              </th>
              {shown === 'fits' && (
                <td className="number">{number(row.points, { maximumFractionDigits: 1 })}</td>
              )}
              <td>
                <ul>
                  {row.fields.filter(speaks).map(({ field, outcome, family, body }) => (
                    <li key={field}>
                      {say(`compared.${field}`)}: {say(`outcome.${outcome}`)}
                      {family !== undefined && body !== undefined && (
                        <span className="small quiet"> {say('compared.beside', { family, body })}</span>
                      )}
                    </li>
                  ))}
                </ul>
                {preliminary && (
                  <details>
                    <summary>{say('remains.preliminary')}</summary>
                    <form className="desk-act" onSubmit={(event) => take(event, row.request)}>
                      <Line name="reason" label={say('remains.reason')} required most={2000} />
                      <p className="actions">
                        <button type="submit">{say('remains.set')}</button>
                      </p>
                    </form>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
