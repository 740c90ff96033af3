import * as Plot from '@observablehq/plot';
import { type Drawing, INK, type Lettering, STYLE } from './chart-style.ts';
import { roundSteps } from './round-steps.ts';
import { stacked } from './stacked.ts';

export interface ThresholdMark {
  readonly threshold: string;
  readonly method: string;
  readonly low: number;
  readonly middle: number;
  /** Absent where nothing bounds it. */
  readonly high?: number;
}

/** How interval and middle of each method move as linkage becomes stricter; under it what stands for which method. */
export function thresholdChart(marks: readonly ThresholdMark[], width: number, say: Lettering): Drawing {
  const methods = [...new Set(marks.map(({ method }) => method))];
  const values = marks.flatMap(({ low, middle, high }) => [low, middle, high ?? middle]);
  const [least, most] = [Math.min(...values) * 0.98, Math.max(...values) * 1.02];
  const scales = {
    color: { type: 'categorical', scheme: 'tableau10', domain: methods },
    symbol: { domain: methods },
  } as const;
  const height = 240;
  const lines = Plot.plot({
    width,
    height,
    marginLeft: 64,
    marginRight: 24,
    marginTop: 16,
    style: STYLE,
    x: { type: 'point', domain: [...new Set(marks.map(({ threshold }) => threshold))], label: null },
    y: {
      type: 'log',
      domain: [least, most],
      label: null,
      ticks: roundSteps(least, most),
      grid: true,
      tickFormat: (value: number) => say.number(value),
    },
    ...scales,
    marks: [
      Plot.areaY(marks, {
        x: 'threshold',
        y1: 'low',
        y2: ({ high }: ThresholdMark) => high ?? most,
        z: 'method',
        fill: 'method',
        fillOpacity: 0.1,
      }),
      Plot.lineY(marks, { x: 'threshold', y: 'middle', z: 'method', stroke: 'method', strokeWidth: 1.5 }),
      Plot.dot(marks, { x: 'threshold', y: 'middle', fill: 'method', symbol: 'method', r: 4 }),
    ],
  });
  const columns = width < 560 ? 1 : 2;
  const names = methods.map((method, at) => ({
    method,
    across: at % columns,
    down: Math.floor(at / columns),
  }));
  const legendHeight = 24 * Math.ceil(methods.length / columns) + 8;
  const legend = Plot.plot({
    width,
    height: legendHeight,
    marginLeft: width < 560 ? 24 : 72,
    marginRight: 0,
    marginTop: 12,
    marginBottom: 12,
    style: STYLE,
    x: { domain: [0, columns], axis: null },
    y: { domain: [0, Math.max(1, Math.ceil(methods.length / columns) - 1)], reverse: true, axis: null },
    ...scales,
    marks: [
      Plot.dot(names, { x: 'across', y: 'down', fill: 'method', symbol: 'method', r: 4 }),
      Plot.text(names, {
        x: 'across',
        y: 'down',
        text: ({ method }: { method: string }) => say.words(method),
        dx: 12,
        textAnchor: 'start',
        fill: INK,
      }),
    ],
  });
  return stacked(width, [lines, height], [legend, legendHeight]);
}
