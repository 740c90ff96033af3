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
  /** A building in which nobody is held: a hospital, a school, a mosque, an airport. */
  readonly open?: boolean;
}

/** English words beside which the name of a place stands. */
const KINDS: ReadonlyMap<string, 'facility' | 'region' | 'locating'> = new Map(
  Object.entries({
    facility:
      'prison jail hospital camp airport palace branch barracks base complex detention-centre centre center morgue mosque school university square stadium cemetery penitentiary',
    region:
      'governorate province city district town village region countryside neighbourhood neighborhood county valley',
    locating:
      'beside beyond outside in at near inside of from to around across beneath under within into throughout',
  } as const).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as 'facility' | 'region' | 'locating'] as const),
  ),
);
/** Buildings in which nobody is held; what "inside" and "the prisoners" mean is another. */
const OPEN = new Set(
  'hospital airport palace morgue mosque school university square stadium cemetery centre center مشفى مستشفى مطار قصر مشرحة ساحة مسجد مقبرة'.split(
    ' ',
  ),
);
/** "Rashdan military hospital": words of the kind that stand between it and the name. */
const KIND_OF_KIND = new Set(
  "military central detention state civil old main women's juvenile security police refugee general psychiatric district city district national maximum-security high-security former secret private field".split(
    ' ',
  ),
);
/** What a name of land goes with: "the Jifan hills". */
const LAND = new Set(
  'hills hill valley desert mountains mountain plain coast island district area quarter suburb suburbs marshes oilfield crossing crossroads bridge pans works quarry road highway port harbour harbor river forest dam'.split(
    ' ',
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
  !MONTHS.has(token.lower) &&
  // "Slept in SHIFTS": stressed, not named.
  !/^\p{Lu}{4,}$/u.test(token.text);
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
      // "Branch 41", "Camp 14"
      const number = tokens[at + 1];
      if (
        kind === 'facility' &&
        /^\p{Lu}/u.test(token.text) &&
        number?.kind === 'number' &&
        /^\d{1,4}$/.test(number.text)
      ) {
        const name = text.slice(token.start, number.end);
        found.push({ start: token.start, end: number.end, name, facility: true, ...openly(lower) });
        continue;
      }
      let from = at;
      while (from > 0 && KIND_OF_KIND.has(tokens[from - 1]!.lower) && !isName(tokens[from - 1])) from--;
      if (!isName(tokens[from - 1])) from = at;
      while (
        from > 0 &&
        (isName(tokens[from - 1]) || (tokens[from - 1]!.lower === '-' && isName(tokens[from - 2])))
      )
        from--;
      // "Alma's Marj Prison" is Marj Prison; "St. Mary's Hospital" stays whole.
      if (kind === 'facility' && !OPEN.has(lower))
        for (let owner = at - 2; owner >= from; owner--)
          if (/['’]s$/.test(tokens[owner]!.text) && isName(tokens[owner + 1])) {
            from = owner + 1;
            break;
          }
      const actor = kind === 'region' && /^\p{Lu}/u.test(token.text) && !behindPreposition(tokens, from);
      if (from < at && !actor && !(from === at - 1 && ['the'].includes(tokens[from]!.lower))) {
        const name = text.slice(tokens[from]!.start, token.start + bare(token).length);
        if (!/^(?:(?:Military|Detention|Central|State|National|Main|Old|New)\s+)+\S+$/.test(name))
          found.push({
            start: tokens[from]!.start,
            end: token.end,
            name,
            facility: kind === 'facility',
            ...openly(lower),
          });
      } else if (tokens[at + 1]?.lower === 'of' && isName(tokens[at + 2])) {
        let to = at + 3;
        while (isName(tokens[to])) to++;
        found.push({
          start: tokens[at + 2]!.start,
          end: tokens[to - 1]!.end,
          name: text.slice(tokens[at + 2]!.start, tokens[to - 1]!.start + bare(tokens[to - 1]!).length),
          facility: kind === 'facility',
          ...openly(lower),
        });
      }
      continue;
    }
    const arabic = stripArabicPrefix(token.lower);
    if (FACILITY_AR.has(arabic) || REGION_AR.has(arabic) || FACILITY_AR.has(arabic.replace(/^ال/u, ''))) {
      // «تسعة آلاف معتقل ماتوا», «نحو 300 معتقل»: who is held, not where.
      if (arabic === 'معتقل' && at > 0 && isCount(tokens[at - 1]!)) continue;
      const plain = arabic.replace(/^ال/u, '');
      const number = tokens[at + 1];
      if (FACILITY_AR.has(plain) && number?.kind === 'number' && /^[\d٠-٩]{1,4}$/u.test(number.text)) {
        // «الفرع 41»
        const name = `${plain} ${number.text}`;
        found.push({ start: token.start, end: number.end, name, facility: true, ...openly(plain) });
        continue;
      }
      if (!FACILITY_AR.has(arabic) && !REGION_AR.has(arabic)) continue;
      const name = arabicName(text, tokens, at + 1);
      if (name)
        found.push({
          start: token.start,
          end: name.end,
          name: `${arabic} ${name.name}`,
          facility: FACILITY_AR.has(arabic),
          ...openly(arabic),
        });
      continue;
    }
    // «في تل قمرين», «قرب بئر زرقان»
    if (TOPONYM_AR.has(token.lower) && PLACING_AR.has(tokens[at - 1]?.lower ?? '')) {
      const name = arabicName(text, tokens, at);
      if (name && name.end > token.end)
        found.push({ start: token.start, end: name.end, name: name.name, facility: false });
      continue;
    }
    const article = tokens[at + 1]?.lower === 'the' ? 1 : 0;
    if (KINDS.get(token.lower) === 'locating' && isName(tokens[at + 1 + article])) {
      let to = at + 2 + article;
      while (to < tokens.length && to - at < 6 && isName(tokens[to])) to++;
      // "In the Jifan hills", but no "in the Guards".
      if (LAND.has(tokens[to]?.lower ?? '') && token.lower !== 'of') to++;
      else if (article === 1) continue;
      const last = tokens[to - 1]!;
      if (isKindOfPlace(last.lower) || tokens[to]?.lower === "'s") continue;
      if (token.lower === 'of' || token.lower === 'to') continue;
      // "At Sader's palace" is no place called Sader.
      if (/['’]s?$/.test(last.text) && tokens[to]?.kind === 'word') continue;
      const first = at + 1 + article;
      if (tokens.slice(first, to - 1).some((each) => /['’]s?$/.test(each.text))) continue;
      const kindOf = apposed(tokens, to);
      found.push({
        start: tokens[first]!.start,
        end: last.end,
        name: text.slice(tokens[first]!.start, last.start + bare(last).length),
        facility: kindOf !== undefined,
        ...openly(kindOf ?? ''),
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

const openly = (kind: string): { open?: true } => (OPEN.has(kind) ? { open: true } : {});

/** "At Marj, the country's largest prison": what a comma says that a name is. */
function apposed(tokens: readonly Token[], at: number): string | undefined {
  if (tokens[at]?.lower !== ',' || !/^(?:the|a|an|its|his|their)$/.test(tokens[at + 1]?.lower ?? ''))
    return undefined;
  for (let ahead = at + 2; ahead < at + 9; ahead++) {
    const word = tokens[ahead]?.lower ?? '';
    if (word === '' || tokens[ahead]!.kind === 'mark' || KINDS.get(word) === 'locating') return undefined;
    if (KINDS.get(word) === 'facility') return word;
  }
  return undefined;
}

const isCount = ({ kind, lower }: Token): boolean =>
  kind === 'number' || isScaleWord(lower) || isVagueQuantity(lower);

/** First words of names of places, which take the next one whatever it is. */
const TOPONYM_AR = new Set(
  'تل بئر دير رأس وادي جبل كفر خان عين باب بيت مرسى ميناء قلعة جسر مرج تلال جبال'.split(' '),
);
const PLACING_AR = new Set(
  'في من إلى الى عند قرب جنوب شمال شرق غرب داخل خارج نحو باتجاه على لـ بين وفي ومن معسكر سجن مشفى مستشفى'.split(
    ' ',
  ),
);
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
  const second = tokens[to];
  // «سجن تل قمرين»
  if (TOPONYM_AR.has(first.lower) && second?.kind === 'word' && !AR_STOP.has(second.lower)) to++;
  // «سجن قلعة النسر»: a name in construct goes on to its definite word.
  const next = to === at + 1 ? second : undefined;
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
