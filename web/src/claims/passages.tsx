import { Link } from 'wouter';
import type { ClaimPage } from '../../../src/model/index.ts';
import { StanceMark } from '../marks/stance.tsx';
import { Shown, tongueOf, Written } from '../marks/written.tsx';
import { toPassage } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { spansOf } from '../text/spans.ts';

type Passage = ClaimPage['passages'][number];

/** Every quote in its surroundings, hedges underlined, the figure set off; each opens its report at the words. */
export function Passages({ page }: { readonly page: ClaimPage }) {
  const { say, date, number } = useSpeech();
  return (
    <ol className="passages">
      {page.passages.map((passage) => {
        const mention = page.claim.mentions[passage.mention];
        if (!mention) return null;
        return (
          <li key={passage.mention} id={`passage-${passage.mention + 1}`}>
            <p className="passage-head">
              <span className="quiet">[{number(passage.mention + 1)}]</span>
              <strong>
                <Written text={mention.outlet} />
              </strong>
              {mention.published !== undefined && <span className="quiet">{date(mention.published)}</span>}
              <StanceMark stance={mention.stance} />
              {mention.headline && <span className="word">{say('claim.headline')}</span>}
            </p>
            <blockquote dir="auto" lang={tongueOf(passage.quote)}>
              <span className="around">
                <Shown text={passage.before} />
              </span>
              <Quote passage={passage} />
              <span className="around">
                <Shown text={passage.after} />
              </span>
            </blockquote>
            <p className="small">
              <Link href={toPassage(mention.item, mention.statement)} data-entry>
                {say('claim.open-report')}
              </Link>{' '}
              <span className="quiet">
                <Written text={mention.file} /> ·{' '}
                {say('claim.characters', { start: mention.start, end: mention.end })}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Quote({ passage }: { readonly passage: Passage }) {
  const { say } = useSpeech();
  const marked = [
    ...passage.hedges.map((span) => ({ ...span, kind: 'hedge' as const })),
    ...(passage.figure ? [{ ...passage.figure, kind: 'figure' as const }] : []),
  ];
  return (
    <mark className="quoted">
      {spansOf(passage.quote.length, marked).map(({ start, end, over }) => {
        const words = <Shown text={passage.quote.slice(start, end)} />;
        const kinds = over.map(({ kind }) => kind);
        if (kinds.length === 0) return <span key={start}>{words}</span>;
        const hedged = kinds.includes('hedge');
        return (
          <span key={start} className={kinds.join(' ')} title={hedged ? say('claim.hedge') : undefined}>
            {words}
          </span>
        );
      })}
    </mark>
  );
}
