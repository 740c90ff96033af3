import { useMemo, useState } from 'react';
import type {
  KnownPoint,
  Point,
  SiteBody,
  SiteEntry,
  SiteState,
  SiteThingState,
} from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { MarksOnPaper } from './mark.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { PlanCanvas } from './plan-canvas.tsx';
import { type Troubles, troublesOf } from './plan-hand.ts';
import { GroundForm, ScaleForm } from './plan-measure.tsx';
import { PictureForm, useLaying } from './plan-picture.tsx';
import type { PlanTool } from './plan-tool.ts';
import { SectorForm } from './sector-form.tsx';
import { current, isLive, nameIn, type SiteSeen } from './site-data.ts';
import { useSpeech } from './speech.ts';
import { TimeSlider } from './time-slider.tsx';

type Doing = 'look' | 'draw' | 'shape' | 'scale' | 'ground' | 'picture';
interface Shaping {
  readonly sector: string;
  readonly past: readonly (readonly Point[])[];
  readonly outline: Point[];
  readonly corner: number;
}

/** The plan of a floor with what can be done on it: drawing and changing outlines, scale, place on the earth, map. */
export function PlanPart(props: {
  readonly seen: SiteSeen;
  readonly floor: string;
  readonly floors: SiteState['floors'];
  readonly onFloor: (floor: string) => void;
  readonly selected: string | undefined;
  readonly onSelect: (sector: string | undefined) => void;
  readonly until: string | undefined;
  readonly onUntil: (until: string | undefined) => void;
}) {
  const { seen, floor, floors, selected } = props;
  const { state, picture } = seen;
  const speech = useSpeech();
  const { say } = speech;
  const decide = useDecider();
  const tell = useTell();
  const [doing, setDoing] = useState<Doing>('look');
  const [corners, setCorners] = useState<Point[]>([]);
  const [outline, setOutline] = useState<Point[]>();
  const [shaping, setShaping] = useState<Shaping>();
  const [picked, setPicked] = useState<readonly Point[]>([]);
  const [known, setKnown] = useState<readonly KnownPoint[]>([]);
  const level = floors.find(({ id }) => id === floor) as SiteThingState<'floor'> | undefined;
  const body = level && current(level).body;
  const laying = useLaying(body);
  const [mapAsked, setMapAsked] = useState<{ readonly floor: string; readonly shown: boolean }>();
  const [before, setBefore] = useState<{ readonly floor: string; readonly body: SiteBody<'floor'> }>();
  const onEarth = (body?.known?.length ?? 0) >= 2;
  // a floor that was drawn over the map is seen over it
  const mapped = mapAsked?.floor === floor ? mapAsked.shown : onEarth && body?.image === undefined;
  const code = useMemo(() => nextCode(state, floor), [state, floor]);
  const sector = state.sectors.find(({ id }) => id === selected);
  const shapeable = sector && isLive(sector) && current(sector).body.floor === floor ? sector : undefined;

  const begin = (next: Doing): void => {
    setDoing(doing === next ? 'look' : next);
    setCorners([]);
    setOutline(undefined);
    setPicked([]);
    setKnown(body?.known ?? []);
    laying.begin();
    setShaping(
      next === 'shape' && shapeable
        ? { sector: shapeable.id, past: [], outline: [...current(shapeable).body.outline], corner: 0 }
        : undefined,
    );
  };
  const stop = (): void => begin(doing);
  const keep = (entry: SiteEntry): void => {
    void writeDown(entry).then((written) =>
      tell(written === 'waiting' ? say('site.kept-here') : say('site.kept')),
    );
  };
  const keepFloor = (next: SiteBody<'floor'>): void => {
    if (!level || !body) return;
    decide((by) => {
      setBefore({ floor, body });
      const upon = level.versions.map(({ entry }) => entry);
      keep(entryOf(state.id, 'floor', next, by, { about: level.id, upon }));
      setOutline(undefined);
      setCorners([]);
      if (doing !== 'draw') stop();
    });
  };

  const tool = ((): PlanTool | undefined => {
    if (doing === 'draw' && !outline)
      return { is: 'draw', corners, onCorners: setCorners, onClose: setOutline };
    if (doing === 'shape' && shaping)
      return {
        is: 'shape',
        outline: shaping.outline,
        corner: shaping.corner,
        onCorner: (corner) => setShaping((now) => now && { ...now, corner }),
        onShape: (next, step) =>
          setShaping(
            (now) =>
              now && {
                ...now,
                outline: next,
                past: step === 'new' || now.past.length === 0 ? [...now.past, now.outline] : now.past,
              },
          ),
      };
    if (doing === 'scale')
      return { is: 'pick', marks: picked, onPick: (at) => setPicked([...picked.slice(-1), at]) };
    if (doing === 'ground')
      return {
        is: 'pick',
        marks: [...known.map(({ at }) => at), ...picked],
        onPick: (at) => setPicked([at]),
      };
    return doing === 'picture' ? laying.tool : undefined;
  })();

  const drawn = doing === 'shape' ? shaping?.outline : (outline ?? corners);
  const troubles = useMemo(
    () => drawn && troublesOf(drawn, othersOn(state, floor, shaping?.sector)),
    [drawn, state, floor, shaping?.sector],
  );
  const buttons: readonly (readonly [Doing, string])[] = [
    ['draw', doing === 'draw' ? say('site.draw-stop') : say('site.draw')],
    ...(shapeable ? ([['shape', say('plan.shape')]] as const) : []),
    ['scale', say('plan.scale')],
    ['ground', say('plan.ground')],
    ['picture', say('plan.picture')],
  ];
  return (
    <section className="plan-part" aria-label={say('site.plan')}>
      <div className="plan-bar">
        <label className="inline">
          {say('site.floor')}{' '}
          <select
            value={floor}
            onChange={(e) => {
              props.onFloor(e.target.value);
              if (doing !== 'look') stop();
            }}
          >
            {floors.map((one) => (
              <option key={one.id} value={one.id}>
                {nameIn(speech, current(one).body.name)}
              </option>
            ))}
          </select>
        </label>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons is no set of fields */}
        <div role="group" className="plan-doings" aria-label={say('plan.tools')}>
          {buttons.map(([one, words]) => (
            <button key={one} type="button" aria-pressed={doing === one} onClick={() => begin(one)}>
              {words}
            </button>
          ))}
          <button type="button" aria-pressed={mapped} onClick={() => setMapAsked({ floor, shown: !mapped })}>
            {say('plan.map')}
          </button>
        </div>
      </div>
      {mapped && !onEarth && <p className="note">{say('plan.map-needs')}</p>}
      {doing === 'look' && body && before?.floor === floor && (
        <p className="actions">
          <button
            type="button"
            onClick={() => {
              keepFloor(before.body);
              setBefore(undefined);
            }}
          >
            {say('plan.undo-floor')}
          </button>
        </p>
      )}
      {doing === 'draw' && !outline && (
        <>
          <p className="note">{say('plan.draw-how')}</p>
          {/* there from the first, so that the plan does not move under the hand */}
          <p className="actions">
            <button
              type="button"
              disabled={corners.length === 0}
              onClick={() => setCorners(corners.slice(0, -1))}
            >
              {say('plan.undo')}
            </button>
          </p>
        </>
      )}
      {doing === 'shape' && shaping && shapeable && (
        <>
          <p className="note">{say('plan.shape-how')}</p>
          <p className="actions">
            <button
              type="button"
              className="main"
              onClick={() =>
                decide((by) => {
                  const upon = shapeable.versions.map(({ entry }) => entry);
                  const next = { ...current(shapeable).body, outline: shaping.outline } as SiteBody<'sector'>;
                  keep(entryOf(state.id, 'sector', next, by, { about: shapeable.id, upon }));
                  stop();
                })
              }
            >
              {say('plan.shape-keep')}
            </button>
            <button
              type="button"
              disabled={shaping.past.length === 0}
              onClick={() =>
                setShaping({
                  ...shaping,
                  outline: [...shaping.past.at(-1)!],
                  past: shaping.past.slice(0, -1),
                  corner: 0,
                })
              }
            >
              {say('plan.undo-shape')}
            </button>
            <button type="button" onClick={stop}>
              {say('site.cancel')}
            </button>
            <span className="quiet small" role="status">
              {say('plan.corner', { at: shaping.corner + 1, count: shaping.outline.length })}
            </span>
          </p>
        </>
      )}
      {troubles && <TroubleNotes troubles={troubles} />}
      {doing === 'scale' && body && (
        <ScaleForm floor={body} picked={picked} onKeep={keepFloor} onCancel={stop} />
      )}
      {doing === 'ground' && body && (
        <GroundForm
          floor={body}
          known={known}
          onKnown={(next) => {
            setKnown(next);
            setPicked([]);
          }}
          picked={picked[0]}
          onKeep={keepFloor}
          onCancel={stop}
        />
      )}
      {outline && body && (
        <SectorForm
          outline={outline}
          floor={floor}
          code={code}
          onCancel={() => {
            setOutline(undefined);
            setCorners([]);
          }}
          onTraced={(kind) => keepFloor({ ...body, traced: [...(body.traced ?? []), { kind, outline }] })}
          onKeep={(next) =>
            decide((by) => {
              keep(entryOf(state.id, 'sector', next, by));
              setOutline(undefined);
              setCorners([]);
            })
          }
        />
      )}
      {doing === 'picture' && body && (
        <PictureForm floor={body} laying={laying} onKeep={keepFloor} onCancel={stop} />
      )}
      <PlanCanvas
        state={state}
        picture={picture}
        floor={floor}
        selected={selected}
        onSelect={props.onSelect}
        tool={tool}
        onGiveUp={stop}
        laying={doing === 'picture' ? laying.under : undefined}
        mapped={mapped}
      />
      <p className="legend small">
        <span>
          <i className="shade" aria-hidden="true" /> {say('site.legend-left')}
        </span>
        <span>
          <i className="hatch" aria-hidden="true" /> {say('site.legend-searched')}
        </span>
        <span>
          <i className="pin" aria-hidden="true" /> {say('site.legend-lead')}
        </span>
      </p>
      <MarksOnPaper state={state} floor={floor} />
      <TimeSlider state={state} until={props.until} onUntil={props.onUntil} />
    </section>
  );
}

function TroubleNotes({ troubles }: { readonly troubles: Troubles }) {
  const { say, language } = useSpeech();
  const others = troubles.over.slice(0, 6).join(language === 'ar' ? '، ' : ', ');
  return (
    <div role="status">
      {troubles.crossing && <p className="warn">{say('plan.crossing')}</p>}
      {troubles.over.length > 0 && <p className="warn">{say('plan.over', { others })}</p>}
    </div>
  );
}

const othersOn = (state: SiteState, floor: string, except: string | undefined) =>
  state.sectors
    .filter((one) => isLive(one) && one.id !== except && current(one).body.floor === floor)
    .map((one) => current(one).body);

/** The next free code of a floor: `B1-08` after `B1-07`. */
function nextCode(state: SiteState, floor: string): string {
  const level = state.floors.find(({ id }) => id === floor);
  const number = level ? current(level).body.level : 0;
  const stem = number < 0 ? `B${-number}` : number === 0 ? 'G' : String(number);
  const taken = new Set(state.sectors.map((sector) => current(sector).body.code));
  for (let at = 1; ; at++) {
    const code = `${stem}-${String(at).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}
