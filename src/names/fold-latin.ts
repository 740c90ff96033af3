/** Letters whose sound is lost when only the mark is taken off: Turkish, Slavic and scholarly spellings of Arabic. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ı: 'i',
  ş: 'sh',
  š: 'sh',
  ș: 'sh',
  č: 'ch',
  ǧ: 'j',
  ǰ: 'j',
  ġ: 'gh',
  ḡ: 'gh',
  ḫ: 'kh',
  ḵ: 'kh',
  ẖ: 'kh',
  ḏ: 'dh',
  ṯ: 'th',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ß: 'ss',
  ł: 'l',
  ə: 'a',
  ŋ: 'n',
};

/** Cyrillic and Greek letters that look like Latin ones and stand among them by mistake or to deceive. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  ѕ: 's',
  ј: 'j',
  һ: 'h',
  ԁ: 'd',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  в: 'b',
  α: 'a',
  ο: 'o',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ρ: 'p',
};

/**
 * One Latin word in plain letters a–z, its spelling otherwise as written: case, marks and apostrophes gone, letters such
 * as ş or ḫ spelled out. What the transducer reads.
 */
export function plainLatinWord(word: string): string {
  if (PLAIN.test(word)) return word;
  let plain = '';
  for (const letter of word.normalize('NFKC').toLowerCase().normalize('NFC')) {
    if (letter >= 'a' && letter <= 'z') {
      plain += letter;
      continue;
    }
    const spelled = SPELLED_OUT[letter] ?? LOOK_ALIKES[letter];
    if (spelled !== undefined) plain += spelled;
    else
      for (const base of letter.normalize('NFD')) {
        if (base >= 'a' && base <= 'z') plain += base;
        else plain += SPELLED_OUT[base] ?? '';
      }
  }
  return plain;
}

const PLAIN = /^[a-z]*$/;

/**
 * Spellings of one sound, longest first, each with letters of which two stand in it side by side. Every rule shortens the
 * word or takes away a letter that none brings back.
 */
const SOUNDS: readonly (readonly [pattern: RegExp, sound: string, pairs: string])[] = [
  [/tch|tsh/g, 'sh', 'tc ts'],
  [/sch/g, 'sh', 'sc'],
  [/ch/g, 'sh', 'ch'],
  [/dj/g, 'j', 'dj'],
  [/ph/g, 'f', 'ph'],
  [/ck/g, 'k', 'ck'],
  [/ou|oo/g, 'u', 'ou oo'],
  [/ee|ie/g, 'i', 'ee ie'],
  [/ei|ey|ay/g, 'ai', 'ei ey ay'],
  [/aw/g, 'au', 'aw'],
  [/(.)\1+/g, '$1', ''],
  [/(?<=[aiu]n)e$/g, '', ''],
  [/(?<=.)(?:eh|ah|e)$/g, 'a', ''],
];
const DOUBLED = 1 << 10;
const ENDING = (1 << 11) | (1 << 12);
const E = 101;
const H = 104;

/** For two letters the rules, as bits, that they may call for. */
const CALLED_BY = new Uint16Array(1 << 10);
SOUNDS.forEach(([, , pairs], rule) => {
  for (const pair of pairs === '' ? [] : pairs.split(' '))
    CALLED_BY[((pair.charCodeAt(0) & 31) << 5) | (pair.charCodeAt(1) & 31)]! |= 1 << rule;
});

/** The rules that may apply, as bits; to most words none does: they are in the common spelling already. */
function soundsIn(word: string): number {
  let rules = 0;
  let before = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at);
    rules |= CALLED_BY[((before & 31) << 5) | (letter & 31)]!;
    if (letter === before) rules |= DOUBLED;
    before = letter;
  }
  return word.length > 1 && (before === E || before === H) ? rules | ENDING : rules;
}

/** One plain Latin word with the spelling habits of English, French and the Levant made one. */
export function foldLatinSounds(plain: string): string {
  let folded = plain;
  for (let rules = soundsIn(folded); rules !== 0; rules = soundsIn(folded)) {
    let next = folded;
    for (let left = rules; left !== 0; ) {
      const rule = 31 - Math.clz32(left & -left);
      const [pattern, sound] = SOUNDS[rule]!;
      const replaced = next.replace(pattern, sound);
      // What has changed may call for later rules that were not called for before.
      left = (replaced === next ? left : soundsIn(replaced)) & (-2 << rule);
      next = replaced;
    }
    if (next === folded) return folded;
    folded = next;
  }
  return folded;
}

/** Particles that are the article: al, el, and the forms assimilated to a sun letter (ash-, ad-, er-). */
const ARTICLE =
  /^(?:[aeu]l|il|as|ash|ach|es|esh|ech|us|ad|ed|ud|ar|er|ur|an|en|un|at|et|ut|az|ez|uz|adh|ath)$/;
const SUN_LETTERS: readonly string[] = ['sh', 'ch', 'dh', 'th', 's', 'd', 'r', 'n', 't', 'z', 'l'];

/** Whether `particle`, a word of its own or before a hyphen, is the article of `noun`. */
export function isLatinArticle(particle: string, noun: string): boolean {
  if (!ARTICLE.test(particle) || noun === '') return false;
  if (particle.endsWith('l')) return true;
  const sun = particle.slice(1);
  return SUN_LETTERS.includes(sun) && noun.startsWith(sun);
}

/** A word without the article that was written onto it: alhamwi → hamwi. Ali, Alaa and Elias keep theirs. */
export function withoutLatinArticle(plain: string): string {
  return WITH_ARTICLE.test(plain) && !WHOLE.test(plain) ? plain.slice(2) : plain;
}
/** Before a consonant four letters must be left, before a vowel or y five. */
const WITH_ARTICLE = /^[ae]l(?:[^aeiouylh].{3}|h[aeiou].{2}|[aeiou][^aeiou].{3}|y[aeou].{3})/;
/** Names that begin as if with the article. */
const WHOLE =
  /^al(?:ex|ej|iss|ess|ber|fred|fons|ireza|iakbar|iosman|aeddi|aaeddi|addi|auddi|adi?n)|^el(?:en|ea|iz|is)/;

export const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
