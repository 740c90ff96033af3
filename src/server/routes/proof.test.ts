import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkConsistency, checkInclusion } from '../../checking/index.ts';
import { type Case, createCase, keepPaper } from '../../ledger/index.ts';
import {
  growthSchema,
  itemProofSchema,
  recordId,
  recordProofSchema,
  witnessesPageSchema,
} from '../../model/index.ts';
import { receiveFiles } from '../../receive/index.ts';
import { createApp } from '../app.ts';
import { deriveFrom } from '../derivation.ts';

let folder = '';
let opened: Case;
let older: string;
let app: ReturnType<typeof createApp>;
const unforeseen: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-proof-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  for (const file of ['صورة.jpg', 'later.jpg']) {
    opened.addItem({
      file,
      path: file,
      mediaType: 'image/jpeg',
      receivedBy: 'Maha',
      content: { kind: 'unread' },
      problems: [],
      bytes: Buffer.from(file),
      records: [],
    });
    if (file === 'صورة.jpg') older = opened.log.newest().note;
    if (file === 'صورة.jpg') keepPaper(opened, 'A. Notary', 'Maha');
  }
  const log = (error: unknown) => unforeseen.push(error);
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(folder, 'none'), hostNames: [], log },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
  expect(unforeseen).toEqual([]);
});

const post = (path: string, body: object): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:8484',
        origin: 'http://127.0.0.1:8484',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    }),
  );
const get = (path: string): Promise<Response> =>
  Promise.resolve(app.request(path, { headers: { host: '127.0.0.1:8484' } }));

test('the proof that is saved from the page is checked without the case', async () => {
  const [photo] = opened.items();
  const about = itemProofSchema.parse(await (await get(`/api/items/${photo!.id}/proof`)).json());
  const saved = await get(`/api/items/${photo!.id}/proof/file`);
  expect(saved.headers.get('content-disposition')).toContain(`${encodeURIComponent('صورة.jpg.tlog-proof')}`);
  const checked = await checkInclusion(await saved.text(), { key: about.head.key, sha256: about.sha256 });
  expect(checked).toMatchObject({ index: about.entry, head: { size: about.head.size } });
  expect([...checked.values.keys()]).toEqual(['original']);
});

test('an item has the witnesses that came after it, and no others', async () => {
  const [early, late] = opened.items();
  const seenBy = async (id: string) =>
    itemProofSchema.parse(await (await get(`/api/items/${id}/proof`)).json()).witnesses;
  expect(await seenBy(early!.id)).toMatchObject([{ kind: 'paper', name: 'A. Notary', state: 'holds' }]);
  expect(await seenBy(late!.id)).toEqual([]);
});

test('the head is the signed checkpoint, word for word', async () => {
  const { head, witnesses } = witnessesPageSchema.parse(await (await get('/api/witnesses')).json());
  expect(await (await get('/api/checkpoint')).text()).toBe(head.checkpoint);
  expect(head.checkpoint.split('\n').slice(0, 2)).toEqual([head.log, String(head.size)]);
  expect(witnesses).toHaveLength(1);
  expect((await get('/api/items/nothing/proof')).status).toBe(404);
});

describe('that the ledger grew', () => {
  test('from a checkpoint that somebody brings back, and from one that is kept here', async () => {
    const { verifierKey } = opened.log;
    for (const asked of [
      { from: older },
      { from: older.replaceAll('\n', '\r\n') },
      { size: sizeOf(older) },
    ]) {
      const grown = growthSchema.parse(await (await post('/api/growth', asked)).json());
      const checked = await checkConsistency(grown.proof, grown.before, verifierKey);
      expect([checked.before.size, checked.head.size]).toEqual([sizeOf(older), opened.version()]);
    }
  });

  test('is refused by name for another log, a longer one, another history', async () => {
    const [name, size, root] = older.split('\n') as [string, string, string];
    const other = Buffer.alloc(32, 7).toString('base64');
    const refused = {
      'checkpoint.other-log': { from: `sanad/0123456789abcdef\n${size}\n${root}\n` },
      'checkpoint.ahead': { from: `${name}\n99\n${root}\n` },
      'checkpoint.differs': { from: `${name}\n${size}\n${other}\n` },
      'checkpoint.malformed': { from: 'nothing of the kind' },
      'request.invalid': { size: 0 },
    };
    for (const [code, asked] of Object.entries(refused))
      expect(await (await post('/api/growth', asked)).json()).toMatchObject({ error: { code } });
  });
});

test('one value is disclosed on purpose, and nothing beside it', async () => {
  const bytes = new TextEncoder().encode('name,father\nHalim Medlar,Zahir\nAnis Quince,Tamim\n');
  const files = [{ file: 'list.csv', path: 'list.csv', size: bytes.length, read: async () => bytes }];
  await receiveFiles(opened, { files, problems: [] }, { by: 'Maha', mode: 'add' });
  const list = opened.items().at(-1)!;
  const row = recordId(list.id, 2);
  const about = recordProofSchema.parse(await (await get(`/api/records/${row}/proof`)).json());
  expect(about.values.find(({ slot }) => slot === 'c00')).toMatchObject({
    heading: 'name',
    text: 'Anis Quince',
  });
  const [first, second] = about.values.filter(({ slot }) => slot.startsWith('c'));
  const answer = await post(`/api/records/${row}/proof/file`, { slots: [first!.slot] });
  const { proof } = (await answer.json()) as { proof: string };
  const checked = await checkInclusion(proof, { key: opened.log.verifierKey });
  expect(checked.index).toBe(about.entry);
  expect([...checked.values.keys()]).toEqual([first!.slot]);
  expect(Buffer.from(proof.split('\n')[1]!.slice(6), 'base64').toString()).not.toContain(second!.text);
  expect((await post(`/api/records/${row}/proof/file`, { slots: ['c77'] })).status).toBe(422);
  expect((await post(`/api/records/${list.id}.0/proof/file`, { slots: ['c00'] })).status).toBe(404);
  expect((await get(`/api/records/${list.id}.9/proof`)).status).toBe(404);
});

const sizeOf = (note: string): number => Number(note.split('\n')[1]);
