import { parseName } from '../names/index.ts';
import { COMPARED_SLOTS, type ComparedSlot } from './name-slots.ts';
import { prepareSpelling, type Spelling } from './spellings.ts';

/** What is remembered of a person: a name in any script and order, parts missing, and what else is known. */
export interface FindQuery {
  readonly name: string;
  readonly birthYear?: number;
  readonly place?: string;
}

/** One word of a query, with the slot it would have if the order is the usual one. */
export interface QueryWord {
  readonly written: string;
  readonly spelling: Spelling;
  readonly slot: ComparedSlot;
}

export interface ReadQuery {
  readonly words: readonly QueryWord[];
  readonly birthYear?: number;
  readonly place?: string;
}

const LONGEST_QUERY = 400;
const MOST_WORDS = 8;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const YEAR = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/;

/** Reads a query. A year that stands among the names is taken for the year of birth. */
export function readQuery(asked: string | FindQuery): ReadQuery {
  const query: FindQuery = typeof asked === 'string' ? { name: asked } : asked;
  const text = query.name
    .slice(0, LONGEST_QUERY)
    .replace(ARABIC_DIGITS, (digit) => String(digit.codePointAt(0)! & 15));
  const year = query.birthYear ?? (YEAR.test(text) ? Number(YEAR.exec(text)![0]) : undefined);
  const name = text.replace(/\d+/g, ' ').trim();
  const words: QueryWord[] = [];
  if (name !== '')
    for (const part of parseName(name).parts) {
      const slot = COMPARED_SLOTS.find((candidate) => candidate === part.slot) ?? 'given';
      for (const token of part.tokens) {
        const spelling = prepareSpelling(token.folded);
        if (spelling.glued === '' || words.length === MOST_WORDS) continue;
        words.push({ written: token.written, spelling, slot });
      }
    }
  return {
    words,
    ...(year === undefined ? {} : { birthYear: year }),
    ...(query.place === undefined || query.place.trim() === ''
      ? {}
      : { place: query.place.slice(0, LONGEST_QUERY) }),
  };
}
