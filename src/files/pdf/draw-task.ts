/** What is said between the thread that asks and the one that draws, so that asking does not load what draws. */
export const IS_PDF_DRAWER = 'sanad: draw the pages of this PDF';

export interface DrawTask {
  readonly task: typeof IS_PDF_DRAWER;
  readonly bytes: Uint8Array;
  readonly mostPages: number;
}

export type FromDrawer =
  | {
      readonly kind: 'page';
      /** JPEG as the drawing library encodes it. */
      readonly jpeg: Uint8Array;
      readonly points: { readonly width: number; readonly height: number };
      readonly size: { readonly width: number; readonly height: number };
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly why: 'locked' | 'too-long' | 'damaged'; readonly reason: string };
