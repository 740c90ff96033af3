import type { SiteBody, SiteEntry, SiteThing } from '../../../src/model/index.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixteen characters of base 32, drawn on this device. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte & 31]).join('');

/** A new thing on a site, or a change of one upon the versions that are seen. */
export function entryOf<Thing extends SiteThing>(
  site: string,
  is: Thing,
  body: SiteBody<Thing>,
  by: string,
  change?: { readonly about: string; readonly upon: readonly string[]; readonly struck?: boolean },
): SiteEntry {
  return {
    id: newId(),
    site,
    about: change?.about ?? (is === 'place' ? site : newId()),
    upon: [...(change?.upon ?? [])],
    at: new Date().toISOString(),
    by,
    ...(change?.struck && { struck: true }),
    is,
    body,
  } as SiteEntry;
}
