import type {
  PlaneMatrix,
  Point,
  SearchPicture,
  SectorKind,
  SiteState,
  Traced,
} from '../../../src/model/index.ts';
import { MARK, type MarkWords } from './mark-facts.ts';
import type { PlanTool } from './plan-tool.ts';
import { current, isLive } from './site-data.ts';

/** Where the plan lies on the canvas: pixels from its corner, pixels a unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Shape {
  readonly id: string;
  readonly code: string;
  readonly outline: readonly Point[];
  readonly path: Path2D;
  readonly middle: Point;
  readonly kind: SectorKind;
  /** The shorter side of its box. */
  readonly narrow: number;
  /** 0 to 1: how much is left to find here beside the place where most is. */
  readonly shade: number;
  readonly searched: boolean;
  readonly leads: number;
  readonly conflict: boolean;
}

export function shapesOf(state: SiteState, { sectors }: SearchPicture, floor: string): Shape[] {
  const views = new Map(sectors.map((view) => [view.id, view]));
  const most = Math.max(1e-12, ...sectors.map(({ now }) => now));
  return state.sectors
    .filter((sector) => isLive(sector) && current(sector).body.floor === floor)
    .map((sector) => {
      const { outline, code, kind } = current(sector).body;
      const path = new Path2D();
      for (const [at, [x, y]] of outline.entries()) {
        if (at === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
      const middle: Point = [0, 0];
      for (const [x, y] of outline) {
        middle[0] += x / outline.length;
        middle[1] += y / outline.length;
      }
      const view = views.get(sector.id);
      return {
        id: sector.id,
        code,
        outline,
        path,
        middle,
        kind,
        narrow: narrowOf(outline),
        shade: (view?.now ?? 0) / most,
        searched: (view?.searches ?? 0) > 0,
        leads: view?.leads ?? 0,
        conflict: sector.versions.length > 1,
      };
    });
}

function narrowOf(outline: readonly Point[]): number {
  const side = (of: 0 | 1): number => {
    const values = outline.map((corner) => corner[of]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.min(side(0), side(1));
}

/** All sectors in a few paths: drawing one of a thousand parts costs far less than a thousand of one part. */
export interface Layers {
  readonly shades: readonly { readonly path: Path2D; readonly shade: number }[];
  readonly searched: Path2D;
  /** Rooms, corridors, yards; wings; shafts, with what crosses them; voids that are only suspected. */
  readonly outlines: Path2D;
  readonly wings: Path2D;
  readonly shafts: Path2D;
  readonly voids: Path2D;
  readonly disputed: Path2D;
}

/** Shades that the eye tells apart. */
const SHADES = 24;

export function layersOf(shapes: readonly Shape[]): Layers {
  const shades = Array.from({ length: SHADES + 1 }, (_, at) => ({ path: new Path2D(), shade: at / SHADES }));
  const drawn: Omit<Layers, 'shades'> = {
    searched: new Path2D(),
    outlines: new Path2D(),
    wings: new Path2D(),
    shafts: new Path2D(),
    voids: new Path2D(),
    disputed: new Path2D(),
  };
  for (const shape of shapes) {
    shades[Math.round(shape.shade * SHADES)]!.path.addPath(shape.path);
    if (shape.searched) drawn.searched.addPath(shape.path);
    if (shape.kind === 'shaft') cross(drawn.shafts, shape.outline);
    const line = shape.kind === 'wing' ? 'wings' : shape.kind === 'void' ? 'voids' : 'outlines';
    drawn[shape.conflict ? 'disputed' : line].addPath(shape.path);
  }
  return { shades, ...drawn };
}

/** Corner to corner, as a shaft is drawn on plans. */
function cross(path: Path2D, outline: readonly Point[]): void {
  const half = outline.length >> 1;
  for (const at of [0, Math.max(1, half >> 1)]) {
    path.moveTo(...outline[at]!);
    path.lineTo(...outline[(at + half) % outline.length]!);
  }
}

/** A building or storey that is drawn only. */
export function tracedPath(traced: readonly Traced[]): Path2D {
  const path = new Path2D();
  for (const { outline } of traced) {
    for (const [at, [x, y]] of outline.entries()) {
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

export function sectorAt(shapes: readonly Shape[], [x, y]: Point): string | undefined {
  return shapes.findLast(({ outline }) => {
    let odd = false;
    for (let at = 0, before = outline.length - 1; at < outline.length; before = at++) {
      const [ax, ay] = outline[at]!;
      const [bx, by] = outline[before]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
    return odd;
  })?.id;
}

export function fitting(width: number, height: number, wide: number, high: number): View {
  const scale = Math.min(wide / width, high / height) * 0.94;
  return { scale, x: (wide - width * scale) / 2, y: (high - height * scale) / 2 };
}

export interface Scene {
  readonly dots: number;
  readonly wide: number;
  readonly high: number;
  readonly seen: View;
  readonly width: number;
  readonly height: number;
  readonly image: ImageBitmap | undefined;
  /** Without it the picture fills the floor. */
  readonly imageLaid: PlaneMatrix | undefined;
  readonly traced: Path2D;
  readonly markNear: (sector: string) => MarkWords | undefined;
  readonly shapes: readonly Shape[];
  readonly layers: Layers;
  readonly selected: string | undefined;
  readonly tool: PlanTool | undefined;
  readonly pointer: Point | undefined;
  readonly colours: Readonly<Record<'ink' | 'paper' | 'accent' | 'line', string>>;
}

export function draw(pen: CanvasRenderingContext2D, scene: Scene): void {
  const { dots, wide, high, seen, colours } = scene;
  pen.setTransform(dots, 0, 0, dots, 0, 0);
  pen.clearRect(0, 0, wide, high);
  pen.setTransform(dots * seen.scale, 0, 0, dots * seen.scale, dots * seen.x, dots * seen.y);
  pen.lineWidth = 1 / seen.scale;
  pen.strokeStyle = colours.line;
  pen.strokeRect(0, 0, scene.width, scene.height);
  if (scene.image) {
    const [a, b, c, d, e, f] = scene.imageLaid ?? [scene.width, 0, 0, scene.height, 0, 0];
    pen.save();
    pen.globalAlpha = 0.6;
    pen.transform(a, c, b, d, e, f);
    pen.drawImage(scene.image, 0, 0, 1, 1);
    pen.restore();
  }
  pen.fillStyle = colours.accent;
  for (const { path, shade } of scene.layers.shades) {
    pen.globalAlpha = 0.06 + 0.74 * shade;
    pen.fill(path);
  }
  pen.globalAlpha = 1;
  const hatch = hatching(pen, colours.ink, seen.scale);
  if (hatch) {
    pen.fillStyle = hatch;
    pen.fill(scene.layers.searched);
  }
  pen.lineWidth = 1 / seen.scale;
  pen.strokeStyle = colours.ink;
  pen.stroke(scene.layers.outlines);
  pen.stroke(scene.layers.shafts);
  pen.lineWidth = 2.5 / seen.scale;
  pen.stroke(scene.layers.wings);
  pen.lineWidth = 4 / seen.scale;
  pen.globalAlpha = 0.6;
  pen.stroke(scene.traced);
  pen.globalAlpha = 1;
  pen.setLineDash([2 / seen.scale, 3 / seen.scale]);
  pen.lineWidth = 1.5 / seen.scale;
  pen.stroke(scene.layers.voids);
  pen.setLineDash([6 / seen.scale, 4 / seen.scale]);
  pen.lineWidth = 2 / seen.scale;
  pen.stroke(scene.layers.disputed);
  pen.setLineDash([]);
  const chosen = scene.shapes.find(({ id }) => id === scene.selected);
  if (chosen) {
    pen.lineWidth = 3 / seen.scale;
    pen.strokeStyle = colours.accent;
    pen.stroke(chosen.path);
  }
  pen.setTransform(dots, 0, 0, dots, 0, 0);
  pen.font = '600 12px "Sanad Sans", "Noto Sans Variable", system-ui, sans-serif';
  pen.lineJoin = 'round';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const crowded =
    scene.shapes.length > 400 &&
    seen.scale * Math.sqrt((scene.width * scene.height) / scene.shapes.length) < 34;
  for (const { id, code, middle, leads, narrow } of scene.shapes) {
    const x = middle[0] * seen.scale + seen.x;
    const y = middle[1] * seen.scale + seen.y;
    if (x < -40 || y < -20 || x > wide + 40 || y > high + 20) continue;
    const mark = narrow * seen.scale > MARK_FROM ? scene.markNear(id) : undefined;
    if (mark) drawMark(pen, mark, x, y + 8, colours);
    if (mark) label(pen, code, x, y - (narrow * seen.scale) / 2 + 12, colours);
    else if (!crowded) {
      label(pen, code, x, y, colours);
    }
    if (leads > 0) flag(pen, x, y - 12, leads, colours);
  }
  if (scene.tool) drawTool(pen, scene, scene.tool);
}

/** Shorter side on the screen from which a sector shows its mark, in pixels. */
const MARK_FROM = 190;

function label(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colours: Scene['colours'],
  room?: number,
): void {
  pen.lineWidth = 4;
  pen.strokeStyle = colours.paper;
  pen.strokeText(text, x, y, room);
  pen.fillStyle = colours.ink;
  pen.fillText(text, x, y, room);
}

function drawMark(
  pen: CanvasRenderingContext2D,
  mark: MarkWords,
  x: number,
  y: number,
  colours: Scene['colours'],
): void {
  const { half, circle, side, above, below, lineHeight, first } = MARK;
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  pen.fillStyle = colours.paper;
  pen.globalAlpha = 0.85;
  pen.fillRect(x - half, y - half, 2 * half, 2 * half);
  pen.globalAlpha = 1;
  pen.strokeRect(x - half, y - half, 2 * half, 2 * half);
  if (mark.whole) {
    pen.beginPath();
    pen.arc(x, y, circle, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.fillStyle = colours.ink;
  for (const [at, line] of mark.inside.entries()) pen.fillText(line, x, y + first + at * lineHeight, 92);
  label(pen, mark.left, x - side, y, colours);
  label(pen, mark.right, x + side, y, colours);
  label(pen, mark.above, x, y + above, colours, 150);
  label(pen, mark.below, x, y + below, colours);
}

/** What the hand has drawn so far, and the cross that the keyboard moves. */
function drawTool(pen: CanvasRenderingContext2D, scene: Scene, tool: PlanTool): void {
  const { seen, colours, pointer } = scene;
  const on = ([x, y]: Point): Point => [x * seen.scale + seen.x, y * seen.scale + seen.y];
  pen.strokeStyle = colours.accent;
  pen.fillStyle = colours.accent;
  pen.lineWidth = 2;
  const line = (points: readonly Point[], end: 'open' | 'closed'): void => {
    pen.beginPath();
    for (const point of points) pen.lineTo(...on(point));
    if (end === 'closed') pen.closePath();
    pen.stroke();
  };
  const knot = (point: Point, half: number): void => {
    const [x, y] = on(point);
    pen.fillRect(x - half, y - half, 2 * half, 2 * half);
  };
  if (tool.is === 'draw') {
    line([...tool.corners, ...(pointer && tool.corners.length > 0 ? [pointer] : [])], 'open');
    for (const corner of tool.corners) knot(corner, 3);
  } else if (tool.is === 'shape') {
    line(tool.outline, 'closed');
    for (const [at, corner] of tool.outline.entries()) {
      knot(corner, at === tool.corner ? 7 : 4);
      const next = tool.outline[(at + 1) % tool.outline.length]!;
      knot([(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2], 2);
    }
  } else
    for (const [at, mark] of tool.marks.entries()) {
      const [x, y] = on(mark);
      pen.beginPath();
      pen.arc(x, y, 5, 0, 2 * Math.PI);
      pen.stroke();
      label(pen, String(at + 1), x + 12, y - 8, colours);
      pen.strokeStyle = colours.accent;
      pen.lineWidth = 2;
    }
  if (pointer && tool.is !== 'shape') {
    const [x, y] = on(pointer);
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(x - 9, y);
    pen.lineTo(x + 9, y);
    pen.moveTo(x, y - 9);
    pen.lineTo(x, y + 9);
    pen.stroke();
  }
}

function flag(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  leads: number,
  colours: Scene['colours'],
): void {
  pen.fillStyle = colours.ink;
  pen.fillRect(x - 0.75, y - 14, 1.5, 14);
  pen.fillRect(x, y - 14, 15, 11);
  pen.fillStyle = colours.paper;
  pen.fillText(String(leads), x + 7.5, y - 8);
}

function hatching(pen: CanvasRenderingContext2D, ink: string, scale: number): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const line = tile.getContext('2d');
  if (!line) return null;
  line.strokeStyle = ink;
  line.globalAlpha = 0.55;
  line.lineWidth = 1;
  line.beginPath();
  line.moveTo(0, 8);
  line.lineTo(8, 0);
  line.stroke();
  const pattern = pen.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}
