import { statfsSync } from 'node:fs';
import { SanadError } from '../model/index.ts';
import { type Hourly, hourly } from './hourly.ts';
import type { Line } from './line-folder.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Uploads } from './uploads.ts';

/** Whether there is room for one more deposit, and what it costs now. */
export interface Admission {
  /** How many trials of work a deposit of that size costs now. `wrote`: how often this address wrote this hour. */
  trials(bytes: number, wrote: number, now: Date): number;
  /** @throws SanadError `line.full`, `line.too-large`, `line.mailbox-full` */
  admit(mailbox: string, bytes: number, now: Date): void;
  /** Nothing new is taken in at the moment. */
  full(now: Date): boolean;
  /** The line grew or shrank. */
  changed(bytes: number): void;
}

/** A deposit costs at most so many times the quiet price. */
const DEAREST = 16;

export function admission(line: Line, mailboxes: Mailboxes, uploads: Uploads): Admission {
  const { limits } = line;
  const known: Hourly = hourly();
  const fresh: Hourly = hourly();
  let held = 0;
  for (const { bytes } of mailboxes.all()) held += bytes;

  const room = (bytes: number): boolean => {
    const promised = uploads.promised();
    const disk = statfsSync(line.folder);
    return (
      held + promised + bytes <= limits.totalBytes &&
      disk.bavail * disk.bsize - promised - bytes >= limits.freeBytes
    );
  };

  return {
    trials: (bytes, wrote, now) => {
      const size = 1 + Math.log2(Math.max(1, bytes / (1024 * 1024)));
      // From an eighth of the hour's quota on the price rises with every deposit more.
      const load = Math.max(
        1,
        (8 * fresh.count(now)) / limits.newMailboxesAnHour,
        (8 * known.count(now)) / limits.depositsAnHour,
      );
      // Not much dearer: behind one address may stand all customers of a telephone company.
      const address = Math.min(4, Math.max(1, wrote / 4));
      return Math.round(limits.work * Math.min(DEAREST, size * load * address));
    },
    admit: (mailbox, bytes, now) => {
      const most = limits.fileBytes * 1.13 + 64 * 1024;
      if (bytes > most)
        throw new SanadError('line.too-large', { limit: Math.floor(limits.fileBytes / 1024 / 1024) });
      if (!room(bytes)) throw new SanadError('line.full');
      if (mailboxes.has(mailbox)) {
        const own = mailboxes.list(mailbox);
        const sum = own.reduce((all, each) => all + each.bytes, 0);
        if (own.length >= limits.depositsAMailbox || sum + bytes > limits.bytesAMailbox)
          throw new SanadError('line.mailbox-full');
        if (known.count(now) >= limits.depositsAnHour) throw new SanadError('line.full');
        known.add(now);
      } else {
        if (fresh.count(now) >= limits.newMailboxesAnHour) throw new SanadError('line.full');
        fresh.add(now);
      }
    },
    full: (now) => fresh.count(now) >= limits.newMailboxesAnHour || !room(64 * 1024),
    changed: (bytes) => {
      held += bytes;
    },
  };
}
