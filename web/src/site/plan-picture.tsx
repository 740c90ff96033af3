import { useState } from 'react';
import {
  type ItemId,
  inverse,
  type PlaneMatrix,
  type Point,
  placed,
  planeFit,
  type SiteBody,
} from '../../../src/model/index.ts';
import { ChoosePlanFile, type PlanFile } from './plan-file.tsx';
import type { PlanTool } from './plan-tool.ts';
import { useSpeech } from './speech.ts';

type Floor = SiteBody<'floor'>;

/** A picture under a floor, and how it lies there. */
export interface PictureUnder {
  readonly image: ItemId;
  readonly page?: number | undefined;
  readonly imageLaid?: Floor['imageLaid'];
}

/** A point of the picture, itself taken as 1 wide and 1 high, and where on the plan it belongs. */
interface Pair {
  readonly picture: Point;
  readonly plan: Point;
}

/** A picture that is put under a floor, exchanged or moved, while outlines stay where they are. */
export interface Laying {
  readonly under: PictureUnder | undefined;
  readonly pairs: readonly Pair[];
  readonly tool: PlanTool;
  readonly onFile: (file: PlanFile | undefined) => void;
  readonly onBack: () => void;
}

const filling = ({ width, height }: Floor): PlaneMatrix => [width, 0, 0, height, 0, 0];
const sidesOf = ([a, b, c, d]: PlaneMatrix): readonly [number, number] => [
  Math.hypot(a, c),
  Math.hypot(b, d),
];
/** Nearer than this the sides of two pictures are alike: the same sheet, taken anew. */
const ALIKE = 0.02;

/** Before any point is shared: as the picture before it lay where both are alike, else as large as fits the floor. */
export function firstLaid(floor: Floor, file: Pick<PlanFile, 'width' | 'height'>): PlaneMatrix {
  const before = floor.imageLaid ?? filling(floor);
  const [wide, high] = sidesOf(before);
  if (floor.image !== undefined && Math.abs((wide / high) * (file.height / file.width) - 1) < ALIKE)
    return before;
  const scale = Math.min(floor.width / file.width, floor.height / file.height);
  const [width, height] = [file.width * scale, file.height * scale];
  return [width, 0, 0, height, (floor.width - width) / 2, (floor.height - height) / 2];
}

/** By shared points, from two on; the picture keeps its own proportions up to three. */
export function laidBy(first: PlaneMatrix, pairs: readonly Pair[]): PlaneMatrix {
  const [wide, high] = sidesOf(first);
  const fit = planeFit(
    pairs.map(({ picture: [x, y] }): Point => [x * wide, y * high]),
    pairs.map(({ plan }) => plan),
  );
  if (!fit) return first;
  const [a, b, c, d, e, f] = fit.matrix;
  return [a * wide, b * high, c * wide, d * high, e, f];
}

export function useLaying(floor: Floor | undefined): Laying & { readonly begin: () => void } {
  const [file, setFile] = useState<PlanFile>();
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [from, setFrom] = useState<Point>();
  const image = file?.item ?? floor?.image;
  const page = file ? file.page : floor?.page;
  const first = floor && (file ? firstLaid(floor, file) : (floor.imageLaid ?? filling(floor)));
  const imageLaid = first && laidBy(first, pairs);
  const begin = (): void => {
    setFile(undefined);
    setPairs([]);
    setFrom(undefined);
  };
  return {
    begin,
    under: image && imageLaid && { image, page, imageLaid: [...imageLaid] },
    pairs,
    tool: {
      is: 'pick',
      marks: [...pairs.map(({ plan }) => plan), ...(from ? [from] : [])],
      onPick: (at) => {
        if (!imageLaid || image === undefined) return;
        if (!from) return setFrom(at);
        setPairs([...pairs, { picture: placed(inverse(imageLaid), from), plan: at }]);
        setFrom(undefined);
      },
    },
    onFile: (next) => {
      begin();
      setFile(next);
    },
    onBack: () => (from ? setFrom(undefined) : setPairs(pairs.slice(0, -1))),
  };
}

export function PictureForm(props: {
  readonly floor: Floor;
  readonly laying: Laying;
  readonly onKeep: (floor: Floor) => void;
  readonly onCancel: () => void;
}) {
  const { say } = useSpeech();
  const { floor, laying } = props;
  const { under, pairs } = laying;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!under) return;
        const { page, ...laid } = under;
        const { page: _, ...rest } = floor;
        props.onKeep({ ...rest, ...laid, ...(page !== undefined && { page }) });
      }}
    >
      <ChoosePlanFile onChosen={laying.onFile} />
      {under && (
        <>
          <p className="note">{say('plan.picture-how')}</p>
          <p role="status">{say('plan.picture-pairs', { count: pairs.length })}</p>
        </>
      )}
      <p className="actions">
        <button type="submit" className="main" disabled={!under}>
          {say('plan.picture-keep')}
        </button>
        <button
          type="button"
          disabled={laying.tool.is !== 'pick' || laying.tool.marks.length === 0}
          onClick={laying.onBack}
        >
          {say('plan.undo-shape')}
        </button>
        {floor.image !== undefined && (
          <button
            type="button"
            onClick={() => {
              const { image, page, imageLaid, ...rest } = floor;
              props.onKeep(rest);
            }}
          >
            {say('plan.picture-away')}
          </button>
        )}
        <button type="button" onClick={props.onCancel}>
          {say('site.cancel')}
        </button>
      </p>
    </form>
  );
}
