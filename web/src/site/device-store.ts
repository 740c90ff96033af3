/**
 * What a phone keeps of a site while it has no network, sealed under a key that the browser holds and never gives out:
 * whoever copies the files of the browser reads nothing. Where the browser offers no such key (a page that did not come
 * over a protected connection) nothing is kept, and the page says so.
 */
const NAME = 'sanad-site';

export const canKeep = (): boolean =>
  typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

let opened: Promise<IDBDatabase> | undefined;
const database = (): Promise<IDBDatabase> => {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 2);
    asked.onupgradeneeded = () => {
      for (const store of ['keys', 'waiting', 'seen', 'pictures', 'sending'])
        if (!asked.result.objectStoreNames.contains(store)) asked.result.createObjectStore(store);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
};

type Store = 'waiting' | 'seen' | 'sending';
const on = async (store: Store | 'keys' | 'pictures', mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await database()).transaction(store, mode).objectStore(store);

async function deviceKey(): Promise<CryptoKey> {
  const known = await request<CryptoKey | undefined>((await on('keys', 'readonly')).get('device'));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const store = await on('keys', 'readwrite');
  const beside = await request<CryptoKey | undefined>(store.get('device'));
  if (beside) return beside;
  await request(store.put(made, 'device'));
  return made;
}

interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

async function keep(store: Store | 'pictures', id: string, bytes: BufferSource): Promise<void> {
  const key = await deviceKey();
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);
  await request((await on(store, 'readwrite')).put({ nonce, sealed } satisfies Sealed, id));
}

/** @throws where the device has no room left */
export const keepOnDevice = (store: Store, id: string, value: unknown): Promise<void> =>
  keep(store, id, new TextEncoder().encode(JSON.stringify(value)));

/** The file of a photograph. @throws where the device has no room left */
export const keepBytes = (id: string, bytes: ArrayBuffer): Promise<void> => keep('pictures', id, bytes);

const unsealed = async ({ nonce, sealed }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, await deviceKey(), sealed);

const open = async <T>(sealed: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await unsealed(sealed))) as T;

export async function bytesFromDevice(id: string): Promise<Blob | undefined> {
  if (!canKeep()) return undefined;
  const found = await request<Sealed | undefined>((await on('pictures', 'readonly')).get(id));
  return found && new Blob([await unsealed(found)]);
}

export async function fromDevice<T>(store: Store, id: string): Promise<T | undefined> {
  const found = await request<Sealed | undefined>((await on(store, 'readonly')).get(id));
  return found && open<T>(found);
}

/** In the order in which they were kept, where ids sort so. */
export async function allFromDevice<T>(store: Store): Promise<{ id: string; value: T }[]> {
  const ids = (await request((await on(store, 'readonly')).getAllKeys())) as string[];
  const found = await request<Sealed[]>((await on(store, 'readonly')).getAll());
  return Promise.all(found.map(async (sealed, at) => ({ id: ids[at]!, value: await open<T>(sealed) })));
}

/** Names of the pictures that are kept. */
export const picturesOnDevice = async (): Promise<string[]> =>
  (await request((await on('pictures', 'readonly')).getAllKeys())) as string[];

export async function dropFromDevice(store: Store | 'pictures', id: string): Promise<void> {
  await request((await on(store, 'readwrite')).delete(id));
}
