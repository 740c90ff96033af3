/**
 * Names of the Gregorian months as lists write them: English, French, the Levantine names, the Egyptian ones, those of
 * the Maghreb. Two names of one month beside each other (تشرين الأول/أكتوبر) are one.
 */
const NAMES: readonly string[] = [
  'january jan janvier janv جانفي يناير كانون_الثاني كانون_ثاني كانون_الثانى كانون_2 ك2 ك٢',
  'february feb février fevrier fév fev فيفري فبراير شباط',
  'march mar mars مارس آذار اذار أذار',
  'april apr avril avr أفريل افريل أبريل ابريل إبريل نيسان',
  'may mai ماي مايو أيار ايار',
  'june jun juin جوان يونيو يونيه حزيران',
  'july jul juillet juil جويلية يوليو يوليه تموز',
  'august aug août aout أوت اوت أغسطس اغسطس آب اب أب',
  'september sep sept septembre سبتمبر أيلول ايلول',
  'october oct octobre أكتوبر اكتوبر تشرين_الأول تشرين_الاول تشرين_أول تشرين_اول تشرين_1 ت1 ت١',
  'november nov novembre نوفمبر تشرين_الثاني تشرين_ثاني تشرين_الثانى تشرين_2 ت2 ت٢',
  'december dec décembre decembre déc ديسمبر كانون_الأول كانون_الاول كانون_أول كانون_اول كانون_1 ك1 ك١',
];

const fold = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [fold(name.replace('_', ' ')), index + 1]),
  ),
);

/** Longest first, so that كانون الثاني is not read as a word before الثاني. */
const ANY = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
const MONTH = new RegExp(`(?<![\\p{L}])(?:${ANY})(?![\\p{L}])\\.?`, 'gu');

/**
 * Puts the number of the month, as ` @7@ `, where its name stands; `undefined` where two different months are named or
 * none is.
 */
export function withMonthNumber(text: string): { readonly text: string; readonly month: number } | undefined {
  const folded = fold(text);
  let month: number | undefined;
  let contradiction = false;
  const marked = folded.replace(MONTH, (name) => {
    const found = MONTHS.get(name.replace(/\.$/, ''))!;
    if (month !== undefined && month !== found) contradiction = true;
    month = found;
    return ` @${found}@ `;
  });
  return month === undefined || contradiction ? undefined : { text: marked, month };
}
