import { useEffect, useState } from 'react';
import type { ItemId } from '../../../src/model/index.ts';
import { bytesFromDevice, canKeep, dropFromDevice, keepBytes, picturesOnDevice } from './device-store.ts';

/** Plans that a device keeps at most, 2 MB each; another one pushes one out. */
const KEPT = 24;
const PLAN = 'plan ';

interface PlanImage {
  readonly state: 'none' | 'waiting' | 'here' | 'missing';
  readonly bitmap?: ImageBitmap;
}

/** The small picture under a floor: kept sealed on this device, else fetched and then kept. */
export function usePlanImage(item: ItemId | undefined, page: number | undefined): PlanImage {
  const [image, setImage] = useState<PlanImage>({ state: 'none' });
  useEffect(() => {
    if (item === undefined) {
      setImage({ state: 'none' });
      return;
    }
    let wanted = true;
    setImage({ state: 'waiting' });
    pictureOf(item, page)
      .then((picture) => createImageBitmap(picture))
      .then(
        (bitmap) => (wanted ? setImage({ state: 'here', bitmap }) : bitmap.close()),
        () => wanted && setImage({ state: 'missing' }),
      );
    return () => {
      wanted = false;
    };
  }, [item, page]);
  return image;
}

async function pictureOf(item: ItemId, page: number | undefined): Promise<Blob> {
  const name = `${PLAN}${item} ${page ?? 1}`;
  const kept = await bytesFromDevice(name).catch(() => undefined);
  if (kept) return kept;
  const query = page === undefined ? '' : `?page=${page}`;
  const answer = await fetch(`/api/sites/pictures/${encodeURIComponent(item)}${query}`);
  if (!answer.ok) throw new Error(String(answer.status));
  const picture = await answer.blob();
  // where there is no room, the plan is there as long as the page is
  if (canKeep()) void keep(name, picture).catch(() => undefined);
  return picture;
}

async function keep(name: string, picture: Blob): Promise<void> {
  const plans = (await picturesOnDevice()).filter((one) => one.startsWith(PLAN));
  for (const one of plans.slice(0, Math.max(0, plans.length + 1 - KEPT)))
    await dropFromDevice('pictures', one);
  await keepBytes(name, await picture.arrayBuffer());
}
