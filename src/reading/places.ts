import type { Span } from '../model/index.ts';
import { WEEKDAYS_AR } from './arabic/words.ts';
import { NOT_LATIN, wordClass } from './classes.ts';
import { MONTHS, WEEKDAYS } from './english/words.ts';
import { stripArabicPrefix } from './measures.ts';
import { isScaleWord, isVagueQuantity } from './number-words.ts';
import { startsHigh, type Token } from './tokens.ts';

export interface ReadPlace extends Span {
  readonly name: string;
  /** A building or compound, rather than a town or region. */
  readonly facility: boolean;
}

/** English words beside which the name of a place stands. */
const KINDS: ReadonlyMap<string, 'facility' | 'region' | 'locating'> = new Map(
  Object.entries({
    facility:
      'prison jail hospital camp airport palace branch barracks base complex detention-centre centre center morgue mosque school university square stadium cemetery penitentiary',
    region:
      'governorate province city district town village region countryside neighbourhood neighborhood county valley',
    locating: 'in at near inside outside of from to around across beneath under within into throughout',
  } as const).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as 'facility' | 'region' | 'locating'] as const),
  ),
);
const isKindOfPlace = (lower: string): boolean => {
  const kind = KINDS.get(lower);
  return kind === 'facility' || kind === 'region';
};
const FACILITY_AR = new Set(
  'سجن مشفى مستشفى مخيم مطار قصر فرع معتقل مركز مجمع ثكنة مشرحة ساحة مسجد مقبرة'.split(' '),
);
const REGION_AR = new Set('مدينة محافظة بلدة قرية منطقة ريف حي بلدية ضاحية'.split(' '));
const PLACING =
  wordClass(
    KINDS.keys(),
    [...KINDS.keys()].map((word) => `${word}'s`),
  ) | NOT_LATIN;
const NOT_PLACES = new Set(
  'the a an this that he she they it we i but and if when after before in on at for as mr mrs ms dr x twitter facebook telegram instagram youtube tiktok whatsapp god allah cctv'.split(
    ' ',
  ),
);

const BEHIND_ARTICLE = /^(?:al|el|ar|as|ash|an|ad|at|az|er)-\p{Lu}/u;
const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  (startsHigh(token.text) || BEHIND_ARTICLE.test(token.text)) &&
  !NOT_PLACES.has(token.lower) &&
  !WEEKDAYS.has(token.lower) &&
  !MONTHS.has(token.lower);
