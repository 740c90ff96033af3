import { createHash } from 'node:crypto';
import { type RandomBytes, type Role, randomId } from '../model/index.ts';

/** Somebody who has signed in, until they leave, stay away too long, or are locked out. */
export interface Session {
  /** Names it in lists; of no use to anybody who wants in. */
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly startedAt: number;
  readonly lastUsedAt: number;
  /** Browser and system, as far as it said so. */
  readonly device: string;
}

export interface SessionLimits {
  /** Without a request for so long, a session ends. */
  readonly idleMinutes: number;
  /** And after so long in any case. */
  readonly hours: number;
}
const SESSION_LIMITS: SessionLimits = { idleMinutes: 15, hours: 12 };

/**
 * The sessions of one server. They live in its memory alone: a restart ends all. A token is 256 random bits; what is
 * kept is its hash, so that a picture of the memory gives nobody's token away.
 */
export interface Sessions {
  /** @returns the token */
  start(who: Pick<Session, 'account' | 'role' | 'device'>): string;
  /** The session of a token, used at this moment. */
  use(token: string): Session | undefined;
  of(account: string): Session[];
  all(): Session[];
  end(id: string): void;
  endAll(account?: string): void;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function openSessions(now: () => number, random: RandomBytes, limits = SESSION_LIMITS): Sessions {
  const byHash = new Map<string, Session>();
  const isOver = ({ startedAt, lastUsedAt }: Session): boolean =>
    now() - lastUsedAt > limits.idleMinutes * 60_000 || now() - startedAt > limits.hours * 3_600_000;
  const sweep = (): void => {
    for (const [hash, session] of byHash) if (isOver(session)) byHash.delete(hash);
  };
  const endWhere = (ends: (session: Session) => boolean): void => {
    for (const [hash, session] of byHash) if (ends(session)) byHash.delete(hash);
  };
  return {
    start: (who) => {
      sweep();
      const token = Buffer.from(random(32)).toString('base64url');
      byHash.set(hashOf(token), { ...who, id: randomId(random), startedAt: now(), lastUsedAt: now() });
      return token;
    },
    use: (token) => {
      const hash = hashOf(token);
      const session = byHash.get(hash);
      if (!session) return undefined;
      if (isOver(session)) {
        byHash.delete(hash);
        return undefined;
      }
      const used = { ...session, lastUsedAt: now() };
      byHash.set(hash, used);
      return used;
    },
    of: (account) => {
      sweep();
      return [...byHash.values()].filter((session) => session.account === account);
    },
    all: () => {
      sweep();
      return [...byHash.values()];
    },
    end: (id) => endWhere((session) => session.id === id),
    endAll: (account) => endWhere((session) => account === undefined || session.account === account),
  };
}
