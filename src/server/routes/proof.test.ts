import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInclusion } from '../../checking/index.ts';
import { type Case, createCase, keepPaper } from '../../ledger/index.ts';
import { itemProofSchema, witnessesPageSchema } from '../../model/index.ts';
import { createApp } from '../app.ts';
import { deriveFrom } from '../derivation.ts';

let folder = '';
let opened: Case;
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