/** "the Marj Governorate said" is who speaks; "in the Marj Governorate" is where. */
function behindPreposition(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  const word = before && ['the', 'a', "'s"].includes(before.lower) ? tokens[from - 2]?.lower : before?.lower;
  return (
    word !== undefined &&
    (KINDS.get(word) === 'locating' || ['and', ',', 'or', 'between', 'through'].includes(word))
  );
}
const bare = (token: Token): string => token.text.replace(/['’]s$/, '');

/**
 * Named places in one sentence, without a gazetteer: a kind of place with its name ("Marj Prison", "سجن المرج"), or a
 * name after a preposition of place. `lexicon` maps further spellings to one name and is given by the case.
 */
export function placesIn(
  text: string,
  tokens: readonly Token[],
  lexicon?: ReadonlyMap<string, string>,
): ReadPlace[] {
  const found: ReadPlace[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || (token.classes & PLACING) === 0) continue;
    const lower = token.lower.endsWith("'s") ? token.lower.slice(0, -2) : token.lower;
    const kind = KINDS.get(lower);
    if (kind === 'facility' || kind === 'region') {
      let from = at;
      while (
        from > 0 &&
        (isName(tokens[from - 1]) || (tokens[from - 1]!.lower === '-' && isName(tokens[from - 2])))
      )
        from--;
      const actor = kind === 'region' && /^\p{Lu}/u.test(token.text) && !behindPreposition(tokens, from);
      if (from < at && !actor && !(from === at - 1 && ['the'].includes(tokens[from]!.lower))) {
        const name = text.slice(tokens[from]!.start, token.start + bare(token).length);
        if (!/^(?:(?:Military|Detention|Central|State|National|Main|Old|New)\s+)+\S+$/.test(name))
          found.push({ start: tokens[from]!.start, end: token.end, name, facility: kind === 'facility' });
      } else if (tokens[at + 1]?.lower === 'of' && isName(tokens[at + 2])) {
        let to = at + 3;
        while (isName(tokens[to])) to++;
        found.push({
          start: tokens[at + 2]!.start,
          end: tokens[to - 1]!.end,
          name: text.slice(tokens[at + 2]!.start, tokens[to - 1]!.start + bare(tokens[to - 1]!).length),
          facility: kind === 'facility',
        });
      }
      continue;
    }
    const arabic = stripArabicPrefix(token.lower);
    if (FACILITY_AR.has(arabic) || REGION_AR.has(arabic)) {
      // «تسعة آلاف معتقل ماتوا», «نحو 300 معتقل»: who is held, not where.
      if (arabic === 'معتقل' && at > 0 && isCount(tokens[at - 1]!)) continue;
      const name = arabicName(text, tokens, at + 1);
      if (name)
        found.push({
          start: token.start,
          end: name.end,
          name: `${arabic} ${name.name}`,
          facility: FACILITY_AR.has(arabic),
        });
      continue;
    }
    if (KINDS.get(token.lower) === 'locating' && isName(tokens[at + 1])) {
      let to = at + 2;
      while (to < tokens.length && to - at < 6 && isName(tokens[to])) to++;
      const last = tokens[to - 1]!;
      if (isKindOfPlace(last.lower) || tokens[to]?.lower === "'s") continue;
      if (token.lower === 'of' || token.lower === 'to') continue;
      // "At Sader's palace" is no place called Sader.
      if (/['’]s?$/.test(last.text) && tokens[to]?.kind === 'word') continue;
      if (tokens.slice(at + 1, to - 1).some((each) => /['’]s?$/.test(each.text))) continue;
      found.push({
        start: tokens[at + 1]!.start,
        end: last.end,
        name: text.slice(tokens[at + 1]!.start, last.start + bare(last).length),
        facility: false,
      });
    }
  }
  if (lexicon && lexicon.size > 0) {
    for (const token of tokens) {
      const known =
        lexicon.get(token.lower) ??
        lexicon.get(token.lower.replace(/'s$/, '')) ??
        lexicon.get(stripArabicPrefix(token.lower));
      if (known !== undefined && !found.some((place) => place.start <= token.start && place.end >= token.end))
        found.push({ start: token.start, end: token.end, name: known, facility: true });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const isCount = ({ kind, lower }: Token): boolean =>
  kind === 'number' || isScaleWord(lower) || isVagueQuantity(lower);

const AR_STOP = new Set(
  'في من على إلى الى عن أن ان التي الذي بعد قبل منذ و قد كان كانت ما لا لم هو هي بينما حيث ثم أو مع خلال عند هناك لن إن'.split(
    ' ',
  ),
);
const AR_PEOPLE = new Set(
  'المعتقلين المعتقلون السجناء المحتجزين المفقودين السابقين السابقون الذين اللذين اليوم الماضي الماضية'.split(
    ' ',
  ),
);
const AR_KIND = new Set('العسكري المركزي العام الوطني الجوية الرئيسي المدني'.split(' '));

function arabicName(
  text: string,
  tokens: readonly Token[],
  at: number,
): { name: string; end: number } | undefined {
  const first = tokens[at];
  if (
    first?.kind !== 'word' ||
    AR_STOP.has(first.lower) ||
    first.lower.length < 2 ||
    first.lower.charCodeAt(0) < 0x600
  )
    return undefined;
  let to = at + 1;
  // «سجن قلعة النسر»: a name in construct goes on to its definite word.
  const next = tokens[to];
  if (
    next?.kind === 'word' &&
    !first.lower.startsWith('ال') &&
    next.lower.startsWith('ال') &&
    next.lower.length > 4 &&
    !WEEKDAYS_AR.has(next.lower) &&
    !AR_PEOPLE.has(next.lower) &&
    !AR_STOP.has(next.lower)
  )
    to++;
  if (tokens[to]?.kind === 'word' && AR_KIND.has(tokens[to]!.lower)) to++;
  return { name: text.slice(first.start, tokens[to - 1]!.end), end: tokens[to - 1]!.end };
}
