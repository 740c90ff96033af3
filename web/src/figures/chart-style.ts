/** How numbers, days and names are written in the reader's language. */
export interface Lettering {
  readonly number: (value: number) => string;
  readonly day: (iso: string) => string;
  /** Words set in their own direction, since the picture runs from left to right. */
  readonly words: (text: string) => string;
}

export type Drawing = SVGElement | HTMLElement;
export const STYLE = {
  background: 'transparent',
  fontFamily: 'inherit',
  fontSize: '12px',
  overflow: 'visible',
};
export const INK = 'var(--ink)';
export const ACCENT = 'var(--accent)';
export const QUIET = 'var(--rule)';
export const AMBER = 'var(--amber)';
