import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { senderTo } from '../../src/line/trial/sender.ts';
import type { Grant, PeoplePage, PersonCard, PhotographConsent } from '../../src/model/index.ts';
import { CALL, COMPARE, form } from '../../src/requests/trial/form.ts';
import { mailboxKeys, newReceiptCode, systemRandom } from '../../src/sealing/index.ts';
import type { PAGE_PATHS } from '../../src/server/page-paths.ts';
import { root, type Served, sanad, served } from './sanad-command.ts';

/** The pages about one thing. */
type OfOne = Extract<(typeof PAGE_PATHS)[number], `${string}:${string}`>;

export interface FullCase {
  readonly address: string;
  readonly running: readonly Served['running'][];
  /** An address for each page about one thing: a page that is added without one does not pass the types. */
  readonly things: Readonly<Record<OfOne, string>>;
}

export const OWNER = { name: 'owner', password: 'four words nobody else has' };
const env = { SANAD_PASSPHRASE: OWNER.password };
const BY = 'ريم';
const FACE: PhotographConsent = { screen: ['team', 'public'], paper: ['team', 'public'], how: 'signed' };
const PUBLISH: Grant = { purpose: 'publish', audience: 'public', fields: ['sought'] };

/** A sealed case, served, in which every page has something to show: the example, and what a desk adds in a week. */
export async function fullCase(folder: string): Promise<FullCase> {
  const made = join(folder, 'case');
  sanad(['init', made, '--name', 'قلعة الريح', '--quiet'], env);
  const picture = { create: { width: 300, height: 400, channels: 3, background: '#8a8f96' } } as const;
  writeFileSync(join(folder, 'register.png'), await sharp(picture).png().toBuffer());
  sanad(['add', made, join(root, 'examples/qalaat-al-rih'), join(folder, 'register.png'), '--quiet'], env);
  sanad(['site', 'add', made, join(root, 'examples/qalaat-al-rih-site.json')], env);
  const keys = sanad(['line', 'keys', made, '--by', BY], env).out;
  writeFileSync(join(folder, 'keepers.txt'), keys);
  const post = join(folder, 'post');
  const line = await served(['line', post, '--keys', join(folder, 'keepers.txt'), '--port', '0']);
  await tip(line.address, post, keys.trim().split(/\s+/).at(-1)!);
  const desk = await served(['serve', made, '--port', '0', '--line', line.address], env);
  const running = [desk.running, line.running];
  try {
    return { address: desk.address, running, things: await fill(desk.address, folder) };
  } catch (error) {
    for (const each of running) each.kill();
    throw error;
  }
}

/** What a phone sends by the public line. */
async function tip(address: string, folder: string, recipient: string): Promise<void> {
  const { id } = JSON.parse(readFileSync(join(folder, 'line.json'), 'utf8')) as { id: string };
  const keys = await mailboxKeys(newReceiptCode(systemRandom), id);
  const words = new TextEncoder().encode('الحافلة كانت تدخل من الباب الشرقي كل خميس');
  const header = { kind: 'message', language: 'ar', replyTo: keys.recipient, number: 1 } as const;
  await senderTo(`${address}/`).send(keys, { ...header, bytes: words.length }, words, [recipient]);
}

/** What people at the desk do, by the same calls as the pages. */
async function fill(address: string, folder: string): Promise<FullCase['things']> {
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(address + path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: body instanceof FormData ? body : JSON.stringify(body) }),
      headers: {
        origin: address,
        ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  interface Named {
    readonly id: string;
  }
  const { items } = await ask<{ items: (Named & { kind: string; file: string })[] }>('/api/items?count=50');
  const { persons } = await ask<PeoplePage>('/api/people?count=50&filter=several-lists');
  const { groups } = await ask<{ groups: { claims: Named[] }[] }>('/api/claims');
  const { sites } = await ask<{ sites: Named[] }>('/api/sites');
  const item = (ends: string): string => items.find(({ file }) => file.endsWith(ends))!.id;
  const [before, after] = [
    item('05-meridian-courier-hell-below.html'),
    item('06-meridian-courier-search-goes-on.html'),
  ];

  await ask('/api/captures', {
    parts: [
      { item: before, as: 'page' },
      { item: item('register.png'), as: 'picture' },
    ],
    address: 'https://meridian.example/hell-below',
    captured: '2024-12-09T06:41Z',
    collector: BY,
    how: 'متصفح عبر تور',
    by: BY,
  });
  const [dead, alive] = [persons[0]!, persons[1]!] as [PersonCard, PersonCard];
  const entered = await ask<Named>('/api/requests', {
    form: form({ consent: { how: 'signed', grants: [COMPARE, CALL, PUBLISH] } }),
    by: BY,
  });
  await ask(`/api/requests/${entered.id}/acts`, {
    is: 'link',
    record: dead.id,
    standing: 'likely',
    upon: 1,
    by: BY,
  });
  await ask(`/api/requests/${entered.id}/acts`, {
    is: 'propose',
    matter: 'lead',
    words: 'السجل',
    upon: 2,
    by: BY,
  });
  const face = new FormData();
  face.append('file', new File([readFileSync(join(folder, 'register.png'))], 'face.png'));
  face.append('about', JSON.stringify({ consent: FACE, words: 'في عرس أخته', upon: 3, by: BY }));
  await ask(`/api/requests/${entered.id}/photographs`, face);
  const marks = [{ kind: 'tattoo', part: 'left-arm', words: 'A + M' }];
  const body = {
    code: 'قلعة-9',
    state: 'whole',
    sex: 'male',
    age: [20, 30],
    marks,
    belongings: ['خاتم فضة'],
  };
  const { remains } = await ask<{ remains: Named }>('/api/remains', {
    body: { ...body, photographs: [item('register.png')] },
    by: BY,
  });
  await ask('/api/freezes', { record: alive.id, says: 'أنا لست مفقودًا', how: 'اتصل بنفسه', by: BY });
  await ask('/api/line/fetch', { by: BY });
  const { talks } = await ask<{ talks: Named[] }>('/api/line');
  const site = sites[0]!.id;
  const { asked } = await ask<{ asked: number }>('/api/erasures', {
    what: [{ record: persons[2]!.id }],
    basis: 'mistake',
    reason: 'سُجّل خطأً',
    by: BY,
  });
  return {
    '/erasures/:entry': `/erasures/${asked}`,
    '/records/:id/proof': `/records/${dead.id}/proof`,
    '/claims/:id': `/claims/${groups[0]!.claims[0]!.id}`,
    '/items/:before/versions/:after': `/items/${before}/versions/${after}`,
    '/items/:id': `/items/${before}`,
    '/items/:id/custody': `/items/${item('register.png')}/custody`,
    '/items/:id/proof': `/items/${before}/proof`,
    '/people/:id': `/people/${dead.id}`,
    '/remains/:id': `/remains/${remains.id}`,
    '/requests/:id': `/requests/${entered.id}`,
    '/sites/:id': `/sites/${site}`,
    '/sites/:id/statement': `/sites/${site}/statement`,
    '/talks/:id': `/talks/${talks[0]!.id}`,
    '/typing/:id': `/typing/${item('register.png')}`,
  };
}
