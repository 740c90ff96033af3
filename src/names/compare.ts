import { EQUAL, likenessOf, NEAR, type PreparedToken, prepareToken } from './likeness.ts';
import { type NamePart, type NameSlotName, type ParsedName, parseName } from './parse.ts';

/** Why a part of a comparison scored as it did. */
export type PartCode =
  /** The same in a comparable spelling. */
  | 'equal'
  /** Equal but for spelling, in one script or across two. */
  | 'spelling'
  /** Like, but one letter or sound apart: a slip, or another name. */
  | 'near'
  /** Two names. */
  | 'contradict'
  /** Only one of the two has this part. */
  | 'missing';

export interface ComparedPart {
  readonly slot: NameSlotName;
  readonly a?: string;
  readonly b?: string;
  /** 0..1; 0 where one is missing. */
  readonly score: number;
  readonly why: PartCode;
}

export type NameVerdict = 'same' | 'possible' | 'different';

export interface NameComparison {
  /** 0..1, symmetric. Not a probability that two people are one: a common name proves little. */
  readonly score: number;
  readonly verdict: NameVerdict;
  readonly parts: readonly ComparedPart[];
}

/** A full name made ready to be compared many times. */
export interface PreparedName {
  readonly parsed: ParsedName;
  /** Given, father, grandfathers, family: one token each. */
  readonly chain: readonly PreparedPart[];
  readonly others: readonly PreparedPart[];
}

interface PreparedPart {
  readonly part: NamePart;
  readonly token: PreparedToken;
}

const CHAIN: ReadonlySet<NameSlotName> = new Set([
  'given',
  'father',
  'grandfather',
  'family',
  'mother',
  'mother-family',
]);

export function prepareName(name: string | ParsedName): PreparedName {
  const parsed = typeof name === 'string' ? parseName(name) : name;
  const prepared = parsed.parts.map((part) => ({
    part,
    token: prepareToken(part.tokens.map((token) => token.joined).join('')),
  }));
  return {
    parsed,
    chain: prepared.filter(({ part }) => CHAIN.has(part.slot)),
    others: prepared.filter(({ part }) => !CHAIN.has(part.slot)),
  };
}

/**
 * Compares two full names in any scripts, slot by slot with gaps: given with given, family with family, fathers between
 * as they fit. A missing part costs little, a contradicted one decides: brothers share all but the given name and are
 * `different`. `same` says that the names are one, not that the people are.
 */
export function compareNames(a: string, b: string): NameComparison {
  return comparePreparedNames(prepareName(a), prepareName(b));
}

/** How alike two tokens are; a caller that compares many names can remember the answers. */
export type Likeness = (a: PreparedToken, b: PreparedToken) => number;

export function comparePreparedNames(
  a: PreparedName,
  b: PreparedName,
  likeness: Likeness = likenessOf,
): NameComparison {
  // Of several ways to lay two names side by side that are as good, the same one is taken from both ends.
  if (a.parsed.written <= b.parsed.written) return compareInOrder(a, b, likeness);
  const { parts, ...rest } = compareInOrder(b, a, likeness);
  return { ...rest, parts: parts.map(turned) };
}

const turned = ({ a, b, ...rest }: ComparedPart): ComparedPart => ({
  ...rest,
  ...(b === undefined ? {} : { a: b }),
  ...(a === undefined ? {} : { b: a }),
});

function compareInOrder(a: PreparedName, b: PreparedName, like: Likeness): NameComparison {
  // أبو زيد by itself is read as a teknonym, ابوزيد as a name.
  if (isOneTeknonym(a) && b.chain.length === 1 && b.others.length === 0)
    return compareInOrder(asName(a), b, like);
  if (isOneTeknonym(b) && a.chain.length === 1 && a.others.length === 0)
    return compareInOrder(a, asName(b), like);
  if (a.chain.length === 0 || b.chain.length === 0) return compareOthersAlone(a, b, like);
  let best = judged(align(a.chain, b.chain, like), a, b, like);
  if (best.score >= EQUAL) return best;
  // A list may write the family first without a comma.
  for (const [first, second] of [
    [a.chain, familyFirst(b.chain)],
    [familyFirst(a.chain), b.chain],
  ] as const) {
    if (!first || !second) continue;
    const other = judged(align(first, second, like), a, b, like);
    const score = other.score * 0.95;
    if (other.verdict !== 'different' && score > best.score) best = { ...other, score, verdict: 'possible' };
  }
  return best;
}

const isOneTeknonym = (name: PreparedName): boolean => name.chain.length === 0 && name.others.length === 1;
const asName = (name: PreparedName): PreparedName => ({ ...name, chain: name.others, others: [] });

const familyFirst = (chain: readonly PreparedPart[]): readonly PreparedPart[] | undefined =>
  chain.length < 2 ? undefined : [...chain.slice(1), chain[0]!];

interface Meeting {
  readonly a?: PreparedPart;
  readonly b?: PreparedPart;
  readonly likeness: number;
}

/** What a part left over costs in the alignment; two contradicting parts must cost less than two gaps. */
const GAP = -0.12;

