/**
 * Whether a cell of a text file would be run as a formula by a spreadsheet program. A phone number (+963 …), a negative
 * number, a dash before words and an @handle are none.
 *
 * The characters are those of OWASP's CSV injection page.
 */
export function looksLikeFormula(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first > 0x40 && first < 0xfe00) return false;
  const text = cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  switch (text[0]) {
    case '=':
      return /^=+\s*[^=\s]/.test(text);
    case '+':
    case '-':
      return CALL.test(text) || REFERENCE.test(text);
    case '@':
      return CALL.test(text);
    default:
      return false;
  }
}

/** `SUM(`, `cmd|' /C calc'!A0`, `Sheet!A1`, also behind a sum. */
const CALL = /^[-+@=][-+\d\s.*/()]*(?:[A-Za-z_.]+\(|[A-Za-z]+\s*\|\s*'|\w+!\$?[A-Z]+\$?\d)/;
/** `+A1*2`, `-$B$3`. */
const REFERENCE = /^[-+][-+\s\d.()*/]*\$?[A-Za-z]{1,3}\$?\d{1,7}\s*(?:$|[-+*/^&:!,;)])/;
