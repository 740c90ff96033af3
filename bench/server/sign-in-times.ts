/**
 * Whether the time of a refusal tells if a name exists: wrong passwords for an account that is open, one that is closed,
 * one that is only invited, and names that nobody has, in turn, each from an address of its own so that nobody waits.
 * Medians and quartiles in milliseconds, and how well the time alone guesses: 0.5 is a coin.
 *
 *   node bench/server/sign-in-times.ts [tries of each kind, 40]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '../../src/accounts/index.ts';
import { createCase } from '../../src/ledger/index.ts';

const TRIES = Number(process.argv[2] ?? 40);
const PHRASE = 'three quiet words';
const folder = mkdtempSync(join(tmpdir(), 'sanad-times-'));
const opened = await createCase(join(folder, 'case'), { passphrase: PHRASE });
const accounts = openAccounts(opened);
const from = (address: string) => ({
  address,
  device: '',
  place: { origin: 'http://localhost', host: 'localhost' },
});

async function made(name: string): Promise<string> {
  await opened.unlock('owner', PHRASE);
  const id = accounts.changes.make(name, 'desk', 'owner');
  const code = await accounts.changes.invite(id, opened, 'owner');
  if (name !== 'invited') await accounts.join(name, code, `four different words for ${name}`, from(name));
  return id;
}
await made('open');
accounts.changes.close(await made('closed'), 'owner');
await made('invited');

const KINDS = ['open', 'closed', 'invited', 'nobody'] as const;
const times = new Map<string, number[]>(KINDS.map((kind) => [kind, []]));
for (let n = -2; n < TRIES; n++)
  for (const kind of KINDS) {
    const name = kind === 'nobody' ? `nobody ${n}` : kind;
    const start = performance.now();
    await accounts.signIn(name, 'not the password of anyone', from(`${kind} ${n}`)).catch(() => {});
    // names are slowed down too: the wait itself is no answer
    if (n >= 0) times.get(kind)!.push(performance.now() - start);
  }
opened.close();
rmSync(folder, { recursive: true, force: true });

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0).padStart(6);
/** Chance that a refusal of this kind took longer than one for a name that nobody has. */
function guess(kind: readonly number[], none: readonly number[]): number {
  let longer = 0;
  for (const one of kind) for (const other of none) longer += one > other ? 1 : one === other ? 0.5 : 0;
  return longer / (kind.length * none.length);
}
console.log('name      lower median  upper  guess');
for (const [kind, all] of times) {
  const sorted = [...all].sort((a, b) => a - b);
  const told = guess(all, times.get('nobody')!).toFixed(2);
  console.log(
    `${kind.padEnd(8)}${at(sorted, 0.25)} ${at(sorted, 0.5)} ${at(sorted, 0.75)}   ${told}  (${all.length})`,
  );
}
