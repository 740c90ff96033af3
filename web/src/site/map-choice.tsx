import type { Map as MapPicture } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { type EarthBox, floorOnEarth, type Position } from '../../../src/model/index.ts';
import { DegreeFields, type Degrees, NO_DEGREES, placeOf } from './degree-fields.tsx';
import { type NoMap, openMap } from './map-file.ts';
import { useSpeech } from './speech.ts';

export type FloorOnEarth = ReturnType<typeof floorOnEarth>;

/** Metres on a side: what is larger is no building. */
const LARGEST = 5_000;
/** Of a building, where a place was typed in. */
const NEAR = 18;

/** A part of the map is chosen for a floor: what the box shows, the floor covers. */
export default function MapChoice(props: {
  /** Where other floors of the site lie. */
  readonly near: Position | undefined;
  readonly onChosen: (floor: FloorOnEarth | undefined) => void;
}) {
  const { near } = props;
  const { say, number } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<MapPicture>(undefined);
  const [missing, setMissing] = useState<NoMap>();
  const [chosen, setChosen] = useState<FloorOnEarth>();
  const [place, setPlace] = useState<Degrees>(NO_DEGREES);
  const first = useRef(near);
  const title = useRef(say('plan.map-choose'));
  const onChosen = useRef(props.onChosen);
  onChosen.current = props.onChosen;
  useEffect(() => {
    const target = box.current;
    if (!target) return;
    let wanted = true;
    const opened = openMap(target, ({ minLon, minLat, maxLon, maxLat }) => ({
      locale: { 'Map.Title': title.current },
      ...(first.current
        ? { center: [...first.current], zoom: NEAR }
        : { bounds: [minLon, minLat, maxLon, maxLat] }),
    }));
    void opened.then((made) => {
      if (!wanted) return;
      if (typeof made === 'string') return setMissing(made);
      map.current = made;
      made.touchZoomRotate.disableRotation();
      made.keyboard.disableRotation();
      const told = (): void => {
        const bounds = made.getBounds();
        const floor = floorOnEarth({
          northWest: [bounds.getWest(), bounds.getNorth()],
          southEast: [bounds.getEast(), bounds.getSouth()],
        } satisfies EarthBox);
        const small = Math.max(floor.width, floor.height) <= LARGEST;
        setChosen(floor);
        onChosen.current(small ? floor : undefined);
      };
      made.on('moveend', told);
      told();
    });
    return () => {
      wanted = false;
      onChosen.current(undefined);
      void opened.then((made) => typeof made !== 'string' && made.remove());
    };
  }, []);
  if (missing) return <p className="note">{say(`plan.map-${missing}`)}</p>;
  const typed = placeOf(place);
  return (
    <div className="map-choice">
      <p className="note">{say('plan.map-choose-how')}</p>
      <div ref={box} className="map-box" dir="ltr" />
      <p role="status">
        {chosen &&
          (Math.max(chosen.width, chosen.height) <= LARGEST
            ? say('plan.map-chosen', {
                width: number(chosen.width, { maximumFractionDigits: 0 }),
                height: number(chosen.height, { maximumFractionDigits: 0 }),
              })
            : say('plan.map-closer'))}
      </p>
      <DegreeFields place={place} onPlace={setPlace} />
      <p className="actions">
        <button
          type="button"
          disabled={!typed}
          onClick={() =>
            typed && map.current?.jumpTo({ center: [typed.longitude, typed.latitude], zoom: NEAR })
          }
        >
          {say('plan.map-go')}
        </button>
      </p>
    </div>
  );
}
