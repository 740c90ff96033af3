import type { Case } from '../ledger/index.ts';
import type { ItemId, Talk, TalkEntry, TalkState } from '../model/index.ts';

/** A talk as the ledger's events give it; what pages see is made of it by `shownTalk`. */
export interface KeptTalk {
  readonly id: string;
  readonly mailbox: string;
  /** Where answers are sealed to; absent where it was erased, or no message came yet. */
  readonly replyTo?: string;
  readonly language: 'ar' | 'en';
  readonly state: TalkState;
  readonly withdrawn: boolean;
  /** Deposits at the line that are in the case. */
  readonly deposits: readonly string[];
  readonly incoming: readonly Incoming[];
  readonly answers: readonly Answer[];
  readonly handedOver: readonly { readonly item: ItemId; readonly by?: string; readonly at: string }[];
  /** What was given of it to those who search. */
  readonly leads: readonly { readonly lead: string; readonly by?: string; readonly at: string }[];
  /** What stands for its sender among leads: drawn once a talk, so that all of it counts as one voice. */
  readonly origin?: string;
  /** The sender wrote after the keepers last did anything. */
  readonly waiting: boolean;
  /** It has a family's request, which is the desk's: nothing to read here unless the family wrote beside it. */
  readonly form: boolean;
}

interface Incoming {
  readonly entry: number;
  readonly day: string;
  /** As the sender's browser counted. */
  readonly number: number;
  readonly text?: string;
  readonly file?: {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
    readonly sealed: string;
  };
}

interface Answer {
  readonly entry: number;
  readonly day: string;
  readonly number: number;
  readonly text?: string;
  readonly delivered: boolean;
}

type Growing = { -readonly [Name in keyof KeptTalk]: KeptTalk[Name] } & {
  deposits: string[];
  incoming: Incoming[];
  answers: Answer[];
  handedOver: { item: ItemId; by?: string; at: string }[];
  leads: { lead: string; by?: string; at: string }[];
};

/** All talks in the order in which they began; empty for whoever does not hold the class `line`. */
export function readTalks(opened: Case): KeptTalk[] {
  if (!opened.classes.has('line')) return [];
  const talks = new Map<string, Growing>();
  for (const { entry, at, by, facts, slots } of opened.events('line')) {
    const id = facts.talk;
    if (typeof id !== 'string') continue;
    let talk = talks.get(id);
    if (!talk) {
      talk = {
        id,
        mailbox: String(slots.get('mailbox') ?? ''),
        language: 'ar',
        state: 'new',
        withdrawn: false,
        deposits: [],
        incoming: [],
        answers: [],
        handedOver: [],
        leads: [],
        waiting: true,
        form: false,
      };
      talks.set(id, talk);
    }
    const day = String(facts.day ?? at.slice(0, 10));
    const number = Number(slots.get('number') ?? facts.number ?? 0);
    const text = slots.get('text');
    if (facts.form !== undefined || facts.what === 'desk-request') talk.form = true;
    switch (facts.what) {
      case 'desk-request':
        talk.replyTo = String(slots.get('replyTo') ?? '');
        break;
      case 'message':
      case 'file': {
        const deposit = slots.get('deposit');
        if (typeof deposit === 'string') talk.deposits.push(deposit);
        talk.waiting = true;
        if (slots.get('language') === 'en') talk.language = 'en';
        const replyTo = slots.get('replyTo');
        if (typeof replyTo === 'string') talk.replyTo = replyTo;
        // The form itself is the desk's; what the family writes beside it is read here.
        if (facts.form !== undefined) break;
        const name = slots.get('name');
        talk.incoming.push({
          entry,
          day,
          number,
          ...(typeof text === 'string' ? { text } : {}),
          ...(typeof name === 'string'
            ? {
                file: {
                  name,
                  type: String(slots.get('type') ?? ''),
                  bytes: Number(slots.get('bytes') ?? 0),
                  sealed: String(facts.sealed),
                },
              }
            : {}),
        });
        break;
      }
      case 'answer':
        talk.waiting = false;
        talk.answers.push({
          entry,
          day,
          number,
          delivered: false,
          ...(typeof text === 'string' ? { text } : {}),
        });
        if (talk.state === 'new') talk.state = 'in-talk';
        break;
      case 'delivered':
        talk.answers = talk.answers.map((each) =>
          each.number === number ? { ...each, delivered: true } : each,
        );
        break;
      case 'state':
        talk.waiting = false;
        talk.state = facts.state as TalkState;
        break;
      case 'hand-over':
        talk.waiting = false;
        talk.state = 'handed-over';
        talk.handedOver.push({ item: facts.item as ItemId, at, ...(by === undefined ? {} : { by }) });
        break;
      case 'lead': {
        talk.waiting = false;
        talk.state = 'handed-over';
        const [lead, origin] = [slots.get('lead'), slots.get('origin')];
        if (typeof lead === 'string') talk.leads.push({ lead, at, ...(by === undefined ? {} : { by }) });
        if (typeof origin === 'string') talk.origin = origin;
        break;
      }
      case 'withdrawn':
        talk.withdrawn = true;
        talk.waiting = true;
        break;
    }
  }
  return [...talks.values()];
}

const OPENING = 140;

export function shownTalk(talk: KeptTalk): Talk {
  const entries: (TalkEntry & { entry: number })[] = [
    ...talk.incoming.map(({ entry, day, text, file }) => ({
      entry,
      place: 0,
      from: 'sender' as const,
      day,
      ...(text === undefined ? {} : { text }),
      ...(file ? { file: { name: file.name, type: file.type, bytes: file.bytes } } : {}),
    })),
    ...talk.answers.map(({ entry, day, text, delivered }) => ({
      entry,
      place: 0,
      from: 'keepers' as const,
      day,
      delivered,
      ...(text === undefined ? {} : { text }),
    })),
  ].sort((a, b) => a.entry - b.entry);
  const first = talk.incoming.find(({ text }) => text)?.text ?? '';
  const days = entries.map(({ day }) => day).sort();
  return {
    id: talk.id,
    state: talk.state,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    messages: talk.incoming.filter(({ file }) => !file).length,
    files: talk.incoming.filter(({ file }) => file).length,
    answers: talk.answers.length,
    waiting: talk.waiting,
    withdrawn: talk.withdrawn,
    language: talk.language,
    opening: first.length > OPENING ? `${first.slice(0, OPENING)}…` : first,
    entries: entries.map(({ entry: _, ...shown }, place) => ({ ...shown, place })),
    handedOver: [...talk.handedOver],
    leads: [...talk.leads],
  };
}
