import type { Span } from '../model/index.ts';
import { SENTENCE_END } from './furniture.ts';

export interface Line extends Span {
  readonly text: string;
  /** Empty lines stand before it. */
  readonly gap: boolean;
}

/** A mark at which a sentence or a line that leads to another ends. */
export const TERMINAL = /[.!?…؟:;؛][)"”’»'\]›]*$/;

/** The lines of a text that hold something, without what is `gone` already. */
export function linesOf(text: string, gone: readonly Span[]): Line[] {
  const lines: Line[] = [];
  let gap = true;
  let at = 0;
  let hole = 0;
  while (at < text.length) {
    while (hole < gone.length && gone[hole]!.end <= at) hole++;
    const out = gone[hole];
    if (out && out.start <= at && out.end > at) {
      at = out.end;
      gap = true;
      continue;
    }
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const next = end + 1;
    if (out && out.start < end) end = out.start;
    let first = at;
    let last = end;
    while (first < last && text.charCodeAt(first) <= 32) first++;
    while (last > first && text.charCodeAt(last - 1) <= 32) last--;
    if (last > first) {
      lines.push({ start: first, end: last, text: text.slice(first, last), gap });
      gap = false;
    } else if (end === next - 1) gap = true;
    at = end < next - 1 ? end : next;
  }
  return lines;
}

/** Arabic has no small letters: under its title a short line is the dateline, and so is one of names between dashes. */
const opensArabicReport = ({ text }: Line, before: number): boolean =>
  /^[\u0600-\u06ff]/.test(text) &&
  text.length < 70 &&
  !SENTENCE_END.test(text) &&
  (before === 0 || /^[^.،]{2,40}\s[–—|-]\s[^.]{2,40}$/u.test(text));

/** Puts lines together again that a saved copy broke at a fixed width. */
export function joinWrapped(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  const parts: string[] = [];
  let open: { start: number; end: number; gap: boolean; last: number } | undefined;
  const flush = (): void => {
    if (open) joined.push({ start: open.start, end: open.end, gap: open.gap, text: parts.join(' ') });
    parts.length = 0;
    open = undefined;
  };
  for (const line of lines) {
    const goesOn =
      open !== undefined &&
      !line.gap &&
      open.last >= 45 &&
      open.last <= 130 &&
      !TERMINAL.test(parts.at(-1)!.slice(-12)) &&
      /^[\p{Ll}\p{Lo}\d(“"«']/u.test(line.text) &&
      !/^[“"«]/.test(line.text) &&
      !opensArabicReport(line, joined.length);
    if (!goesOn || !open) {
      flush();
      open = { start: line.start, end: line.end, gap: line.gap, last: line.text.length };
    } else {
      open.end = line.end;
      open.last = line.text.length;
    }
    parts.push(line.text);
  }
  flush();
  return joined;
}
