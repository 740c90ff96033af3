import { type RandomBytes, SanadError } from '../model/index.ts';
import { type ClassKey, type ClassKeys, classOfKey, type Keyring } from './keyring.ts';
import { agreedKey, agreeWith, derive, seal, unseal } from './sealing.ts';
import { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';

/** Where a payload stands: its class, and the entries whose values it holds, `last` included. */
export interface PayloadPlace {
  readonly sensitivity: Sensitivity;
  readonly first: number;
  readonly last: number;
}

export interface SealedPayload {
  /** Name of the key; with `+` behind it where someone sealed who does not hold the class; empty in an unsealed case. */
  readonly sealedBy: string;
  readonly body: string | Uint8Array;
}

/** Seals and opens what stands in `payload`, as far as this opening holds the keys. */
export interface PayloadSeals {
  readonly held: ReadonlySet<Sensitivity>;
  /** Grows when classes come or go. */
  readonly version: number;
  /** Calls it now, and whenever classes come or go. */
  follow(listener: () => void): void;
  seal(place: PayloadPlace, text: Uint8Array): SealedPayload & { readonly body: Uint8Array };
  /** @throws SanadError `case.damaged`; the class must be held */
  open(place: PayloadPlace, sealed: SealedPayload): string;
  add(keys: Keyring): void;
  /** Overwrites the keys of these classes in memory. */
  forget(classes: Iterable<Sensitivity>): void;
}

const SHARE = 32;
const INFO = 'sanad payload';

/** Of a case that is not sealed, or was made before classes had keys: what guards it is the database's cipher. */
export const openSeals = (): PayloadSeals => ({
  held: new Set(SENSITIVITIES),
  version: 0,
  follow: (listener) => listener(),
  seal: (_place, text) => ({ sealedBy: '', body: text }),
  open: ({ first }, { body }) => {
    if (typeof body !== 'string') throw new SanadError('case.damaged', { where: `ledger.db entry ${first}` });
    return body;
  },
  add: () => {},
  forget: () => {},
});

export function payloadSeals(
  caseId: string,
  classes: ClassKeys,
  keys: Keyring,
  random: RandomBytes,
): PayloadSeals {
  /** By key name: the class's secret, and the key drawn from it. */
  const secrets = new Map<string, { readonly secret: Uint8Array; readonly key: Buffer }>();
  /** By class: for those that are not held, a key of this opening, and what tells it to those who hold the class. */
  const agreed = new Map<Sensitivity, { readonly key: Buffer; readonly share: Buffer }>();
  /** Keys that others agreed on, by key name and share. */
  const others = new Map<string, Buffer>();
  const held = new Set<Sensitivity>();
  const followers: (() => void)[] = [];
  let version = 0;
  const changed = (): void => {
    version++;
    for (const follower of followers) follower();
  };

  const classKey = (sensitivity: Sensitivity): ClassKey => {
    const found = classes[sensitivity];
    if (!found) throw new SanadError('key.old-format');
    return found;
  };
  const bound = ({ sensitivity, first, last }: PayloadPlace): string =>
    `${caseId} ${sensitivity} ${first} ${last}`;
  const agreement = (sensitivity: Sensitivity): { readonly key: Buffer; readonly share: Buffer } => {
    let found = agreed.get(sensitivity);
    if (!found) {
      found = agreeWith(Buffer.from(classKey(sensitivity).public, 'base64'), INFO, random);
      agreed.set(sensitivity, found);
    }
    return found;
  };

  const add = (more: Keyring): void => {
    for (const [name, secret] of more) {
      const sensitivity = classOfKey(name);
      if (!sensitivity || secrets.has(name)) continue;
      secrets.set(name, { secret, key: derive(secret, INFO) });
      if (classes[sensitivity]?.key === name) held.add(sensitivity);
    }
    changed();
  };
  add(keys);

  return {
    held,
    get version() {
      return version;
    },
    follow: (listener) => {
      followers.push(listener);
      listener();
    },
    seal: (place, text) => {
      const name = classKey(place.sensitivity).key;
      const own = secrets.get(name);
      if (own) return { sealedBy: name, body: seal(own.key, text, bound(place), random) };
      const { key, share } = agreement(place.sensitivity);
      const body = Buffer.concat([share, seal(key, text, bound(place), random)]);
      return { sealedBy: `${name}+`, body };
    },
    open: (place, { sealedBy, body }) => {
      const plain =
        typeof body === 'string'
          ? undefined
          : opened(place, sealedBy, Buffer.from(body.buffer, body.byteOffset, body.length));
      if (!plain) throw new SanadError('case.damaged', { where: `ledger.db entry ${place.first}` });
      return plain.toString('utf8');
    },
    add,
    forget: (gone) => {
      for (const sensitivity of gone) {
        held.delete(sensitivity);
        for (const [name, { secret, key }] of secrets) {
          if (classOfKey(name) !== sensitivity) continue;
          secret.fill(0);
          key.fill(0);
          secrets.delete(name);
        }
        for (const [name, key] of others) {
          if (classOfKey(name) !== sensitivity) continue;
          key.fill(0);
          others.delete(name);
        }
        agreed.get(sensitivity)?.key.fill(0);
        agreed.delete(sensitivity);
      }
      changed();
    },
  };

  function opened(place: PayloadPlace, sealedBy: string, body: Buffer): Buffer | undefined {
    const byOther = sealedBy.endsWith('+');
    const name = byOther ? sealedBy.slice(0, -1) : sealedBy;
    const own = secrets.get(name);
    if (!own || classOfKey(name) !== place.sensitivity) return undefined;
    if (!byOther) return unseal(own.key, body, bound(place));
    const share = body.subarray(0, SHARE);
    const known = `${name} ${share.toString('base64')}`;
    let key = others.get(known);
    if (!key) {
      try {
        key = agreedKey(own.secret, share, INFO);
      } catch {
        return undefined;
      }
      others.set(known, key);
    }
    return unseal(key, body.subarray(SHARE), bound(place));
  }
}
