import type { Overview } from '../../../src/model/index.ts';
import { useSpeech } from '../speech/speech.tsx';

/** What the server still works out, on every page: whatever waits for it says for how long. */
export function UnderWay({ deriving }: Pick<Overview, 'deriving'>) {
  const { say, number } = useSpeech();
  return deriving.map(({ what, done }) => (
    <p key={what} className="note under-way" role="status">
      {say(`state.deriving-${what}`, { share: number(done, { style: 'percent' }) })}
    </p>
  ));
}
