import type { Attribution, Piece } from '../attribution.ts';
import { contentEnd, spanOf } from './content.ts';
import { isSpeakerHead } from './speaker.ts';

const REVISES = /^[وف]?(?:خفض|رفع|عدل|حدث|صحح|راجع|قلص|زاد|سحب|أعاد)ت?$/u;
const OWN_COUNT =
  /^(?:حصيلت|تقدير|تقديرات|رقم|أرقام|إحصاء|إحصاءات|إحصائيات|قائمت|قوائم|تعداد|عدد)(?:ه|ها|هم)$/u;
const COUNT = /^(?:عدد|حصيلة|تقديرات|تقدير|إحصاء)$/u;
const OWN_ESTIMATES = /^(?:تقديرات|إحصاءات|إحصائيات|أرقام|سجلات|حصيلت|قوائم)(?:ه|ها|هم)$/u;

/**
 * A body that changes its own count says the new one: «خفض المرصد حصيلته إلى 187». So does «أما البعثة فتتراوح
 * تقديراتها بين 700 و900».
 */
export function countFrame(pieces: readonly Piece[], end: number): Attribution | undefined {
  return revises(pieces, end) ?? asFor(pieces, end);
}

function revises(pieces: readonly Piece[], end: number): Attribution | undefined {
  for (let at = 0; at < Math.min(end, 12); at++) {
    if (pieces[at]!.kind !== 'word' || !REVISES.test(pieces[at]!.lower)) continue;
    const count = pieces.findIndex(
      ({ lower }, index) =>
        index > at + 1 &&
        index < Math.min(end, at + 10) &&
        (OWN_COUNT.test(lower) || (COUNT.test(lower) && /^ال/u.test(pieces[index + 1]?.lower ?? ''))),
    );
    if (count < 0 || !isSpeakerHead(pieces[at + 1]!.lower)) continue;
    const source = spanOf(pieces, at + 1, count);
    const content = spanOf(pieces, at, contentEnd(pieces, count, end));
    return source && content && said(pieces, at, source, content);
  }
  return undefined;
}

function asFor(pieces: readonly Piece[], end: number): Attribution | undefined {
  const opening = pieces[0]?.lower.replace(/^و/u, '');
  if (opening !== 'أما' || !isSpeakerHead(pieces[1]?.lower ?? '')) return undefined;
  const verb = pieces.findIndex(
    ({ lower }, index) => index > 1 && index < Math.min(end, 9) && /^ف[يت]?\p{L}{3,}$/u.test(lower),
  );
  if (verb < 0) return undefined;
  const own = pieces.slice(verb, verb + 3).some(({ lower }) => OWN_ESTIMATES.test(lower));
  const source = own ? spanOf(pieces, 1, verb) : undefined;
  const content = spanOf(pieces, verb, contentEnd(pieces, verb, end));
  return source && content ? said(pieces, verb, source, content) : undefined;
}

const said = (
  pieces: readonly Piece[],
  verb: number,
  source: Attribution['content'][number],
  content: Attribution['content'][number],
): Attribution => ({
  source,
  content: [content],
  cue: { start: pieces[verb]!.start, end: pieces[verb]!.end },
  kind: 'speech',
  cueBase: 'حصيلة',
  negated: false,
  quoted: false,
});
