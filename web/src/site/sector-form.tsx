import { useEffect, useRef, useState } from 'react';
import {
  type SectorMark as MarkBody,
  type Point,
  SECTOR_KINDS,
  type SectorKind,
  type SiteBody,
  TRACED_KINDS,
  type TracedKind,
} from '../../../src/model/index.ts';
import { Field } from './field.tsx';
import { useSpeech } from './speech.ts';
import { nameOf, TwoNameFields, useTwoNames } from './two-names.tsx';

const isTraced = (kind: SectorKind | TracedKind): kind is TracedKind =>
  (TRACED_KINDS as readonly string[]).includes(kind);

/**
 * Code, names and kind of a sector whose outline is given, and what stands on its wall; or that the outline is drawn
 * for the eye only.
 */
export function SectorForm(props: {
  readonly outline: readonly Point[];
  readonly floor: string;
  readonly before?: SiteBody<'sector'>;
  readonly code?: string;
  readonly onKeep: (body: SiteBody<'sector'>) => void;
  readonly onTraced?: (kind: TracedKind) => void;
  readonly onCancel: () => void;
}) {
  const { say } = useSpeech();
  const [code, setCode] = useState(props.before?.code ?? props.code ?? '');
  const [names, setNames] = useTwoNames(props.before?.name);
  const [kind, setKind] = useState<SectorKind | TracedKind>(props.before?.kind ?? 'room');
  const [mark, setMark] = useState<MarkBody>(props.before?.mark ?? {});
  const first = useRef<HTMLInputElement>(null);
  // The outline was closed by hand: its code is what comes next.
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTraced(kind)) {
          props.onTraced?.(kind);
          return;
        }
        if (code.trim() === '') return;
        const name = nameOf(names);
        props.onKeep({
          floor: props.floor,
          code: code.trim(),
          kind,
          outline: [...props.outline],
          ...(name && { name }),
          ...(props.before?.weight !== undefined && { weight: props.before.weight }),
          ...(Object.keys(mark).length > 0 && { mark }),
        });
      }}
    >
      <Field label={say('site.code')}>
        <input
          ref={first}
          type="text"
          dir="ltr"
          required={!isTraced(kind)}
          maxLength={24}
          value={code}
          onChange={(e) => setCode(e.target.value)}
        />
      </Field>
      <Field label={say('site.kind')}>
        <select value={kind} onChange={(e) => setKind(e.target.value as SectorKind | TracedKind)}>
          <optgroup label={say('plan.kind.searched')}>
            {SECTOR_KINDS.map((one) => (
              <option key={one} value={one}>
                {say(`site.kind.${one}`)}
              </option>
            ))}
          </optgroup>
          {props.onTraced && (
            <optgroup label={say('plan.kind.drawn')}>
              {TRACED_KINDS.map((one) => (
                <option key={one} value={one}>
                  {say(`plan.kind.${one}`)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </Field>
      {!isTraced(kind) && <TwoNameFields names={names} onChange={setNames} />}
      {props.before && <MarkFields mark={mark} onChange={setMark} />}
      <p className="actions">
        <button type="submit" className="main">
          {say('site.sector-keep')}
        </button>
        <button type="button" onClick={props.onCancel}>
          {say('site.cancel')}
        </button>
      </p>
    </form>
  );
}

/** People and dangers, as they stand on the wall. */
function MarkFields(props: { readonly mark: MarkBody; readonly onChange: (mark: MarkBody) => void }) {
  const { say } = useSpeech();
  const { mark, onChange } = props;
  const { hazards, ...counts } = mark;
  return (
    <fieldset className="mark-fields">
      <legend>{say('mark.title')}</legend>
      <div className="pair">
        {(['live', 'dead', 'missing'] as const).map((one) => (
          <Field key={one} label={say(`mark.${one}`)}>
            <input
              type="number"
              min={0}
              max={10000}
              value={mark[one] ?? ''}
              onChange={({ target: { value } }) => {
                const { [one]: _gone, ...rest } = mark;
                onChange(value === '' ? rest : { ...rest, [one]: Math.max(0, Math.round(Number(value))) });
              }}
            />
          </Field>
        ))}
      </div>
      <Field label={say('mark.hazards')}>
        <input
          type="text"
          dir="auto"
          maxLength={200}
          value={hazards ?? ''}
          onChange={({ target: { value } }) =>
            onChange(value === '' ? counts : { ...counts, hazards: value })
          }
        />
      </Field>
    </fieldset>
  );
}
