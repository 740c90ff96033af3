import { layoutOf } from './delimiter.ts';

/**
 * Whether text without a telling name is a list: rows of one width throughout. Prose has commas, but not the same
 * number in every line.
 */
export function looksLikeList(text: string): boolean {
  const { evidence } = layoutOf(text.slice(0, 256 * 1024));
  if (!evidence || evidence.agreement < 0.8) return false;
  const lines = text
    .slice(0, 64 * 1024)
    .split('\n', 40)
    .filter((line) => line.trim() !== '').length;
  if (lines < 2) return false;
  if (evidence.headers >= 2 && evidence.headers * 2 >= evidence.width) return true;
  return lines >= 4 && evidence.width >= 3 && evidence.agreement > 0.95 && evidence.delimiter !== '،';
}
