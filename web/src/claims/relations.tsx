import { Link } from 'wouter';
import type { Claim, ClaimPage } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toClaim, toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { Sentence } from './sentence.tsx';

interface Shown {
  readonly key: 'relation' | 'relation-here';
  readonly relation: Claim['relations'][number]['type'];
  readonly suggested: boolean;
  readonly other: ClaimPage['related'][number];
}

/** What this claim does to others, and what others do to it; each pair once where both say the same. */
function relationsOf({ claim, related }: ClaimPage): Shown[] {
  const shown: Shown[] = [];
  for (const { type, claim: id, suggested } of claim.relations) {
    const other = related.find((each) => each.id === id);
    if (other) shown.push({ key: 'relation', relation: type, suggested, other });
  }
  for (const other of related)
    for (const { type, claim: id, suggested } of other.relations)
      if (id === claim.id && !shown.some((each) => each.other === other && each.relation === type))
        shown.push({ key: 'relation-here', relation: type, suggested, other });
  return shown;
}

/** How this claim stands to others. What no person has confirmed is dashed and says that it is suggested. */
export function Relations({ page }: { readonly page: ClaimPage }) {
  const speech = useSpeech();
  const { say, compose } = speech;
  const relations = relationsOf(page);
  return (
    <>
      {relations.length > 0 && (
        <Section id="relations" title={say('claim.relations')}>
          <ul className="relations">
            {relations.map(({ key, relation, other, suggested }) => (
              <li key={`${key} ${other.id}`} className={suggested ? 'suggested' : 'decided'}>
                <p>
                  <strong>{say(`${key}.${relation}`)}</strong>{' '}
                  {suggested && <span className="word suggested">{say('state.suggested')}</span>}
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
              </li>
            ))}
          </ul>
        </Section>
      )}
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
