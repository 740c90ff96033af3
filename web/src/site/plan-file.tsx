import { useEffect, useRef, useState } from 'react';
import type { ItemId, SitePictureKept } from '../../../src/model/index.ts';
import { AskFailed, ask } from '../api/answers.ts';
import { useDecider } from '../people/who-decides.tsx';
import { Field } from './field.tsx';
import type { PdfPages } from './pdf-pages.ts';
import { useSpeech } from './speech.ts';

/** A file that a floor is drawn over. */
export interface PlanFile {
  readonly item: ItemId;
  readonly page?: number;
  readonly width: number;
  readonly height: number;
}

type Stage =
  | { readonly is: 'none' }
  | { readonly is: 'sending' | 'reading' }
  | {
      readonly is: 'pages';
      readonly item: ItemId;
      readonly by: string;
      readonly pdf: PdfPages;
      readonly shown: number;
    }
  | { readonly is: 'ready'; readonly file: string; readonly width: number; readonly height: number }
  | { readonly is: 'failed'; readonly reason: string };

const send = (path: string, body: Blob, query: Record<string, string>): Promise<SitePictureKept> =>
  ask<SitePictureKept>(`${path}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  });

/** Any picture as the browser shows it, for kinds that the server does not open. */
async function drawnByBrowser(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { resizeQuality: 'high' });
  const share = Math.min(1, 4096 / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * share);
  canvas.height = Math.round(bitmap.height * share);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

const isPdf = async (file: Blob): Promise<boolean> => (await file.slice(0, 1024).text()).includes('%PDF-');

/** Chooses a picture, or a page of a PDF, to draw over: it goes into the case first. */
export function ChoosePlanFile({ onChosen }: { readonly onChosen: (file: PlanFile | undefined) => void }) {
  const speech = useSpeech();
  const { say, sayError } = speech;
  const decide = useDecider();
  const [stage, setStage] = useState<Stage>({ is: 'none' });
  const pages = useRef<PdfPages>(undefined);
  useEffect(() => () => pages.current?.close(), []);

  const failed = (error: unknown): void => {
    const { code, data } = error instanceof AskFailed ? error.fault : { code: pdfFault(error), data: {} };
    setStage({
      is: 'failed',
      reason: code === 'plan.pdf-locked' || code === 'plan.pdf-broken' ? say(code) : sayError(code, data),
    });
  };
  const ready = (file: string, kept: SitePictureKept, page?: number): void => {
    if (!kept.picture) throw new AskFailed({ code: 'picture.damaged', data: {} });
    const { width, height } = kept.picture;
    setStage({
      is: 'ready',
      file: page === undefined ? file : `${file}, ${say('plan.page', { page })}`,
      width,
      height,
    });
    onChosen({ item: kept.item, width, height, ...(page !== undefined && { page }) });
  };
  const choose = async (file: File, by: string): Promise<void> => {
    onChosen(undefined);
    pages.current?.close();
    setStage({ is: 'sending' });
    try {
      const kept = await send('/api/sites/pictures', file, { name: file.name.slice(-255) || 'plan', by });
      if (kept.picture) return ready(file.name, kept);
      if (await isPdf(file)) {
        setStage({ is: 'reading' });
        const { openPdf, PAGES_SHOWN } = await import('./pdf-pages.ts');
        const pdf = await openPdf(file);
        pages.current = pdf;
        setStage({ is: 'pages', item: kept.item, by, pdf, shown: Math.min(pdf.count, PAGES_SHOWN) });
        return;
      }
      const { code, limit } = kept.refused ?? { code: 'picture.unknown-kind' };
      const refused = new AskFailed({ code: code as 'picture.too-large', data: limit ? { limit } : {} });
      if (code === 'picture.too-large') throw refused;
      const drawn = await drawnByBrowser(file).catch(() => {
        throw refused;
      });
      ready(file.name, await send(`/api/sites/pictures/${kept.item}`, drawn, { by }));
    } catch (error) {
      failed(error);
    }
  };
  const take = async (at: Extract<Stage, { is: 'pages' }>, page: number, file: string): Promise<void> => {
    setStage({ is: 'reading' });
    try {
      const drawn = await at.pdf.drawn(page);
      ready(
        file,
        await send(`/api/sites/pictures/${at.item}`, drawn, { page: String(page), by: at.by }),
        page,
      );
      at.pdf.close();
    } catch (error) {
      failed(error);
    }
  };
  const [name, setName] = useState('');
  return (
    <>
      <Field label={say('plan.file')} help={say('plan.file-help')}>
        <input
          type="file"
          accept="image/*,application/pdf,.pdf,.tif,.tiff,.heic"
          disabled={stage.is === 'sending' || stage.is === 'reading'}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (!file) return;
            setName(file.name);
            decide((by) => void choose(file, by));
          }}
        />
      </Field>
      <div role="status">
        {stage.is === 'sending' && <p>{say('plan.file-sending')}</p>}
        {stage.is === 'reading' && <p>{say('plan.file-reading')}</p>}
        {stage.is === 'ready' && <p>{say('plan.file-ready', stage)}</p>}
        {stage.is === 'failed' && (
          <p className="warn">{say('plan.file-kept-undrawn', { reason: stage.reason })}</p>
        )}
      </div>
      {stage.is === 'pages' && (
        <fieldset className="pdf-pages">
          <legend>{say('plan.file-page')}</legend>
          <ul>
            {Array.from({ length: stage.shown }, (_, at) => at + 1).map((page) => (
              <li key={page}>
                <PageButton pdf={stage.pdf} page={page} onTake={() => void take(stage, page, name)} />
              </li>
            ))}
          </ul>
          {stage.pdf.count > stage.shown && (
            <p className="note">{say('plan.page-rest', { count: stage.pdf.count - stage.shown })}</p>
          )}
        </fieldset>
      )}
    </>
  );
}

const pdfFault = (error: unknown): 'plan.pdf-locked' | 'plan.pdf-broken' | 'internal' => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'plan.pdf-locked';
  return /Pdf|PDF|Format|Response/.test(name) ? 'plan.pdf-broken' : 'internal';
};

function PageButton(props: { readonly pdf: PdfPages; readonly page: number; readonly onTake: () => void }) {
  const { say } = useSpeech();
  const { pdf, page } = props;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let wanted = true;
    pdf.thumbnail(page).then(
      (made) => wanted && setAddress(made),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [pdf, page]);
  return (
    <button type="button" onClick={props.onTake}>
      {address && <img src={address} alt="" />}
      <span>{say('plan.page', { page })}</span>
    </button>
  );
}
