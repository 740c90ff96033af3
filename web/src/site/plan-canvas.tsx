import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import {
  georeferenceOf,
  type KnownPoint,
  type Point,
  type SearchPicture,
  type SiteState,
} from '../../../src/model/index.ts';
import type { Follower } from './map-under.tsx';
import { type MarkWords, markOf } from './mark-facts.ts';
import { draw, fitting, layersOf, sectorAt, shapesOf, tracedPath, type View } from './plan-drawing.ts';
import { handleAt, rounded, snapped, withCornerAdded, withCornerMoved, withoutCorner } from './plan-hand.ts';
import { usePlanImage } from './plan-image.ts';
import type { PictureUnder } from './plan-picture.tsx';
import type { PlanTool } from './plan-tool.ts';
import { current, nameIn } from './site-data.ts';
import { useSpeech } from './speech.ts';

const MapUnder = lazy(() => import('./map-under.tsx'));

interface PlanProps {
  readonly state: SiteState;
  readonly picture: SearchPicture;
  readonly floor: string;
  readonly selected: string | undefined;
  readonly onSelect: (sector: string | undefined) => void;
  readonly tool?: PlanTool | undefined;
  readonly onGiveUp?: (() => void) | undefined;
  /** A picture that is being laid under the floor in place of the one that is kept. */
  readonly laying?: PictureUnder | undefined;
  /** Whether the map lies under the plan, where the floor is laid on the earth. */
  readonly mapped: boolean;
}

/** Within so many pixels a click takes the corner that is there; a finger is blunter than a mouse. */
const SNAP = 10;
const FINGER = 22;
/** Pixels that an arrow key moves the plan, the cross or a corner; with Shift. */
const STEP = { plan: 40, fine: 4, far: 40 } as const;

interface Held {
  readonly from: Point;
  at: Point;
  moved: boolean;
  /** The corner of an outline that is dragged. */
  readonly corner?: number;
}

/**
 * The plan of one floor: sectors shaded by what is left to find, hatched where they were searched, leads as numbered
 * flags, marks where one is near enough. It is drawn anew each time it moves, on a canvas, so that thousands of sectors
 * move smoothly; the table of sectors says the same in words and takes the keyboard.
 */
