import { useState } from 'react';
import { SMALL_PICTURE } from '../../../src/model/index.ts';
import { bytesWord } from '../items/bytes.ts';
import { Field } from './field.tsx';
import { useSpeech } from './speech.ts';
import { canPhotograph, type Taken, takePhotograph } from './take-photograph.ts';

/** A photograph with what its taker says of it. */
export interface Told extends Taken {
  readonly says: string;
  readonly graphic: boolean;
}

/** Taken with the phone or chosen from it; each with words for whoever does not see it. */
export function PhotographsField(props: {
  readonly photographs: readonly Told[];
  readonly onChange: (change: (before: readonly Told[]) => readonly Told[]) => void;
}) {
  const { photographs, onChange } = props;
  const { say, locale } = useSpeech();
  const [unreadable, setUnreadable] = useState<string>();
  if (!canPhotograph()) return <p className="note">{say('photo.unprotected')}</p>;
  const add = async (files: readonly File[]): Promise<void> => {
    setUnreadable(undefined);
    for (const file of files)
      try {
        const taken = await takePhotograph(file);
        onChange((before) => [...before, { ...taken, says: '', graphic: false }]);
      } catch {
        setUnreadable(file.name);
      }
  };
  const set = (id: string, change: Partial<Told>): void =>
    onChange((before) => before.map((one) => (one.id === id ? { ...one, ...change } : one)));
  return (
    <>
      <Field label={say('photo.add')} help={say('photo.add-note', { longest: SMALL_PICTURE.longest })}>
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => {
            const files = Array.from(event.target.files ?? []);
            event.target.value = '';
            void add(files);
          }}
        />
      </Field>
      <div role="status">
        {unreadable !== undefined && <p className="warn">{say('photo.unreadable', { file: unreadable })}</p>}
      </div>
      {photographs.length > 0 && (
        <ul className="taken">
          {photographs.map(({ id, address, says, graphic, which, originally }) => (
            <li key={id}>
              <img src={address} alt={says} className={graphic ? 'blurred' : undefined} />
              <div>
                <Field label={say('photo.says')}>
                  <input
                    type="text"
                    dir="auto"
                    maxLength={400}
                    value={says}
                    onChange={(e) => set(id, { says: e.target.value })}
                  />
                </Field>
                <label className="inline">
                  <input
                    type="checkbox"
                    checked={graphic}
                    onChange={(e) => set(id, { graphic: e.target.checked })}
                  />
                  {say('photo.graphic')}
                </label>
                <p className={which === 'small' ? 'small warn' : 'small quiet'}>
                  {say(which === 'original' ? 'photo.kept-original' : 'photo.kept-small', {
                    size: bytesWord(originally, locale),
                  })}
                </p>
                <button
                  type="button"
                  className="plain"
                  onClick={() => {
                    URL.revokeObjectURL(address);
                    onChange((before) => before.filter((one) => one.id !== id));
                  }}
                >
                  {say('photo.remove')}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
