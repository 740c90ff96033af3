import type { Case } from '../ledger/index.ts';
import type { ReceiptAnswer } from '../model/index.ts';
import type { KeptRequest } from './kept.ts';
import { receiptAnswer } from './telling.ts';

/**
 * Puts what each family's code answers on its way to the public line, where it differs from what was put there last. It
 * goes with the keepers' next fetch, sealed to the code, as long as every other answer.
 *
 * @returns how many were written
 */
export function writeAnswers(opened: Case, requests: Iterable<KeptRequest>): number {
  if (!opened.classes.has('contact')) return 0;
  const lines = opened.events('line');
  const talks = new Map<string, { count: number; last: ReceiptAnswer | undefined }>();
  for (const { facts, slots } of lines) {
    const talk = String(facts.talk);
    if (facts.form === 'request' || facts.what === 'desk-request')
      talks.set(talk, { count: 0, last: undefined });
    const known = talks.get(talk);
    if (!known || facts.what !== 'answer') continue;
    known.count++;
    known.last = (slots.get('said') as ReceiptAnswer | undefined) ?? known.last;
  }
  const notes = [...requests].flatMap((request) => {
    const talk = talks.get(request.id);
    const answer = receiptAnswer(request);
    if (!talk || talk.last === answer) return [];
    return [
      {
        kind: 'line' as const,
        facts: { what: 'answer', talk: request.id, number: talk.count + 1 },
        slots: [
          { name: 'text', sensitivity: 'line' as const, value: JSON.stringify({ sanad: 'answer', answer }) },
          { name: 'said', sensitivity: 'contact' as const, value: answer },
        ],
      },
    ];
  });
  opened.notes(notes);
  return notes.length;
}
