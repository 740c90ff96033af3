import type { SiteState } from '../../../src/model/index.ts';
import { MARK, type MarkWords, markOf } from './mark-facts.ts';
import { useSpeech } from './speech.ts';

/** The mark of a sector as it is painted on the wall, after the marking of worksites by INSARAG. */
export function SectorMark({ state, sector }: { readonly state: SiteState; readonly sector: string }) {
  const speech = useSpeech();
  const mark = markOf(speech, state, sector);
  if (!mark) return null;
  return (
    <figure className="mark">
      <MarkPicture mark={mark} />
      <figcaption className="small quiet">{speech.say('mark.legend')}</figcaption>
    </figure>
  );
}

function MarkPicture({ mark }: { readonly mark: MarkWords }) {
  const { half, circle, side, above, below, lineHeight, first } = MARK;
  return (
    <svg viewBox="-110 -110 220 220" role="img" aria-label={mark.label} className="mark-picture">
      <rect x={-half} y={-half} width={2 * half} height={2 * half} />
      {mark.whole && <circle r={circle} />}
      {mark.inside.map((line, at) => (
        <text key={MARK_LINES[at]} y={first + at * lineHeight} {...squeezed(line, 92)}>
          {line}
        </text>
      ))}
      <text x={-side} className="count">
        {mark.left}
      </text>
      <text x={side} className="count">
        {mark.right}
      </text>
      <text y={below} className="count">
        {mark.below}
      </text>
      <text y={above} {...squeezed(mark.above, 150)}>
        {mark.above}
      </text>
    </svg>
  );
}

const MARK_LINES = ['team', 'how', 'in', 'out', 'result'] as const;

/** A line too long for its place is drawn closer together, never cut. */
const squeezed = (line: string, room: number) =>
  line.length * 6.5 > room ? ({ textLength: room, lengthAdjust: 'spacingAndGlyphs' } as const) : {};
