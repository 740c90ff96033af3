import type { Drawing } from './chart-style.ts';

/** Several drawings one under the other, as one that can be saved. */
export function stacked(width: number, ...parts: readonly (readonly [Drawing, number])[]): SVGElement {
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const height = parts.reduce((sum, [, own]) => sum + own, 0);
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height));
  let top = 0;
  for (const [part, own] of parts) {
    part.setAttribute('y', String(top));
    whole.append(part);
    top += own;
  }
  return whole;
}
