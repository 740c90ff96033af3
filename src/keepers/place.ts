import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Decrypter } from 'age-encryption';
import { z } from 'zod';
import type { Case } from '../ledger/index.ts';
import { type Deposit, mailboxesIn } from '../line/index.ts';
import { SanadError } from '../model/index.ts';
import { keeperIdentities } from './keys.ts';

/** Where sealed deposits lie: a folder (that of the line, or a copy of it on a stick), or the line over HTTP. */
export interface Place {
  deposits(): Promise<{
    readonly deposits: readonly Deposit[];
    readonly withdrawn: readonly string[];
    /** The line's own id. */
    readonly line: string;
  }>;
  read(deposit: Deposit): Promise<Readable>;
  remove(deposit: Deposit): Promise<void>;
  answer(mailbox: string, sealed: Uint8Array, day: string): Promise<void>;
}

/** An address (http…) or a folder. @throws what the two below throw, and `line.no-keeper` */
export const placeAt = async (at: string, opened: Case): Promise<Place> =>
  /^https?:\/\//i.test(at) ? httpPlace(at, keeperIdentities(opened)) : folderPlace(at);

/** @throws SanadError `file.not-found`, `line.not-a-line` */
function folderPlace(folder: string): Place {
  if (!existsSync(folder)) throw new SanadError('file.not-found', { file: folder });
  if (!existsSync(join(folder, 'line.json'))) throw new SanadError('line.not-a-line', { folder });
  const mailboxes = mailboxesIn(folder);
  return {
    deposits: async () => ({
      deposits: [...mailboxes.all()],
      withdrawn: mailboxes.withdrawn(),
      line: lineIdIn(folder),
    }),
    read: async ({ mailbox, id }) => {
      const file = mailboxes.read(mailbox, id);
      if (!file) throw new SanadError('request.not-found');
      return file;
    },
    remove: async (deposit) => mailboxes.remove(deposit),
    answer: async (mailbox, sealed, day) => {
      const file = join(folder, 'uploads', `${randomBytes(16).toString('hex')}.answer`);
      try {
        writeFileSync(file, sealed, { mode: 0o600 });
        mailboxes.put(mailbox, 'keepers', day, file);
      } finally {
        rmSync(file, { force: true });
      }
    },
  };
}

/** The line that this case fetches from, as far as it is known: of the folder, or of the last fetch. */
export function knownLine(opened: Case, place: string | undefined): string | undefined {
  if (place !== undefined && existsSync(join(place, 'line.json'))) return lineIdIn(place);
  const fetched = opened.events('line').findLast(({ facts }) => facts.what === 'fetched');
  return typeof fetched?.facts.line === 'string' ? fetched.facts.line : undefined;
}

/** @throws SanadError `line.not-a-line` */
function lineIdIn(folder: string): string {
  const { data } = z
    .object({ id: lineId })
    .safeParse(JSON.parse(readFileSync(join(folder, 'line.json'), 'utf8')));
  if (!data) throw new SanadError('line.not-a-line', { folder });
  return data.id;
}
const lineId = z.string().min(1).max(100);

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const listSchema = z.object({
  deposits: z.array(
    z.object({
      mailbox: hex(32),
      id: hex(24),
      from: z.enum(['sender', 'keepers']),
      day: z.iso.date(),
      bytes: z.int().nonnegative(),
    }),
  ),
  withdrawn: z.array(hex(32)),
  line: lineId,
});

/**
 * The line over HTTP. It is not trusted: what it lists is checked, what it gives is opened or not.
 *
 * @param identities one of them must open what the line seals to its keepers
 * @throws SanadError `line.unreachable`, `line.keeper-unknown`
 */
async function httpPlace(address: string, identities: readonly string[]): Promise<Place> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let answer: Response;
    try {
      answer = await fetch(new URL(path, base), { ...init, redirect: 'error' });
    } catch (error) {
      throw new SanadError('line.unreachable', { where: base.host, reason: String(error) }, error);
    }
    if (answer.status === 401) throw new SanadError('line.keeper-unknown');
    if (!answer.ok)
      throw new SanadError('line.unreachable', { where: base.host, reason: String(answer.status) });
    return answer;
  };
  const offered = new Uint8Array(await (await ask('api/keepers/hello', { method: 'POST' })).arrayBuffer());
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const token = await decrypter.decrypt(offered, 'text').catch((error) => {
    throw new SanadError('line.keeper-unknown', {}, error);
  });
  const headers = { Authorization: `Bearer ${token}` };
  const path = ({ mailbox, id }: Deposit): string => `api/keepers/deposits/${mailbox}/${id}`;

  return {
    deposits: async () => {
      const read = listSchema.safeParse(await (await ask('api/keepers/deposits', { headers })).json());
      if (!read.success) throw new SanadError('line.unreachable', { where: base.host, reason: 'JSON' });
      return read.data;
    },
    read: async (deposit) => {
      const { body } = await ask(path(deposit), { headers });
      return body ? Readable.fromWeb(body as NodeStream<Uint8Array>) : Readable.from([]);
    },
    remove: async (deposit) => {
      await ask(path(deposit), { headers, method: 'DELETE' });
    },
    answer: async (mailbox, sealed) => {
      await ask(`api/keepers/answers/${mailbox}`, {
        headers: { ...headers, 'Content-Type': 'application/octet-stream' },
        method: 'POST',
        body: Uint8Array.from(sealed),
      });
    },
  };
}
