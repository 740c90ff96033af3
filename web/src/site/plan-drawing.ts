import type { Point, SearchPicture, SiteState } from '../../../src/model/index.ts';
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
      const { outline, code } = current(sector).body;
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
        shade: (view?.now ?? 0) / most,
        searched: (view?.searches ?? 0) > 0,
        leads: view?.leads ?? 0,
        conflict: sector.versions.length > 1,
      };
    });
}

/** All sectors in a few paths: drawing one of a thousand parts costs far less than a thousand of one part. */
export interface Layers {
  readonly shades: readonly { readonly path: Path2D; readonly shade: number }[];
  readonly searched: Path2D;
  readonly outlines: Path2D;
  readonly disputed: Path2D;
}

/** Shades that the eye tells apart. */
const SHADES = 24;

export function layersOf(shapes: readonly Shape[]): Layers {
  const shades = Array.from({ length: SHADES + 1 }, (_, at) => ({ path: new Path2D(), shade: at / SHADES }));
  const [searched, outlines, disputed] = [new Path2D(), new Path2D(), new Path2D()];
  for (const shape of shapes) {
    shades[Math.round(shape.shade * SHADES)]!.path.addPath(shape.path);
    if (shape.searched) searched.addPath(shape.path);
    (shape.conflict ? disputed : outlines).addPath(shape.path);
  }
  return { shades, searched, outlines, disputed };
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
  readonly image: HTMLImageElement | undefined;
  readonly shapes: readonly Shape[];
  readonly layers: Layers;
  readonly selected: string | undefined;
  readonly corners: readonly Point[];
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
  if (scene.image?.complete && scene.image.naturalWidth > 0) {
    pen.globalAlpha = 0.6;
    pen.drawImage(scene.image, 0, 0, scene.width, scene.height);
    pen.globalAlpha = 1;
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
  for (const { code, middle, leads } of scene.shapes) {
    const x = middle[0] * seen.scale + seen.x;
    const y = middle[1] * seen.scale + seen.y;
    if (x < -40 || y < -20 || x > wide + 40 || y > high + 20) continue;
    if (!crowded) {
      pen.lineWidth = 4;
      pen.strokeStyle = colours.paper;
      pen.strokeText(code, x, y);
      pen.fillStyle = colours.ink;
      pen.fillText(code, x, y);
    }
    if (leads > 0) flag(pen, x, y - 12, leads, colours);
  }
  if (scene.corners.length > 0) {
    pen.beginPath();
    for (const [at, [x, y]] of [...scene.corners, ...(scene.pointer ? [scene.pointer] : [])].entries()) {
      const [px, py] = [x * seen.scale + seen.x, y * seen.scale + seen.y];
      if (at === 0) pen.moveTo(px, py);
      else pen.lineTo(px, py);
    }
    pen.lineWidth = 2;
    pen.strokeStyle = colours.accent;
    pen.stroke();
    for (const [x, y] of scene.corners) {
      pen.fillStyle = colours.accent;
      pen.fillRect(x * seen.scale + seen.x - 3, y * seen.scale + seen.y - 3, 6, 6);
    }
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
