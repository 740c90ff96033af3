import { type GivenName, linksGiven } from './given-names.ts';
import { isNameless } from './name-words.ts';
import type { Said } from './said.ts';
import { groupNames } from './same-name.ts';

/** How a voice without any name is called; messages have the words for it. */
export const UNNAMED = 'unnamed';

export interface Voices {
  /** One form for all names of the one who speaks. */
  of(name: string): string;
  /** True for a source that nobody could ask: "authorities", "rights groups". */
  nameless(voice: string): boolean;
}

const CAPITALS = String.raw`\p{Lu}[\p{L}\p{M}’'-]*`;
const ALSO_CALLED: readonly RegExp[] = [
  /** The Association of Families (AFQ) */
  /((?:\p{Lu}[\p{L}\p{M}’'-]*|of|and|the|for|in|al-\p{Lu}[\p{L}’'-]*|[,&]|\s)+?)\s*\(([@\p{Lu}][\p{L}\p{N}_-]+)\)/gu,
  /** Sawmara Civil Rescue, better known as the "Blue Vests" */
  new RegExp(
    String.raw`((?:${CAPITALS}\s+)*${CAPITALS}),?\s+(?:(?:better|also|widely|formerly)\s+)?(?:known as|called)\s+(?:the\s+)?["“‘«']?((?:${CAPITALS}\s?)+)`,
    'gu',
  ),
  /** الإنقاذ المدني السومري المعروف باسم «السترات الزرقاء» */
  /((?:ال\p{L}+\s+){1,5})(?:المعروفة?\s+(?:باسم|ب)\s*)?«([^»]{2,40})»/gu,
];

const trimmed = (name: string): string =>
  name
    .trim()
    .replace(/^[\s"“”‘«»,]+|[\s"“”’«»,]+$/gu, '')
    .replace(/^(?:the|a|an)\s+/iu, '')
    .replace(/[’']s$/u, '');

/** Pairs of names that the reports themselves say are one: "X (Y)", "X, better known as Y". */
function* saidToBeOne(text: string): Generator<[string, string]> {
  for (const pattern of ALSO_CALLED)
    for (const match of text.matchAll(pattern)) {
      const [a, b] = [trimmed(match[1] ?? ''), trimmed(match[2] ?? '')];
      if (a.length > 1 && b.length > 1 && a.toLowerCase() !== b.toLowerCase()) yield [a, b];
    }
}

/** `Association of Families (AFQ)` as the end of a chain is one name with a short form in it. */
const withoutShortForm = (name: string): string =>
  trimmed(name.replace(/\s*\([^)]*\)\s*$/u, '')) || trimmed(name);

/** Joins the names under which one voice appears, over all reports and in both scripts. */
export function voicesOf(all: readonly Said[], given: readonly GivenName[] = []): Voices {
  const uses = new Map<string, number>();
  const folded = new Map<string, string>();
  const links = new Map<string, [string, string]>();
  const learn = (a: string, b: string): void => void links.set(`${a}\u0000${b}`, [a, b]);
  const use = (name: string): string => {
    const form = withoutShortForm(name);
    uses.set(form, (uses.get(form) ?? 0) + 1);
    const lower = form.toLowerCase();
    const known = folded.get(lower);
    if (known === undefined) folded.set(lower, form);
    else if (known !== form) learn(known, form);
    return form;
  };
  const texts = new Set<string>();
  for (const { statement, record } of all) {
    use(record.outlet);
    for (const name of statement.chain) {
      use(name);
      texts.add(name);
    }
    texts.add(statement.quote);
  }
  for (const text of texts)
    for (const [a, b] of saidToBeOne(text)) {
      const [x, y] = [folded.get(a.toLowerCase()), folded.get(b.toLowerCase())];
      if (x !== undefined && y !== undefined) learn(x, y);
    }
  const names = groupNames(uses, [...links.values(), ...linksGiven(uses.keys(), given)]);
  const known = new Map<string, string>();
  // An outlet keeps the article of its name: "The Lamp".
  const titled = new Map<string, string>();
  for (const { record } of all) titled.set(names.of(withoutShortForm(record.outlet)), record.outlet);
  const of = (name: string): string => {
    let voice = known.get(name);
    if (voice === undefined) {
      const form = names.of(withoutShortForm(name));
      const title = titled.get(form);
      voice = title !== undefined && trimmed(title) === form ? title : form;
      known.set(name, voice);
    }
    return voice;
  };
  const outlets = new Set(all.map(({ record }) => of(record.outlet)));
  const asked = new Map<string, boolean>();
  const nameless = (voice: string): boolean => {
    let answer = asked.get(voice);
    if (answer === undefined) {
      answer = voice === UNNAMED || (!outlets.has(voice) && isNameless(voice));
      asked.set(voice, answer);
    }
    return answer;
  };
  return { of, nameless };
}
