/**
 * Numbers of paper forms: seven signs of Crockford's base 32 (no I, L, O, U) and an eighth that checks them, so that one
 * wrong sign or two that changed places are found when it is typed in (ISO 7064, MOD 37-2's idea with 31 as modulus).
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The largest prime under 32: the last sign is never a check sign. */
const MODULUS = 31;

export function newPaperNumber(random: (length: number) => Uint8Array): string {
  const drawn = [...random(7)].map((byte) => SIGNS[byte & 31]!).join('');
  return dashed(drawn + checkSign(drawn));
}

/** As it is kept; nothing where it has a slip. Small letters, and letters that look like digits, are read as meant. */
export function readPaperNumber(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/[^0-9A-Z]/g, '');
  if (plain.length !== 8 || [...plain].some((sign) => !SIGNS.includes(sign))) return undefined;
  return checkSign(plain.slice(0, 7)) === plain[7] ? dashed(plain) : undefined;
}

const dashed = (signs: string): string => `${signs.slice(0, 4)}-${signs.slice(4)}`;
const checkSign = (signs: string): string => {
  let sum = 0;
  for (const [place, sign] of [...signs].entries()) sum = (sum + (place + 1) * SIGNS.indexOf(sign)) % MODULUS;
  return SIGNS[sum]!;
};
