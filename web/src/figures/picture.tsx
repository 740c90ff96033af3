import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ScrollBox } from '../shell/scroll-box.tsx';
import type * as Charts from './charts.ts';
import { useSpeech } from './speech.ts';

export interface PictureTable {
  readonly columns: readonly string[];
  /** A cell is words or a number; the first column heads its row. */
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/**
 * A picture with the same as a table behind it, and both to take away. `keep` is what goes with a file that leaves: who
 * reviewed it, the seed. `locked` says why it may not leave yet.
 */
export function Picture(props: {
  readonly title: string;
  readonly file: string;
  readonly table: PictureTable;
  readonly draw: (
    charts: typeof Charts,
    width: number,
    lettering: Charts.Lettering,
  ) => SVGElement | HTMLElement;
  readonly locked?: string | undefined;
  readonly keep?: readonly string[];
  readonly children?: ReactNode;
}) {
  const { title, file, table, draw, locked, keep = [] } = props;
  const { say, number, date, digits, language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(draw);
  latest.current = draw;
  const [width, setWidth] = useState(0);
  const id = useId();

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const drawn = JSON.stringify([table, language, digits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is in the table, which says when to draw again
  useEffect(() => {
    if (width === 0) return;
    let gone = false;
    void import('./charts.ts').then((charts) => {
      if (gone || !box.current) return;
      const picture = latest.current(charts, width, {
        number: (value) => number(value),
        day: (iso) => date(iso, 'short'),
        words: (text) => `\u2068${text}\u2069`,
      });
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-labelledby', id);
      // the page's policy bars styles inside; what they say stands in figures.css
      for (const style of picture.querySelectorAll('style')) style.remove();
      for (const inner of picture.querySelectorAll('[aria-label]')) inner.removeAttribute('aria-label');
      box.current.replaceChildren(picture);
    });
    return () => {
      gone = true;
    };
  }, [width, drawn]);

  const save = (form: 'svg' | 'csv'): void => {
    const svg = box.current?.querySelector('svg');
    if (form === 'csv') download(`${file}.csv`, 'text/csv', csvOf(table, keep));
    else if (svg) download(`${file}.svg`, 'image/svg+xml', svgOf(svg, title, keep));
  };
  return (
    <figure className="picture">
      <figcaption id={id}>{title}</figcaption>
      {props.children}
      <div ref={box} dir="ltr" className="drawing" />
      <div className="picture-foot">
        <details>
          <summary>
            {say('picture.table')}
            <span className="unseen"> — {title}</span>
          </summary>
          <DataTable title={title} table={table} />
        </details>
        {locked === undefined ? (
          <div className="actions">
            {(['svg', 'csv'] as const).map((form) => (
              <button
                key={form}
                type="button"
                aria-label={say('picture.save-as', { title, form: form.toUpperCase() })}
                onClick={() => save(form)}
              >
                {say(`picture.${form}`)}
              </button>
            ))}
          </div>
        ) : (
          <span className="quiet small">{locked}</span>
        )}
      </div>
    </figure>
  );
}

export function DataTable(props: { readonly title: string; readonly table: PictureTable }) {
  const { number } = useSpeech();
  const { columns, rows } = props.table;
  const isNumber = (at: number): boolean => rows.every((row) => typeof row[at] !== 'string');
  return (
    <ScrollBox label={props.title}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={at > 0 && isNumber(at) ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that never changes places
            <tr key={at}>
              {row.map((cell, column) => {
                const shown = typeof cell === 'number' ? number(cell) : (cell ?? '—');
                return column === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <th key={column} scope="row">
                    <bdi>{shown}</bdi>
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={column} className={isNumber(column) ? 'number' : undefined}>
                    <bdi>{shown}</bdi>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Digits as programs read them; words keep the reader's. */
const plainNumber = (cell: string): string =>
  /\p{L}/u.test(cell)
    ? cell
    : cell
        .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
        .replaceAll('٬', '')
        .replaceAll('٫', '.');

/** RFC 4180; a cell that a spreadsheet would take for a formula is made text. */
function csvOf({ columns, rows }: PictureTable, keep: readonly string[]): string {
  const cell = (value: string | number | undefined): string => {
    if (typeof value === 'number') return String(value);
    const written = plainNumber(value ?? '');
    const text = /^[=+\-@\t\r]/.test(written) ? `'${written}` : written;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows, ...keep.map((line) => [line])];
  return `\uFEFF${lines.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The drawing by itself: paper and colours of the page written out, title and what goes with it inside. */
function svgOf(svg: SVGElement, title: string, keep: readonly string[]): string {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('aria-labelledby');
  copy.setAttribute('color', 'var(--ink)');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: 'var(--paper)' }))
    paper.setAttribute(name, value);
  copy.prepend(paper);
  for (const [name, text] of [
    ['desc', keep.join(' · ')],
    ['title', title],
  ] as const) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    element.textContent = text;
    copy.prepend(element);
  }
  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement('span');
  document.body.append(probe);
  const written = new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_, name) => {
    probe.style.color = style.getPropertyValue(name as string);
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return written;
}

export function download(file: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
