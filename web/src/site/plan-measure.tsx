import { useState } from 'react';
import { georeferenceOf, type KnownPoint, type Point, type SiteBody } from '../../../src/model/index.ts';
import { DegreeFields, type Degrees, NO_DEGREES, placeOf } from './degree-fields.tsx';
import { Field } from './field.tsx';
import { useSpeech } from './speech.ts';

type Floor = SiteBody<'floor'>;

const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** The scale of a floor, by two points that were picked and the metres between them. */
export function ScaleForm(props: {
  readonly floor: Floor;
  readonly picked: readonly Point[];
  readonly onKeep: (floor: Floor) => void;
  readonly onCancel: () => void;
}) {
  const { say, number } = useSpeech();
  const { floor, picked } = props;
  const [length, setLength] = useState('');
  const [a, b] = picked;
  const distance = a && b ? apart(a, b) : 0;
  const metres = Number(length) / distance;
  const sound = distance > 0 && metres > 0 && metres <= 10_000;
  const written = (value: number) => number(value, { maximumSignificantDigits: 4 });
  const now = sound ? metres : floor.metres;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) props.onKeep({ ...floor, metres });
      }}
    >
      <p className="note">{say('plan.scale-how')}</p>
      <Field label={say('plan.scale-length')}>
        <input
          type="number"
          min={0.01}
          max={10_000}
          step="any"
          required
          value={length}
          onChange={(event) => setLength(event.target.value)}
        />
      </Field>
      {now !== undefined && (
        <p role="status">
          {say('plan.scale-now', {
            metres: written(now),
            width: written(now * floor.width),
            height: written(now * floor.height),
          })}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="main" disabled={!sound}>
          {say('plan.scale-keep')}
        </button>
        <button type="button" onClick={props.onCancel}>
          {say('site.cancel')}
        </button>
      </p>
    </form>
  );
}

/** Where a floor lies on the earth: points that are known, and how far off each is. */
export function GroundForm(props: {
  readonly floor: Floor;
  readonly known: readonly KnownPoint[];
  readonly onKnown: (known: readonly KnownPoint[]) => void;
  /** Picked on the plan and not yet written down. */
  readonly picked: Point | undefined;
  readonly onKeep: (floor: Floor) => void;
  readonly onCancel: () => void;
}) {
  const { say, number } = useSpeech();
  const { floor, known, picked } = props;
  const [place, setPlace] = useState<Degrees>(NO_DEGREES);
  const laid = georeferenceOf(known);
  const typed = placeOf(place);
  const short = (metres: number) =>
    say('plan.metres', { metres: number(metres, { maximumFractionDigits: 2 }) });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!picked || !typed) return;
        props.onKnown([...known, { at: picked, ...typed }]);
        setPlace(NO_DEGREES);
      }}
    >
      <p className="note">{say('plan.ground-how')}</p>
      <DegreeFields place={place} onPlace={setPlace} />
      <p className="actions">
        <button type="submit" disabled={!picked || !typed}>
          {say('plan.point-add')}
        </button>
      </p>
      {known.length > 0 && (
        <table className="known-points">
          <thead>
            <tr>
              <th scope="col">{say('plan.point')}</th>
              <th scope="col" className="number">
                {say('plan.latitude')}
              </th>
              <th scope="col" className="number">
                {say('plan.longitude')}
              </th>
              <th scope="col" className="number">
                {say('plan.off')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {known.map((point, at) => (
              <tr key={`${point.at.join()} ${point.latitude} ${point.longitude}`}>
                <th scope="row">{number(at + 1)}</th>
                <td className="number">{number(point.latitude, { maximumFractionDigits: 6 })}</td>
                <td className="number">{number(point.longitude, { maximumFractionDigits: 6 })}</td>
                <td className="number">{laid && known.length > 2 ? short(laid.residuals[at]!) : '—'}</td>
                <td>
                  <button
                    type="button"
                    aria-label={say('plan.point-remove', { at: at + 1 })}
                    onClick={() => props.onKnown(known.toSpliced(at, 1))}
                  >
                    ×
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status">
        {laid
          ? say(`plan.fit.${laid.kind}`, { metres: number(laid.metres, { maximumSignificantDigits: 4 }) })
          : say('plan.fit-none')}
      </p>
      <p className="actions">
        <button
          type="button"
          className="main"
          disabled={!laid && known.length > 0}
          onClick={() =>
            props.onKeep({
              ...floor,
              known: [...known],
              // a scale that somebody measured stays
              ...(floor.metres === undefined && laid && { metres: laid.metres }),
            })
          }
        >
          {say('plan.ground-keep')}
        </button>
        <button type="button" onClick={props.onCancel}>
          {say('site.cancel')}
        </button>
      </p>
    </form>
  );
}
