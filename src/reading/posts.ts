/** The line over or under an embedded post that says whose it is. */
export interface PostHeader {
  readonly author: string;
  readonly handle: string;
}

const TIME = String.raw`(?:\d{1,2}[:.]\d{2}\s*(?:[ap]m)?|\d{1,3}\s?(?:s|m|h|d|min|hrs?|hours?|days?)(?:\s+ago)?|(?:\d{1,2}\s+)?\p{L}{3,12}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|[\s,·•|-])`;
const HEADER = new RegExp(
  String.raw`^(?:(?<author>[^@:/!?"“”\n]{1,60}?)[\s,|·•]*\(?)?(?<handle>@[\p{L}\p{N}_.]{2,30})\)?(?<when>\s*[·•|–—-]\s*${TIME}{1,8})?$`,
  'iu',
);
const NO_AUTHOR =
  /^(?:by|via|follow|contact|e-?mail|photo|image|picture|credit|source|reporting|join|tweet|find|watch|see)\b/i;

/**
 * "Marj Rescue @marj_rescue · Feb 10, 2031" over the words of a post. Without a time the words must stand right under
 * it, since a byline may carry a handle too.
 */
export function postHeader(written: string, wordsFollow: boolean): PostHeader | undefined {
  if (written.length > 130 || !written.includes('@')) return undefined;
  const groups = HEADER.exec(written)?.groups;
  const handle = groups?.['handle'];
  if (handle === undefined || (groups?.['when'] === undefined && !wordsFollow)) return undefined;
  const author = (groups?.['author'] ?? '').trim();
  if (NO_AUTHOR.test(author) || author.split(/\s+/u).length > 8) return undefined;
  return { author: author === '' ? handle : author, handle };
}

/** The name of a platform alone on the line above a post. */
export const isPlatformLine = (written: string): boolean =>
  /^\p{Lu}[\p{L}\p{N}]{0,14}(?:\s\p{Lu}[\p{L}\p{N}]{1,10})?$/u.test(written);

/** "1.2K replies 31K reposts", «٣١ ألف إعجاب»: how often a post was answered, under its words. */
export const endsPost = (written: string): boolean => written.length < 90 && COUNTED.test(written);
const COUNTED =
  /^\W*[\d.,٠-٩]+\s?(?:k|m|thousand|million|ألف|مليون)?\s*(?:replies|reply|reposts?|retweets?|quotes?|likes?|views?|comments?|shares?|bookmarks?|إعجاب|إعجابا|مشاهدة|تعليق|تعليقا|مشاركة|رد|ردا|ردود)(?![\p{L}])/iu;
