import type { Case, Slot } from '../ledger/index.ts';
import { type RandomBytes, type RequestForm, randomId } from '../model/index.ts';
import { foldName, nameSkeleton } from '../names/index.ts';
import { type EnteredSlots, type KeptRequest, readRequests } from './kept.ts';
import { newReceipt } from './receipt.ts';

export interface NewRequest {
  readonly form: RequestForm;
  readonly paper?: string | undefined;
  /** `another-request` keeps it although the same stands there already. */
  readonly twice?: 'another-request' | undefined;
  readonly by: string;
}

export type EnteredRequest =
  | { readonly kept: 'new'; readonly id: string; readonly code: string }
  | { readonly kept: 'known'; readonly same: readonly KeptRequest[] };

/**
 * Keeps a request, or tells which ones say the same: then nothing is stored. The form has been read by its schema,
 * without which there is no consent and nothing comes this far.
 *
 * @param line id of the public line where the code shall work too
 */
export async function enterRequest(
  opened: Case,
  { form, paper, twice, by }: NewRequest,
  random: RandomBytes,
  line?: string,
): Promise<EnteredRequest> {
  if (twice === undefined) {
    const same = sameAs(form, readRequests(opened).values(), paper);
    if (same.length > 0) return { kept: 'known', same };
  }
  const { code, receipt, replyTo } = await newReceipt(opened, random, line);
  const id = randomId(random);
  const about: EnteredSlots = {
    came: paper === undefined ? 'desk' : 'paper',
    receipt,
    ...(paper === undefined ? {} : { paper }),
  };
  const { consent, ...parts } = form;
  const slots = { about, consent, ...parts, who: by };
  opened.notes([
    { kind: 'request', by, facts: { request: id, is: 'entered' }, slots: contactSlots(slots) },
    ...(line === undefined
      ? []
      : [
          {
            kind: 'line' as const,
            facts: { what: 'desk-request', talk: id },
            slots: [
              { name: 'mailbox', sensitivity: 'line' as const, value: receipt.mailbox },
              { name: 'replyTo', sensitivity: 'line' as const, value: replyTo },
            ],
          },
        ]),
  ]);
  return { kept: 'new', id, code };
}

export const contactSlots = (values: Readonly<Record<string, unknown>>): Slot[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, sensitivity: 'contact', value }],
  );

/** Requests that say the same: of one paper, or by one family of one person, however it is spelled. */
export function sameAs(
  form: Pick<RequestForm, 'sought' | 'asker'>,
  requests: Iterable<KeptRequest>,
  paper?: string,
): KeptRequest[] {
  const key = keyOf(form);
  const found: KeptRequest[] = [];
  for (const request of requests) {
    const { sought, asker } = request;
    if (request.withdrawn) continue;
    if (
      (paper !== undefined && request.paper === paper) ||
      (sought && asker && keyOf({ sought, asker }) === key)
    )
      found.push(request);
  }
  return found;
}

function keyOf({ sought, asker }: Pick<RequestForm, 'sought' | 'asker'>): string {
  const { given, father, grandfather, family } = sought.names;
  const words = [given, father, grandfather, family, asker.name].map((name) =>
    name === undefined ? '' : nameSkeleton(foldName(name)),
  );
  return [...words, sought.birth?.replace('~', '').slice(0, 4) ?? '', asker.relation].join('|');
}
