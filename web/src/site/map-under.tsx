import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Georeference } from '../../../src/model/index.ts';
import { cameraUnder } from './map-camera.ts';
import { type NoMap, openMap } from './map-file.ts';
import type { View } from './plan-drawing.ts';
import { useSpeech } from './speech.ts';

/** Told of each view of the plan as it is drawn. */
export type Follower = (view: View, wide: number, high: number) => void;

/** The map under the plan: it takes no hand, and goes where the plan goes. */
export default function MapUnder(props: {
  readonly laid: Georeference;
  readonly follower: RefObject<Follower | undefined>;
  readonly onReady: () => void;
}) {
  const { laid, follower, onReady } = props;
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState<NoMap>();
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    const target = box.current;
    if (!target) return;
    let wanted = true;
    const opened = openMap(target, () => ({
      interactive: false,
      center: [...laid.toEarth([0, 0])],
      zoom: 17,
    }));
    void opened.then((map) => {
      if (!wanted) return;
      if (typeof map === 'string') return setMissing(map);
      follower.current = (view, wide, high) => {
        const { rest, ...camera } = cameraUnder(laid, view, wide, high);
        target.style.transform = `matrix(${rest.join()}, 0, 0)`;
        map.jumpTo(camera);
        // in the frame of the plan, not in the one after it
        map.redraw();
      };
      map.once('idle', () => {
        target.dataset.drawn = 'map';
      });
      ready.current();
    });
    return () => {
      wanted = false;
      follower.current = undefined;
      void opened.then((map) => typeof map !== 'string' && map.remove());
    };
  }, [laid, follower]);
  if (missing) return <p className="note">{say(`plan.map-${missing}`)}</p>;
  return (
    <div className="map-under">
      <div ref={box} aria-hidden="true" />
    </div>
  );
}
