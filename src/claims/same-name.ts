import { compareTokens, foldName, nameSkeleton } from '../names/index.ts';
import { createGroups } from './groups.ts';
import { nameWords } from './name-words.ts';

/** The least likeness of two tokens of one script, and across scripts, to be one word. */
const SAME_SCRIPT = 0.9;
const CROSS_SCRIPT = 0.7;

const plain = (name: string): string => foldName(name).replaceAll(' ', '');

const arabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);

function tokenAgrees(a: string, b: string): boolean {
  if (plain(a) === plain(b)) return true;
  const { score } = compareTokens(a, b);
  return score >= (arabic(a) === arabic(b) ? SAME_SCRIPT : CROSS_SCRIPT);
}

/** Every token of the shorter list finds its own in the other; lists of different length never agree. */
function tokensAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const free = [...b];
  return a.every((token) => {
    const at = free.findIndex((other) => tokenAgrees(token, other));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

/** A key that two spellings of one word share: its skeleton without the end that one script leaves out (قلعة, Qalaat). */
function tokenKey(word: string): string {
  const skeleton = nameSkeleton(word);
  return skeleton.length > 1 ? skeleton.replace(/[TH]$/u, '') : skeleton || plain(word).slice(0, 2);
}

/** "Beled Karun" and "Beledkaroun": written apart or together, a name with as many consonants is one. */
const LONG_SKELETON = 5;

export interface NameGroups {
  /** The form that stands for all spellings of a name: the one used most; the longer, then the first by letter. */
  of(name: string): string;
}

/**
 * Joins the spellings of each name, in both scripts. Two names are one where their common words mean the same and their
 * proper words agree one to one; `links` says which are one besides ("X (Y)"). Reckoned in blocks that share a key, so
 * that thousands of names stay cheap.
 */
export function groupNames(
  uses: ReadonlyMap<string, number>,
  links: Iterable<readonly [string, string]> = [],
  commonKey: (common: readonly string[]) => string = (common) => common.join('+'),
): NameGroups {
  const names = [...uses.keys()].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const groups = createGroups(names.length);
  const blocks = new Map<string, { at: number; proper: readonly string[] }[]>();
  const runTogether = new Map<string, { at: number; tokens: number }[]>();
  names.forEach((name, at) => {
    const { common, proper } = nameWords(name);
    const key = `${commonKey(common)}|${proper.map(tokenKey).sort().join(' ')}`;
    const whole = nameSkeleton(proper.join(''));
    if (proper.length > 0 && whole.length >= LONG_SKELETON) {
      const together = `${commonKey(common)}|${whole}`;
      runTogether.set(together, [...(runTogether.get(together) ?? []), { at, tokens: proper.length }]);
    }
    const block = blocks.get(key);
    if (block) block.push({ at, proper });
    else blocks.set(key, [{ at, proper }]);
  });
  for (const block of blocks.values()) {
    const distinct: { at: number; proper: readonly string[] }[] = [];
    for (const entry of block) {
      const same = distinct.find((other) => tokensAgree(entry.proper, other.proper));
      if (same) groups.join(entry.at, same.at);
      else if (distinct.length < 64) distinct.push(entry);
    }
  }
  for (const written of runTogether.values()) {
    const [one, ...others] = written;
    for (const other of others) if (other.tokens !== one!.tokens) groups.join(one!.at, other.at);
  }
  for (const [a, b] of links) {
    const [x, y] = [index.get(a), index.get(b)];
    if (x !== undefined && y !== undefined) groups.join(x, y);
  }
  const chosen = new Map<number, string>();
  for (const members of groups.all()) {
    const best = members
      .map((at) => names[at]!)
      .sort((a, b) => uses.get(b)! - uses.get(a)! || b.length - a.length || (a < b ? -1 : 1))[0]!;
    chosen.set(groups.of(members[0]!), best);
  }
  return {
    of(name) {
      const at = index.get(name);
      return at === undefined ? name : chosen.get(groups.of(at))!;
    },
  };
}
