/** What stands on a page, in points from its upper left corner as it is to be seen. */
export interface PageMarks {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Lines that are drawn: borders of cells. */
  readonly rules: readonly Rule[];
}

export interface Glyph {
  /** As the file says, one letter or a ligature's; � where it does not say. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

export interface Rule {
  readonly way: 'across' | 'down';
  /** Where it stands: from the top for one that runs across, from the left for one that runs down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const at = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** A glyph as the page's program shows it, or a move before the next in thousandths of the size. */
export type Shown =
  | number
  | { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean };

/** One step of a page's program, in the terms of ISO 32000 chapters 8 and 9. */
export type Step =
  | { readonly do: 'save' | 'restore' | 'begin-text' | 'next-line' | 'end-form' }
  | { readonly do: 'transform' | 'text-matrix'; readonly matrix: Matrix }
  | { readonly do: 'begin-form'; readonly matrix: Matrix | undefined }
  | { readonly do: 'move'; readonly x: number; readonly y: number; readonly leading?: true }
  | { readonly do: 'font'; readonly size: number; readonly scale: number; readonly upright: boolean }
  | { readonly do: 'letter-space' | 'word-space' | 'stretch' | 'leading' | 'rise'; readonly value: number }
  | { readonly do: 'show'; readonly glyphs: readonly Shown[] }
  | { readonly do: 'path'; readonly box: readonly [number, number, number, number] };

interface State {
  matrix: Matrix;
  size: number;
  scale: number;
  upright: boolean;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
}

export const MOST_GLYPHS_A_PAGE = 60_000;
/** Forms within forms beyond this are meant to exhaust a reader. */
const DEEPEST = 200;

/**
 * Runs a page's program and notes where each glyph comes to stand. The order in which a file shows its letters says
 * nothing about the order in which they are read; their places do.
 */
export function pageMarks(
  steps: Iterable<Step>,
  page: { readonly number: number; readonly width: number; readonly height: number; readonly matrix: Matrix },
): PageMarks {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  const saved: State[] = [];
  let state: State = {
    matrix: page.matrix,
    size: 0,
    scale: 0.001,
    upright: true,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  let text = IDENTITY;
  let line = IDENTITY;

  const move = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const show = (shown: readonly Shown[]): void => {
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        text = times(text, [1, 0, 0, 1, (-glyph / 1000) * state.size * state.stretch, 0]);
        continue;
      }
      const advance =
        ((glyph.width ?? 0) * state.scale * state.size +
          state.letterSpace +
          (glyph.isSpace ? state.wordSpace : 0)) *
        state.stretch;
      const width = (glyph.width ?? 0) * state.scale * state.size * state.stretch;
      const whole = times(state.matrix, text);
      const [x0, y0] = at(whole, 0, state.rise);
      const [x1, y1] = at(whole, width, state.rise);
      const height = Math.hypot(whole[2], whole[3]) * state.size;
      // Writing that runs up or down the page is a stamp or a margin's note, not a row.
      const level = Math.abs(y1 - y0) <= Math.abs(x1 - x0) * 0.2 + 0.01;
      const written = glyph.unicode ?? '\ufffd';
      if (level && state.upright && written.trim() !== '' && glyphs.length < MOST_GLYPHS_A_PAGE)
        glyphs.push({
          text: written,
          left: Math.min(x0, x1),
          right: Math.max(x0, x1),
          baseline: y0,
          size: Math.abs(height),
        });
      text = times(text, [1, 0, 0, 1, advance, 0]);
    }
  };
  const rule = ([left, top, right, bottom]: readonly [number, number, number, number]): void => {
    const corners = [at(state.matrix, left, top), at(state.matrix, right, bottom)] as const;
    const [x0, x1] = [Math.min(corners[0][0], corners[1][0]), Math.max(corners[0][0], corners[1][0])];
    const [y0, y1] = [Math.min(corners[0][1], corners[1][1]), Math.max(corners[0][1], corners[1][1])];
    const [wide, high] = [x1 - x0, y1 - y0];
    if (high <= THICKEST && wide >= SHORTEST)
      rules.push({ way: 'across', at: (y0 + y1) / 2, from: x0, to: x1 });
    else if (wide <= THICKEST && high >= SHORTEST)
      rules.push({ way: 'down', at: (x0 + x1) / 2, from: y0, to: y1 });
    else if (wide >= SHORTEST && high >= SHORTEST && wide < page.width * 0.98) {
      // A box: each of its sides may be a border.
      rules.push({ way: 'across', at: y0, from: x0, to: x1 }, { way: 'across', at: y1, from: x0, to: x1 });
      rules.push({ way: 'down', at: x0, from: y0, to: y1 }, { way: 'down', at: x1, from: y0, to: y1 });
    }
  };

  for (const step of steps) {
    switch (step.do) {
      case 'save':
        if (saved.length < DEEPEST) saved.push({ ...state });
        break;
      case 'begin-form':
        if (saved.length < DEEPEST) saved.push({ ...state });
        if (step.matrix) state = { ...state, matrix: times(state.matrix, step.matrix) };
        break;
      case 'restore':
      case 'end-form':
        state = saved.pop() ?? state;
        break;
      case 'transform':
        state.matrix = times(state.matrix, step.matrix);
        break;
      case 'begin-text':
        text = line = IDENTITY;
        break;
      case 'text-matrix':
        text = line = step.matrix;
        break;
      case 'move':
        if (step.leading) state.leading = -step.y;
        move(step.x, step.y);
        break;
      case 'next-line':
        move(0, -state.leading);
        break;
      case 'font':
        Object.assign(state, { size: step.size, scale: step.scale, upright: step.upright });
        break;
      case 'letter-space':
        state.letterSpace = step.value;
        break;
      case 'word-space':
        state.wordSpace = step.value;
        break;
      case 'stretch':
        state.stretch = step.value;
        break;
      case 'leading':
        state.leading = step.value;
        break;
      case 'rise':
        state.rise = step.value;
        break;
      case 'show':
        show(step.glyphs);
        break;
      case 'path':
        rule(step.box);
        break;
    }
  }
  return { page: page.number, width: page.width, height: page.height, glyphs, rules };
}

/** Points: a border is no thicker, and no shorter. */
const THICKEST = 3;
const SHORTEST = 8;
