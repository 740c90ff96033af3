/**
 * How many letters beyond ASCII are whole UTF-8 sequences, and how many sequences are broken, by the table of
 * well-formed byte sequences (Unicode 16, table 3-7).
 */
export function brokenUtf8(bytes: Uint8Array): { readonly letters: number; readonly broken: number } {
  let letters = 0;
  let broken = 0;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at]!;
    if (first < 0x80) {
      at++;
      continue;
    }
    const length = wholeSequence(bytes, at, first);
    if (length === 0) {
      broken++;
      at++;
      while (at < bytes.length && (bytes[at]! & 0xc0) === 0x80) at++;
    } else {
      letters++;
      at += length;
    }
  }
  return { letters, broken };
}

function wholeSequence(bytes: Uint8Array, at: number, first: number): number {
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let more = 2; more < length; more++) if ((bytes[at + more]! & 0xc0) !== 0x80) return 0;
  return length;
}
