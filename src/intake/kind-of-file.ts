import { signatureOf } from './content-signature.ts';

/** What is to be done with a file, by what it holds; its name decides only between kinds of text. */
export type FileKind =
  | { readonly kind: 'xlsx' | 'pdf' }
  | { readonly kind: 'text'; readonly as: 'list' | 'page' | 'report' | 'open'; readonly mediaType: string }
  | { readonly kind: 'binary-as-text' }
  | { readonly kind: 'not-xlsx' }
  | { readonly kind: 'unread'; readonly mediaType: string };

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const LISTS: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'psv']);
const PAGES: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml', 'xht']);
const PLAIN: ReadonlySet<string> = new Set(['txt', 'text', 'md', 'markdown', 'asc']);
const WORKBOOKS: ReadonlySet<string> = new Set(['xlsx', 'xlsm', 'xltx']);
/** Text that is neither a list nor a report. */
const OTHER_TEXT: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  css: 'text/css',
  js: 'text/javascript',
  eml: 'message/rfc822',
  mht: 'multipart/related',
  mhtml: 'multipart/related',
  rtf: 'application/rtf',
  vcf: 'text/vcard',
  ics: 'text/calendar',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  kml: 'application/vnd.google-earth.kml+xml',
  pdf: 'application/pdf',
};

export function kindOfFile(file: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(file);
  const named = LISTS.has(extension) || PAGES.has(extension) || PLAIN.has(extension);
  const signature = signatureOf(bytes);
  if (signature) {
    if (named) return { kind: 'binary-as-text' };
    if (signature.kind === 'zip' && (WORKBOOKS.has(extension) || holdsWorkbook(bytes)))
      return { kind: 'xlsx' };
    if (WORKBOOKS.has(extension)) return { kind: 'not-xlsx' };
    if (signature.mediaType === 'application/pdf') return { kind: 'pdf' };
    return { kind: 'unread', mediaType: signature.mediaType };
  }
  if (WORKBOOKS.has(extension)) return { kind: 'not-xlsx' };
  if (Object.hasOwn(OTHER_TEXT, extension)) return { kind: 'unread', mediaType: OTHER_TEXT[extension]! };
  if (LISTS.has(extension))
    return {
      kind: 'text',
      as: 'list',
      mediaType: extension === 'csv' ? 'text/csv' : 'text/tab-separated-values',
    };
  if (PAGES.has(extension)) return { kind: 'text', as: 'page', mediaType: 'text/html' };
  return {
    kind: 'text',
    as: PLAIN.has(extension) && extension.startsWith('m') ? 'report' : 'open',
    mediaType: 'text/plain',
  };
}

const extensionOf = (file: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(file)?.[1]?.toLowerCase() ?? '';

/** Whether the file's name promises text, so that binary content is refused and not only kept. */
export const namedAsText = (file: string): boolean => {
  const extension = extensionOf(file);
  return LISTS.has(extension) || PAGES.has(extension) || PLAIN.has(extension);
};

/** A zip archive without a telling name: its directory stands at the end. */
function holdsWorkbook(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-256 * 1024);
  return end.includes('xl/workbook.xml');
}

const PAGE_BEGINNING =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i;

/** Whether text is a web page, whatever its name. */
export const beginsAsPage = (text: string): boolean => PAGE_BEGINNING.test(text.slice(0, 4_000));
