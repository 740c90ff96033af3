import { endsAsSentence } from './boilerplate-lines.ts';
import { layoutOf } from './delimiter.ts';

/** Lines looked at. */
const SAMPLE_LINES = 40;

/**
 * Whether text without a telling name is a list: rows of one width throughout, under known headers or at least three
 * wide. Prose has commas too, but its lines end as sentences do.
 */
export function looksLikeList(text: string): boolean {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  if (lines.filter((line) => line.length > 40 && endsAsSentence(line)).length * 4 > lines.length)
    return false;
  const { evidence } = layoutOf(text.slice(0, 256 * 1024));
  if (!evidence || evidence.agreement < 0.8) return false;
  if (evidence.headers >= 2 && evidence.headers * 2 >= evidence.width) return true;
  return lines.length >= 4 && evidence.width >= 3 && evidence.agreement > 0.95 && evidence.delimiter !== '،';
}
