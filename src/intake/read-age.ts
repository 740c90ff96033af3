import { plainDigits, withoutAbout } from './clean-value.ts';

/** Whole years; `~` where the source says about, or gives a range, whose middle is taken. */
export type AgeReading = { readonly age: string } | { readonly fault: 'cell.age-unclear' };

const UNCLEAR: AgeReading = { fault: 'cell.age-unclear' };

/** The oldest person on record reached 122. */
const OLDEST = 122;

const YEARS =
  /(?<![\p{L}])(?:years?|yrs?|yo|y\.?o\.?|y|old|ans?|age|aged|of|عاما|عاماً|عام|سنة|سنه|سنوات|سنين|أعوام|اعوام|العمر|عمره|عمرها)(?![\p{L}])\.?/giu;
const MONTHS =
  /(?<![\p{L}])(?:months?|mos?|mois|weeks?|days?|semaines?|jours?|شهر|شهور|أشهر|اشهر|شهرا|شهراً|يوم|أيام|ايام|أسبوع|أسابيع|اسابيع)(?![\p{L}])/iu;
const DECADES: readonly (readonly [RegExp, number])[] = [
  [/teens|المراهقة/i, 15],
  [/twenties|عشرين|vingtaine/i, 25],
  [/thirties|ثلاثين|trentaine/i, 35],
  [/forties|أربعين|اربعين|quarantaine/i, 45],
  [/fifties|خمسين|cinquantaine/i, 55],
  [/sixties|ستين|soixantaine/i, 65],
  [/seventies|سبعين/i, 75],
  [/eighties|ثمانين/i, 85],
];

export function readAge(value: string): AgeReading {
  if (value.length > 60) return UNCLEAR;
  const plain = plainDigits(value);
  const { text, about } = withoutAbout(plain);
  if (MONTHS.test(text)) return /^\D*\d{1,2}\D*$/.test(text) ? { age: '0' } : UNCLEAR;
  const words = text
    .replace(/(?<=\d)(?=\p{L})/gu, ' ')
    .replace(YEARS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const one = /^(\d{1,3})(?:\.(\d+))?\s*(\+|s)?$/.exec(words);
  if (one) {
    const years = Number(one[1]);
    if (years > OLDEST) return UNCLEAR;
    if (one[3] === 's') return { age: `~${years + 5}` };
    return { age: `${about || one[3] ? '~' : ''}${years}` };
  }
  const range =
    /^(?:between|from|entre|de|بين|من)?\s*(\d{1,3})\s*(?:-|–|—|\/|to|and|or|à|et|ou|إلى|الى|حتى|و|أو|او)\s*(\d{1,3})$/i.exec(
      words,
    );
  if (range) {
    const low = Number(range[1]);
    const high = Number(range[2]);
    // A wider range says a generation, not an age.
    return low <= high && high <= OLDEST && high - low <= 15
      ? { age: `~${Math.round((low + high) / 2)}` }
      : UNCLEAR;
  }
  if (!/\d/.test(words))
    for (const [decade, age] of DECADES) if (decade.test(words)) return { age: `~${age}` };
  return UNCLEAR;
}
