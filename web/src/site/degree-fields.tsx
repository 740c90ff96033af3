import { Field } from './field.tsx';
import { useSpeech } from './speech.ts';

/** Degrees as they are typed. */
export type Degrees = Readonly<Record<'latitude' | 'longitude', string>>;
export const NO_DEGREES: Degrees = { latitude: '', longitude: '' };

/** As far from the poles as maps reach. */
const MOST = { latitude: 85, longitude: 180 } as const;

/** The place that was typed, once both are there. */
export function placeOf(
  typed: Degrees,
): { readonly latitude: number; readonly longitude: number } | undefined {
  if (typed.latitude.trim() === '' || typed.longitude.trim() === '') return undefined;
  const [latitude, longitude] = [Number(typed.latitude), Number(typed.longitude)];
  const sound = Math.abs(latitude) <= MOST.latitude && Math.abs(longitude) <= MOST.longitude;
  return sound ? { latitude, longitude } : undefined;
}

export function DegreeFields(props: { readonly place: Degrees; readonly onPlace: (place: Degrees) => void }) {
  const { say } = useSpeech();
  return (
    <div className="pair">
      {(['latitude', 'longitude'] as const).map((one) => (
        <Field key={one} label={say(`plan.${one}`)}>
          <input
            type="number"
            step="any"
            min={-MOST[one]}
            max={MOST[one]}
            value={props.place[one]}
            onChange={(event) => props.onPlace({ ...props.place, [one]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
