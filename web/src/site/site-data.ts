import { useEffect, useState } from 'react';
import type { SearchPicture, SiteName, SiteState } from '../../../src/model/index.ts';
import { type Answer, useAnswer } from '../api/answers.ts';
import type { Speech } from '../speech/speech.tsx';
import { canKeep, fromDevice, keepOnDevice } from './device-store.ts';
import { noteNetwork } from './outbox.ts';

export interface SiteSeen {
  readonly state: SiteState;
  readonly picture: SearchPicture;
}

/** The site as the server has it; without a network as it was last seen on this device. */
export function useSite(id: string, until?: string): Answer<SiteSeen> & { readonly old?: boolean } {
  const query = until === undefined ? '' : `?until=${encodeURIComponent(until)}`;
  const state = useAnswer<SiteState>(`/api/sites/${encodeURIComponent(id)}${query}`);
  const picture = useAnswer<SearchPicture>(`/api/sites/${encodeURIComponent(id)}/picture${query}`);
  const [seen, setSeen] = useState<SiteSeen>();
  const here = state.state === 'here' && picture.state === 'here';
  const stateData = state.state === 'here' ? state.data : undefined;
  const pictureData = picture.state === 'here' ? picture.data : undefined;
  useEffect(() => {
    if (!stateData || !pictureData || until !== undefined) return;
    noteNetwork('there');
    if (canKeep())
      keepOnDevice('seen', id, { state: stateData, picture: pictureData } satisfies SiteSeen).catch(() => {
        // no room: what was last seen here stays older
      });
  }, [id, stateData, pictureData, until]);
  const unreachable = state.state === 'failed' && state.fault.code === 'unreachable';
  useEffect(() => {
    if (!unreachable) return;
    noteNetwork('missing');
    if (canKeep()) void fromDevice<SiteSeen>('seen', id).then(setSeen);
  }, [id, unreachable]);
  if (here && stateData && pictureData)
    return { state: 'here', data: { state: stateData, picture: pictureData } };
  if (unreachable && seen) return { state: 'here', data: seen, old: true };
  if (state.state === 'failed') return state;
  if (picture.state === 'failed') return picture;
  return state.data && picture.data
    ? { state: 'waiting', data: { state: state.data, picture: picture.data } }
    : { state: 'waiting' };
}

/** What a thing is taken for: of versions that conflict the one received first. */
export const current = <Version>(thing: { readonly versions: readonly Version[] }): Version =>
  thing.versions[0]!;
export const isLive = (thing: {
  readonly versions: readonly { readonly struck?: true | undefined }[];
}): boolean => thing.versions.some(({ struck }) => !struck);

export const nameIn = ({ language }: Speech, name: SiteName | undefined): string =>
  (language === 'ar' ? (name?.ar ?? name?.en) : (name?.en ?? name?.ar)) ?? '';

/** "B1-07", with its name where it has one. */
export function sectorName(speech: Speech, state: SiteState, id: string): string {
  const sector = state.sectors.find((one) => one.id === id);
  if (!sector) return id;
  const { code, name } = current(sector).body;
  const own = nameIn(speech, name);
  return own === '' ? code : `${code} ${own}`;
}

/** A chance to read at a glance: two digits, and never 0 or 100 where it is not. */
export function chanceWords({ number }: Speech, chance: number): string {
  if (chance > 0 && chance < 0.0005)
    return `< ${number(0.001, { style: 'percent', maximumFractionDigits: 1 })}`;
  const digits = chance < 0.0995 ? 1 : 0;
  return number(Math.min(chance, chance < 1 ? 0.999 : 1), {
    style: 'percent',
    maximumFractionDigits: chance > 0.995 && chance < 1 ? 1 : digits,
  });
}

export const hoursBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 3_600_000;
