import { type FileMetadata, LONGEST_VALUE, type MetadataField, MOST_FIELDS } from '../metadata.ts';

export const isPdf = (first: Uint8Array): boolean =>
  Buffer.from(first.subarray(0, 1024)).toString('latin1').includes('%PDF-');

const SECONDS = 20;

/**
 * What a PDF says of itself: information dictionary and XMP as the newest revision has them, attachments, scripts, and how
 * many revisions lie in the file, each of which may still hold what a later one took away.
 */
export async function pdfMetadata(bytes: Uint8Array): Promise<FileMetadata> {
  const fields: MetadataField[] = [];
  const add = (name: string, value: unknown): void => {
    const text = String(value ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
    if (text !== '' && fields.length < MOST_FIELDS)
      fields.push({ group: 'pdf', name, value: text.slice(0, LONGEST_VALUE) });
  };
  const revisions = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .match(/startxref\s+\d+\s+%%EOF/g);
  if (revisions && revisions.length > 1) add('revisions', revisions.length);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // The library takes the bytes away from whoever gave them.
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('late')), 1000 * SECONDS);
  });
  try {
    const read = async (): Promise<string | undefined> => {
      const opened = await task.promise;
      const { info, metadata } = await opened.getMetadata();
      for (const [name, value] of Object.entries(info as Record<string, unknown>)) {
        if (value !== null && typeof value === 'object')
          for (const [own, said] of Object.entries(value)) add(own, said);
        else if (!/^(PDFFormatVersion|Is[A-Z]|Encrypt|Language)/.test(name)) add(name, value);
      }
      for (const [name, value] of Object.entries(Object.fromEntries(metadata ?? [])))
        add(`xmp ${name}`, value);
      for (const name of namesIn(await opened.getAttachments())) add('attachment', name);
      for (const name of namesIn(await opened.getJSActions())) add('script', name);
      return (info as { CreationDate?: string }).CreationDate;
    };
    const created = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(
      (await Promise.race([read(), late])) ?? '',
    );
    return {
      ...(created ? { taken: `${created.slice(1, 4).join('-')}T${created.slice(4, 7).join(':')}` } : {}),
      fields,
    };
  } catch {
    return { fields };
  } finally {
    clearTimeout(timer);
    await task.destroy().catch(() => undefined);
  }
}

const namesIn = (found: unknown): string[] =>
  found instanceof Map ? [...found.keys()].map(String) : Object.keys((found as object | null) ?? {});
