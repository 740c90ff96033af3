import { Link } from 'wouter';
import type { ClaimPage } from '../../../src/model/index.ts';
import { Written } from '../marks/written.tsx';
import { Section } from '../shell/page.tsx';
import { toClaim, toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';

/** How this claim stands to others. What no person has confirmed is dashed and says that it is suggested. */
export function Relations({ page }: { readonly page: ClaimPage }) {
  const { say, compose } = useSpeech();
  const { claim } = page;
  return (
    <>
      {claim.relations.length > 0 && (
        <Section id="relations" title={say('claim.relations')}>
          <ul className="relations">
            {claim.relations.map((relation) => {
              const other = page.related.find(({ id }) => id === relation.claim);
              return (
                <li
                  key={`${relation.type} ${relation.claim}`}
                  className={relation.suggested ? 'suggested' : 'decided'}
                >
                  <p>
                    <strong>{say(`relation.${relation.type}`)}</strong>{' '}
                    {relation.suggested && <span className="word suggested">{say('state.suggested')}</span>}
                  </p>
                  <p>
                    <Link href={toClaim(relation.claim)} data-entry>
                      <Written text={other?.text ?? relation.claim} />
                    </Link>
                  </p>
                  {other && (
                    <p className="strip">
                      <span>{say('strip.voices', { count: other.independent })}</span>
                      {other.denied && <span className="denied">{say('strip.denied')}</span>}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {page.reuse.length > 0 && (
        <Section id="reuse" title={say('claim.reuse')} note={say('claim.reuse-note')}>
          <ul className="reuse-list">
            {page.reuse.map((reuse) => (
              <li key={`${reuse.a.item}${reuse.a.start}${reuse.b.item}${reuse.b.start}`}>
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
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
