import { useState } from 'react';
import {
  SEARCH_METHODS,
  SEARCH_RESULTS,
  type SearchMethod,
  type SiteEntry,
  type SiteState,
} from '../../../src/model/index.ts';
import { useDecider } from '../people/who-decides.tsx';
import { useTell } from '../shell/said.tsx';
import { keep, kept } from '../speech/kept.ts';
import { Field } from './field.tsx';
import { entryOf } from './new-entry.ts';
import { type Written, writeDown } from './outbox.ts';
import { PhotographsField, type Told } from './photographs-field.tsx';
import { followWith, sendPictures } from './picture-outbox.ts';
import { isLive, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

const COVERED = { all: 1, most: 0.8, half: 0.5, little: 0.2 } as const;
const TEAM = 'sanad.site.team';

/** `2031-04-02T08:30` of this device's own time, as the field wants it. */
const local = (date: Date): string =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** What a team writes down in a corridor: one sector, how, and one of three buttons. Works without a network. */
export function LogSearch(props: {
  readonly state: SiteState;
  readonly sector: string | undefined;
  readonly onKept?: () => void;
}) {
  const { state } = props;
  const speech = useSpeech();
  const { say } = speech;
  const decide = useDecider();
  const tell = useTell();
  const live = state.sectors.filter(isLive);
  const [chosen, setChosen] = useState(props.sector ?? live[0]?.id ?? '');
  const sector = props.sector ?? chosen;
  const [team, setTeam] = useState(() => kept(TEAM) ?? '');
  const [method, setMethod] = useState<SearchMethod>('walk-through');
  const [from, setFrom] = useState(() => local(new Date(Date.now() - 3_600_000)));
  const [to, setTo] = useState(() => local(new Date()));
  const [covered, setCovered] = useState<keyof typeof COVERED>('all');
  const [note, setNote] = useState('');
  const [photographs, setPhotographs] = useState<readonly Told[]>([]);
  const backwards = Date.parse(to) < Date.parse(from);
  const write = (result: (typeof SEARCH_RESULTS)[number]): void => {
    if (team.trim() === '' || sector === '' || backwards) return;
    keep(TEAM, team.trim());
    decide((by) => {
      const entry = entryOf(
        state.id,
        'search',
        {
          sector,
          team: team.trim(),
          method,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          coverage: COVERED[covered],
          result,
          ...(note.trim() && { note: note.trim() }),
        },
        by,
      );
      const pictures = photographs.map((one) => photographEntry(one, entry, by));
      void writeWith(photographs, by, entry, ...pictures).then((written) => {
        tell(written === 'waiting' ? say('site.kept-here') : say('site.kept'));
        setNote('');
        for (const { address } of photographs) URL.revokeObjectURL(address);
        setPhotographs([]);
        setFrom(to);
        setTo(local(new Date()));
        props.onKept?.();
      });
    });
  };
  const photographEntry = (one: Told, search: SiteEntry, by: string): SiteEntry => {
    const says = one.says.trim() || say('photo.default', { sector: sectorName(speech, state, sector) });
    const { sha256, which, small, file } = one;
    const body = {
      search: search.about,
      says,
      sha256,
      bytes: file.size,
      file: which,
      ...(one.graphic && { graphic: true as const }),
    };
    const entry = entryOf(state.id, 'photograph', body, by);
    return { ...entry, about: one.id, small } as SiteEntry;
  };
  return (
    <form className="stack log-search" onSubmit={(event) => event.preventDefault()}>
      {props.sector === undefined && (
        <Field label={say('site.sector')}>
          <select value={chosen} onChange={(e) => setChosen(e.target.value)}>
            {live.map(({ id }) => (
              <option key={id} value={id}>
                {sectorName(speech, state, id)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={say('site.team')}>
        <input
          type="text"
          dir="auto"
          required
          maxLength={200}
          value={team}
          onChange={(e) => setTeam(e.target.value)}
        />
      </Field>
      <Field label={say('site.method')}>
        <select value={method} onChange={(e) => setMethod(e.target.value as SearchMethod)}>
          {SEARCH_METHODS.map((one) => (
            <option key={one} value={one}>
              {say(`site.method.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <div className="pair">
        <Field label={say('site.from')}>
          <input type="datetime-local" value={from} onChange={(e) => setFrom(e.target.value)} />
        </Field>
        <Field label={say('site.to')}>
          <input
            type="datetime-local"
            value={to}
            onChange={(e) => setTo(e.target.value)}
            aria-invalid={backwards}
          />
        </Field>
      </div>
      <fieldset className="choices">
        <legend>{say('site.coverage')}</legend>
        {(Object.keys(COVERED) as (keyof typeof COVERED)[]).map((one) => (
          <label key={one}>
            <input type="radio" name="covered" checked={covered === one} onChange={() => setCovered(one)} />
            {say(`site.coverage.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field label={say('site.note')}>
        <textarea
          dir="auto"
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(e) => setNote(e.target.value)}
        />
      </Field>
      <PhotographsField photographs={photographs} onChange={setPhotographs} />
      <p className="actions results">
        {SEARCH_RESULTS.map((result) => (
          <button
            key={result}
            type="button"
            className={result === 'nothing' ? 'main' : undefined}
            disabled={team.trim() === '' || sector === '' || backwards}
            onClick={() => write(result)}
          >
            {say(`site.result.${result}`)}
          </button>
        ))}
      </p>
    </form>
  );
}

/** The files of photographs lie on the device before their entries do: none is named that was lost. */
async function writeWith(
  photographs: readonly Told[],
  by: string,
  ...entries: SiteEntry[]
): Promise<Written> {
  for (const { id, file } of photographs) await followWith(id, file, by);
  const written = await writeDown(...entries);
  if (written !== 'waiting') void sendPictures();
  return written;
}
