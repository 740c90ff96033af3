import { Link } from 'wouter';
import type { ClaimPage, Mention } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { StanceMark } from '../marks/stance.tsx';
import { Shown, tongueOf, Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { toPassage } from '../speech/addresses.ts';
import { spansOf } from '../text/spans.ts';
import { useClaimDecisions, useSpeech } from './decide-claim.ts';

type Passage = ClaimPage['passages'][number];

/** Two statements may be read off the same words; the words stand once, under both numbers. */
function onePerPlace({ passages, claim }: ClaimPage): {
  readonly passage: Passage;
  readonly mention: Mention;
  readonly numbers: readonly number[];
}[] {
  const places = Map.groupBy(passages, (passage) => {
    const mention = claim.mentions[passage.mention];
    return mention ? `${mention.item} ${mention.start} ${mention.end}` : '';
  });
  return [...places.values()].flatMap((same) => {
    const passage = same[0];
    const mention = passage && claim.mentions[passage.mention];
    return mention ? [{ passage, mention, numbers: same.map((each) => each.mention + 1) }] : [];
  });
}

const ENOUGH = 90;

/** The quote's own paragraph, and one more where that is short. */
function nearBefore(before: string): string {
  let from = before.lastIndexOf('\n');
  while (from > 0 && before.length - from < ENOUGH) from = before.lastIndexOf('\n', from - 1);
  return from < 0 ? (before === '' ? '' : `… ${before}`) : before.slice(from + 1);
}

function nearAfter(after: string): string {
  let to = after.indexOf('\n');
  while (to >= 0 && to < ENOUGH) to = after.indexOf('\n', to + 1);
  return to < 0 ? (after === '' ? '' : `${after} …`) : after.slice(0, to);
}

/** Every quote in its surroundings, hedges underlined, the figure set off; each opens its report at the words. */
export function Passages({ page }: { readonly page: ClaimPage }) {
  const { say, date, number } = useSpeech();
  const { may } = useSession();
  const { busy, fault, decide } = useClaimDecisions();
  const { mentions } = page.claim;
  /** Told apart from the claim's first mention; the first one from the next. */
  const tellApart = (mention: Mention) => {
    const other = mentions.find(({ statement }) => statement !== mention.statement);
    if (!other) return;
    decide(
      { kind: 'claim-link', a: mention.statement, b: other.statement, judgement: 'different' },
      'mention.apart-done',
    );
  };
  return (
    <>
      {fault && <FaultNote fault={fault} />}
      <ol className="passages">
        {onePerPlace(page).map(({ passage, mention, numbers }) => {
          return (
            <li key={passage.mention} id={`passage-${passage.mention + 1}`}>
              <p className="passage-head">
                <span className="quiet">{numbers.map((each) => `[${number(each)}]`).join(' ')}</span>
                <strong>
                  <Written text={mention.outlet} />
                </strong>
                {mention.published !== undefined && <span className="quiet">{date(mention.published)}</span>}
                <StanceMark stance={mention.stance} />
                {mention.headline && <span className="word">{say('claim.headline')}</span>}
              </p>
              <blockquote dir="auto" lang={tongueOf(passage.quote)}>
                <span className="around">
                  <Shown text={nearBefore(passage.before)} />
                </span>
                <Quote passage={passage} />
                <span className="around">
                  <Shown text={nearAfter(passage.after)} />
                </span>
              </blockquote>
              <p className="small">
                <Link href={toPassage(mention.item, mention.statement)} data-entry>
                  {say('claim.open-report')}
                </Link>{' '}
                <span className="quiet">
                  <Written text={mention.file} /> ·{' '}
                  {say('claim.characters', { start: mention.start, end: mention.end })}
                </span>{' '}
                {mention.putRight && (
                  <span className="word sure">{say('mention.read-by', { by: mention.putRight.by })}</span>
                )}{' '}
                {mentions.length > 1 && (
                  <>
                    <span className={mention.confirmed ? 'word sure' : 'word suggested'}>
                      {say(mention.confirmed ? 'mention.confirmed' : 'mention.machine')}
                    </span>{' '}
                    {may('POST /api/claims/decisions') && (
                      <button
                        type="button"
                        className="plain"
                        disabled={busy}
                        onClick={() => tellApart(mention)}
                      >
                        {say('mention.apart')}
                      </button>
                    )}
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </>
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
