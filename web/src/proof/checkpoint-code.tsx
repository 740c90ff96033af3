import { encode } from 'uqr';
import { useSpeech } from './speech.ts';

/** The signed checkpoint as a code that any telephone reads; one path, black on white in both schemes. */
export function CheckpointCode({ note }: { readonly note: string }) {
  const { say } = useSpeech();
  const { data, size } = encode(note, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return (
    <svg
      className="checkpoint-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={say('paper.code')}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
