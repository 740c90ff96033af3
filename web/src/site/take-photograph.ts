import { SMALL_PICTURE } from '../../../src/model/index.ts';
import { newId } from './new-entry.ts';

/** A photograph as it was taken or chosen, before the search is written down. */
export interface Taken {
  readonly id: string;
  /** Base64 of the small JPEG that goes with the entry; drawn anew, so that it says nothing of where it was taken. */
  readonly small: string;
  /** What follows it: as the camera gave it, or the small picture where there is no room for more. */
  readonly file: Blob;
  readonly which: 'original' | 'small';
  /** Bytes of the original. */
  readonly originally: number;
  readonly sha256: string;
  /** For the page alone. */
  readonly address: string;
}

/** The original stays where the device will have this much left afterwards, in bytes, and it is no larger than that. */
const ROOM_LEFT = 50_000_000;
const LARGEST_ORIGINAL = 50_000_000;

/** Hashing needs what browsers give protected pages alone. */
export const canPhotograph = (): boolean => globalThis.crypto?.subtle !== undefined;

/** @throws where the device cannot read it as a picture */
export async function takePhotograph(original: File): Promise<Taken> {
  const small = await shrunk(original);
  const which = (await hasRoomFor(original)) ? 'original' : 'small';
  const file = which === 'original' ? original : small;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return {
    id: newId(),
    small: await base64Of(small),
    file,
    which,
    originally: original.size,
    sha256: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    address: URL.createObjectURL(small),
  };
}

async function hasRoomFor({ size }: File): Promise<boolean> {
  if (size > LARGEST_ORIGINAL) return false;
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined || usage + size + ROOM_LEFT < quota;
}

/** Upright, no longer than what is stated, and lighter step by step until it weighs no more than that. */
async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let scale = Math.min(1, SMALL_PICTURE.longest / Math.max(picture.width, picture.height));
    for (let quality = 0.82; ; quality -= 0.12) {
      if (quality < 0.4) {
        scale *= 0.7;
        quality = 0.7;
      }
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (!drawn) throw new Error('not drawn');
      if (drawn.size <= SMALL_PICTURE.bytes) return drawn;
    }
  } finally {
    picture.close();
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
