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
  const without = [bare(name), ...COMMON].reduce(
    (left, word) => (word === '' ? left : left.replaceAll(word, '')),
    bare(text),
  );
  if (new Set(without).size < 5 || isRun(without)) throw new SanadError('account.password-plain');
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What long passwords that everybody tries first are put together from, and the words of this house: they count for
 * nothing, so that `Password123456` and `administrator1` are short.
 */
const COMMON = [
  'administrator admin password passwort passwd qwertyuiop qwerty azerty letmein welcome iloveyou sunshine princess',
  'football baseball superman batman dragon monkey master shadow michael jordan computer internet starwars whatever',
  'trustno1 freedom liberty secret changeme default access login hello user guest root',
  'sanad sednaya saydnaya damascus aleppo syria surya case owner',
  'كلمةالسر كلمةالمرور كلمة السر المرور سند صيدنايا دمشق حلب سوريا سورية محمد الله اكبر حرية',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length);

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
