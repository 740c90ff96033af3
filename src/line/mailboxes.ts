import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  type ReadStream,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BOXES } from './line-folder.ts';

/** One sealed message or file as the folder holds it. The day is all that is kept of the time. */
export interface Deposit {
  readonly mailbox: string;
  readonly id: string;
  readonly from: 'sender' | 'keepers';
  /** ISO day, UTC. */
  readonly day: string;
  readonly bytes: number;
}

/**
 * The sealed deposits: `boxes/ab/<mailbox>/<day>.<s|k>.<id>.age`. Names are random, so that folders copied over a stick
 * in both directions flow together by copying. A mailbox that was withdrawn holds the empty file `withdrawn`.
 */
export interface Mailboxes {
  has(mailbox: string): boolean;
  list(mailbox: string): Deposit[];
  all(): Iterable<Deposit>;
  withdrawn(): string[];
  read(mailbox: string, id: string): ReadStream | undefined;
  /** Moves a whole file from within the same disk; durable when it returns. */
  put(mailbox: string, from: Deposit['from'], day: string, file: string): Deposit;
  remove(deposit: Deposit): void;
  /** Takes back all that the sender left. */
  withdraw(mailbox: string, day: string): number;
  /** Sets the times of what came on other days to the day, and with it what the file system itself notes. */
  blur(today: string): void;
}

const NAME = /^(\d{4}-\d\d-\d\d)\.([sk])\.([0-9a-f]{24})\.age$/;
const MAILBOX = /^[0-9a-f]{32}$/;
const WITHDRAWN = 'withdrawn';

export function mailboxesIn(folder: string): Mailboxes {
  const root = join(folder, BOXES);
  const place = (mailbox: string): string => join(root, mailbox.slice(0, 2), mailbox);
  const nameOf = ({ day, from, id }: Pick<Deposit, 'day' | 'from' | 'id'>): string =>
    `${day}.${from === 'sender' ? 's' : 'k'}.${id}.age`;
  const names = (within: string): string[] => (existsSync(within) ? readdirSync(within).sort() : []);
  const boxes = (): string[] =>
    names(root).flatMap((half) => names(join(root, half)).filter((name) => MAILBOX.test(name)));

  const list = (mailbox: string): Deposit[] =>
    names(place(mailbox)).flatMap((name) => {
      const [, day, from, id] = NAME.exec(name) ?? [];
      if (!day || !id) return [];
      const bytes = statSync(join(place(mailbox), name), { throwIfNoEntry: false })?.size;
      return bytes === undefined
        ? []
        : [{ mailbox, id, from: from === 's' ? 'sender' : 'keepers', day, bytes }];
    });
  const pathOf = (deposit: Deposit): string => join(place(deposit.mailbox), nameOf(deposit));

  return {
    has: (mailbox) => existsSync(place(mailbox)),
    list,
    *all() {
      for (const mailbox of boxes()) yield* list(mailbox);
    },
    withdrawn: () => boxes().filter((mailbox) => existsSync(join(place(mailbox), WITHDRAWN))),
    read: (mailbox, id) => {
      const deposit = MAILBOX.test(mailbox) ? list(mailbox).find((each) => each.id === id) : undefined;
      return deposit && createReadStream(pathOf(deposit));
    },
    put: (mailbox, from, day, file) => {
      const within = place(mailbox);
      mkdirSync(within, { recursive: true, mode: 0o700 });
      const id = randomBytes(12).toString('hex');
      const name = nameOf({ day, from, id });
      const target = join(within, name);
      syncPath(file);
      renameSync(file, target);
      toDay(target, day);
      for (const path of [within, dirname(within), root]) {
        toDay(path, day);
        syncPath(path);
      }
      return { mailbox, id, from, day, bytes: statSync(target).size };
    },
    remove: (deposit) => rmSync(pathOf(deposit), { force: true }),
    withdraw: (mailbox, day) => {
      const own = list(mailbox).filter(({ from }) => from === 'sender');
      for (const deposit of own) rmSync(pathOf(deposit), { force: true });
      if (existsSync(place(mailbox))) {
        const note = join(place(mailbox), WITHDRAWN);
        writeFileSync(note, '');
        toDay(note, day);
        toDay(place(mailbox), day);
        syncPath(place(mailbox));
      }
      return own.length;
    },
    blur: (today) => {
      for (const half of names(root)) {
        for (const mailbox of names(join(root, half))) {
          const within = join(root, half, mailbox);
          for (const name of names(within)) {
            const day = NAME.exec(name)?.[1];
            if (day !== undefined && day !== today) toDay(join(within, name), day);
          }
          toDay(within, today);
        }
        toDay(join(root, half), today);
      }
    },
  };
}

function toDay(path: string, day: string): void {
  const midnight = new Date(`${day}T00:00:00Z`);
  utimesSync(path, midnight, midnight);
}

function syncPath(path: string): void {
  const open = openSync(path, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
