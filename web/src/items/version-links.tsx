import { Link } from 'wouter';
import { versionMessages } from '../../../src/messages/index.ts';
import type { ItemId, Versions } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { toVersions } from '../speech/addresses.ts';
import { speechWith } from '../speech/speech-with.ts';

const useSpeech = speechWith(versionMessages);

/** The ways from a report to its comparison with each other version of it. */
export function VersionLinks({ item }: { readonly item: ItemId }) {
  const { say, date } = useSpeech();
  const answer = useAnswer<Versions>(`/api/items/${encodeURIComponent(item)}/versions`);
  if (answer.state !== 'here' || answer.data.versions.length === 0) return null;
  const { versions } = answer.data;
  const own = versions.findIndex((each) => each.item === item);
  return (
    <ul className="version-links">
      {versions.map((other, at) => {
        if (at === own) return null;
        const [before, after] = at < own ? [other.item, item] : [item, other.item];
        return (
          <li key={other.item}>
            <Link href={toVersions(before, after)}>
              {other.updated === undefined && other.published === undefined
                ? say('versions.compare-file', { file: other.file })
                : say('versions.compare', { date: date((other.updated ?? other.published)!, 'clock') })}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
