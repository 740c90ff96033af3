import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SiteState } from '../../../src/model/index.ts';
import { MARK, type MarkWords, markOf } from './mark-facts.ts';
import { current, isLive, sectorName } from './site-data.ts';
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

/** Every mark of a floor, for the wall; made when the page goes to paper, and not before. */
export function MarksOnPaper({ state, floor }: { readonly state: SiteState; readonly floor: string }) {
  const speech = useSpeech();
  const [paper, setPaper] = useState<'wanted' | 'none'>('none');
  useEffect(() => {
    const before = (): void => flushSync(() => setPaper('wanted'));
    const after = (): void => setPaper('none');
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  if (paper === 'none') return null;
  const marked = state.sectors
    .filter((one) => isLive(one) && current(one).body.floor === floor)
    .flatMap(({ id }) => {
      const mark = markOf(speech, state, id);
      return mark ? [{ id, mark }] : [];
    });
  return (
    <ul className="marks-on-paper">
      {marked.map(({ id, mark }) => (
        <li key={id}>
          <bdi>{sectorName(speech, state, id)}</bdi>
          <MarkPicture mark={mark} />
        </li>
      ))}
    </ul>
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
