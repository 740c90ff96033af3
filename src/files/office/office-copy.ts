import { SanadError } from '../../model/index.ts';
import { cleanOffice } from './clean-office.ts';
import { cleanOpenDocument } from './clean-opendocument.ts';
import { officeLeft } from './office-left.ts';
import { readParts } from './office-parts.ts';

const OLD_FORM = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Whether a file is of a kind of which `officeCopy` makes a copy or says why not; shows only by its first bytes. */
export const mayBeOffice = (first: Uint8Array): boolean =>
  Buffer.from(first.subarray(0, 4)).equals(Buffer.from('PK\x03\x04', 'latin1')) || isOldForm(first);

/** DOC, XLS, PPT; a DOCX that is locked with a password stands in the same form. */
const isOldForm = (first: Uint8Array): boolean => Buffer.from(first.subarray(0, 8)).equals(OLD_FORM);

export interface OfficeCopy {
  readonly bytes: Buffer;
  readonly extension: 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp';
  readonly mediaType: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
const KINDS = [
  ['docx', `${OFFICE}.wordprocessingml.document`],
  ['xlsx', `${OFFICE}.spreadsheetml.sheet`],
  ['pptx', `${OFFICE}.presentationml.presentation`],
  ['odt', `${OPEN}.text`],
  ['ods', `${OPEN}.spreadsheet`],
  ['odp', `${OPEN}.presentation`],
] as const;

/**
 * A document that says what is seen in it and nothing of who wrote it: see `cleanOffice`, `cleanOpenDocument`. Before it is
 * given out, other code looks for what should have stayed behind.
 *
 * @throws SanadError one of `document.*`, with its reason: then nothing leaves
 */
export async function officeCopy(bytes: Uint8Array): Promise<OfficeCopy> {
  if (isOldForm(bytes)) throw new SanadError('document.old-form');
  const parts = await readParts(bytes);
  const open = parts.has('mimetype');
  const made = open ? await cleanOpenDocument(parts) : await cleanOffice(parts);
  const [left] = await officeLeft(made);
  if (left !== undefined)
    throw new SanadError('document.not-understood', { reason: `${left} left in the copy` });
  const said = open
    ? (parts.get('mimetype')?.toString('latin1').trim() ?? '')
    : (parts.get('[Content_Types].xml')?.toString('latin1') ?? '');
  const [extension, mediaType] = KINDS.find(([, type]) => said.includes(type)) ?? [];
  if (!extension || !mediaType) throw new SanadError('document.not-understood', { reason: 'its kind' });
  return { bytes: made, extension, mediaType };
}
