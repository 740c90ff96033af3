import type { Case } from '../../ledger/index.ts';
import type { HandedLead } from '../../model/index.ts';

/**
 * Gives those who search what keepers of the public line made of a talk: their own words and how the source knows. It
 * belongs to no place until somebody who searches says to which; nothing here leads back to the talk.
 */
export function handLead(opened: Case, lead: Omit<HandedLead, 'at'>): void {
  opened.note({
    kind: 'site',
    facts: { is: 'handed-lead', id: lead.id },
    slots: [{ name: 'lead', sensitivity: 'site', value: lead }],
  });
}

/** All of them, in order; whether one was taken up stands in the lead that was made of it. */
export const handedLeads = (opened: Case): HandedLead[] =>
  opened.events('site').flatMap(({ facts, slots, at }) => {
    const lead =
      facts.is === 'handed-lead' ? (slots.get('lead') as Omit<HandedLead, 'at'> | undefined) : undefined;
    return lead ? [{ ...lead, at }] : [];
  });
