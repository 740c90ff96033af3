import type { Case } from '../ledger/index.ts';
import {
  type FreezeView,
  type PersonId,
  type RandomBytes,
  type RecordId,
  randomId,
  SanadError,
} from '../model/index.ts';
import { hiddenRecords, type People } from '../people/index.ts';
import { contactSlots } from './enter.ts';

/**
 * "I am not missing": the file is hidden from that moment from every view, find, list, hand-out and comparison. What was
 * said, how it is checked and the names stand under `contact`, for those who check; the ids in the clear, so that hiding
 * holds for every role.
 *
 * @throws SanadError `tracing.record-unknown`, `tracing.hidden`
 */
export function freeze(
  opened: Case,
  people: People,
  {
    record,
    says,
    how,
    by,
  }: { readonly record: RecordId; readonly says: string; readonly how: string; readonly by: string },
  random: RandomBytes,
): string {
  if (hiddenRecords(opened).has(record)) throw new SanadError('tracing.hidden');
  const id = people.personOfRecord(record);
  const person = id === undefined ? undefined : people.person(id as PersonId);
  if (!person) throw new SanadError('tracing.record-unknown');
  const freezeId = randomId(random);
  opened.note({
    kind: 'freeze',
    by,
    facts: { is: 'hide', freeze: freezeId, records: person.records.map((one) => one.record) },
    slots: contactSlots({ says, how, who: by, names: person.records.map(({ name }) => name) }),
  });
  return freezeId;
}

/** Identity was checked: the file is seen again. @throws SanadError `request.not-found` */
export function unfreeze(opened: Case, id: string, reason: string, by: string): void {
  const standing = freezesOf(opened).find((one) => one.id === id && !one.released);
  if (!standing) throw new SanadError('request.not-found');
  opened.note({
    kind: 'freeze',
    by,
    facts: { is: 'release', freeze: id },
    slots: contactSlots({ reason, who: by }),
  });
}

/** All of them, the newest first, ended ones too. */
export function freezesOf(opened: Case): FreezeView[] {
  const freezes = new Map<string, FreezeView>();
  for (const { facts, slots, at } of opened.events('freeze')) {
    const id = String(facts.freeze);
    const text = (name: string): string | undefined => slots.get(name) as string | undefined;
    if (facts.is === 'hide')
      freezes.set(id, {
        id,
        at,
        by: text('who'),
        says: text('says'),
        how: text('how'),
        records: (facts.records ?? []) as RecordId[],
        names: (slots.get('names') ?? []) as string[],
      });
    else {
      const before = freezes.get(id);
      if (before) freezes.set(id, { ...before, released: { at, reason: text('reason') } });
    }
  }
  return [...freezes.values()].reverse();
}
