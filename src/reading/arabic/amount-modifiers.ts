import type { FigureOperator } from '../../model/index.ts';

type Modifier = readonly [phrase: string, op: FigureOperator];

const each = (op: FigureOperator, phrases: string): Modifier[] =>
  phrases.split('|').map((phrase): Modifier => [phrase.trim().replace(/\s+/g, ' '), op]);

/** «يزيد على», «تزيد عن», «يزيد عددهم على»: a verb of amount in its forms, with its prepositions. */
function verbs(op: FigureOperator, leads: readonly string[], stems: string, joints: string): Modifier[] {
  const found: Modifier[] = [];
  for (const stem of stems.split(' '))
    for (const person of /^[يت]/u.test(stem) ? [stem, stem.replace(/^ي/u, 'ت'), `${stem}ون`] : [stem])
      for (const lead of leads)
        for (const counted of ['', 'عددهم ', 'عددها ', 'عدده ', 'عددهن '])
          for (const joint of joints.split(' '))
            found.push([
              `${lead}${lead === '' ? '' : ' '}${person} ${counted}${joint === '-' ? '' : joint}`.trim(),
              op,
            ]);
  return found;
}

const NOT = ['لا', 'لم', 'لن', 'ما لا', 'ما لم'];

/** Modifiers before an Arabic amount, with what they make of it. */
export const ARABIC_MODIFIERS: readonly Modifier[] = [
  ...[
    ...each('gt', 'أكثر من|اكثر من|أكثر بكثير من|أزيد من|ما فوق'),
    ...each('ge', 'ما لا يقل عن|على الأقل|على الاقل|ليس أقل من|حد أدنى'),
    ...each('lt', 'أقل من|اقل من|ما دون'),
    ...each(
      'le',
      'ما يصل إلى|ما يصل الى|ما لا يزيد على|ما لا يزيد عن|ما لا يتجاوز|لا أكثر من|ليس أكثر من|حد أقصى',
    ),
    ...each('approx', 'نحو|حوالي|حوالى|قرابة|ما يقارب|ما يقرب من|ما يناهز|زهاء|تقريبا|حدود'),
    ...each('gt', 'ما يزيد على|ما يزيد عن|ما يربو على|ما يفوق|ما يتجاوز'),
  ].flatMap(([phrase, op]): Modifier[] => ['', 'ل', 'ب', 'ك'].map((joined) => [`${joined}${phrase}`, op])),
  ...each('approx', 'في حدود|بحدود|يقدر بنحو|تقدر بنحو|يقدر ب|تقدر ب'),
  ...each('eq', 'فقط|سوى|إلا|بالضبط|تحديدا'),
  ...each('le', 'حتى|أقصاه'),
  ...verbs('gt', ['', 'ما'], 'يزيد زاد زادت', 'على عن'),
  ...verbs('gt', ['', 'ما'], 'يتجاوز تجاوز تجاوزت يفوق فاق فاقت يتخطى تخطى تخطت', '-'),
  ...verbs('gt', ['', 'ما'], 'يربو', 'على'),
  ...verbs('approx', ['', 'ما'], 'يقارب قارب قاربت يناهز ناهز ناهزت', '-'),
  ...verbs('approx', ['', 'ما'], 'يقرب', 'من'),
  ...verbs('lt', [''], 'يقل', 'عن'),
  ...verbs('le', [''], 'يصل', 'إلى الى'),
  ...verbs('ge', NOT, 'يقل', 'عن'),
  ...verbs('le', NOT, 'يزيد يزد', 'على عن'),
  ...verbs('le', NOT, 'يتجاوز يتعدى يتعد يتخطى يتخط يفوق', '-'),
];

/** Modifiers behind an amount, or behind what it counts: «ثلاثون شخصاً على الأقل». */
export const ARABIC_AFTER: readonly (readonly [words: readonly string[], op: FigureOperator])[] = (
  [
    ['أو أكثر', 'ge'],
    ['أو يزيد', 'ge'],
    ['على الأقل', 'ge'],
    ['على الاقل', 'ge'],
    ['كحد أدنى', 'ge'],
    ['بالحد الأدنى', 'ge'],
    ['فأكثر', 'ge'],
    ['فما فوق', 'ge'],
    ['ونيف', 'gt'],
    ['ونيفا', 'gt'],
    ['كحد أقصى', 'le'],
    ['على الأكثر', 'le'],
    ['كحد أعلى', 'le'],
    ['تقريبا', 'approx'],
  ] as [string, FigureOperator][]
).map(([phrase, op]) => [phrase.split(' '), op] as const);

const NEGATION = /^و?(?:لم|لن|لا|ليس|ليست|ما)$/u;

/** «لم يتسع يوماً لأكثر من ستة آلاف»: a negated verb before turns more into no more, less into no less. */
export function underNegation(lower: readonly string[], at: number, op: FigureOperator): FigureOperator {
  if (op !== 'gt' && op !== 'lt') return op;
  for (let back = at - 1; back >= 0 && at - back < 7; back--) {
    const word = lower[back]!;
    if (/^[،.؛:]$/u.test(word) || /^و?[أإا]ن(?:ه|ها|هم)?$/u.test(word)) return op;
    if (NEGATION.test(word)) {
      // «لا يزال أكثر من», «ما زال»: nothing is negated.
      if (/^(?:ي|ت)?زا?ل/u.test(lower[back + 1] ?? '')) return op;
      if (word === 'ما' && back > 0) return op;
      return op === 'gt' ? 'le' : 'ge';
    }
  }
  return op;
}
