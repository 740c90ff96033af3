import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../../ledger/index.ts';
import type {
  Entered,
  FindPage,
  HitsPage,
  PeoplePage,
  RequestPage,
  RequestsPage,
} from '../../model/index.ts';
import { receiveFiles } from '../../receive/index.ts';
import { createApp } from '../app.ts';
import { deriveFrom } from '../derivation.ts';

const LIST = `الاسم,اسم الأب,الكنية,سنة الميلاد,الحالة
سامر,نعيم,الزعرور,1988,متوفى
غيث,مازن,التركماني,1979,محتجز
هاني,نعيم,الزعرور,1991,محتجز
`;
const REQUEST = {
  sought: { names: { given: 'سامر', father: 'نعيم', family: 'الزعرور' }, sex: 'male', birth: '1988' },
  asker: { name: 'هدى المرجان', relation: 'mother' },
  contact: { channel: 'phone', at: '0999 000 111', codeWord: 'زيتونة', leave: 'nothing' },
  consent: {
    how: 'spoken',
    grants: [
      { purpose: 'compare', audience: 'team', fields: ['sought'] },
      { purpose: 'call', audience: 'team', fields: ['contact'] },
      { purpose: 'share', audience: 'partners', fields: ['sought'] },
    ],
  },
};

const root = mkdtempSync(join(tmpdir(), 'sanad-desk-'));
let opened: Case;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  opened = await createCase(join(root, 'case'), { unsealed: true });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(root, 'none'), hostNames: [], log: console.error },
  );
});
afterAll(() => {
  opened.close();
  rmSync(root, { recursive: true, force: true });
});

const HOST = { host: 'localhost:8484', origin: 'http://localhost:8484' };
const get = async <T>(path: string): Promise<T> =>
  (await (await app.request(path, { headers: HOST })).json()) as T;
const post = async <T>(path: string, body: object): Promise<T & { error?: { code: string } }> =>
  (await (
    await app.request(path, {
      method: 'POST',
      headers: { ...HOST, 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'ريم', ...body }),
    })
  ).json()) as T & { error?: { code: string } };

