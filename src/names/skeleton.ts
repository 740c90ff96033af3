import { type CompoundKind, type TokenForm, tokenForm } from './compounds.ts';

/** Arabic letters by class; what is missing here (alef, waw, ya, ayn, hamza) is left out of the skeleton. */
const ARABIC_CLASSES: Readonly<Record<string, string>> = {
  ب: 'B',
  ت: 'T',
  ث: 'T',
  ط: 'T',
  ج: 'J',
  ح: 'H',
  ه: 'H',
  خ: 'K',
  د: 'D',
  ذ: 'D',
  ض: 'D',
  ظ: 'D',
  ز: 'Z',
  ر: 'R',
  س: 'S',
  ص: 'S',
  ش: 'X',
  غ: 'G',
  ف: 'F',
  ق: 'K',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
};

/** Latin letters and digraphs by the same classes, longest first. */
const LATIN_CLASSES: readonly (readonly [string, string])[] = [
  ['tch', 'X'],
  ['sch', 'X'],
  ['sh', 'X'],
  ['ch', 'X'],
  ['kh', 'K'],
  ['gh', 'G'],
  ['dj', 'J'],
  ['dh', 'D'],
  ['th', 'T'],
  ['ph', 'F'],
  ['ck', 'K'],
  ['b', 'B'],
  ['p', 'B'],
  ['t', 'T'],
  ['j', 'J'],
  ['h', 'H'],
  ['d', 'D'],
  ['z', 'Z'],
  ['r', 'R'],
  ['s', 'S'],
  ['x', 'KS'],
  ['g', 'G'],
  ['f', 'F'],
  ['v', 'F'],
  ['q', 'K'],
  ['k', 'K'],
  ['c', 'K'],
  ['l', 'L'],
  ['m', 'M'],
  ['n', 'N'],
];

/** By the number of the first letter. */
const BY_FIRST_LETTER: (readonly (readonly [string, string])[] | undefined)[] = [];
for (const [letter, spellings] of Map.groupBy(LATIN_CLASSES, ([spelling]) => spelling.charCodeAt(0)))
  BY_FIRST_LETTER[letter] = spellings;

const ARABIC_BLOCK = 0x600;
const BY_ARABIC_LETTER: string[] = Array.from(
  { length: 0x100 },
  (_, at) => ARABIC_CLASSES[String.fromCharCode(ARABIC_BLOCK + at)] ?? '',
);

function squeeze(skeleton: string): string {
  for (let at = 1; at < skeleton.length; at++)
    if (skeleton.charCodeAt(at) === skeleton.charCodeAt(at - 1)) return skeleton.replace(/(.)\1+/g, '$1');
  return skeleton;
}

/**
 * The consonants of a token in classes that Arabic and its usual Latin spellings share; vowels, ayn and hamza are left
 * out, doubled consonants are one, and so is the article, also inside عبد ال… and … الدين. A key to find by, not a
 * proof: حسن and حسين share one. After the equivalence classes of Freeman, Condon and Ackerman (NAACL 2006).
 */
export function nameSkeleton(token: string): string {
  return skeletonOf(tokenForm(token));
}

/** The skeleton of a token that is already taken apart. */
export function skeletonOf({ script, kind, core }: TokenForm): string {
  const consonants = script === 'arabic' ? arabicConsonants(core) : latinConsonants(core);
  if (kind === undefined) return squeeze(consonants);
  const [before, after] = AROUND[kind];
  return squeeze(before + consonants + after);
}

const AROUND: Readonly<Record<CompoundKind, readonly [string, string]>> = {
  abd: ['BD', ''],
  abu: ['B', ''],
  umm: ['M', ''],
  dhu: ['D', ''],
  din: ['', 'DN'],
  allah: ['', 'L'],
};

function arabicConsonants(core: string): string {
  const length = core.length > 1 && core.endsWith('ه') ? core.length - 1 : core.length;
  let skeleton = '';
  for (let at = 0; at < length; at++) skeleton += BY_ARABIC_LETTER[core.charCodeAt(at) - ARABIC_BLOCK] ?? '';
  return skeleton;
}

function latinConsonants(core: string): string {
  const length = ENDS_SILENT.test(core) ? core.length - 1 : core.length;
  let skeleton = '';
  for (let at = 0, step = 1; at < length; at += step) {
    step = 1;
    const spellings = BY_FIRST_LETTER[core.charCodeAt(at)];
    if (spellings === undefined) continue;
    for (let turn = 0; turn < spellings.length; turn++) {
      const [spelling, consonants] = spellings[turn]!;
      if (spelling.length > 1 && (at + spelling.length > length || !core.startsWith(spelling, at))) continue;
      skeleton += consonants;
      step = spelling.length;
      break;
    }
  }
  return skeleton;
}
const ENDS_SILENT = /[aeiou]h$/;

/**
 * Keys that two skeletons share when they are at most one consonant apart: the skeleton itself and every form with one
 * letter left out (symmetric deletion, Garbe 2012). At most `skeleton.length + 1` keys.
 */
export function skeletonKeys(skeleton: string): string[] {
  const keys = new Set([skeleton]);
  if (skeleton.length > 1)
    for (let at = 0; at < skeleton.length; at++) keys.add(skeleton.slice(0, at) + skeleton.slice(at + 1));
  return [...keys];
}
