/**
 * Work that is not finished, kept on this device under a key that the browser holds and never gives out: a reload loses
 * nothing, and whoever copies the browser's files reads nothing. Where the browser offers no such key nothing is kept.
 */
export interface DraftKeeper<Draft> {
  /** Whether this browser can keep anything. */
  readonly can: boolean;
  keep(id: string, draft: Draft): Promise<void>;
  kept(id: string): Promise<Draft | undefined>;
  drop(id: string): Promise<void>;
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
  readonly file?: { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };
}

const DATABASE = 'sanad-drafts';

function inDatabase<Result>(
  mode: IDBTransactionMode,
  work: (drafts: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = work(database.transaction('drafts', mode).objectStore('drafts'));
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        resolve(asked.result);
        database.close();
      };
    };
  });
}

async function ownKey(): Promise<CryptoKey> {
  const known = await inDatabase<CryptoKey | undefined>('readonly', (drafts) => drafts.get('#key'));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await inDatabase('readwrite', (drafts) => drafts.put(made, '#key'));
  return made;
}

const freshIv = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12));

/** A file and what was said of it; the file is sealed apart, so that a correction does not seal megabytes anew. */
export interface FileDraft {
  readonly name: string;
  readonly type: string;
  readonly file: Blob;
  readonly said: unknown;
}

export const draftKeeper: DraftKeeper<FileDraft> = {
  can: typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined,
  keep: async (id, { name, type, file, said }) => {
    const key = await ownKey();
    const iv = freshIv();
    const text = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      key,
      new TextEncoder().encode(JSON.stringify({ name, type, said })),
    );
    const fileIv = freshIv();
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: fileIv }, key, await file.arrayBuffer());
    const sealed: Sealed = { iv, text, file: { iv: fileIv, bytes } };
    await inDatabase('readwrite', (drafts) => drafts.put(sealed, id));
  },
  kept: async (id) => {
    const found = await inDatabase<Sealed | undefined>('readonly', (drafts) => drafts.get(id));
    if (!found?.file) return undefined;
    const key = await ownKey();
    const open = (iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer): Promise<ArrayBuffer> =>
      crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    const { name, type, said } = JSON.parse(
      new TextDecoder().decode(await open(found.iv, found.text)),
    ) as Omit<FileDraft, 'file'>;
    return { name, type, said, file: new Blob([await open(found.file.iv, found.file.bytes)], { type }) };
  },
  drop: async (id) => {
    await inDatabase('readwrite', (drafts) => drafts.delete(id));
  },
};
