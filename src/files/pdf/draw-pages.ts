import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawTask, FromDrawer } from './draw-task.ts';

/** Points an inch: small print stays legible; and the most of a page, so that one drawn as a poster is made smaller. */
const POINTS_AN_INCH = 200;
const MOST_POINTS = 12_000_000;
/** Of a picture in the file, before it is unpacked. */
const MOST_IMAGE_POINTS = 120_000_000;
const QUALITY = 88;

interface Canvas {
  toBuffer(kind: 'image/jpeg', quality: number): Uint8Array;
}

/** Draws every page as it is seen and tells them one by one. */
export async function drawPages(
  { bytes, mostPages }: DrawTask,
  tell: (message: FromDrawer) => void,
): Promise<void> {
  const packaged = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => `${join(packaged, name)}/`;
  const task = getDocument({
    data: bytes,
    useSystemFonts: true,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MOST_IMAGE_POINTS,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    wasmUrl: folder('wasm'),
    verbosity: 0,
  });
  try {
    const opened = await task.promise;
    if (opened.numPages > mostPages) {
      tell({ kind: 'failed', why: 'too-long', reason: `${opened.numPages}` });
      return;
    }
    for (let number = 1; number <= opened.numPages; number++) {
      const page = await opened.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(POINTS_AN_INCH / 72, Math.sqrt(MOST_POINTS / (width * height)));
      const viewport = page.getViewport({ scale });
      const points = {
        width: Math.max(1, Math.floor(viewport.width)),
        height: Math.max(1, Math.floor(viewport.height)),
      };
      const drawing = (opened as unknown as { canvasFactory: CanvasFactory }).canvasFactory;
      const sheet = drawing.create(points.width, points.height);
      await page.render({
        canvas: sheet.canvas as unknown as Drawn['canvas'],
        canvasContext: sheet.context,
        viewport,
        background: '#ffffff',
      }).promise;
      const jpeg = sheet.canvas.toBuffer('image/jpeg', QUALITY);
      drawing.destroy(sheet);
      page.cleanup();
      tell({ kind: 'page', jpeg: Uint8Array.from(jpeg), points, size: { width, height } });
    }
    tell({ kind: 'end' });
  } catch (error) {
    const { name, message } = error as Error;
    const why = name === 'PasswordException' ? 'locked' : 'damaged';
    tell({ kind: 'failed', why, reason: String(message).slice(0, 120) });
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

type Drawn = Parameters<PDFPageProxy['render']>[0];
interface Sheet {
  readonly canvas: Canvas;
  readonly context: NonNullable<Drawn['canvasContext']>;
}
/** What the library draws on outside a browser; its types know the browser's alone. */
interface CanvasFactory {
  create(width: number, height: number): Sheet;
  destroy(sheet: Sheet): void;
}
