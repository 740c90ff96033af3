import { skeletonKeys } from '../../names/index.ts';
import type { QueryWord } from '../query.ts';
import {
  isLatin,
  LIKENESS,
  likenessOf,
  prepareSpelling,
  type Spelling,
  slipOfLetters,
} from '../spellings.ts';
import { layText, noLetters } from '../string-likeness.ts';
import type { GrowingClasses } from './growing-classes.ts';
import { walk } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import { rememberRecent } from './remember-recent.ts';
import { layPlainLatin } from './spelling-likeness.ts';
import { KNOWN, readName, spellingText, textHash } from './spelling-table.ts';

/** A name as a spelling table tells of it; no term where it is not a known one. */
interface NameHashes {
  readonly text: number;
  readonly term: number;
  readonly block: number;
}

/** A word of a query as the register has it. */
export interface SoughtWord {
  readonly spelling: Spelling;
  /** The skeleton's own class, then those one consonant away, the commonest first. */
  readonly classes: Int32Array;
  /** Names in rows that are of the word's own class. */
  readonly bearers: number;
  /** What it is worth, in bits, to find the word, and to find one like it. */
  readonly equal: number;
  readonly near: number;
  /** How a spelling of the register stands to the word; each is compared once. */
  likenessTo(code: number): number;
}

const MOST_NEIGHBOURS = 96;
/** Of the classes that came after the index. */
const MOST_SINCE = 32;
const MOST_WORDS = 1024;
const MOST_SPELLINGS = 8192;
/** How often a name is written so when it is remembered. */
const WRITTEN_EQUAL = 0.8;
const WRITTEN_NEAR = 0.12;
const IMAGINED_ROWS = 100;
const LEAST_WORTH = 0.3;

/** Reads words of queries; the words and spellings of the last queries are remembered. */
export function createWordReader(
  index: Omit<IndexContents, 'rows'>,
  since: GrowingClasses,
): (word: QueryWord) => SoughtWord {
  const { names, skeletons, classes, rowCount } = index;
  const first = noLetters();
  const second = noLetters();
  const spellingOf = rememberRecent(MOST_SPELLINGS, (code: number) =>
    prepareSpelling(spellingText(names, code)),
  );
  const worth = (written: number, bearers: number): number =>
    Math.max(LEAST_WORTH, Math.log2(written / Math.min(1, (bearers + 0.5) / (rowCount + IMAGINED_ROWS))));

  /** What the shared words of the table settle is not reckoned, as between two spellings of the table. */
  const compare = (own: Spelling, name: NameHashes, code: number): number => {
    if (names.hash[code] === name.text) return LIKENESS.equal;
    if (name.term !== 0 && (names.bits[code]! & KNOWN) !== 0 && names.term[code] === name.term)
      return LIKENESS.equal;
    if (isLatin(own) && names.block[code] !== name.block && layPlainLatin(names, code, second))
      return slipOfLetters(layText(own.glued, first), second);
    return likenessOf(own, spellingOf(code));
  };

  const read = (own: Spelling): SoughtWord => {
    const exact = textHash(own.skeleton);
    const { term, known } = readName(own.glued);
    const name = { text: textHash(own.glued), term: known ? textHash(term) : 0, block: exact };
    let bearers = 0;
    const near = new Set<number>();
    const nearSince = new Set<number>();
    if (own.skeleton !== '')
      for (const key of skeletonKeys(own.skeleton)) {
        since.walk(textHash(key), (block) => {
          if (block !== exact && own.skeleton.length > 1) nearSince.add(block);
        });
        walk(skeletons, textHash(key), (at) => {
          if (classes.block[at] === exact) bearers = classes.bearers[at]!;
          else if (own.skeleton.length > 1) near.add(at);
          return true;
        });
      }
    const neighbours = [...near]
      .sort((x, y) => classes.bearers[y]! - classes.bearers[x]! || x - y)
      .slice(0, MOST_NEIGHBOURS);
    const likeness = new Map<number, number>();
    return {
      spelling: own,
      classes: Int32Array.of(
        exact,
        ...[...nearSince].slice(-MOST_SINCE),
        ...neighbours.map((at) => classes.block[at]!),
      ),
      bearers,
      equal: worth(WRITTEN_EQUAL, bearers),
      near: worth(
        WRITTEN_NEAR,
        neighbours.reduce((sum, at) => sum + classes.bearers[at]!, bearers),
      ),
      likenessTo(code) {
        let level = likeness.get(code);
        if (level === undefined) {
          level = compare(own, name, code);
          likeness.set(code, level);
        }
        return level;
      },
    };
  };

  const remember = () => rememberRecent(MOST_WORDS, (glued: string) => read(prepareSpelling(glued)));
  let remembered = remember();
  let classesSince = since.count;
  return ({ spelling }) => {
    if (since.count !== classesSince) {
      classesSince = since.count;
      remembered = remember();
    }
    return remembered(spelling.glued);
  };
}
