import type { ReactNode } from 'react';

/** A box that scrolls by itself: named, and reachable by keyboard. */
export function ScrollBox(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the box
    <section className={props.className ?? 'scroll'} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
