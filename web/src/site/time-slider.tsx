import { useState } from 'react';
import type { SiteState, SiteThingState } from '../../../src/model/index.ts';
import { current } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** The plan as it stood after each search; the last place is now. */
export function TimeSlider(props: {
  readonly state: SiteState;
  readonly until: string | undefined;
  readonly onUntil: (until: string | undefined) => void;
}) {
  const { say, date } = useSpeech();
  const [known, setKnown] = useState<readonly string[]>([]);
  const ends = [
    ...new Set(
      (props.state.searches as readonly SiteThingState<'search'>[]).map((one) => current(one).body.to),
    ),
  ].sort();
  // Moved back, the state holds fewer searches; the places of the slider stay those of now.
  const places = props.until === undefined ? ends : known;
  if (props.until === undefined && known.join() !== ends.join()) setKnown(ends);
  if (places.length === 0) return null;
  const first = new Date(Date.parse(places[0]!) - 60_000).toISOString();
  const all = [first, ...places];
  const at = props.until === undefined ? all.length : Math.max(0, all.indexOf(props.until));
  return (
    <p className="time">
      <label htmlFor="site-time">{say('site.time')}</label>
      <input
        id="site-time"
        type="range"
        min={0}
        max={all.length}
        value={at}
        aria-valuetext={props.until === undefined ? say('site.time-now') : date(props.until)}
        onChange={(event) => props.onUntil(all[Number(event.target.value)])}
      />
      <output>{props.until === undefined ? say('site.time-now') : date(props.until)}</output>
    </p>
  );
}
