import type { DecidedBy, DecisionMade } from '../../../src/model/index.ts';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { useDeciding } from './decide.ts';
import { useFileSpeech } from './file-speech.ts';

/** Who decided, when and why; with the way to take it back. */
export function DecidedWords({ decided }: { readonly decided: DecidedBy }) {
  const { say } = useFileSpeech();
  const { busy, fault, undo } = useDeciding();
  return (
    <>
      {decided.by.map((made) => (
        <span key={made.id} className="small block-line">
          <MadeWords made={made} />{' '}
          <button type="button" className="plain" disabled={busy === 'busy'} onClick={() => undo(made.id)}>
            {say('decide.undo')}
          </button>
        </span>
      ))}
      {fault && <FaultNote fault={fault} />}
    </>
  );
}

export function MadeWords({ made }: { readonly made: DecisionMade }) {
  const { compose, date } = useFileSpeech();
  return compose('settle.by', {
    by: <Actor name={made.by} />,
    date: date(made.at, 'clock'),
    reason: <Written text={made.reason ?? '—'} />,
  });
}
