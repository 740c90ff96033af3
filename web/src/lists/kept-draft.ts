import { useState } from 'react';
import type { DraftKey } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { tell } from '../api/answers.ts';
import { useKnownDecider } from '../people/who-decides.tsx';

/**
 * Work that is not finished, kept on this device, sealed: a reload loses nothing, and whoever copies the browser's files
 * reads nothing. Each account has its own, under a key that only the server gives, to nobody but that account, and that
 * the page forgets when it is left: after signing out the next one at the device finds and opens nothing of it. Where
 * nobody signs in, the browser holds a key that it never gives out, and each name has its own. Where the browser offers
 * no keys nothing is kept.
 */
interface DraftKeeper {
  keep(id: string, draft: FileDraft): Promise<void>;
  kept(id: string): Promise<FileDraft | undefined>;
  drop(id: string): Promise<void>;
}

/** A file and what was said of it; the file is sealed apart, so that a correction does not seal megabytes anew. */
interface FileDraft {
  readonly name: string;
  readonly type: string;
  readonly file: Blob;
  readonly said: unknown;
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
  readonly file?: { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };
}

/** Whether this browser can keep anything. */
export const canKeepDrafts = typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

const DATABASE = 'sanad-drafts';
const OPEN_KEY = '#key';
const AES = { name: 'AES-GCM', length: 256 } as const;

/** Whose drafts these are: an account's, or a name's where nobody signs in. */
type Owner = { readonly account: string } | { readonly name: string };

/** The drafts of whoever works here, as long as this page is open; none where the browser cannot keep any. */
export function useDraftKeeper(): DraftKeeper | undefined {
  const { me } = useSession();
  const name = useKnownDecider() ?? '';
  // a name that is given while somebody types does not make the work another's
  const [keeper] = useState(() => keeperOf(me ? { account: me.account } : { name }));
  return canKeepDrafts ? keeper : undefined;
}

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

async function openKey(): Promise<CryptoKey> {
  const known = await inDatabase<CryptoKey | undefined>('readonly', (drafts) => drafts.get(OPEN_KEY));
  if (known) return known;
  const made = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
  await inDatabase('readwrite', (drafts) => drafts.put(made, OPEN_KEY));
  return made;
}

const OF_ACCOUNT = '@';

async function accountKey(): Promise<CryptoKey> {
  const { key } = await tell<DraftKey>('/api/account/draft-key', {});
  // what was begun before there were accounts belongs to nobody who signs in
  const ids = await inDatabase<IDBValidKey[]>('readonly', (drafts) => drafts.getAllKeys());
  for (const id of ids)
    if (!String(id).startsWith(OF_ACCOUNT)) await inDatabase('readwrite', (drafts) => drafts.delete(id));
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, AES, false, ['encrypt', 'decrypt']);
}

const freshIv = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12));

function keeperOf(owner: Owner): DraftKeeper {
  let asked: Promise<CryptoKey> | undefined;
  const ownKey = (): Promise<CryptoKey> => {
    asked ??= 'account' in owner ? accountKey() : openKey();
    return asked;
  };
  const place = (id: string): string =>
    'account' in owner ? `${OF_ACCOUNT}${owner.account} ${id}` : `${id} ${owner.name}`;
  const opened = async (at: string): Promise<FileDraft | undefined> => {
    const found = await inDatabase<Sealed | undefined>('readonly', (drafts) => drafts.get(at));
    if (!found?.file) return undefined;
    const key = await ownKey();
    const open = (iv: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer): Promise<ArrayBuffer> =>
      crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    const { name, type, said } = JSON.parse(
      new TextDecoder().decode(await open(found.iv, found.text)),
    ) as Omit<FileDraft, 'file'>;
    return { name, type, said, file: new Blob([await open(found.file.iv, found.file.bytes)], { type }) };
  };
  return {
    keep: async (id, { name, type, file, said }) => {
      const key = await ownKey();
      const iv = freshIv();
      const text = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        key,
        new TextEncoder().encode(JSON.stringify({ name, type, said })),
      );
      const fileIv = freshIv();
      const bytes = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv: fileIv },
        key,
        await file.arrayBuffer(),
      );
      const sealed: Sealed = { iv, text, file: { iv: fileIv, bytes } };
      await inDatabase('readwrite', (drafts) => drafts.put(sealed, place(id)));
    },
    kept: async (id) => {
      const own = await opened(place(id));
      // begun before a name was asked for
      return own ?? ('name' in owner && owner.name !== '' ? opened(`${id} `) : undefined);
    },
    drop: async (id) => {
      await inDatabase('readwrite', (drafts) => drafts.delete(place(id)));
      if ('name' in owner) await inDatabase('readwrite', (drafts) => drafts.delete(`${id} `));
    },
  };
}
