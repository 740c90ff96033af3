import { Shown, tongueOf } from '../marks/written.tsx';

/** Letters of `a` that stand in `b` in the same order: the longest common subsequence. */
function shared(a: readonly string[], b: readonly string[]): boolean[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const marks = new Array<boolean>(a.length).fill(false);
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      marks[i++] = true;
      j++;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  return marks;
}

/** Longer values are read as a whole. */
const LONGEST = 60;

/**
 * A value with the letters underlined that the other one lacks; only within one script, and by words, since Arabic
 * letters joined in one word cannot be taken apart on the page.
 */
export function Letters(props: { readonly text: string; readonly beside: string }) {
  const { text, beside } = props;
  const tongue = tongueOf(text);
  const plain = text === beside || tongue !== tongueOf(beside) || text.length + beside.length > LONGEST * 2;
  if (plain)
    return (
      <bdi lang={tongue}>
        <Shown text={text} />
      </bdi>
    );
  const pieces = (value: string): string[] => (tongue === 'ar' ? value.split(/(\s+)/) : [...value]);
  const marks = shared(pieces(text), pieces(beside));
  return (
    <bdi lang={tongue}>
      {pieces(text).map((piece, at) =>
        marks[at] || piece.trim() === '' ? (
          piece
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the letters of one text never change places
          <mark key={at}>{piece}</mark>
        ),
      )}
    </bdi>
  );
}
