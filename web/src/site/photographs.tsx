import { useState } from 'react';
import { Link } from 'wouter';
import type { SiteState } from '../../../src/model/index.ts';
import { toItem } from '../speech/addresses.ts';
import { Conflict } from './conflict.tsx';
import { current, isLive } from './site-data.ts';
import { useSpeech } from './speech.ts';

type Photograph = SiteState['photographs'][number];

/** The photographs of one search, small; hard ones behind a step. */
export function Photographs({ state, search }: { readonly state: SiteState; readonly search: string }) {
  const here = state.photographs.filter((one) => isLive(one) && current(one).body.search === search);
  if (here.length === 0) return null;
  return (
    <ul className="photographs">
      {here.map((photograph) => (
        <li key={photograph.id}>
          <OnePhotograph site={state.id} photograph={photograph} />
          <Conflict site={state.id} is="photograph" thing={photograph} words={({ says }) => says} />
        </li>
      ))}
    </ul>
  );
}

function OnePhotograph({ site, photograph }: { readonly site: string; readonly photograph: Photograph }) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState<'blurred' | 'shown'>('blurred');
  const { body } = current(photograph);
  return (
    <figure>
      <img
        src={`/api/sites/${site}/photographs/${photograph.id}?graphic=${asked}`}
        alt={body.says}
        loading="lazy"
      />
      <figcaption className="small">
        <bdi>{body.says}</bdi>{' '}
        {photograph.item ? (
          <Link href={toItem(photograph.item)}>{say('photo.file')}</Link>
        ) : (
          body.file === 'small' && <span className="quiet">{say('photo.file-small')}</span>
        )}
      </figcaption>
      {body.graphic && (
        <button type="button" onClick={() => setAsked(asked === 'shown' ? 'blurred' : 'shown')}>
          {say(asked === 'shown' ? 'photo.hide' : 'photo.show')}
        </button>
      )}
    </figure>
  );
}
