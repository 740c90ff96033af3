import { Link } from 'wouter';
import type { Claim, ClaimPage } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { Actor } from '../marks/actor.tsx';
import { Written } from '../marks/written.tsx';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { toClaim, toItem } from '../speech/addresses.ts';
import { useClaimDecisions, useSpeech } from './decide-claim.ts';
import { Sentence } from './sentence.tsx';

type Related = Claim['relations'][number];

interface Shown {
  readonly way: 'relation' | 'relation-here';
  readonly relation: Related;
  readonly other: ClaimPage['related'][number];
}

/** What this claim does to others, and what others do to it; each pair once where both say the same. */
function relationsOf({ claim, related }: ClaimPage): Shown[] {
  const shown: Shown[] = [];
  for (const relation of claim.relations) {
    const other = related.find((each) => each.id === relation.claim);
    if (other) shown.push({ way: 'relation', relation, other });
  }
  for (const other of related)
    for (const relation of other.relations)
      if (
        relation.claim === claim.id &&
        !shown.some((each) => each.other === other && each.relation.type === relation.type)
      )
        shown.push({ way: 'relation-here', relation, other });
  return shown;
}

/** How this claim stands to others. What no person has confirmed is dashed and says that it is suggested. */
export function Relations({ page }: { readonly page: ClaimPage }) {
  const { say, compose } = useSpeech();
  const relations = relationsOf(page);
  return (
    <>
      {relations.length > 0 && (
        <Section id="relations" title={say('claim.relations')}>
          <ul className="relations">
            {relations.map((each) => (
              <RelationCard
                key={`${each.way} ${each.relation.type} ${each.other.id}`}
                page={page}
                {...each}
              />
            ))}
          </ul>
        </Section>
      )}
      <Refused page={page} />
      {page.reuse.length > 0 && (
        <Section id="reuse" title={say('claim.reuse')} note={say('claim.reuse-note')}>
          <ul className="reuse-list">
            {reusedPairs(page.reuse).map(({ reuse, passages }) => (
              <li key={`${reuse.a.item} ${reuse.b.item} ${reuse.kind}`}>
                {compose(`reuse.${reuse.kind}`, {
                  a: (
                    <Link href={toItem(reuse.a.item)}>
                      <Written text={reuse.a.file} />
                    </Link>
                  ),
                  b: (
                    <Link href={toItem(reuse.b.item)}>
                      <Written text={reuse.b.file} />
                    </Link>
                  ),
                })}{' '}
                <span className="quiet">{say('reuse.passages', { passages })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Two reports that share several passages in one way stand once. */
const reusedPairs = (reuse: ClaimPage['reuse']): { reuse: ClaimPage['reuse'][number]; passages: number }[] =>
  [...Map.groupBy(reuse, ({ a, b, kind }) => `${a.item} ${b.item} ${kind}`).values()].map((all) => ({
    reuse: all[0]!,
    passages: all.length,
  }));

/** One relation: a suggestion that a person can answer, or an answer that can be taken back. */
function RelationCard(props: Shown & { readonly page: ClaimPage }) {
  const { say, compose, date } = useSpeech();
  const { may } = useSession();
  const { busy, fault, decide, undo } = useClaimDecisions();
  const { relation, other, page, way } = props;
  const { type, decided } = relation;
  const judge = (judgement: 'holds' | 'does-not-hold') => {
    const own = page.claim.mentions[0]!.statement;
    const theirs = other.id as string as typeof own;
    const [from, to] = way === 'relation' ? [own, theirs] : [theirs, own];
    decide({ kind: 'claim-relation', from, relation: type, to, judgement }, `relation.${judgement}-done`);
  };
  const decides = may('POST /api/claims/decisions');
  return (
    <li className={relation.suggested ? 'suggested' : 'decided'}>
      <p>
        <strong>{say(`${way}.${type}`)}</strong>{' '}
        {relation.suggested && <span className="word suggested">{say('state.suggested')}</span>}
        {decided && (
          <span className="small">
            {compose('relation.by', { by: <Actor name={decided.by} />, date: date(decided.at, 'clock') })}
          </span>
        )}
      </p>
      <p>
        <Link href={toClaim(other.id)} data-entry>
          <Sentence claim={other} />
        </Link>
      </p>
      <p className="strip">
        <span>{say('strip.voices', { count: other.independent })}</span>
        {other.denied && <span className="denied">{say('strip.denied')}</span>}
      </p>
      {decides && (
        <p className="actions">
          {decided ? (
            <button type="button" disabled={busy} onClick={() => undo(decided.decision)}>
              {say('claim-undo')}
            </button>
          ) : (
            (['holds', 'does-not-hold'] as const).map((judgement) => (
              <button key={judgement} type="button" disabled={busy} onClick={() => judge(judgement)}>
                {say(`relation.${judgement}`)}
              </button>
            ))
          )}
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
    </li>
  );
}

/** What was suggested and a person refused: kept in sight, so that it can be taken back. */
function Refused({ page }: { readonly page: ClaimPage }) {
  const { say, compose, date } = useSpeech();
  const { busy, fault, undo } = useClaimDecisions();
  const { may } = useSession();
  const { refused } = page.claim;
  if (refused.length === 0) return null;
  return (
    <details className="deciding">
      <summary>{say('relation.refused')}</summary>
      <ul className="relations">
        {refused.map(({ type, claim, decided }) => {
          const other = page.related.find(({ id }) => id === claim);
          return (
            <li key={`${type} ${claim}`} className="decided">
              <p>
                <s>{say(`relation.${type}`)}</s>{' '}
                {decided && (
                  <span className="small">
                    {compose('relation.refused-by', {
                      by: <Actor name={decided.by} />,
                      date: date(decided.at, 'clock'),
                    })}
                  </span>
                )}
              </p>
              {other && (
                <p>
                  <Link href={toClaim(other.id)}>
                    <Sentence claim={other} />
                  </Link>
                </p>
              )}
              {decided && may('POST /api/decisions/undo') && (
                <p className="actions">
                  <button type="button" disabled={busy} onClick={() => undo(decided.decision)}>
                    {say('claim-undo')}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {fault && <FaultNote fault={fault} />}
    </details>
  );
}
