import type { ErrorCode } from '../model/index.ts';
import { accountErrors } from './account-errors.ts';
import { caseErrors } from './case-errors.ts';
import type { Bilingual } from './catalogue.ts';
import { figureErrors } from './figure-errors.ts';
import { fileErrors } from './file-errors.ts';
import { importErrors } from './import-errors.ts';
import { keyErrorMessages } from './key-errors.ts';
import { lineErrors } from './line-errors.ts';
import { listErrors } from './list-errors.ts';
import { proofErrors } from './proof-errors.ts';
import { siteErrors } from './site-errors.ts';
import { tracingErrors } from './tracing-errors.ts';

/**
 * What is wrong and what to do. Values a sentence may use: file, sheet, row, line, column, and what the error carries
 * (limit, found, value). Each theme has its file.
 */
export const errorMessages: Readonly<Record<ErrorCode, Bilingual>> = {
  ...caseErrors,
  ...fileErrors,
  ...listErrors,
  ...importErrors,
  ...accountErrors,
  ...lineErrors,
  ...siteErrors,
  ...tracingErrors,
  ...figureErrors,
  ...proofErrors,
  internal: {
    en: 'Something went wrong inside Sanad. Nothing that was acknowledged is lost. Please report: {reason}',
    ar: 'حدث خطأ داخل سند. لم يُفقد شيء جرى تأكيده. نرجو الإبلاغ: {reason}',
  },
  ...keyErrorMessages,
};
