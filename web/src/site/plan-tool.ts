import type { Point } from '../../../src/model/index.ts';
import type { Outline } from './plan-hand.ts';

/** What a hand on the plan does at the moment; without one it looks around and chooses sectors. */
export type PlanTool =
  | {
      readonly is: 'draw';
      readonly corners: Outline;
      readonly onCorners: (corners: Point[]) => void;
      readonly onClose: (outline: Point[]) => void;
    }
  | {
      readonly is: 'shape';
      readonly outline: Outline;
      readonly corner: number;
      readonly onCorner: (corner: number) => void;
      /** A step that can be undone by itself, or one more of the same movement. */
      readonly onShape: (outline: Point[], step: 'new' | 'same') => void;
    }
  | { readonly is: 'pick'; readonly marks: readonly Point[]; readonly onPick: (at: Point) => void };
