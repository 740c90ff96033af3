import type { Assertion } from '../assertions.ts';
import type { Token } from '../tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const RECORDING = set(
  'cctv footage video videos camera cameras film films clip clips recording recordings images photographs pictures screens monitors',
);
const SEEN = set('seen shown visible filmed recorded captured spotted');

/** "200 people can be seen on cameras": that they are seen is said besides how many they are. */
export function shownIn(tokens: readonly Token[]): Assertion[] {
  const seen = tokens.findIndex(({ lower }) => SEEN.has(lower));
  if (seen < 2 || !/^(?:be|is|are|was|were|been)$/.test(tokens[seen - 1]!.lower)) return [];
  if (!/^(?:on|in|by|through)$/.test(tokens[seen + 1]?.lower ?? '')) return [];
  const on = tokens.findIndex(({ lower }, at) => at > seen + 1 && at < seen + 6 && RECORDING.has(lower));
  if (on < 0) return [];
  const verb = /^(?:can|could|may|might|have|has|had)$/.test(tokens[seen - 2]!.lower) ? seen - 2 : seen - 1;
  if (verb < 1) return [];
  const end = tokens[on]!.end;
  return [{ start: tokens[0]!.start, end, kind: 'shown', own: { start: tokens[verb]!.start, end } }];
}

const RUMOURS = set('rumours rumors rumour rumor speculation');
const WORDS = set('claims claim reports report rumours rumors rumour rumor stories story allegations news');
const UNTRUE = set('fake false untrue baseless unfounded fabricated bogus');

/**
 * "Amid rumours of a crash", "spread false claims that he died", «وسط شائعات عن»: what is passed on as hearsay, or to say
 * that it is not so.
 */
export function rumoursIn(tokens: readonly Token[]): Assertion[] {
  const found: Assertion[] = [];
  for (let at = 1; at < tokens.length - 2; at++) {
    const word = tokens[at]!.lower;
    const before = tokens[at - 1]!.lower;
    const untrue = UNTRUE.has(before) && WORDS.has(word);
    const rumour = (before === 'amid' || before === 'despite') && RUMOURS.has(word);
    const arabic = before === 'وسط' && /^(?:شائعات|إشاعات|أنباء)$/u.test(word);
    if (!untrue && !rumour && !arabic) continue;
    const joint = tokens[at + 1]!.lower;
    if (!/^(?:of|that|about|عن|بأن|بشأن)$/u.test(joint)) continue;
    let to = at + 2;
    while (to < tokens.length && !ENDING.has(tokens[to]!.lower)) to++;
    const start = tokens[untrue ? at + 2 : at]!.start;
    const span = { start, end: tokens[to - 1]!.end };
    if (to - at > 2) found.push({ ...span, kind: untrue ? 'untrue' : 'rumour', own: span });
    at = to;
  }
  return found;
}

const ENDING = set(', . ; ، ؛ before after while but and');
