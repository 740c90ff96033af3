import { cleanName, foldToken } from './fold.ts';
import { MAX_NAME_WORDS } from './limits.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type NameScript, scriptOf } from './script.ts';
import { nameSkeleton } from './skeleton.ts';
import { withoutTitles } from './titles.ts';

/** The slots of a Syrian name. Lists drop slots; they are aligned with gaps, never taken as a bag of words. */
export type NameSlotName =
  | 'given'
  | 'father'
  | 'grandfather'
  | 'family'
  | 'mother'
  | 'mother-family'
  | 'teknonym'
  | 'nickname';

export interface NameToken {
  readonly written: string;
  /** In one word, folded Arabic or plain Latin letters, its spelling otherwise kept: what is compared. */
  readonly joined: string;
  /** Comparable spelling in its own script, one word. */
  readonly folded: string;
  /** Consonant skeleton shared by both scripts. */
  readonly skeleton: string;
  readonly script: NameScript;
}

export interface NamePart {
  readonly slot: NameSlotName;
  readonly written: string;
  readonly tokens: readonly NameToken[];
  /** Other slots it may as well stand in: the third of three names is the family's or the grandfather's. */
  readonly orElse?: readonly NameSlotName[];
}

export interface ParsedName {
  readonly written: string;
  readonly script: NameScript;
  /** In the order given, father, grandfather (and further back), family, then teknonym and nicknames. */
  readonly parts: readonly NamePart[];
  /** What was taken off: titles and words of respect, as written. */
  readonly titles: readonly string[];
}

export interface ParseHints {
  /** Whose name the text is, where a column says so: a mother's name fills `mother` and `mother-family`. */
  readonly of?: 'person' | 'mother';
  /** `family-first` where a list writes the family name before the given one, without a comma. */
  readonly order?: 'given-first' | 'family-first';
}

/**
 * Reads a full name in Arabic or Latin letters into slots. One name is the given; two are given and family; three given,
 * father and family (or grandfather, see `orElse`); four or more given, father, grandfathers and family. Compounds are
 * one token, titles are taken off, brackets hold a nickname or a teknonym, a comma turns the order, `بن` makes what
 * follows the father's. Text without letters has no parts. Never throws; reads at most 400 characters and 16 words.
 */
export function parseName(text: string, hints: ParseHints = {}): ParsedName {
  const clean = cleanName(text);
  const { main, asides } = bracketed(clean);
  const { rest, titles } = withoutTitles(main);
  const pieces = inOrder(rest, hints.order ?? 'given-first').slice(0, MAX_NAME_WORDS);
  const parts = chain(pieces);
  for (const aside of asides) parts.push(...asidePart(aside));
  return {
    written: text.length > clean.length * 2 + 100 ? clean : text,
    script: scriptOf(clean),
    parts: hints.of === 'mother' ? parts.map(asMother) : parts,
    titles,
  };
}

/** Brackets may be turned round by a bad export from right-to-left text; what stands between two of them is an aside. */
function bracketed(text: string): { main: string; asides: string[] } {
  const asides: string[] = [];
  const main = text.replace(/[()[\]{}«»"“”<>]([^()[\]{}«»"“”<>]*)[()[\]{}«»"“”<>]/gu, (_, inside: string) => {
    if (/\p{L}/u.test(inside)) asides.push(inside.trim());
    return ' ';
  });
  return /\p{L}/u.test(main) ? { main, asides } : { main: asides.join(' '), asides: [] };
}

/** "Family, Given Father" and family-first lists come into the order given … family. */
function inOrder(text: string, order: 'given-first' | 'family-first'): Piece[] {
  const segments = text
    .split(/[,،;]/u)
    .map(piecesOf)
    .filter((segment) => segment.length > 0);
  if (segments.length === 2 && segments[0]!.length <= 2) return [...segments[1]!, ...segments[0]!];
  const pieces = segments.flat();
  if (order === 'family-first' && pieces.length > 1) return [...pieces.slice(1), pieces[0]!];
  return pieces;
}

function chain(pieces: readonly Piece[]): NamePart[] {
  const extras: NamePart[] = [];
  const names: Piece[] = [];
  const fathers = new Set<Piece>();
  let childOf = false;
  pieces.forEach((piece, at) => {
    if (piece.role === 'child-of') {
      childOf = true;
      return;
    }
    const last = at === pieces.length - 1;
    if (piece.role === 'teknonym' && !(last && names.length > 0 && !childOf)) {
      // أبو عمر before a name, or alone, is what he is called; after a given name أبو زيد is the family.
      if (names.length === 0 || !last) {
        extras.push(part('teknonym', [piece]));
        return;
      }
    }
    if (childOf) fathers.add(piece);
    childOf = false;
    names.push(piece);
  });
  return [...slotted(names, fathers), ...extras];
}

function slotted(names: readonly Piece[], fathers: ReadonlySet<Piece>): NamePart[] {
  const [given, second, third] = names;
  if (!given) return [];
  const parts = [part('given', [given])];
  if (!second) return parts;
  if (names.length === 2) {
    const slot = fathers.has(second) ? 'father' : 'family';
    return [
      ...parts,
      second.article
        ? part('family', [second])
        : part(slot, [second], [slot === 'father' ? 'family' : 'father']),
    ];
  }
  if (names.length === 3) {
    const last = third!;
    if (fathers.has(last))
      return [...parts, part('father', [second]), part('grandfather', [last], ['family'])];
    return [
      ...parts,
      part('father', [second]),
      last.article ? part('family', [last]) : part('family', [last], ['grandfather']),
    ];
  }
  return [
    ...parts,
    part('father', [second]),
    ...names.slice(2, -1).map((name) => part('grandfather', [name])),
    part('family', [names.at(-1)!]),
  ];
}

function part(slot: NameSlotName, pieces: readonly Piece[], orElse?: readonly NameSlotName[]): NamePart {
  const tokens = pieces.map(
    (piece): NameToken => ({
      written: piece.written,
      joined: piece.joined,
      folded: foldToken(piece.joined),
      skeleton: nameSkeleton(piece.joined),
      script: scriptOf(piece.joined),
    }),
  );
  const written = pieces.map((piece) => piece.written).join(' ');
  return orElse ? { slot, written, tokens, orElse } : { slot, written, tokens };
}

function asidePart(text: string): NamePart[] {
  const pieces = piecesOf(withoutTitles(text).rest).filter((piece) => piece.role !== 'child-of');
  if (pieces.length === 0) return [];
  const teknonym = pieces.length === 1 && pieces[0]!.role === 'teknonym';
  return [part(teknonym ? 'teknonym' : 'nickname', pieces.slice(0, MAX_NAME_WORDS))];
}

const asMother = (of: NamePart): NamePart =>
  of.slot === 'given'
    ? { ...of, slot: 'mother' }
    : of.slot === 'family' || of.slot === 'father'
      ? { slot: 'mother-family', written: of.written, tokens: of.tokens }
      : of;
