import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldArabicWord, isGivenName, plainLatinWord, type SpellingPair } from '../../src/names/index.ts';

export const NAMES_FOLDER = join(import.meta.dirname, '../../../shared/data/names');

/** One mined pair: the Arabic form as it stands, both sides in the letters of the transducer, and how often it was met. */
export interface TokenPair {
  readonly written: string;
  readonly arabic: string;
  readonly latin: string;
  readonly count: number;
}

const fits = ({ arabic, latin }: TokenPair): boolean =>
  arabic.length >= 2 && latin.length >= 2 && arabic.length <= 20 && latin.length <= 20;

/** arabic-latin-tokens.tsv: Latin, Arabic letters spaced, count. CC0. */
export const wikidataPairs = (): TokenPair[] =>
  lines('arabic-latin-tokens.tsv')
    .map(([latin = '', arabic = '', count = '1']) =>
      tokenPair(arabic.replaceAll(' ', ''), latin, Number(count)),
    )
    .filter(fits);

/** ar2en-train.txt and ar2en-eval.txt: Arabic, Latin. Apache-2.0. */
export const googlePairs = (): TokenPair[] =>
  [...lines('ar2en-train.txt'), ...lines('ar2en-eval.txt')]
    .map(([arabic = '', latin = '']) => tokenPair(arabic, latin, 1))
    .filter(fits);

const tokenPair = (written: string, latin: string, count: number): TokenPair => ({
  written,
  arabic: foldArabicWord(written),
  latin: plainLatinWord(latin),
  count,
});

function lines(file: string): string[][] {
  const path = join(NAMES_FOLDER, file);
  if (!existsSync(path)) {
    console.error(`${path} is not there: the pairs to learn from and to test on lie beside the project.`);
    process.exit(1);
  }
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

/** The form has ع ح ض ظ, begins with the article, or is a known given name. */
export const isArabOrigin = ({ written, arabic }: TokenPair): boolean =>
  /[عحضظ]/.test(written) || written.startsWith('ال') || isGivenName(arabic);

/**
 * Arabic with Latin, each pair once. Wikidata is mostly of foreign names, where a final ي is an i; among Arabic names
 * many end in ى and sound -a, and lists write both as ي: such pairs weigh as much as they are common there.
 */
export const crossScriptPairs = (pairs: readonly TokenPair[]): SpellingPair[] =>
  distinct(
    pairs.map(({ written, arabic, latin }) => ({
      left: arabic,
      right: latin,
      weight: written.endsWith('ى') ? 15 : 1,
    })),
  );

/**
 * Latin with Latin: spellings of one Arabic form, each with the commonest other ones and with itself; a form's pairs
 * together weigh as much as it has spellings.
 */
export function latinVariantPairs(pairs: readonly TokenPair[]): SpellingPair[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { arabic, latin, count } of pairs) {
    const counts = spellings.get(arabic) ?? new Map<string, number>();
    counts.set(latin, (counts.get(latin) ?? 0) + count);
    spellings.set(arabic, counts);
  }
  const variants: SpellingPair[] = [];
  for (const counts of spellings.values()) {
    const common = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 8);
    if (common.length < 2) continue;
    const weight = 1 / common.length;
    for (const [left] of common) for (const [right] of common) variants.push({ left, right, weight });
  }
  return variants;
}

function distinct(pairs: readonly SpellingPair[]): SpellingPair[] {
  const seen = new Map(pairs.map((pair) => [`${pair.left}\t${pair.right}`, pair]));
  return [...seen.values()];
}
