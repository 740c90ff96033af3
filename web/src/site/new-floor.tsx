import { lazy, Suspense, useState } from 'react';
import { georeferenceOf, type Position, type SiteState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { Field } from './field.tsx';
import type { FloorOnEarth } from './map-choice.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { ChoosePlanFile, type PlanFile } from './plan-file.tsx';
import { current } from './site-data.ts';
import { useSpeech } from './speech.ts';
import { nameOf, TwoNameFields, useTwoNames } from './two-names.tsx';

const MapChoice = lazy(() => import('./map-choice.tsx'));

/** A floor by its level, over a file or the map, or with a size that can be a guess; its name can wait. */
export function NewFloor({ state, open }: { readonly state: SiteState; readonly open?: true }) {
  const { say, number } = useSpeech();
  const decide = useDecider();
  const tell = useTell();
  const taken = state.floors.map((floor) => current(floor).body.level);
  const [level, setLevel] = useState(() => (taken.length === 0 ? 0 : Math.min(...taken) - 1));
  const [names, setNames] = useTwoNames();
  const [width, setWidth] = useState(60);
  const [height, setHeight] = useState(40);
  const [file, setFile] = useState<PlanFile>();
  const [over, setOver] = useState<'file' | 'map' | 'nothing'>('nothing');
  const [chosen, setChosen] = useState<FloorOnEarth>();
  const [round, setRound] = useState(0);
  return (
    <details className="new-thing" open={open}>
      <summary>{say('site.floor-new')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const name = nameOf(names) ?? {
            ar: `الطابق ${number(level)}`,
            en: level < 0 ? `Basement ${-level}` : `Floor ${level}`,
          };
          const ground = file
            ? {
                image: file.item,
                width: file.width,
                height: file.height,
                ...(file.page && { page: file.page }),
              }
            : (chosen ?? { metres: 1, width, height });
          decide((by) => {
            void writeDown(entryOf(state.id, 'floor', { name, level, ...ground }, by)).then((written) => {
              tell(written === 'waiting' ? say('site.kept-here') : say('site.kept'));
              setLevel(level - 1);
              setNames({ ar: '', en: '' });
              setFile(undefined);
              setOver('nothing');
              setRound(round + 1);
            });
          });
        }}
      >
        <Field label={say('site.floor-level')}>
          <input
            type="number"
            min={-50}
            max={200}
            value={level}
            onChange={(e) => setLevel(Math.round(Number(e.target.value)))}
          />
        </Field>
        <TwoNameFields names={names} onChange={setNames} />
        <fieldset className="choices">
          <legend>{say('plan.over-what')}</legend>
          {(['nothing', 'file', 'map'] as const).map((one) => (
            <label key={one} className="inline">
              <input
                type="radio"
                name="floor-over"
                checked={over === one}
                onChange={() => {
                  setOver(one);
                  setFile(undefined);
                }}
              />{' '}
              {say(`plan.over-what.${one}`)}
            </label>
          ))}
        </fieldset>
        {over === 'file' && (
          <>
            <ChoosePlanFile key={round} onChosen={setFile} />
            {file && <p className="note">{say('plan.scale-later')}</p>}
          </>
        )}
        {over === 'map' && (
          <Suspense fallback={null}>
            <MapChoice near={placeOf(state)} onChosen={setChosen} />
          </Suspense>
        )}
        {over === 'nothing' && (
          <div className="pair">
            <Field label={say('site.floor-width')}>
              <input
                type="number"
                min={1}
                max={10000}
                value={width}
                onChange={(e) => setWidth(Math.max(1, Number(e.target.value)))}
              />
            </Field>
            <Field label={say('site.floor-height')}>
              <input
                type="number"
                min={1}
                max={10000}
                value={height}
                onChange={(e) => setHeight(Math.max(1, Number(e.target.value)))}
              />
            </Field>
          </div>
        )}
        <p className="actions">
          <button
            type="submit"
            className="main"
            disabled={(over === 'file' && !file) || (over === 'map' && !chosen)}
          >
            {say('site.save')}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Where floors that are laid on the earth have their middle. */
function placeOf(state: SiteState): Position | undefined {
  for (const floor of state.floors) {
    const { known = [], width, height } = current(floor).body;
    const laid = georeferenceOf(known);
    if (laid) return laid.toEarth([width / 2, height / 2]);
  }
  return undefined;
}
