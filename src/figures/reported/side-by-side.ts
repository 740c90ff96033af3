import { comparable, type Incomparable } from './comparable.ts';
import type { ReportedFigure } from './reported-figure.ts';

/** The figures about one thing. Numbers are indices into `figures`. */
export interface ReportedGroup {
  readonly measure: string;
  readonly figures: readonly ReportedFigure[];
  /** Each figure stands in exactly one; all of one set are comparable with each other. */
  readonly sets: readonly (readonly number[])[];
  /** Between two sets: why they are not set side by side. */
  readonly apart: readonly {
    readonly a: number;
    readonly b: number;
    readonly why: readonly Incomparable[];
  }[];
}

/** Puts side by side what may stand there, and says of the rest why not. Groups with the most figures come first. */
export function sideBySide(figures: readonly ReportedFigure[]): ReportedGroup[] {
  const byMeasure = Map.groupBy(figures, ({ measure }) => measure);
  return [...byMeasure]
    .map(([measure, unordered]) => groupOf(measure, unordered.toSorted(byTime)))
    .sort((one, other) => other.figures.length - one.figures.length);
}

const startOf = ({ window, published }: ReportedFigure): string =>
  window?.first ?? window?.last ?? published?.first ?? '9999';
const byTime = (one: ReportedFigure, other: ReportedFigure): number =>
  startOf(one).localeCompare(startOf(other)) || (one.low ?? one.high ?? 0) - (other.low ?? other.high ?? 0);

function groupOf(measure: string, figures: readonly ReportedFigure[]): ReportedGroup {
  const sets: number[][] = [];
  figures.forEach((figure, at) => {
    const fitting = sets.find((set) => set.every((other) => comparable(figure, figures[other]!).comparable));
    if (fitting) fitting.push(at);
    else sets.push([at]);
  });
  const apart = sets.flatMap((one, a) =>
    sets.slice(a + 1).map((other, at) => {
      const why = new Set<Incomparable>();
      for (const x of one)
        for (const y of other) {
          const told = comparable(figures[x]!, figures[y]!);
          if (!told.comparable) for (const reason of told.why) why.add(reason);
        }
      return { a, b: a + 1 + at, why: [...why] };
    }),
  );
  return { measure, figures, sets, apart };
}
