import type { Case, NewEvent, Slot } from '../ledger/index.ts';
import type { Deposit } from '../line/index.ts';
import { type Fetched, type LineLetter, lineLetterSchema, randomId, SanadError } from '../model/index.ts';
import { chunksOf, collect, type Opened, openEnvelope, sealEnvelope } from '../sealing/index.ts';
import { dropKept, type KeptFile, keepFile, readKept } from './kept-files.ts';
import { keeperIdentities } from './keys.ts';
import type { Place } from './place.ts';
import { readTalks } from './talks.ts';

export interface FetchOptions {
  readonly by: string;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  /** What happens at the line to what is safely in the case. A line that was seized then holds only the newest. */
  readonly fetched: 'removed' | 'left';
  readonly onProgress?: (done: number, total: number) => void;
}

/** Characters of a message are bounded by the page; whoever goes past it is cut off here. */
const MESSAGE_BYTES = 256 * 1024;
const FILE_BYTES = 1024 ** 3;
const A_WRITE = 100;

/**
 * Brings what was sealed to this case's keepers from a line into the case, and the keepers' answers to the line. What
 * cannot be opened is counted and goes; nothing that the line says is trusted but what opens. Cut off at any moment,
 * the next time goes on.
 *
 * @throws SanadError `line.no-keeper`, `line.unreachable`, `case.disk-failed`
 */
export async function fetchTips(target: Case, place: Place, options: FetchOptions): Promise<Fetched> {
  const identities = keeperIdentities(target);
  const talks = readTalks(target);
  const idOf = new Map(talks.map(({ mailbox, id }) => [mailbox, id]));
  const known = new Set(talks.flatMap(({ deposits }) => deposits));
  const gone = new Set(talks.filter(({ withdrawn }) => withdrawn).map(({ mailbox }) => mailbox));
  const answered = new Set(talks.filter(({ answers }) => answers.length > 0).map(({ id }) => id));
  const count = { messages: 0, files: 0, unopened: 0, withdrawn: 0, answersDelivered: 0 };

  const { deposits, withdrawn, line } = await place.deposits();
  const coming = deposits.filter(({ from }) => from === 'sender');
  let waiting: { readonly event: NewEvent; readonly deposit: Deposit; readonly number: number }[] = [];
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    // The line gives the deposits of one day in no order; the sender's browser counted them.
    waiting.sort((a, b) => a.deposit.mailbox.localeCompare(b.deposit.mailbox) || a.number - b.number);
    target.notes(waiting.map(({ event }) => event));
    // A family's code answers from the first fetch on, the same to everybody; what comes later is the desk's.
    target.notes(waiting.flatMap(({ event }) => firstAnswer(event, answered)));
    if (options.fetched === 'removed') for (const { deposit } of waiting) await place.remove(deposit);
    waiting = [];
  };

  for (const [done, deposit] of coming.entries()) {
    options.onProgress?.(done, coming.length);
    if (waiting.length >= A_WRITE && waiting.at(-1)?.deposit.mailbox !== deposit.mailbox) await write();
    if (known.has(deposit.id)) {
      if (options.fetched === 'removed') await place.remove(deposit);
      continue;
    }
    const read = await readDeposit(target, place, deposit, identities);
    if (!read) {
      count.unopened++;
      if (options.fetched === 'removed') await place.remove(deposit);
      continue;
    }
    const talk = idOf.get(deposit.mailbox) ?? randomId(options.random);
    idOf.set(deposit.mailbox, talk);
    const { letter } = read;
    count[read.contains === 'file' ? 'files' : 'messages']++;
    waiting.push({
      deposit,
      number: Number(read.values.number),
      event: {
        kind: 'line',
        facts: {
          what: read.contains,
          talk,
          day: deposit.day,
          sealed: read.kept.sha256,
          sealedBytes: read.kept.bytes,
          ...(letter ? { form: letter.sanad, line } : {}),
        },
        slots: [
          ...Object.entries({ mailbox: deposit.mailbox, deposit: deposit.id, ...read.values }).map(
            ([name, value]) => ({ name, sensitivity: 'line' as const, value }),
          ),
          ...(letter ? letterSlots(letter, deposit.mailbox) : []),
        ],
      },
    });
  }
  await write();

  for (const mailbox of withdrawn) {
    const talk = idOf.get(mailbox);
    if (!talk || gone.has(mailbox)) continue;
    target.note({ kind: 'line', facts: { what: 'withdrawn', talk } });
    count.withdrawn++;
  }
  count.answersDelivered = await deliver(target, place, options);
  target.note({ kind: 'line', by: options.by, facts: { what: 'fetched', line, ...count } });
  return count;
}

