import * as Plot from '@observablehq/plot';
import { AMBER, type Drawing, INK, type Lettering, STYLE } from './chart-style.ts';
import { roundSteps } from './round-steps.ts';

/** The course of each chain, thinned: what converged looks like grass, what did not like hills. */
export function traceChart(traces: readonly (readonly number[])[], width: number, say: Lettering): Drawing {
  const points = traces.flatMap((draws, chain) => draws.map((value, at) => ({ chain, at, value })));
  return Plot.plot({
    width,
    height: 180,
    marginLeft: 64,
    marginTop: 12,
    style: STYLE,
    x: { axis: null },
    y: { label: null, ticks: 4, grid: true, tickFormat: (value: number) => say.number(value) },
    color: { type: 'categorical', scheme: 'tableau10' },
    marks: [
      Plot.lineY(points, {
        x: 'at',
        y: 'value',
        z: 'chain',
        stroke: 'chain',
        strokeWidth: 0.7,
        strokeOpacity: 0.8,
      }),
    ],
  });
}

export function densityChart(
  points: readonly { readonly at: number; readonly height: number }[],
  width: number,
  say: Lettering,
): Drawing {
  const values = points.map(({ at }) => at);
  const steps = roundSteps(Math.min(...values), Math.max(...values));
  const thinned = width < 500 ? steps.filter((_, at) => at % Math.ceil(steps.length / 4) === 0) : steps;
  return Plot.plot({
    width,
    height: 150,
    marginLeft: 24,
    marginRight: 24,
    marginTop: 12,
    style: STYLE,
    x: {
      type: 'log',
      label: null,
      ticks: thinned,
      tickFormat: (value: number) => say.number(value),
    },
    y: { axis: null },
    marks: [
      Plot.areaY(points, { x: 'at', y: 'height', fill: AMBER, fillOpacity: 0.25 }),
      Plot.lineY(points, { x: 'at', y: 'height', stroke: AMBER, strokeWidth: 1.5 }),
      Plot.ruleY([0], { stroke: INK }),
    ],
  });
}
