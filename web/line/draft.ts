import { Decrypter, Encrypter } from 'age-encryption';
import type { MailboxKeys } from '../../src/sealing/index.ts';

/**
 * An unfinished text, kept only where the sender asked for it: locked to the receipt code, in this tab alone, gone with
 * it. Without the code it is noise; that there is one shows that somebody wrote here.
 */
const PLACE = 'draft';
/** Every draft is as long as any other of its kind. */
const FILLED_TO = 24 * 1024;

export const draftIsThere = (): boolean => sessionStorage.getItem(PLACE) !== null;
export const forgetDraft = (): void => sessionStorage.removeItem(PLACE);

export async function keepDraft(text: string, keys: MailboxKeys): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(keys.recipient);
  const sealed = await encrypter.encrypt(JSON.stringify(text).padEnd(FILLED_TO));
  sessionStorage.setItem(PLACE, btoa(Array.from(sealed, (byte) => String.fromCharCode(byte)).join('')));
}

/** `undefined` where there is none, or another code locked it. */
export async function openDraft(keys: MailboxKeys): Promise<string | undefined> {
  const kept = sessionStorage.getItem(PLACE);
  if (kept === null) return undefined;
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  try {
    const text = await decrypter.decrypt(
      Uint8Array.from(atob(kept), (each) => each.charCodeAt(0)),
      'text',
    );
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
