/**
 * Whether bytes that are no UTF-8 make sense as Windows-1256. The code page keeps the lower-case French letters and the
 * typographic marks where Windows-1252 has them, so plain French and English pages read right too. ISO 8859-6,
 * code page 720 and the like come out as Arabic letters glued to French ones, or in proportions that no Arabic has.
 */
export function plausibleWindows1256(bytes: Uint8Array, text: string): boolean {
  let western = true;
  let arabic = 0;
  let common = 0;
  let french = 0;
  let glued = 0;
  let strange = 0;
  let before = 0;
  const length = Math.min(text.length, 256 * 1024);
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) {
      if (western && !SAME_IN_1252.has(bytes[at]!)) western = false;
      if (unit >= 0x621 && unit <= 0x64a) {
        arabic++;
        if (COMMON.has(unit)) common++;
        if (isFrench(before)) glued++;
      } else if (isFrench(unit)) {
        french++;
        if (before >= 0x621 && before <= 0x64a) glued++;
      } else if (!EXPECTED.has(unit) && !(unit >= 0x64b && unit <= 0x652)) strange++;
    }
    before = unit;
  }
  if (western) return true;
  if (arabic === 0) return false;
  if (strange * 10 > arabic + french || glued * 20 > arabic) return false;
  // With few letters proportions say nothing; the letters themselves must do.
  return arabic < 20 || common / arabic >= 0.6;
}

const unitsOf = (letters: string): ReadonlySet<number> =>
  new Set([...letters].map((letter) => letter.charCodeAt(0)));

/** The most frequent letters of Arabic: about three quarters of any text. */
const COMMON = unitsOf('اأإآلمنيورهةعبدستحكى');
const EXPECTED = unitsOf('«»،؛؟ـ‘’“”–—…•·°×÷\u00a0\u200c\u200d\u200e\u200fپچژگکیںےھہہٹڈڑ€£©®');
const isFrench = (unit: number): boolean =>
  (unit >= 0xe0 && unit <= 0xfc && unit !== 0xf7) || unit === 0x152 || unit === 0x153;

/** Bytes that mean the same in both code pages. */
const SAME_IN_1252: ReadonlySet<number> = (() => {
  const arabic = new TextDecoder('windows-1256');
  const western = new TextDecoder('windows-1252');
  const same = new Set<number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    const one = Uint8Array.of(byte);
    const letter = arabic.decode(one);
    if (letter === western.decode(one) && letter.charCodeAt(0) > 0x9f) same.add(byte);
  }
  return same;
})();