export function PlanCanvas(props: PlanProps) {
  const { state, picture, floor, selected, onSelect, tool, onGiveUp, mapped } = props;
  const speech = useSpeech();
  const { say } = speech;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View | undefined>(undefined);
  /** The cross: where the pointer is, or where the keyboard moved it. */
  const cross = useRef<Point | undefined>(undefined);
  const held = useRef<Held | undefined>(undefined);
  const fingers = useRef(new Map<number, { clientX: number; clientY: number }>());
  const frame = useRef(0);
  const plan = state.floors.find(({ id }) => id === floor);
  const body = plan && current(plan).body;
  const under = props.laying ?? body;
  const image = usePlanImage(under?.image, under?.page);
  const imageLaid = under?.imageLaid;
  // by what it says: the same points, fetched again, are no other map
  const known = mapped ? JSON.stringify(body?.known ?? []) : '[]';
  const laid = useMemo(() => georeferenceOf(JSON.parse(known) as KnownPoint[]), [known]);
  const follower = useRef<Follower | undefined>(undefined);

  const shapes = useMemo(() => shapesOf(state, picture, floor), [state, picture, floor]);
  const layers = useMemo(() => layersOf(shapes), [shapes]);
  const traced = useMemo(() => tracedPath(body?.traced ?? []), [body?.traced]);
  // Made when one comes near enough to be read: of thousands of sectors that are few.
  const markNear = useMemo(() => {
    const made = new Map<string, MarkWords | undefined>();
    return (sector: string): MarkWords | undefined => {
      if (!made.has(sector)) made.set(sector, markOf(speech, state, sector));
      return made.get(sector);
    };
  }, [state, speech]);

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
      const pen = target.getContext('2d');
      if (!pen) return;
      // Custom properties keep light-dark() unresolved; computed colours of real properties do not.
      const style = getComputedStyle(target);
      draw(pen, {
        dots,
        wide,
        high,
        seen: view.current,
        width: body.width,
        height: body.height,
        image: image.bitmap,
        imageLaid,
        traced,
        markNear,
        shapes,
        layers,
        selected,
        tool,
        pointer: tool && cross.current,
        colours: {
          ink: style.color,
          paper: getComputedStyle(target.parentElement!).backgroundColor,
          accent: style.outlineColor,
          line: style.borderTopColor,
        },
      });
      follower.current?.(view.current, wide, high);
    });
  }, [body, selected, tool, shapes, layers, traced, markNear, image, imageLaid]);

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
    cross.current = undefined;
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
  const shift = (x: number, y: number): void => {
    if (!view.current) return;
    view.current = { ...view.current, x: view.current.x + x, y: view.current.y + y };
    redraw();
  };
  /** Pixels as units of the plan. */
  const units = (pixels: number): number => pixels / (view.current?.scale ?? 1);
  const reachOf = (event: { pointerType?: string }): number =>
    units(event.pointerType === 'touch' ? FINGER : SNAP);
  const snap = (point: Point, reach: number): Point =>
    rounded(
      snapped(
        point,
        shapes.map(({ outline }) => outline),
        reach,
      ),
    );

  const put = (at: Point, reach: number): void => {
    if (tool?.is === 'pick') tool.onPick(rounded(at));
    if (tool?.is !== 'draw') return;
    const [first] = tool.corners;
    const closes =
      first && tool.corners.length >= 3 && Math.hypot(first[0] - at[0], first[1] - at[1]) < reach;
    if (closes) tool.onClose([...tool.corners]);
    else tool.onCorners([...tool.corners, snap(at, reach)]);
  };

  const onKey = (key: string, far: boolean): boolean => {
    if (!view.current) return false;
    const arrow = ARROWS[key];
    const target = canvas.current!;
    const middle: Point = [
      (target.clientWidth / 2 - view.current.x) / view.current.scale,
      (target.clientHeight / 2 - view.current.y) / view.current.scale,
    ];
    if (arrow) {
      const step = units(far ? STEP.far : STEP.fine);
      if (tool?.is === 'shape') {
        const [x, y] = tool.outline[tool.corner]!;
        const to = rounded([x + arrow[0] * step, y + arrow[1] * step]);
        tool.onShape(withCornerMoved(tool.outline, tool.corner, to), 'same');
      } else if (tool) {
        const [x, y] = cross.current ?? middle;
        cross.current = [x + arrow[0] * step, y + arrow[1] * step];
        redraw();
      } else shift(-arrow[0] * STEP.plan, -arrow[1] * STEP.plan);
      return true;
    }
    if (key === '+' || key === '=') zoom(1.25);
    else if (key === '-') zoom(0.8);
    else if (key === 'Escape' && tool) onGiveUp?.();
    else if (tool?.is === 'shape') return shapeKey(tool, key);
    else if (tool && (key === ' ' || (tool.is === 'pick' && key === 'Enter')))
      put(cross.current ?? middle, units(SNAP));
    else if (tool?.is === 'draw' && key === 'Enter') {
      if (tool.corners.length >= 3) tool.onClose([...tool.corners]);
    } else if (tool?.is === 'draw' && (key === 'Backspace' || key === 'z'))
      tool.onCorners(tool.corners.slice(0, -1));
    else return false;
    return true;
  };

  return (
    <div className="plan">
      <div className={laid ? 'plan-ground mapped' : 'plan-ground'}>
        {laid && (
          <Suspense fallback={null}>
            <MapUnder laid={laid} follower={follower} onReady={redraw} />
          </Suspense>
        )}
        <canvas
          ref={canvas}
          tabIndex={0}
          role="img"
          aria-label={say('site.plan-label', { floor: nameIn(speech, body?.name) })}
          className={tool ? 'drawing' : undefined}
          onWheel={(event) => zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event)}
          onPointerDown={(event) => {
            canvas.current?.setPointerCapture(event.pointerId);
            fingers.current.set(event.pointerId, event);
            if (fingers.current.size > 1 || !view.current) {
              held.current = undefined;
              return;
            }
            const at = pointAt(event);
            held.current = { from: at, at, moved: false };
            if (tool?.is !== 'shape') return;
            const handle = handleAt(tool.outline, at, reachOf(event));
            if (!handle) return;
            const corner = 'corner' in handle ? handle.corner : handle.side + 1;
            const outline =
              'corner' in handle ? [...tool.outline] : withCornerAdded(tool.outline, handle.side);
            tool.onShape(outline, 'new');
            tool.onCorner(corner);
            held.current = { from: at, at, moved: false, corner };
          }}
          onPointerMove={(event) => {
            const before = fingers.current.get(event.pointerId);
            if (before) fingers.current.set(event.pointerId, event);
            if (before && fingers.current.size === 2) {
              pinch(before, event, [...fingers.current].find(([id]) => id !== event.pointerId)![1]);
              return;
            }
            if (!view.current) return;
            const at = pointAt(event);
            if (tool) cross.current = at;
            const hand = held.current;
            if (hand && Math.hypot(at[0] - hand.from[0], at[1] - hand.from[1]) > units(5)) hand.moved = true;
            if (hand?.moved) {
              if (hand.corner !== undefined && tool?.is === 'shape')
                tool.onShape(withCornerMoved(tool.outline, hand.corner, snap(at, reachOf(event))), 'same');
              else if (tool?.is !== 'draw')
                shift((at[0] - hand.from[0]) / units(1), (at[1] - hand.from[1]) / units(1));
              hand.at = at;
            }
            if (tool) redraw();
          }}
          onPointerUp={(event) => {
            fingers.current.delete(event.pointerId);
            const hand = held.current;
            held.current = undefined;
            if (!hand || !view.current) return;
            const at = pointAt(event);
            const reach = reachOf(event);
            if (tool?.is === 'draw' && hand.moved && tool.corners.length === 0) {
              const [ax, ay] = snap(hand.from, reach);
              const [bx, by] = snap(at, reach);
              tool.onClose([
                [ax, ay],
                [bx, ay],
                [bx, by],
                [ax, by],
              ]);
            } else if (tool?.is === 'draw' || (tool?.is === 'pick' && !hand.moved)) put(at, reach);
            else if (!hand.moved && !tool) onSelect(sectorAt(shapes, at));
          }}
          onPointerCancel={(event) => {
            fingers.current.delete(event.pointerId);
            held.current = undefined;
          }}
          onKeyDown={(event) => {
            if (onKey(event.key, event.shiftKey)) event.preventDefault();
          }}
        />
      </div>
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
      {image.state === 'missing' && <p className="note">{say('plan.image-missing')}</p>}
    </div>
  );

  /** Two fingers: the plan follows their middle and grows with the distance between them. */
  function pinch(
    before: { clientX: number; clientY: number },
    now: { clientX: number; clientY: number },
    other: { clientX: number; clientY: number },
  ): void {
    const apart = (one: typeof now): number =>
      Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const middle = { clientX: (now.clientX + other.clientX) / 2, clientY: (now.clientY + other.clientY) / 2 };
    if (apart(before) > 1) zoom(apart(now) / apart(before), middle);
    shift((now.clientX - before.clientX) / 2, (now.clientY - before.clientY) / 2);
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function shapeKey(tool: Extract<PlanTool, { is: 'shape' }>, key: string): boolean {
  const count = tool.outline.length;
  if (key === 'PageDown') tool.onCorner((tool.corner + 1) % count);
  else if (key === 'PageUp') tool.onCorner((tool.corner + count - 1) % count);
  else if (key === 'Insert') {
    tool.onShape(withCornerAdded(tool.outline, tool.corner), 'new');
    tool.onCorner(tool.corner + 1);
  } else if (key === 'Delete') {
    tool.onShape(withoutCorner(tool.outline, tool.corner), 'new');
    tool.onCorner(Math.min(tool.corner, Math.max(2, count - 2)));
  } else return false;
  return true;
}
