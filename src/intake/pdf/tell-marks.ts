import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, pageMarks, type Shown, type Step } from './page-marks.ts';
import type { FromWorker, ToWorker } from './pdf-task.ts';

interface Font {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

const numbers = (given: unknown): number[] => Array.from((given ?? []) as ArrayLike<number>, Number);

function matrixIn(args: readonly unknown[]): Matrix | undefined {
  const found =
    args.length === 1 || ArrayBuffer.isView(args[0]) || Array.isArray(args[0])
      ? numbers(args[0])
      : numbers(args);
  return found.length >= 6 && found.every(Number.isFinite)
    ? (found.slice(0, 6) as unknown as Matrix)
    : undefined;
}

/** The steps that place writing and lines, out of a page's list of operators. */
function* stepsOf(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  fontOf: (name: string) => Font | undefined,
): Generator<Step> {
  for (const [place, operator] of fnArray.entries()) {
    const args = (argsArray[place] ?? []) as readonly unknown[];
    const value = Number(args[0]);
    switch (operator) {
      case OPS.save:
        yield { do: 'save' };
        break;
      case OPS.restore:
        yield { do: 'restore' };
        break;
      case OPS.transform:
      case OPS.setTextMatrix: {
        const matrix = matrixIn(args);
        if (matrix) yield { do: operator === OPS.transform ? 'transform' : 'text-matrix', matrix };
        break;
      }
      case OPS.paintFormXObjectBegin:
        yield { do: 'begin-form', matrix: args[0] ? matrixIn([args[0]]) : undefined };
        break;
      case OPS.paintFormXObjectEnd:
        yield { do: 'end-form' };
        break;
      case OPS.beginText:
        yield { do: 'begin-text' };
        break;
      case OPS.moveText:
      case OPS.setLeadingMoveText:
        yield {
          do: 'move',
          x: value,
          y: Number(args[1]),
          ...(operator === OPS.setLeadingMoveText ? { leading: true } : {}),
        };
        break;
      case OPS.nextLine:
        yield { do: 'next-line' };
        break;
      case OPS.setFont: {
        const font = fontOf(String(args[0]));
        yield {
          do: 'font',
          size: Number(args[1]),
          scale: Math.abs(font?.fontMatrix?.[0] ?? 0.001) || 0.001,
          upright: font?.vertical !== true,
        };
        break;
      }
      case OPS.setCharSpacing:
        yield { do: 'letter-space', value };
        break;
      case OPS.setWordSpacing:
        yield { do: 'word-space', value };
        break;
      case OPS.setHScale:
        yield { do: 'stretch', value: value / 100 };
        break;
      case OPS.setLeading:
        yield { do: 'leading', value: -value };
        break;
      case OPS.setTextRise:
        yield { do: 'rise', value };
        break;
      case OPS.showText:
        yield { do: 'show', glyphs: (args[0] ?? []) as readonly Shown[] };
        break;
      case OPS.constructPath: {
        const box = numbers(args[2]);
        if (box.length >= 4 && box.every(Number.isFinite))
          yield { do: 'path', box: box.slice(0, 4) as unknown as [number, number, number, number] };
        break;
      }
      default:
    }
  }
}

/** Reads a PDF page by page; told is what is found, in the end or why there is none. */
export async function tellMarks(
  { bytes, mostPages }: ToWorker,
  tell: (message: FromWorker) => void,
): Promise<void> {
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    // Pictures are not opened: only writing is read.
    maxImageSize: 1,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    const document = await loading.promise;
    const pages = document.numPages;
    for (let number = 1; number <= Math.min(pages, mostPages); number++) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const operators = await page.getOperatorList();
      const fontOf = (name: string): Font | undefined =>
        page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : undefined;
      const marks = pageMarks(stepsOf(operators, fontOf), {
        number,
        width,
        height,
        matrix: transform as unknown as Matrix,
      });
      tell({ kind: 'page', marks });
      page.cleanup();
    }
    tell({ kind: 'end', pages });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'unknown';
    tell({ kind: 'failed', why: name === 'PasswordException' ? 'locked' : 'damaged', reason });
  } finally {
    await loading.destroy();
  }
}
