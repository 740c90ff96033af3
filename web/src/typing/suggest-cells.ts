import type { MachineReading } from '../../../src/model/index.ts';

type Word = MachineReading['words'][number];

const ARABIC = /[\u0621-\u064a]/;

/**
 * The machine's words of one band as cells: in reading order, cut where the widest gaps are, one cut fewer than there are
 * columns. Only a suggestion for each cell.
 */
export function suggestCells(words: readonly Word[], columns: number): string[] {
  const arabic = words.filter(({ text }) => ARABIC.test(text)).length * 2 >= words.length;
  const inOrder = words.toSorted((a, b) =>
    arabic ? b.left + b.width - (a.left + a.width) : a.left - b.left,
  );
  const gaps = inOrder.slice(1).map((word, at) => {
    const before = inOrder[at]!;
    const gap = arabic ? before.left - (word.left + word.width) : word.left - (before.left + before.width);
    return { at: at + 1, gap };
  });
  const cuts = gaps
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, Math.max(0, columns - 1))
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, inOrder.length];
  return edges.slice(1).map((end, at) =>
    inOrder
      .slice(edges[at], end)
      .map(({ text }) => text)
      .join(' '),
  );
}