/** A family's own form goes to the desk: whoever fetches seals it to the desk's key and keeps no words of it. */
const letterSlots = (letter: LineLetter, mailbox: string): Slot[] => [
  { name: 'letter', sensitivity: 'contact', value: letter },
  { name: 'receipt', sensitivity: 'contact', value: mailbox },
];

function firstAnswer({ facts }: NewEvent, answered: Set<string>): NewEvent[] {
  const talk = String(facts.talk);
  if (facts.form !== 'request' || answered.has(talk)) return [];
  answered.add(talk);
  const said = 'nothing-new';
  return [
    {
      kind: 'line',
      facts: { what: 'answer', talk, number: 1 },
      slots: [
        { name: 'text', sensitivity: 'line', value: JSON.stringify({ sanad: 'answer', answer: said }) },
        { name: 'said', sensitivity: 'contact', value: said },
      ],
    },
  ];
}

/** A message that is a form of the family's page; anything else stays a message. */
function letterIn(text: string): LineLetter | undefined {
  if (!text.startsWith('{"sanad":')) return undefined;
  try {
    return lineLetterSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

interface ReadDeposit {
  readonly contains: 'message' | 'file';
  readonly kept: KeptFile;
  readonly letter?: LineLetter;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Kept on disk first, as it came, and opened from there to its end: half of a file is not a file. */
async function readDeposit(
  target: Case,
  place: Place,
  deposit: Deposit,
  identities: readonly string[],
): Promise<ReadDeposit | undefined> {
  let kept: KeptFile;
  try {
    kept = await keepFile(target, await place.read(deposit), FILE_BYTES);
  } catch (error) {
    if (error instanceof SanadError && error.code === 'line.too-large') return undefined;
    throw error;
  }
  const opened = await openEnvelope(readKept(target, kept.sha256), identities);
  const values = opened && (await contentOf(opened).catch(() => undefined));
  if (!opened || !values) {
    dropKept(target, kept.sha256);
    return undefined;
  }
  if (opened.header.kind === 'file') return { contains: 'file', kept, values };
  // The words stand in the ledger; a second copy would only have to be erased too.
  dropKept(target, kept.sha256);
  const { text, ...rest } = values;
  const letter = letterIn(String(text));
  return letter ? { contains: 'message', kept, values: rest, letter } : { contains: 'message', kept, values };
}

async function contentOf({ header, content }: Opened): Promise<Record<string, string | number> | undefined> {
  switch (header.kind) {
    case 'message': {
      const text = new TextDecoder().decode(await collect(content, MESSAGE_BYTES));
      return { text, language: header.language, replyTo: header.replyTo, number: header.number };
    }
    case 'file':
      for await (const _ of content);
      return { name: header.name, type: header.type, bytes: header.bytes, number: header.number };
    case 'reply':
      return undefined;
  }
}

/** Answers that do not lie on the line yet, sealed to the receipt code of each. */
async function deliver(target: Case, place: Place, { clock, by }: FetchOptions): Promise<number> {
  let delivered = 0;
  for (const { id, mailbox, replyTo, answers } of readTalks(target))
    for (const answer of answers.filter((each) => !each.delivered && each.text !== undefined)) {
      if (replyTo === undefined) continue;
      const words = new TextEncoder().encode(answer.text);
      const header = { kind: 'reply', number: answer.number, bytes: words.length } as const;
      const sealed = await sealEnvelope(header, words, [replyTo]).catch(() => undefined);
      if (!sealed) continue;
      const day = clock().toISOString().slice(0, 10);
      await place.answer(mailbox, await collect(chunksOf(sealed.stream), MESSAGE_BYTES), day);
      target.note({ kind: 'line', by, facts: { what: 'delivered', talk: id, number: answer.number } });
      delivered++;
    }
  return delivered;
}
