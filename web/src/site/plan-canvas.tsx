import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Point, SearchPicture, SiteState } from '../../../src/model/index.ts';
import { draw, fitting, layersOf, sectorAt, shapesOf, type View } from './plan-drawing.ts';
import { current, nameIn } from './site-data.ts';
import { useSpeech } from './speech.ts';

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
