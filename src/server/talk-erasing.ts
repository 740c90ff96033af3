import { askErasure, carryOutErasure, erasuresAsked } from '../custody/index.ts';
import { dropTalkFiles, eraseTalk, talkErasable, talkOf } from '../keepers/index.ts';
import type { Case } from '../ledger/index.ts';

/**
 * A talk goes by one keeper where its sender asked for that; else one keeper asks here and another, here too, carries it
 * out.
 *
 * @returns whether it is gone, or waits for another keeper
 * @throws SanadError `erase.two-needed` for whoever asked already, what `eraseTalk` throws
 */
export function eraseTalkByTwo(
  opened: Case,
  id: string,
  {
    reason,
    by,
    account,
  }: { readonly reason: string; readonly by: string; readonly account: string | undefined },
): 'gone' | 'waits' {
  if (talkOf(opened, id).withdrawn) {
    eraseTalk(opened, id, { reason, by });
    return 'gone';
  }
  const { what, files } = talkErasable(opened, id);
  const of = JSON.stringify(what[0]);
  const asked = erasuresAsked(opened).find((one) => JSON.stringify(one.what[0]) === of);
  if (!asked) {
    askErasure(opened, { what, basis: 'asked', reason, by, account });
    return 'waits';
  }
  carryOutErasure(opened, asked.entry, { by, account }, () => []);
  dropTalkFiles(opened, files);
  return 'gone';
}
