import { SanadError } from '../model/index.ts';

/** Where the second reader answers. `key` is sent to it alone, and stands in no message, log or answer. */
export interface Endpoint {
  /** The base of the interface, as in `http://127.0.0.1:11434/v1`. */
  readonly address: URL;
  readonly model: string;
  readonly key?: string;
  readonly where: 'this-machine' | 'elsewhere';
}

/** What has to be said, letter by letter, before any text is sent to another machine. */
export const LEAVES_THIS_MACHINE = 'the text leaves this machine';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The endpoint that somebody names. Throws SanadError `reader.address` for what is no http address, holds a name and
 * password, or is elsewhere and not https; `reader.consent` where it is elsewhere and nobody said so.
 */
export function readerAt(given: {
  readonly address: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly consent?: string | undefined;
}): Endpoint {
  const address = URL.parse(given.address);
  if (!address || !/^https?:$/.test(address.protocol) || address.username + address.password !== '')
    throw new SanadError('reader.address', {});
  const where = LOOPBACK.test(address.hostname) ? 'this-machine' : 'elsewhere';
  if (where === 'elsewhere' && address.protocol !== 'https:') throw new SanadError('reader.address', {});
  if (where === 'elsewhere' && given.consent !== LEAVES_THIS_MACHINE)
    throw new SanadError('reader.consent', { host: address.host, phrase: LEAVES_THIS_MACHINE });
  return {
    address,
    model: given.model,
    ...(given.key === undefined || given.key === '' ? {} : { key: given.key }),
    where,
  };
}
