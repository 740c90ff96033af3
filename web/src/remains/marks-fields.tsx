import {
  BODY_PARTS,
  type Description,
  MARK_KINDS,
  type Mark,
  TOOTH_STATES,
  type Tooth,
} from '../../../src/model/index.ts';
import { useSpeech } from './speech.ts';

/** Marks and teeth, of somebody who is sought or of a body: the same words for both, so that they can be compared. */
export interface Marked {
  readonly marks: readonly Mark[];
  readonly teeth: readonly Tooth[];
}

export const markedOf = (before?: Pick<Description, 'marks' | 'teeth'>): Marked => ({
  marks: before?.marks ?? [],
  teeth: before?.teeth ?? [],
});

export function MarksFields(props: {
  readonly marked: Marked;
  readonly onChange: (marked: Marked) => void;
  readonly mayBeAbsent: 'absent' | 'there';
}) {
  const { say } = useSpeech();
  const { marked, onChange, mayBeAbsent } = props;
  const { marks, teeth } = marked;
  const setMark = (at: number, mark: Mark) =>
    onChange({ ...marked, marks: marks.map((one, place) => (place === at ? mark : one)) });
  const setTooth = (at: number, tooth: Tooth) =>
    onChange({ ...marked, teeth: teeth.map((one, place) => (place === at ? tooth : one)) });
  return (
    <>
      <fieldset className="rows">
        <legend>{say('marks.title')}</legend>
        {marks.map((mark, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <p key={at} className="row-of-fields">
            <select
              aria-label={say('marks.kind')}
              value={mark.kind}
              onChange={(event) => setMark(at, { ...mark, kind: event.target.value as Mark['kind'] })}
            >
              {MARK_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`mark.${kind}`)}
                </option>
              ))}
            </select>
            <select
              aria-label={say('marks.part')}
              value={mark.part}
              onChange={(event) => setMark(at, { ...mark, part: event.target.value as Mark['part'] })}
            >
              {BODY_PARTS.map((part) => (
                <option key={part} value={part}>
                  {say(`part.${part}`)}
                </option>
              ))}
            </select>
            <input
              type="text"
              dir="auto"
              maxLength={200}
              aria-label={say('marks.words')}
              placeholder={say('marks.words')}
              value={mark.words ?? ''}
              onChange={(event) => setMark(at, { ...mark, words: event.target.value })}
            />
            {mayBeAbsent === 'absent' && (
              <label className="tick-beside">
                <input
                  type="checkbox"
                  checked={mark.absent ?? false}
                  onChange={({ target }) => {
                    const { absent: _, ...rest } = mark;
                    setMark(at, target.checked ? { ...rest, absent: true } : rest);
                  }}
                />{' '}
                {say('marks.absent')}
              </label>
            )}
            <button
              type="button"
              onClick={() => onChange({ ...marked, marks: marks.filter((_, place) => place !== at) })}
            >
              {say('marks.remove')}
            </button>
          </p>
        ))}
        <button
          type="button"
          disabled={marks.length >= 40}
          onClick={() => onChange({ ...marked, marks: [...marks, { kind: 'scar', part: 'head' }] })}
        >
          {say('marks.add')}
        </button>
      </fieldset>
      <fieldset className="rows">
        <legend>{say('teeth.title')}</legend>
        <p className="note">{say('teeth.hint')}</p>
        {teeth.map((tooth, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <p key={at} className="row-of-fields">
            <input
              type="number"
              min={11}
              max={48}
              required
              aria-label={say('teeth.tooth')}
              value={tooth.tooth || ''}
              onChange={(event) => setTooth(at, { ...tooth, tooth: Number(event.target.value) })}
            />
            <select
              aria-label={say('teeth.state')}
              value={tooth.state}
              onChange={(event) => setTooth(at, { ...tooth, state: event.target.value as Tooth['state'] })}
            >
              {TOOTH_STATES.map((state) => (
                <option key={state} value={state}>
                  {say(`tooth.${state}`)}
                </option>
              ))}
            </select>
            <button
              type="button"
              onClick={() => onChange({ ...marked, teeth: teeth.filter((_, place) => place !== at) })}
            >
              {say('marks.remove')}
            </button>
          </p>
        ))}
        <button
          type="button"
          disabled={teeth.length >= 32}
          onClick={() => onChange({ ...marked, teeth: [...teeth, { tooth: 0, state: 'missing' }] })}
        >
          {say('teeth.add')}
        </button>
      </fieldset>
    </>
  );
}

/** Marks as they are kept: without empty words. */
export const keptMarks = (marks: readonly Mark[]): Mark[] =>
  marks.map(({ words, ...mark }) => (words?.trim() ? { ...mark, words: words.trim() } : mark));

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
