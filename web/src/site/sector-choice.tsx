import type { SiteState } from '../../../src/model/index.ts';
import { Field } from './field.tsx';
import { isLive, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** Several of a place's sectors. */
export function SectorChoice(props: {
  readonly state: SiteState;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (sectors: readonly string[]) => void;
}) {
  const speech = useSpeech();
  const live = props.state.sectors.filter(isLive);
  return (
    <Field label={props.label}>
      <select
        multiple
        size={Math.min(8, Math.max(3, live.length))}
        value={[...props.chosen]}
        onChange={(e) => props.onChange(Array.from(e.target.selectedOptions, ({ value }) => value))}
      >
        {live.map(({ id }) => (
          <option key={id} value={id}>
            {sectorName(speech, props.state, id)}
          </option>
        ))}
      </select>
    </Field>
  );
}
