import type { Case, NewEvent, Slot } from '../ledger/index.ts';
import { type AccessKind, type ItemId, type PersonId, tellsHowToReach } from '../model/index.ts';

/** One look at somebody's data: what was shown, never the values. */
export interface Look {
  readonly kind: AccessKind;
  /** By the ids that they had at that moment. */
  readonly persons?: readonly PersonId[];
  readonly items?: readonly ItemId[];
  /** Claims, requests or remains, by their random ids: never whom they are about. */
  readonly things?: readonly string[];
  /** Personal data itself: a name goes into a slot of class `team`, a telephone number into one of `contact`. */
  readonly search?: string;
}

export interface WrittenLook extends Look {
  readonly entry: number;
  readonly at: string;
  readonly account: string;
  readonly persons: readonly PersonId[];
  readonly items: readonly ItemId[];
  readonly things: readonly string[];
  /** Of a look by command: which one, and who sat at the machine. */
  readonly command?: string;
  readonly by?: string;
}

/**
 * Every look is an entry of the ledger before it is answered. Looks of the same few milliseconds share one write, so a
 * page costs no more than one wait for the disk.
 */
export interface AccessLog {
  /** On disk when it resolves. `seenBy` is the case as the one who looks sees it: their keys seal the entry. */
  write(seenBy: Case, account: string, look: Look): Promise<void>;
}

/** Milliseconds that the first look of a group waits for others. */
const GATHERED = 8;

export function accessLog(): AccessLog {
  const gathering: Map<Case, { events: NewEvent[]; written: Promise<void> }> = new Map();
  const flush = (seenBy: Case, events: readonly NewEvent[]): void => {
    gathering.delete(seenBy);
    seenBy.notes(events);
  };
  return {
    write: (seenBy, account, look) => {
      const event = accessEvent(account, look);
      const group = gathering.get(seenBy);
      if (group) {
        group.events.push(event);
        return group.written;
      }
      const events = [event];
      const written = new Promise<void>((done, failed) => {
        setTimeout(() => {
          try {
            flush(seenBy, events);
            done();
          } catch (error) {
            failed(error as Error);
          }
        }, GATHERED);
      });
      gathering.set(seenBy, { events, written });
      return written;
    },
  };
}

export const accessEvent = (
  account: string,
  { kind, persons, items, things, search }: Look,
): NewEvent & { readonly kind: 'access' } => ({
  kind: 'access',
  facts: {
    account,
    what: kind,
    ...(persons && persons.length > 0 ? { persons } : {}),
    ...(items && items.length > 0 ? { items } : {}),
    ...(things && things.length > 0 ? { things } : {}),
  },
  ...(search === undefined ? {} : { slots: [searchSlot(search)] }),
});

/** What was typed: mostly a name. Whoever typed a telephone number asked with contact data. */
const searchSlot = (search: string): Slot => ({
  name: 'search',
  sensitivity: tellsHowToReach(search) ? 'contact' : 'team',
  value: search,
});

export interface LooksRead {
  /** The newest first. */
  all(): readonly WrittenLook[];
}

/** The looks as the ledger tells them, kept up with it. */
export function readLooks(opened: Case): LooksRead {
  const looks: WrittenLook[] = [];
  let next = 0;
  return {
    all: () => {
      for (const { entry, at, by, facts, slots } of opened.events('access', next)) {
        const search = slots.get('search');
        looks.unshift({
          entry,
          at,
          // a picture that was asked for unblurred, while nobody had an account
          account: typeof facts.account === 'string' ? facts.account : (by ?? ''),
          kind: facts.what as AccessKind,
          persons: (facts.persons ?? []) as PersonId[],
          items: (facts.items ?? []) as ItemId[],
          things: (facts.things ?? []) as string[],
          ...(typeof search === 'string' ? { search } : {}),
          ...(typeof facts.command === 'string' ? { command: facts.command, ...(by ? { by } : {}) } : {}),
        });
        next = entry + 1;
      }
      return looks;
    },
  };
}
