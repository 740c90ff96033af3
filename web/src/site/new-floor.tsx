import { useState } from 'react';
import type { SiteState } from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { Field } from './field.tsx';
import { entryOf } from './new-entry.ts';
import { writeDown } from './outbox.ts';
import { ChoosePlanFile, type PlanFile } from './plan-file.tsx';
import { current } from './site-data.ts';
import { useSpeech } from './speech.ts';
import { nameOf, TwoNameFields, useTwoNames } from './two-names.tsx';

/** A floor by its level, over a file or with a size that can be a guess; its name can wait. */
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
            : { metres: 1, width, height };
          decide((by) => {
            void writeDown(entryOf(state.id, 'floor', { name, level, ...ground }, by)).then((written) => {
              tell(written === 'waiting' ? say('site.kept-here') : say('site.kept'));
              setLevel(level - 1);
              setNames({ ar: '', en: '' });
              setFile(undefined);
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
        <ChoosePlanFile key={round} onChosen={setFile} />
        {!file && (
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
          <button type="submit" className="main">
            {say('site.save')}
          </button>
        </p>
      </form>
    </details>
  );
}
