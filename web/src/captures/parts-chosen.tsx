import type { CapturePart } from '../../../src/model/index.ts';
import { bytesWord } from '../items/bytes.ts';
import { Written } from '../marks/written.tsx';
import type { PartChosen } from './bring-in.ts';
import { useSpeech } from './speech.ts';

/** In the order of the choice; the schema of the server knows the same. */
const KINDS: readonly CapturePart[] = ['page', 'archive', 'picture', 'media'];

/** The files of a capture, and what each of them is in it. */
export function PartsChosen(props: {
  readonly parts: readonly PartChosen[];
  readonly onChange: (parts: readonly PartChosen[]) => void;
  readonly onChoose: (files: readonly File[]) => void;
}) {
  const { say, locale } = useSpeech();
  const { parts, onChange, onChoose } = props;
  const without = (part: PartChosen) => parts.filter((one) => one !== part);
  return (
    <fieldset className="capture-files">
      <legend>{say('capture.files')}</legend>
      <p className="quiet small">{say('capture.files-kinds')}</p>
      {parts.length > 0 && (
        <ul>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may stand twice until one is left out
            <li key={at}>
              <span className="named">
                <Written text={part.name} />{' '}
                {typeof part.from !== 'string' && (
                  <span className="quiet small">{bytesWord(part.from.size, locale)}</span>
                )}
              </span>
              <select
                aria-label={say('capture.is', { file: part.name })}
                value={part.as}
                onChange={(event) =>
                  onChange(
                    parts.map((one) =>
                      one === part ? { ...one, as: event.target.value as CapturePart } : one,
                    ),
                  )
                }
              >
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {say(`capture.as-${kind}`)}
                  </option>
                ))}
              </select>
              <button type="button" className="plain small" onClick={() => onChange(without(part))}>
                {say('capture.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="choosing">
        <label htmlFor="capture-files" className="button">
          {say('capture.choose')}
        </label>
        <input
          id="capture-files"
          type="file"
          multiple
          onChange={(event) => {
            onChoose([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </p>
      {parts.length > 0 && !parts.some(({ as }) => as === 'picture') && (
        <p className="note">{say('capture.no-picture')}</p>
      )}
    </fieldset>
  );
}