describe('a day at the desk', () => {
  let id: string;
  let code: string;
  const actOn = async (act: object) => {
    const { request } = await get<RequestPage>(`/api/requests/${id}`);
    return post<RequestPage>(`/api/requests/${id}/acts`, { ...act, upon: request.upon });
  };

  test('a request without consent is refused and nothing is written', async () => {
    const before = opened.version();
    const { consent: _, ...without } = REQUEST;
    expect((await post('/api/requests', { form: without })).error?.code).toBe('request.invalid');
    expect(opened.version()).toBe(before);
  });

  test('a mother asks; the same again is told', async () => {
    const kept = await post<Entered>('/api/requests', { form: REQUEST });
    if (kept.kept !== 'new') throw new Error('not kept');
    ({ id, code } = kept);
    expect(code).toMatch(/^(\d{5} ){5}\d{5}$/);
    expect(await post<Entered>('/api/requests', { form: REQUEST })).toMatchObject({
      kept: 'known',
      same: [{ id, name: 'سامر نعيم الزعرور' }],
    });
    expect(await post('/api/requests/by-code', { code })).toEqual({ id, answer: 'nothing-new' });
  });

  test('a list comes in: its row is shown at once, with the reason, and the brother’s beside it', async () => {
    const bytes = new TextEncoder().encode(LIST);
    const file = { file: 'list.csv', path: 'list.csv', size: bytes.length, read: async () => bytes };
    await receiveFiles(opened, { files: [file], problems: [] }, { by: 'سليم', mode: 'add' });
    const { hits, comparing } = await get<HitsPage>('/api/hits');
    expect(comparing).toBe(false);
    expect(hits[0]).toMatchObject({
      request: id,
      row: 1,
      fates: ['reported-dead'],
      sought: 'سامر نعيم الزعرور',
    });
    expect(hits[0]!.why.some(({ part, outcome }) => part === 'name.given' && outcome === 'agree')).toBe(true);
    expect(hits.every(({ row }) => row !== 2)).toBe(true);
    expect(await get<RequestsPage>('/api/requests')).toMatchObject({
      total: 1,
      requests: [{ hits: hits.length }],
    });
  });

  test('the record says dead: two people must agree before anything is told', async () => {
    const { hits } = await get<RequestPage>(`/api/requests/${id}`);
    const link = { is: 'link', record: hits[0]!.record, standing: 'same', reason: 'الأم والسنة' };
    expect((await actOn(link)).request.links[0]!.waits).toBe('second-person');
    expect((await actOn({ is: 'propose', matter: 'death', words: 'القائمة' })).error?.code).toBe(
      'tracing.not-established',
    );
    expect((await actOn(link)).error?.code).toBe('tracing.same-person');
    await actOn({ ...link, by: 'سليم' });
    const proposed = await actOn({ is: 'propose', matter: 'death', words: 'القائمة' });
    const { call } = proposed.request.calls[0]!;
    await actOn({ is: 'agree', call, by: 'سليم' });
    expect(await post('/api/requests/by-code', { code })).toEqual({ id, answer: 'will-call' });
    const told = {
      is: 'told',
      call,
      to: 'الأم',
      checked: 'code-word',
      script: 'death.1',
      words: 'معها ابنتها',
    };
    expect((await actOn(told)).request).toMatchObject({ state: 'received', receipt: 'nothing-new' });
    expect((await get<HitsPage>('/api/hits')).hits.some(({ row }) => row === 1)).toBe(false);
  });

  test('what leaves is what the consent names now, and less after it is narrowed', async () => {
    const out = () =>
      post<{ requests: object[] }>('/api/requests/hand-out', { purpose: 'share', audience: 'partners' });
    const first = await out();
    expect(first.requests).toEqual([{ id, sought: REQUEST.sought }]);
    expect(
      (
        await post<{ requests: object[] }>('/api/requests/hand-out', {
          purpose: 'publish',
          audience: 'public',
        })
      ).requests,
    ).toEqual([]);
    const { grants } = REQUEST.consent;
    await actOn({
      is: 'consent',
      consent: { how: 'spoken', grants: grants.slice(0, 2) },
      reason: 'ضيّقت الأم',
    });
    expect((await out()).requests).toEqual([]);
  });

  test('“I am not missing”: gone at once from people, find, rows and hits; back by a decision', async () => {
    const { persons } = await get<PeoplePage>('/api/people');
    const hidden = persons.find(({ name }) => name.includes('غيث'))!;
    const everywhere = async (): Promise<boolean[]> => [
      (await get<PeoplePage>('/api/people')).persons.some(({ name }) => name.includes('غيث')),
      (await get<FindPage>(`/api/find?q=${encodeURIComponent('غيث التركماني')}`)).hits.some(({ person }) =>
        person.name.includes('غيث'),
      ),
      (await app.request(`/api/people/${hidden.id}`, { headers: HOST })).status === 200,
      JSON.stringify(await get(`/api/items/${hidden.records[0]!.item}/rows?table=0`)).includes('غيث'),
    ];
    expect(await everywhere()).toEqual([true, true, true, true]);
    await post('/api/freezes', { record: hidden.id, says: 'أنا غيث ولست مفقودًا', how: 'نقابله غدًا' });
    expect(await everywhere()).toEqual([false, false, false, false]);
    expect((await post('/api/freezes', { record: hidden.id, says: '-', how: '-' })).error?.code).toBe(
      'tracing.hidden',
    );
    const { freezes } = await get<{ freezes: { id: string; names: string[] }[] }>('/api/freezes');
    expect(freezes[0]!.names[0]).toContain('غيث');
    await post(`/api/freezes/${freezes[0]!.id}/release`, { reason: 'لم يكن هو' });
    expect(await everywhere()).toEqual([true, true, true, true]);
  });
});
