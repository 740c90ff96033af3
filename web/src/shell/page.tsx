import { type ReactNode, useEffect, useRef } from 'react';

let first = true;

/**
 * The main part of a page: sets the window's title and, when the reader has come here by a link inside the pages,
 * takes the focus, so that a screen reader begins to read here.
 */
export function Page(props: {
  readonly title: string;
  readonly width?: 'column' | 'wide';
  readonly children: ReactNode;
}) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${props.title} · Sanad`;
  }, [props.title]);
  useEffect(() => {
    if (!first && !document.activeElement?.closest('[data-keeps-focus]'))
      main.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <main id="main" tabIndex={-1} ref={main} className={props.width === 'wide' ? 'wide' : undefined}>
      {props.children}
    </main>
  );
}

export function Section(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.note !== undefined && <p className="note">{props.note}</p>}
      {props.children}
    </section>
  );
}
