/** What a program that saved a page wrote at its beginning: where it stood, and when it was saved. */
export interface SaidByFile {
  readonly address?: string;
  /** As far as it says: `2024-12-09T06:41Z`. */
  readonly captured?: string;
}

/** Enough of a file for its first lines. */
export const FIRST_LINES = 4096;

/**
 * Read off the first lines of HTML as browsers and SingleFile save it, and of MHTML. It is a suggestion to whoever fills
 * the form, who knows better.
 */
export function saidByFile(first: string): SaidByFile {
  const address = (/^snapshot-content-location:\s*(\S+)/im.exec(first) ??
    /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(first) ??
    /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(first))?.[1];
  const written = (/^date:\s*(.+)$/im.exec(first) ?? /^\s*saved date:\s*([^(\n]+)/im.exec(first))?.[1];
  const time = Date.parse(written ?? '');
  return {
    ...(address !== undefined && /^https?:/i.test(address) && URL.canParse(address) ? { address } : {}),
    ...(Number.isNaN(time) ? {} : { captured: `${new Date(time).toISOString().slice(0, 16)}Z` }),
  };
}
