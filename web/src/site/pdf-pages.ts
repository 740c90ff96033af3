import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Longest side that a page is drawn with, in points: as large as the pages keep it. */
const DRAWN = 4096;
const THUMBNAIL = 220;
/** How many pages are offered. */
export const PAGES_SHOWN = 40;

export interface PdfPages {
  readonly count: number;
  /** A small picture of a page, as an address that holds until `close`. */
  thumbnail(page: number): Promise<string>;
  /** The page as large as it is kept. PNG. */
  drawn(page: number): Promise<Blob>;
  close(): void;
}

/** Opens a PDF in a worker of this page; fonts and character maps come from the same place as the page. */
export async function openPdf(file: Blob): Promise<PdfPages> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    cMapUrl: '/pdf/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdf/standard_fonts/',
    wasmUrl: '/pdf/wasm/',
    // what the pages may run does not include WebAssembly; the same decoders come as script
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const document = await task.promise;
  const addresses: string[] = [];
  return {
    count: document.numPages,
    thumbnail: async (page) => {
      const address = URL.createObjectURL(await draw(document, page, THUMBNAIL));
      addresses.push(address);
      return address;
    },
    drawn: (page) => draw(document, page, DRAWN),
    close: () => {
      for (const address of addresses) URL.revokeObjectURL(address);
      void task.destroy();
    },
  };
}

async function draw(document: PDFDocumentProxy, number: number, longest: number): Promise<Blob> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longest / Math.max(natural.width, natural.height) });
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, background: '#fff' }).promise;
  page.cleanup();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