/** The best way to lay two chains side by side, the given names always together. */
function align(a: readonly PreparedPart[], b: readonly PreparedPart[], like: Likeness): Meeting[] {
  const n = a.length;
  const m = b.length;
  const line = m + 1;
  const worth = new Float64Array((n + 1) * line).fill(Number.NEGATIVE_INFINITY);
  const likeness = new Float64Array((n + 1) * line);
  worth[line + 1] = 0;
  likeness[line + 1] = like(a[0]!.token, b[0]!.token);
  for (let i = 1; i <= n; i++)
    for (let j = 1; j <= m; j++) {
      if (i === 1 && j === 1) continue;
      const at = i * line + j;
      if (i > 1 && j > 1) {
        likeness[at] = like(a[i - 1]!.token, b[j - 1]!.token);
        const together = i === n && j === m ? 0.05 : 0;
        worth[at] = worth[at - line - 1]! + likeness[at]! - 0.2 + together;
      }
      worth[at] = Math.max(worth[at]!, worth[at - line]! + GAP, worth[at - 1]! + GAP);
    }
  const meetings: Meeting[] = [];
  let i = n;
  let j = m;
  while (i > 1 || j > 1) {
    const at = i * line + j;
    if (i > 1 && worth[at] === worth[at - line]! + GAP) meetings.unshift({ a: a[--i]!, likeness: 0 });
    else if (j > 1 && worth[at] === worth[at - 1]! + GAP) meetings.unshift({ b: b[--j]!, likeness: 0 });
    else meetings.unshift({ a: a[--i]!, b: b[--j]!, likeness: likeness[at]! });
  }
  return [{ a: a[0]!, b: b[0]!, likeness: likeness[line + 1]! }, ...meetings];
}

const WEIGHTS: Readonly<Record<NameSlotName, number>> = {
  given: 1,
  father: 0.8,
  grandfather: 0.6,
  family: 1,
  mother: 1,
  'mother-family': 0.8,
  teknonym: 0.2,
  nickname: 0.2,
};

function judged(
  meetings: readonly Meeting[],
  a: PreparedName,
  b: PreparedName,
  like: Likeness,
): NameComparison {
  const parts = meetings.map(comparedPart);
  let weight = 0;
  let total = 0;
  let missing = 0;
  let contradicted = 1;
  let agreed = 0;
  let near = 0;
  for (const part of parts) {
    if (part.why === 'missing') {
      missing++;
      continue;
    }
    weight += WEIGHTS[part.slot];
    total += WEIGHTS[part.slot] * part.score;
    if (part.why === 'contradict') contradicted *= part.slot === 'given' ? 0.4 : 0.55;
    else if (part.why === 'near') near++;
    else agreed++;
  }
  const alone = Math.min(a.chain.length, b.chain.length) === 1;
  const gaps = 0.96 ** missing * (alone && missing > 0 ? 0.75 : 1);
  const score = weight === 0 ? 0 : (total / weight) * contradicted * gaps;
  const verdict =
    contradicted < 1
      ? 'different'
      : near === 0 && (agreed >= 2 || (alone && missing === 0))
        ? 'same'
        : 'possible';
  return { score, verdict, parts: [...parts, ...otherParts(a, b, like)] };
}

function comparedPart({ a, b, likeness }: Meeting): ComparedPart {
  const slot = a && b && a.part.slot !== b.part.slot ? sharedSlot(a.part, b.part) : (a ?? b)!.part.slot;
  if (!a || !b)
    return {
      slot,
      ...(a ? { a: a.part.written } : {}),
      ...(b ? { b: b.part.written } : {}),
      score: 0,
      why: 'missing',
    };
  const why =
    likeness >= 0.999 ? 'equal' : likeness >= EQUAL ? 'spelling' : likeness >= NEAR ? 'near' : 'contradict';
  return { slot, a: a.part.written, b: b.part.written, score: likeness, why };
}

/** Where the two stand in different slots, the one that both may stand in, else the surer one. */
function sharedSlot(a: NamePart, b: NamePart): NameSlotName {
  if (a.orElse?.includes(b.slot)) return b.slot;
  if (b.orElse?.includes(a.slot)) return a.slot;
  return a.orElse ? b.slot : a.slot;
}

/** Teknonyms and nicknames: shown, and never decisive, since one man has several. */
function otherParts(a: PreparedName, b: PreparedName, like: Likeness): ComparedPart[] {
  if (a.others.length === 0 && b.others.length === 0) return [];
  const left = [...b.others];
  const parts: ComparedPart[] = a.others.map((other): ComparedPart => {
    const at = left.findIndex(({ token }) => like(other.token, token) >= NEAR);
    const match = at < 0 ? undefined : left.splice(at, 1)[0];
    return comparedPart({
      a: other,
      ...(match ? { b: match } : {}),
      likeness: match ? like(other.token, match.token) : 0,
    });
  });
  return [...parts, ...left.map((other) => comparedPart({ b: other, likeness: 0 }))];
}

/** At least one name is nothing but a teknonym or has no letters: it can be like, never the same. */
function compareOthersAlone(a: PreparedName, b: PreparedName, like: Likeness): NameComparison {
  const parts = otherParts(a, b, like);
  const best = Math.max(0, ...parts.map((part) => part.score));
  return { score: 0.7 * best, verdict: best >= NEAR ? 'possible' : 'different', parts };
}
