/**
 * Malformed calls of the API, made from real ones: every route of the app, by somebody of every role and by nobody, its
 * method, address, headers and body bent in ways drawn by chance. Counts what came back. A call is well answered when it
 * has an answer of the API's one form, an answer that the route gives, or a page; never a crash, never `internal`,
 * never words of the program itself.
 *
 *   node bench/server/malformed-calls.ts [calls, 10000] [seed, 1]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAccounts } from '../../src/accounts/index.ts';
import { createCase } from '../../src/ledger/index.ts';
import { ACCOUNT_ROLES, errorSchema } from '../../src/model/index.ts';
import { filesAt, receiveFiles } from '../../src/receive/index.ts';
import { serveCase } from '../../src/server/index.ts';
import { bentCall, dice, realCalls } from './bent-calls.ts';

const CALLS = Number(process.argv[2] ?? 10_000);
const SEED = Number(process.argv[3] ?? 1);
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const PASSWORD = 'four words nobody else has';
const PHRASE = 'three quiet words';

const folder = mkdtempSync(join(tmpdir(), 'sanad-malformed-'));
const unforeseen: unknown[] = [];
process.on('unhandledRejection', (error) => unforeseen.push(error));
let running = false;
process.on('uncaughtException', (error) => {
  if (!running) throw error;
  unforeseen.push(error);
});

const opened = await createCase(join(folder, 'case'), { passphrase: PHRASE, passphraseCost: CHEAP });
const example = resolve(import.meta.dirname, '../../examples/qalaat-al-rih');
await receiveFiles(opened, await filesAt([example]), { by: 'Rana', mode: 'add' });
const caller = { address: '', device: '', place: { origin: 'http://localhost', host: 'localhost' } };
const preparing = openAccounts(opened, { passwordCost: CHEAP });
for (const role of ACCOUNT_ROLES) {
  await opened.unlock('owner', PHRASE);
  const id = preparing.changes.make(`the-${role}`, role, 'owner');
  const code = await preparing.changes.invite(id, opened, 'owner');
  await preparing.join(`the-${role}`, code, PASSWORD, caller);
}
const rows = [...opened.records()].filter(({ kind }) => kind === 'row');
const ids = {
  records: rows.slice(0, 4).map(({ id }) => id as string),
  items: opened.items().map(({ id }) => id as string),
  accounts: preparing.read.all().map(({ id }) => id),
};
const plenty = { count: 1e9, minutes: 60 };
const served = await serveCase(opened, {
  port: 0,
  log: (error) => unforeseen.push(error),
  proxy: 'trusted',
  accounts: {
    passwordCost: CHEAP,
    budgets: { search: plenty, person: plenty, list: plenty, file: plenty },
  },
});
const origin = served.url.slice(0, -1);

let signed = 0;
/** From another address each time: those who bend calls must not make those wait who prepare them. */
const signIn = async (name: string, password: string): Promise<string> => {
  const response = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${signed++}` },
    body: JSON.stringify({ name, password }),
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};
const names = ['owner', ...ACCOUNT_ROLES.map((role) => `the-${role}`)];
/** The owner comes up as often as all others together: what they ask gets furthest. */
const cookies = async (): Promise<string[]> => [
  '',
  ...(await Promise.all(names.map((name) => signIn(name, name === 'owner' ? PHRASE : PASSWORD)))),
];

const description = (await (await fetch(`${origin}/api/openapi.json`)).json()) as Parameters<
  typeof realCalls
>[0];
const calls = realCalls(description, ids);
const random = dice(SEED);
const outcomes = { answered: 0, refused: new Map<string, number>(), page: 0, cut: 0 };
const bad: string[] = [];
const began = process.cpuUsage();
const longest = { milliseconds: 0, call: '' };
let who = await cookies();
let signedOut = false;
running = true;

for (let n = 0; n < CALLS; n++) {
  // some calls end sessions; then everybody comes back
  if (signedOut) who = await cookies();
  signedOut = false;
  const call = bentCall(random.pick(calls), random, who);
  const start = performance.now();
  const told = `${call.method} ${call.path.slice(0, 120)}`;
  try {
    const response = await fetch(`${origin}${call.path}`, {
      method: call.method,
      headers: { origin, ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body }),
      redirect: 'manual',
    });
    const text = await response.text();
    if (response.status >= 500 && response.status !== 503 && response.status !== 507)
      bad.push(`${told}: ${response.status} ${text.slice(0, 200)}`);
    else if (/\n\s+at |\.ts:\d|node_modules/.test(text)) bad.push(`${told}: words of the program`);
    else if (response.status < 400) outcomes.answered++;
    else if (response.headers.get('content-type')?.startsWith('text/html')) outcomes.page++;
    else if (call.method === 'HEAD' || text === '') outcomes.page++;
    else {
      const refusal = errorSchema.strict().safeParse(JSON.parse(text));
      if (!refusal.success || refusal.data.error.code === 'internal')
        bad.push(`${told}: ${text.slice(0, 200)}`);
      else {
        const { code } = refusal.data.error;
        outcomes.refused.set(code, (outcomes.refused.get(code) ?? 0) + 1);
        signedOut ||= code === 'account.sign-in' && who.includes(call.headers.cookie ?? '-');
      }
    }
  } catch (error) {
    // what fetch itself will not send is no call; a connection that the server cut is told apart
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? String(error);
    if (/ECONNREFUSED/.test(cause)) bad.push(`${told}: the server is gone`);
    else outcomes.cut++;
  }
  const took = performance.now() - start;
  if (took > longest.milliseconds) Object.assign(longest, { milliseconds: took, call: told });
}
const { user, system } = process.cpuUsage(began);
await served.close();
opened.close();
rmSync(folder, { recursive: true, force: true });

const refused = [...outcomes.refused].sort(([, a], [, b]) => b - a);
console.log(
  `calls        ${CALLS} of ${calls.length} real ones, seed ${SEED}, roles ${names.length} and nobody`,
);
console.log(`answered     ${outcomes.answered}`);
console.log(`refused      ${refused.reduce((sum, [, count]) => sum + count, 0)} by ${refused.length} names`);
for (const [code, count] of refused) console.log(`  ${String(count).padStart(6)} ${code}`);
console.log(`page or none ${outcomes.page}`);
console.log(`not sent     ${outcomes.cut} (fetch refused the header, or the body was cut at its bound)`);
console.log(`longest      ${longest.milliseconds.toFixed(0)} ms ${longest.call}`);
console.log(`CPU seconds  ${((user + system) / 1e6).toFixed(1)}`);
console.log(`crashes      ${unforeseen.length}`);
console.log(`not named    ${bad.length}`);
for (const one of bad.slice(0, 20)) console.log(`  ${one}`);
for (const one of unforeseen.slice(0, 5)) console.log(one);
process.exitCode = bad.length + unforeseen.length > 0 ? 1 : 0;
