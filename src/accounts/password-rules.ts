import { PASSWORD_LENGTH, SanadError } from '../model/index.ts';

/**
 * A password is a lock on the case, and whoever takes the disk may guess at it for years. So it must be long; what it
 * is made of does not matter (NIST SP 800-63B): a few words are best.
 *
 * @throws SanadError `account.password-short`, `account.password-plain`
 */
export function checkPassword(password: string, name: string): void {
  const text = password.normalize('NFKC');
  if ([...text].length < PASSWORD_LENGTH.least)
    throw new SanadError('account.password-short', { limit: PASSWORD_LENGTH.least });
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const without = plain.replaceAll(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '') || ' ',
    '',
  );
  if (new Set(without).size < 5 || isRun(without)) throw new SanadError('account.password-plain');
}

/** 123456789012, abcdefghijkl, qwertyuiop… : each character follows the one before, on the alphabet or the keyboard. */
const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرلاىةوزظ',
];
const follows = (a: string, b: string): boolean =>
  a === b || ROWS.some((row) => row.includes(a + b) || row.includes(b + a));
function isRun(text: string): boolean {
  const letters = [...text];
  const runs = letters.filter((letter, at) => at > 0 && follows(letters[at - 1]!, letter)).length;
  return runs >= (letters.length - 1) * 0.75;
}
