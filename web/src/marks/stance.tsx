import type { Mention } from '../../../src/model/index.ts';
import { useSpeech } from '../speech/speech.tsx';

export type Stance = Mention['stance'];

/** ■ asserts · ◐ hedged · ○ passed on as unverified · ✕ denies. Told apart by shape; colour only repeats it. */
export function StanceSign(props: { readonly stance: Stance }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`sign ${props.stance}`}>
      {props.stance === 'asserts' && <rect x="2" y="2" width="12" height="12" fill="currentColor" />}
      {props.stance === 'hedged' && (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />
        </>
      )}
      {props.stance === 'unverified' && (
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      {props.stance === 'denies' && (
        <path d="m3 3 10 10M13 3 3 13" fill="none" stroke="currentColor" strokeWidth="2.5" />
      )}
    </svg>
  );
}

export function StanceMark(props: { readonly stance: Stance; readonly words?: 'shown' | 'unseen' }) {
  const { say } = useSpeech();
  return (
    <span className={`stance ${props.stance}`}>
      <StanceSign stance={props.stance} />
      <span className={props.words === 'unseen' ? 'unseen' : undefined}>{say(`stance.${props.stance}`)}</span>
    </span>
  );
}

export function StanceLegend() {
  const { say } = useSpeech();
  return (
    <ul className="legend" aria-label={say('claims.legend')}>
      {(['asserts', 'hedged', 'unverified', 'denies'] as const).map((stance) => (
        <li key={stance}>
          <StanceMark stance={stance} />
        </li>
      ))}
    </ul>
  );
}
