import type { Case } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';
import { mailboxKeys, newReceiptCode, type RandomBytes, readReceiptCode } from '../sealing/index.ts';
import type { KeptRequest, Receipt } from './kept.ts';

/**
 * The family's code: thirty digits in six groups, each with a check digit, drawn from 79.7 bits (`sealing`). The case
 * keeps what scrypt and a hash make of it, never the code: who reads the case cannot ask in the family's name, and one
 * guess costs 32 MiB and a tenth of a second.
 */
export interface NewReceipt {
  readonly code: string;
  readonly receipt: Receipt;
  /** Where answers on the public line are sealed to. */
  readonly replyTo: string;
}

/** @param line id of the public line on which the code is to work too; without one it is known at the desk alone */
export async function newReceipt(opened: Case, random: RandomBytes, line?: string): Promise<NewReceipt> {
  const code = newReceiptCode(random);
  const salt = line ?? deskSalt(opened);
  const { mailbox, recipient } = await mailboxKeys(code, salt);
  return { code, receipt: { salt, mailbox }, replyTo: recipient };
}

const deskSalt = (opened: Case): string => `desk ${opened.id}`;

/**
 * The request of a code as it was said over the phone.
 *
 * @throws SanadError `tracing.code-wrong` naming the groups that cannot be right, `tracing.code-unknown`
 */
export async function requestByCode(said: string, requests: Iterable<KeptRequest>): Promise<KeptRequest> {
  const read = readReceiptCode(said);
  if (!read.ok)
    throw new SanadError(
      read.groups.length > 0 ? 'tracing.code-wrong' : 'tracing.code-unknown',
      read.groups.length > 0 ? { groups: read.groups.join(', ') } : {},
    );
  const bySalt = new Map<string, Map<string, KeptRequest>>();
  for (const request of requests) {
    const { receipt } = request;
    if (!receipt) continue;
    const own = bySalt.get(receipt.salt) ?? new Map<string, KeptRequest>();
    bySalt.set(receipt.salt, own.set(receipt.mailbox, request));
  }
  for (const [salt, own] of bySalt) {
    const found = own.get((await mailboxKeys(read.code, salt)).mailbox);
    if (found) return found;
  }
  throw new SanadError('tracing.code-unknown');
}
