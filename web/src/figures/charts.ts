import * as Plot from '@observablehq/plot';
import { ACCENT, type Drawing, INK, type Lettering, QUIET, STYLE } from './chart-style.ts';
import { roundSteps } from './round-steps.ts';
import { stacked } from './stacked.ts';

export { densityChart, traceChart } from './chain-charts.ts';
export type { Lettering } from './chart-style.ts';
export { thresholdChart } from './threshold-chart.ts';

/** The pictures of the page of figures. Fetched only when one is drawn. Each stands left to right in its own box. */

export interface ReportedMark {
  readonly label: string;
  readonly first: string;
  readonly last: string;
  readonly low: number;
  readonly high: number;
  /** An end that the words leave open. */
  readonly open?: 'low' | 'high';
  readonly denied: boolean;
}

const day = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

/** Figures over time: a bar is as long as the window that the words give, as high as the range; open ends are arrows. */
export function reportedChart(marks: readonly ReportedMark[], width: number, say: Lettering): Drawing {
  const values = marks.flatMap(({ low, high }) => [low, high]).filter((value) => value > 0);
  const wide = Math.max(...values) / Math.min(...values) > 12;
  const rows = marks.map((mark) => ({ ...mark, x1: day(mark.first), x2: day(mark.last) }));
  const days = rows.flatMap(({ x1, x2 }) => [x1.getTime(), x2.getTime()]);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const years = to - from > 2.5 * 365 * 86_400_000;
  const margin = Math.max((to - from) * 0.08, 3 * 86_400_000);
  return Plot.plot({
    width,
    height: 240,
    marginLeft: 64,
    marginRight: 36,
    marginTop: 24,
    style: STYLE,
    x: {
      type: 'utc',
      domain: [new Date(from - margin), new Date(to + margin)],
      label: null,
      ticks: width < 500 ? 3 : 6,
      tickFormat: (at: Date) => say.day(at.toISOString().slice(0, years ? 4 : 10)),
    },
    y: {
      type: wide ? 'log' : 'linear',
      ...(wide
        ? { domain: [Math.min(...values) / 1.6, Math.max(...values) * 1.6] }
        : { domain: [0, Math.max(...values) * 1.15] }),
      label: null,
      ticks: wide ? roundSteps(Math.min(...values) / 1.6, Math.max(...values) * 1.6) : 4,
      grid: true,
      tickFormat: (value: number) => say.number(value),
    },
    marks: [
      Plot.rect(
        rows.filter(({ low, high, open }) => open === undefined && low < high),
        { x1: 'x1', x2: 'x2', y1: 'low', y2: 'high', fill: ACCENT, fillOpacity: 0.2 },
      ),
      ...([false, true] as const).map((denied) =>
        Plot.ruleY(
          rows.filter((mark) => mark.denied === denied),
          {
            x1: 'x1',
            x2: 'x2',
            y: (mark: ReportedMark) => (mark.open === 'low' ? mark.high : mark.low),
            stroke: ACCENT,
            strokeWidth: 5,
            strokeOpacity: 0.85,
            ...(denied ? { strokeDasharray: '4 3' } : {}),
          },
        ),
      ),
      Plot.dot(rows, {
        x: 'x1',
        y: (mark: ReportedMark) => (mark.open === 'low' ? mark.high : mark.low),
        r: 4,
        fill: (mark: ReportedMark) => (mark.denied ? 'var(--paper)' : ACCENT),
        stroke: ACCENT,
        strokeWidth: 1.5,
      }),
      Plot.text(rows, {
        x: 'x2',
        y: (mark: ReportedMark) => (mark.open === 'low' ? mark.high : mark.low),
        text: (mark: ReportedMark) =>
          `${mark.open === 'high' ? '↑ ' : mark.open === 'low' ? '↓ ' : ''}${say.words(mark.label)}`,
        dy: -11,
        textAnchor: 'middle',
        fill: INK,
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
    ],
  });
}

export interface IntervalMark {
  readonly method: string;
  readonly series: string;
  readonly low: number;
  readonly middle: number;
  /** Absent where nothing bounds it. */
  readonly high?: number;
  readonly ok: boolean;
}

/** One interval a method and linkage, its name above it; the shaded strip is how many are named, as far as that is open. */
export function intervalChart(
  marks: readonly IntervalMark[],
  named: { readonly low: number; readonly high: number } | undefined,
  width: number,
  say: Lettering,
): Drawing {
  const most = Math.max(
    ...(named ? [named.high] : []),
    ...marks.map(({ middle, high }) => high ?? middle * 1.5),
  );
  const least = Math.min(...(named ? [named.low] : []), ...marks.map(({ low }) => low));
  const rows = marks.map((mark) => ({
    ...mark,
    row: `${mark.method} · ${mark.series}`,
    high: mark.high ?? most,
  }));
  const wide = most / Math.max(1, least) > 12;
  // on a narrow screen the name takes two lines
  const narrow = width < 560;
  const dy = narrow ? 16 : 8;
  return Plot.plot({
    width,
    height: 50 + rows.length * (narrow ? 58 : 40),
    marginLeft: 16,
    marginRight: 24,
    marginTop: 28,
    style: STYLE,
    x: {
      type: wide ? 'log' : 'linear',
      domain: wide ? [least * 0.9, most * 1.05] : [0, most * 1.05],
      label: null,
      ticks: wide ? roundSteps(least * 0.9, most * 1.05) : width < 560 ? 3 : 6,
      axis: 'top',
      grid: true,
      tickFormat: (value: number) => say.number(value),
    },
    y: { domain: rows.map(({ row }) => row), axis: null },
    marks: [
      ...(named
        ? [
            Plot.rect([named], { x1: 'low', x2: 'high', fill: INK, fillOpacity: 0.1 }),
            Plot.ruleX([named.low, named.high], { stroke: INK, strokeOpacity: 0.4 }),
          ]
        : []),
      ...([true, false] as const).map((ok) =>
        Plot.ruleY(
          rows.filter((mark) => mark.ok === ok),
          {
            y: 'row',
            x1: 'low',
            x2: 'high',
            dy,
            stroke: ok ? ACCENT : QUIET,
            strokeWidth: 8,
            strokeOpacity: 0.5,
            ...(ok ? {} : { strokeDasharray: '3 3' }),
          },
        ),
      ),
      Plot.tickX(rows, {
        y: 'row',
        x: 'middle',
        dy,
        stroke: (mark: IntervalMark) => (mark.ok ? ACCENT : QUIET),
        strokeWidth: 2.5,
        inset: narrow ? 20 : 12,
      }),
      Plot.text(rows, {
        y: 'row',
        frameAnchor: 'left',
        text: ({ method, series, row }: IntervalMark & { row: string }) =>
          narrow ? `${say.words(method)}\n${say.words(series)}` : say.words(row),
        lineAnchor: 'bottom',
        dy: narrow ? 6 : -3,
        textAnchor: 'start',
        fill: INK,
        stroke: 'var(--paper)',
        strokeWidth: 4,
      }),
    ],
  });
}

export interface OverlapMark {
  readonly lists: readonly string[];
  readonly count: number;
}

/** Who is on which lists: a bar for each combination, and under it the lists that make it (UpSet, Lex and others 2014). */
export function overlapChart(
  lists: readonly string[],
  marks: readonly OverlapMark[],
  width: number,
  say: Lettering,
): Drawing {
  const columns = marks.map((mark, at) => ({ ...mark, at }));
  const dots = columns.flatMap(({ at, lists: on }) =>
    lists.map((list) => ({ at, list, on: on.includes(list) })),
  );
  const narrow = width < 560;
  const marginLeft = narrow ? 96 : 220;
  const short = (name: string): string =>
    say.words(narrow && name.length > 13 ? `${name.slice(0, 12)}…` : name);
  const x = { domain: columns.map(({ at }) => at), axis: null, padding: 0.25 } as const;
  const barsHeight = 170;
  const dotsHeight = 26 * lists.length + 12;
  const bars = Plot.plot({
    width,
    height: barsHeight,
    marginLeft,
    marginBottom: 2,
    marginTop: 22,
    style: STYLE,
    x,
    y: { label: null, ticks: 4, grid: true, tickFormat: (value: number) => say.number(value) },
    marks: [
      Plot.barY(columns, { x: 'at', y: 'count', fill: ACCENT }),
      Plot.text(columns, {
        x: 'at',
        y: 'count',
        text: ({ count }: OverlapMark) => say.number(count),
        dy: -8,
        fill: INK,
        fontSize: narrow ? 9 : 12,
      }),
      Plot.ruleY([0], { stroke: INK }),
    ],
  });
  const matrix = Plot.plot({
    width,
    height: dotsHeight,
    marginLeft,
    marginTop: 4,
    marginBottom: 6,
    style: STYLE,
    x,
    y: { domain: [...lists], label: null, tickSize: 0, tickFormat: short },
    marks: [
      Plot.dot(dots, { x: 'at', y: 'list', r: narrow ? 3 : 5, fill: 'var(--line)' }),
      Plot.link(
        columns.filter(({ lists: on }) => on.length > 1),
        {
          x1: 'at',
          x2: 'at',
          y1: ({ lists: on }: OverlapMark) => lists.find((list) => on.includes(list)),
          y2: ({ lists: on }: OverlapMark) => lists.findLast((list) => on.includes(list)),
          stroke: ACCENT,
          strokeWidth: 2,
        },
      ),
      Plot.dot(
        dots.filter(({ on }) => on),
        { x: 'at', y: 'list', r: narrow ? 3 : 5, fill: ACCENT },
      ),
    ],
  });
  return stacked(width, [bars, barsHeight], [matrix, dotsHeight]);
}

export interface CountMark {
  readonly label: string;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/** Counts as bars, what linkage leaves open as a line across their ends. */
export function countChart(marks: readonly CountMark[], width: number, say: Lettering): Drawing {
  const narrow = width < 560;
  return Plot.plot({
    width,
    height: 30 + marks.length * 24,
    marginLeft: narrow ? 110 : 200,
    marginRight: 44,
    marginTop: 22,
    style: STYLE,
    x: {
      label: null,
      axis: 'top',
      ticks: narrow ? 3 : 6,
      grid: true,
      tickFormat: (value: number) => say.number(value),
    },
    y: {
      domain: marks.map(({ label }) => label),
      label: null,
      tickSize: 0,
      padding: 0.3,
      tickFormat: (label: string) =>
        say.words(narrow && label.length > 16 ? `${label.slice(0, 15)}…` : label),
    },
    marks: [
      Plot.barX(marks, { y: 'label', x: 'count', fill: ACCENT, fillOpacity: 0.35 }),
      Plot.ruleY(marks, { y: 'label', x1: 'low', x2: 'high', stroke: INK, strokeWidth: 1.5 }),
      Plot.tickX(marks, { y: 'label', x: 'count', stroke: ACCENT, strokeWidth: 2 }),
      Plot.ruleX([0], { stroke: INK }),
    ],
  });
}
