import type { Span } from '../model/index.ts';
import { MEDIA } from './sources.ts';
import { tokenize } from './tokens.ts';

/** Platforms and agencies that pass other people's words on. Generic names of the trade; a case adds its own. */
const PLATFORMS: readonly [name: string, spellings: string][] = [
  ['X', 'x|twitter|إكس|تويتر|منصة إكس|منصة اكس'],
  ['Facebook', 'facebook|فيسبوك|فايسبوك'],
  ['Telegram', 'telegram|تلغرام|تيليغرام|تليغرام'],
  ['Instagram', 'instagram|إنستغرام|انستغرام'],
  ['YouTube', 'youtube|يوتيوب'],
  ['TikTok', 'tiktok|تيك توك'],
  ['WhatsApp', 'whatsapp|واتساب|واتس اب'],
];

const AGENCIES: readonly [name: string, spellings: string][] = [
  ['AFP', 'afp|agence france-presse|agence france presse|فرانس برس|وكالة فرانس برس|أ ف ب'],
  ['AP', 'ap|the associated press|associated press|أسوشيتد برس|اسوشيتد برس|أسوشييتد برس'],
  ['Reuters', 'reuters|رويترز|وكالة رويترز'],
  ['DPA', 'dpa|د ب أ'],
  ['Anadolu', 'anadolu|anadolu agency|الأناضول|وكالة الأناضول'],
  ['BBC', 'bbc|the bbc|bbc news|بي بي سي'],
  ['CNN', 'cnn|سي إن إن'],
  ['Al Jazeera', 'al jazeera|aljazeera|al-jazeera|الجزيرة|قناة الجزيرة'],
  ['Al Arabiya', 'al arabiya|al-arabiya|العربية|قناة العربية'],
  ['Sky News', 'sky news'],
  ['NPR', 'npr'],
  ['The Guardian', 'the guardian|guardian'],
  ['The New York Times', 'the new york times|new york times'],
  ['The Washington Post', 'the washington post|washington post'],
];

const platforms = new Map(
  PLATFORMS.flatMap(([name, list]) => list.split('|').map((each): [string, string] => [each, name])),
);

const agencies = new Map(
  AGENCIES.flatMap(([name, list]) => list.split('|').map((each): [string, string] => [each, name])),
);

const OUTLET_HEADS =
  /\b(?:news|times|post|herald|tribune|gazette|journal|daily|weekly|radio|tv|television|agency|network|broadcaster|newspaper|magazine|press|telegraph|chronicle|observer|courier|bell|channel)\b/i;

const OUTLET_HEADS_AR = /(?:وكالة|صحيفة|قناة|إذاعة|تلفزيون|موقع|شبكة|مجلة|جريدة)/;

/** Whether a name is that of a newsroom: "Hill Wire News". */
export const isOutletName = (name: string): boolean =>
  OUTLET_HEADS.test(name) || /(?:وكالة|صحيفة|قناة|إذاعة|تلفزيون|مجلة|جريدة)/u.test(name);

/** The name of an outlet or agency that somebody spoke to, or nothing: "told reporters" names none. */
export function outletNamed(written: string): string | undefined {
  const trimmed = written.trim().replace(/^(?:لـ|ل)(?=\p{L}{3})/u, '');
  const lower = trimmed.toLowerCase();
  const known =
    agencies.get(lower) ??
    agencies.get(lower.replace(/^the /, '')) ??
    agencies.get(lower.replace(/^ل?(?:وكالة|قناة|صحيفة) /, ''));
  if (known) return known;
  if (trimmed.length < 60 && /^(?:the\s+)?\p{Lu}/u.test(trimmed) && OUTLET_HEADS.test(trimmed))
    return trimmed.replace(/^the\s+/i, '');
  if (trimmed.length < 60 && OUTLET_HEADS_AR.test(trimmed)) return trimmed;
  return undefined;
}

/** So many characters behind a cue are looked at. */
const LOOKED_AT = 90;
/** None of these letters, no platform: "X" alone, not the one within a word. */
const PLATFORM = new RegExp(
  [...platforms.keys()].map((each) => (each === 'x' ? 'x(?![a-z])' : each)).join('|'),
  'i',
);

/** What somebody put on a platform: "a message shared widely on Facebook". It passes on words of one not named. */
export function platformWithin(text: string, source: Span): string | undefined {
  if (!PLATFORM.test(text.slice(source.start, Math.min(source.end, source.start + LOOKED_AT))))
    return undefined;
  const words = tokenize(text, source.start, Math.min(source.end, source.start + 60));
  return words.slice(0, 6).some((word) => MEDIA.has(word.lower))
    ? platformAfter(text, source.start, source.end)
    : undefined;
}

/** A platform named right behind a cue: "announced on X", "in a post on Telegram", "عبر فيسبوك". */
export function platformAfter(text: string, cueEnd: number, sentenceEnd: number): string | undefined {
  const end = Math.min(sentenceEnd, cueEnd + LOOKED_AT);
  if (!PLATFORM.test(text.slice(cueEnd, end))) return undefined;
  const words = tokenize(text, cueEnd, end);
  for (let at = 0; at + 1 < words.length && at < 10; at++) {
    if (!['on', 'via', 'through', 'to', 'على', 'عبر', 'في'].includes(words[at]!.lower)) continue;
    for (let next = at + 1; next < Math.min(words.length, at + 5); next++) {
      const name =
        platforms.get(words[next]!.lower) ??
        platforms.get(`${words[next]!.lower} ${words[next + 1]?.lower ?? ''}`);
      if (name && (words[next]!.lower !== 'x' || words[next]!.text === 'X')) return name;
      if (words[next]!.kind === 'mark') break;
    }
  }
  return undefined;
}
