import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Point, SearchPicture, SiteState } from '../../../src/model/index.ts';
import { useSpeech } from '../speech/speech.tsx';
import { current, isLive, nameIn } from './site-data.ts';

interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

interface PlanProps {
  readonly state: SiteState;
  readonly picture: SearchPicture;
  readonly floor: string;
  readonly selected: string | undefined;
  readonly onSelect: (sector: string | undefined) => void;
  /** Called with the outline once it is closed; absent while nothing is drawn. */
  readonly onDrawn?: ((outline: Point[]) => void) | undefined;
  readonly onGiveUp?: (() => void) | undefined;
}

/** Within so many pixels a click takes the corner that is there. */
const SNAP = 10;

/**
 * The plan of one floor: sectors shaded by what is left to find, hatched where they were searched, leads as numbered
 * flags. It is drawn anew each time it moves, on a canvas, so that thousands of sectors move smoothly; the table of
 * sectors says the same in words and takes the keyboard.
 */
export function PlanCanvas(props: PlanProps) {
  const { state, picture, floor, selected, onSelect, onDrawn, onGiveUp } = props;
  const speech = useSpeech();
  const { say } = speech;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View | undefined>(undefined);
  const image = useRef<HTMLImageElement | undefined>(undefined);
  const [corners, setCorners] = useState<Point[]>([]);
  const pointer = useRef<{ at: Point; from: Point; moved: boolean; down: boolean } | undefined>(undefined);
  const frame = useRef(0);
  const plan = state.floors.find(({ id }) => id === floor);
  const body = plan && current(plan).body;

  const shapes = useMemo(() => shapesOf(state, picture, floor), [state, picture, floor]);
  const layers = useMemo(() => layersOf(shapes), [shapes]);

  const redraw = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const target = canvas.current;
      if (!target || !body) return;
      const wide = target.clientWidth;
      const high = target.clientHeight;
      const dots = window.devicePixelRatio || 1;
      if (target.width !== Math.round(wide * dots)) target.width = Math.round(wide * dots);
      if (target.height !== Math.round(high * dots)) target.height = Math.round(high * dots);
      view.current ??= fitting(body.width, body.height, wide, high);
      const seen = view.current;
      const pen = target.getContext('2d');
      if (!pen) return;
      const style = getComputedStyle(target);
      const ink = {
        ink: style.getPropertyValue('--ink').trim(),
        paper: style.getPropertyValue('--raised').trim(),
        accent: style.getPropertyValue('--accent').trim(),
        line: style.getPropertyValue('--rule').trim(),
      };
      // Custom properties keep light-dark() unresolved; computed colours of real properties do not.
      const probe = style.color;
      draw(pen, {
        dots,
        wide,
        high,
        seen,
        width: body.width,
        height: body.height,
        image: image.current,
        shapes,
        layers,
        selected,
        corners,
        pointer: pointer.current?.at,
        colours: {
          ...ink,
          ink: probe,
          paper: style.backgroundColor,
          accent: style.outlineColor,
          line: style.borderTopColor,
        },
      });
    });
  }, [body, selected, corners, shapes, layers]);

  useEffect(() => {
    const item = body?.image;
    if (item === undefined) {
      image.current = undefined;
      return;
    }
    const picture = new Image();
    picture.onload = redraw;
    picture.src = `/api/items/${encodeURIComponent(item)}/file`;
    image.current = picture;
  }, [body?.image, redraw]);
  useEffect(() => {
    redraw();
  });
  useEffect(() => {
    const observer = new ResizeObserver(redraw);
    if (canvas.current) observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [redraw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another floor is seen whole first
  useEffect(() => {
    view.current = undefined;
    setCorners([]);
  }, [floor]);

  const pointAt = (event: { clientX: number; clientY: number }): Point => {
    const box = canvas.current!.getBoundingClientRect();
    const { x, y, scale } = view.current!;
    return [(event.clientX - box.left - x) / scale, (event.clientY - box.top - y) / scale];
  };
  const zoom = (by: number, about?: { clientX: number; clientY: number }): void => {
    const target = canvas.current;
    if (!target || !view.current) return;
    const box = target.getBoundingClientRect();
    const px = about ? about.clientX - box.left : target.clientWidth / 2;
    const py = about ? about.clientY - box.top : target.clientHeight / 2;
    const { x, y, scale } = view.current;
    const next = Math.min(Math.max(scale * by, 1e-3), 1e4);
    view.current = { scale: next, x: px - ((px - x) * next) / scale, y: py - ((py - y) * next) / scale };
    redraw();
  };
  const finish = (outline: Point[]): void => {
    setCorners([]);
    if (outline.length >= 3) onDrawn?.(outline.map(([x, y]) => [round(x), round(y)]));
  };
  const snapped = (point: Point): Point => {
    const reach = SNAP / (view.current?.scale ?? 1);
    for (const { outline } of shapes)
      for (const corner of outline)
        if (Math.hypot(corner[0] - point[0], corner[1] - point[1]) < reach) return corner;
    return point;
  };

  return (
    <div className="plan">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={say('site.plan-label', { floor: nameIn(speech, body?.name) })}
        className={onDrawn ? 'drawing' : undefined}
        onWheel={(event) => zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event)}
        onPointerDown={(event) => {
          canvas.current?.setPointerCapture(event.pointerId);
          const at = pointAt(event);
          pointer.current = { at, from: at, moved: false, down: true };
        }}
        onPointerMove={(event) => {
          const held = pointer.current;
          const at = pointAt(event);
          if (!held?.down || !view.current) {
            if (onDrawn) {
              pointer.current = { at, from: at, moved: false, down: false };
              redraw();
            }
            return;
          }
          const scale = view.current.scale;
          if (Math.hypot(at[0] - held.from[0], at[1] - held.from[1]) * scale > 5) held.moved = true;
          if (held.moved && !onDrawn) {
            view.current = {
              ...view.current,
              x: view.current.x + (at[0] - held.from[0]) * scale,
              y: view.current.y + (at[1] - held.from[1]) * scale,
            };
          } else held.at = at;
          if (held.moved && onDrawn && corners.length === 0) held.at = at;
          redraw();
        }}
        onPointerUp={(event) => {
          const held = pointer.current;
          pointer.current = undefined;
          if (!held) return;
          const at = pointAt(event);
          if (onDrawn) {
            if (held.moved && corners.length === 0) {
              const [ax, ay] = snapped(held.from);
              const [bx, by] = snapped(at);
              finish([
                [ax, ay],
                [bx, ay],
                [bx, by],
                [ax, by],
              ]);
              return;
            }
            const corner = snapped(at);
            const first = corners[0];
            const reach = SNAP / (view.current?.scale ?? 1);
            if (first && corners.length >= 3 && Math.hypot(first[0] - at[0], first[1] - at[1]) < reach)
              finish(corners);
            else setCorners([...corners, corner]);
            return;
          }
          if (!held.moved) onSelect(sectorAt(shapes, at));
        }}
        onKeyDown={(event) => {
          const step = 40;
          const moves: Record<string, [number, number]> = {
            ArrowLeft: [step, 0],
            ArrowRight: [-step, 0],
            ArrowUp: [0, step],
            ArrowDown: [0, -step],
          };
          const move = moves[event.key];
          if (move && view.current) {
            view.current = { ...view.current, x: view.current.x + move[0], y: view.current.y + move[1] };
            redraw();
          } else if (event.key === '+' || event.key === '=') zoom(1.25);
          else if (event.key === '-') zoom(0.8);
          else if (event.key === 'Enter' && onDrawn) finish(corners);
          else if (event.key === 'Escape' && onDrawn) {
            setCorners([]);
            onGiveUp?.();
          } else return;
          event.preventDefault();
        }}
      />
      <div className="plan-tools">
        <button type="button" onClick={() => zoom(1.25)} aria-label={say('site.closer')}>
          +
        </button>
        <button type="button" onClick={() => zoom(0.8)} aria-label={say('site.farther')}>
          −
        </button>
        <button
          type="button"
          onClick={() => {
            view.current = undefined;
            redraw();
          }}
        >
          {say('site.fit')}
        </button>
      </div>
    </div>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

interface Shape {
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

function shapesOf(state: SiteState, { sectors }: SearchPicture, floor: string): Shape[] {
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
interface Layers {
  readonly shades: readonly { readonly path: Path2D; readonly shade: number }[];
  readonly searched: Path2D;
  readonly outlines: Path2D;
  readonly disputed: Path2D;
}

/** Shades that the eye tells apart. */
const SHADES = 24;

function layersOf(shapes: readonly Shape[]): Layers {
  const shades = Array.from({ length: SHADES + 1 }, (_, at) => ({ path: new Path2D(), shade: at / SHADES }));
  const [searched, outlines, disputed] = [new Path2D(), new Path2D(), new Path2D()];
  for (const shape of shapes) {
    shades[Math.round(shape.shade * SHADES)]!.path.addPath(shape.path);
    if (shape.searched) searched.addPath(shape.path);
    (shape.conflict ? disputed : outlines).addPath(shape.path);
  }
  return { shades, searched, outlines, disputed };
}

function sectorAt(shapes: readonly Shape[], [x, y]: Point): string | undefined {
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

function fitting(width: number, height: number, wide: number, high: number): View {
  const scale = Math.min(wide / width, high / height) * 0.94;
  return { scale, x: (wide - width * scale) / 2, y: (high - height * scale) / 2 };
}

interface Scene {
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

function draw(pen: CanvasRenderingContext2D, scene: Scene): void {
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
