import { graphicItems, markGraphic } from '../custody/index.ts';
import { pictureCopy } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import { type ItemId, type PhotographBody, SanadError, type SiteState } from '../model/index.ts';
import { current, followSiteEntries, smallPictureOf } from '../site/index.ts';
import { PHOTOGRAPHS } from './uploads.ts';

/** Marks an item that came from a phone as hard to look at, where its entry in the log says so. */
export function photographArrived(opened: Case): (item: ItemId, path: string) => void {
  const entries = followSiteEntries(opened);
  return (item, path) => {
    if (!path.startsWith(PHOTOGRAPHS)) return;
    const { sha256 } = opened.item(item);
    const said = entries().findLast(({ entry }) => entry.is === 'photograph' && entry.body.sha256 === sha256);
    if (said?.entry.is !== 'photograph' || !said.entry.body.graphic || graphicItems(opened).has(item)) return;
    markGraphic(opened, item, 'set', said.entry.by);
  };
}

/** The same site with, of each photograph whose file has come, the item that it is. */
export const withItems = (opened: Case, state: SiteState): SiteState => ({
  ...state,
  photographs: state.photographs.map((photograph) => {
    const item = opened.holds(current(photograph).body.sha256);
    return item === undefined ? photograph : { ...photograph, item };
  }),
});

/**
 * The small picture of a photograph as it may leave: drawn anew, so that nothing of the file but its points goes along;
 * blurred where it is hard to look at and nobody asked for it.
 *
 * @throws SanadError `request.not-found`
 */
export async function photographShown(
  opened: Case,
  state: SiteState,
  id: string,
  asked: 'blurred' | 'shown',
): Promise<{ readonly bytes: Uint8Array; readonly opened: boolean }> {
  const photograph = state.photographs.find((one) => one.id === id);
  const small = photograph && smallPictureOf(opened, id);
  if (!photograph || !small) throw new SanadError('request.not-found', { what: id });
  const graphic = current<{ readonly body: PhotographBody }>(photograph).body.graphic === true;
  const { bytes } = await pictureCopy(small, { blurred: graphic && asked === 'blurred' });
  return { bytes, opened: graphic && asked === 'shown' };
}
