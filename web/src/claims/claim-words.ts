import { pageMessages } from '../../../src/messages/index.ts';
import type { Claim, Mention } from '../../../src/model/index.ts';
import type { MessageKey, Speech } from '../speech/speech.tsx';

const isKey = (key: string): key is MessageKey => Object.hasOwn(pageMessages, key);

/** What is counted, in the reader's words; a measure that has none yet is shown as the reading names it. */
export function measureWord(speech: Speech, measure: string): string {
  const key = `measure.${measure}`;
  return isKey(key) ? speech.say(key) : measure.replaceAll('-', ' ');
}

/** The claim as one sentence, in the language of the page where any report says it so. */
export const sentenceOf = (speech: Speech, claim: Pick<Claim, 'text' | 'texts'>): string =>
  claim.texts[speech.language]?.text ?? claim.text;

const reportsKnown = new WeakMap<Claim, number>();

/** How many reports carry it: one that says it twice is one report. */
export function reportsOf(claim: Claim): number {
  let reports = reportsKnown.get(claim);
  if (reports === undefined) {
    reports = new Set(claim.mentions.map(({ item }) => item)).size;
    reportsKnown.set(claim, reports);
  }
  return reports;
}

/** "9 Dec – 12 Dec", where the claim is about a time. */
export function windowWords(speech: Speech, window: Claim['window']): string | undefined {
  if (!window || (window.from === undefined && window.to === undefined)) return undefined;
  const from = window.from && speech.date(window.from);
  const to = window.to && speech.date(window.to);
  if (from && to) return from === to ? from : speech.say('window.between', { from, to });
  return from ? speech.say('window.from', { from }) : speech.say('window.until', { to: to ?? '' });
}

/** The name that stands for a voice which no report names. */
export const UNNAMED = 'unnamed';

/** Who speaks, as plain text. */
export const nameOfVoice = (speech: Speech, name: string): string =>
  name === UNNAMED ? speech.say('origin.unnamed') : name;

/** One origin with what it was quoted in; those that deny apart from those that speak for the claim. */
export interface Voice {
  readonly name: string;
  readonly mentions: readonly Mention[];
  readonly reports: ReturnType<typeof byReport>;
  readonly against: boolean;
}

export function voicesOf(claim: Claim): Voice[] {
  const voices: Voice[] = [];
  for (const origin of claim.origins) {
    const mentions = origin.mentions.flatMap((at) => claim.mentions[at] ?? []);
    const denials = mentions.filter(({ stance }) => stance === 'denies');
    const rest = mentions.filter(({ stance }) => stance !== 'denies');
    if (rest.length > 0)
      voices.push({ name: origin.name, mentions: rest, reports: byReport(rest), against: false });
    if (denials.length > 0)
      voices.push({ name: origin.name, mentions: denials, reports: byReport(denials), against: true });
  }
  return voices.sort((a, b) => Number(a.against) - Number(b.against) || b.reports.length - a.reports.length);
}

/** A report that says a thing in several places stands once, with the place outside its headline; and how often. */
export function byReport(
  mentions: readonly Mention[],
): { readonly mention: Mention; readonly times: number; readonly all: readonly Mention[] }[] {
  return [...Map.groupBy(mentions, ({ item }) => item).values()].map((all) => ({
    mention: all.find(({ headline }) => !headline) ?? all[0]!,
    times: all.length,
    all,
  }));
}

/** "Outlet, 9 December 2024" — the place of a mention in one line. */
export const placeOf = (speech: Speech, mention: Mention): string =>
  mention.published === undefined
    ? mention.outlet
    : speech.say('mention.place', { outlet: mention.outlet, date: speech.date(mention.published) });
