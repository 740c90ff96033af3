/**
 * What the log of reads costs a page: the same requests of one person's page and of a search, with accounts (each an
 * entry on disk before it is answered) and without, one after the other and twenty at once. Milliseconds of one
 * request, requests a second, CPU of each.
 *
 *   node bench/server/log-of-reads.ts [requests, 300]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAccounts } from '../../src/accounts/index.ts';
import { createCase } from '../../src/ledger/index.ts';
import { filesAt, receiveFiles } from '../../src/receive/index.ts';
import { serveCase } from '../../src/server/index.ts';

const REQUESTS = Number(process.argv[2] ?? 300);
const PHRASE = 'three quiet words';
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 } as const;
const plenty = { count: 1e9, minutes: 60 };
const folder = mkdtempSync(join(tmpdir(), 'sanad-log-'));

for (const signing of ['without accounts', 'with accounts'] as const) {
  const place = join(folder, signing);
  const opened = await createCase(place, { passphrase: PHRASE, passphraseCost: CHEAP });
  const example = resolve(import.meta.dirname, '../../examples/qalaat-al-rih');
  await receiveFiles(opened, await filesAt([example]), { by: 'Rana', mode: 'add' });
  if (signing === 'with accounts')
    openAccounts(opened, { passwordCost: CHEAP }).changes.make('somebody', 'desk', 'owner');
  const served = await serveCase(opened, {
    port: 0,
    accounts: {
      passwordCost: CHEAP,
      budgets: { search: plenty, person: plenty, list: plenty, file: plenty },
    },
  });
  const origin = served.url.slice(0, -1);
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'owner', password: PHRASE }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (path: string): Promise<void> => {
    const response = await fetch(origin + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} ${response.status}`);
    await response.arrayBuffer();
  };
  const persons = (await (await fetch(`${origin}/api/people?count=50`, { headers: { cookie } })).json()) as {
    persons: { id: string }[];
  };
  const paths = [...persons.persons.map(({ id }) => `/api/people/${id}`), '/api/find?q=Qusay%20al-Ali'];
  for (const path of paths) await ask(path);
  for (const atOnce of [1, 20]) {
    const before = opened.events('access').length;
    const cpu = process.cpuUsage();
    const start = performance.now();
    for (let n = 0; n < REQUESTS; n += atOnce)
      await Promise.all(Array.from({ length: atOnce }, (_, at) => ask(paths[(n + at) % paths.length]!)));
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    const entries = opened.events('access').length - before;
    console.log(
      `${signing.padEnd(17)} ${String(atOnce).padStart(2)} at once: ${(took / (REQUESTS / atOnce)).toFixed(1).padStart(6)} ms a round, ${((REQUESTS / took) * 1000).toFixed(0).padStart(5)}/s, ${((user + system) / 1000 / REQUESTS).toFixed(2)} ms of CPU each, ${entries} entries`,
    );
  }
  await served.close();
  opened.close();
}
rmSync(folder, { recursive: true, force: true });
