import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { heldKeys } from '../src/ledger/held-keys.ts';
import { createCase, type NewItem, verifyCase } from '../src/ledger/index.ts';
import { decryptedFrames, decryptedPages } from '../src/ledger/trial/decrypted-pages.ts';
import { keepEntries, siteEntriesOf, smallPictureOf } from '../src/site/place/entries.ts';
import { followPictures, keepPicture } from '../src/site/place/pictures.ts';
import { smallPicturesOf } from '../src/site/place/small-pictures.ts';
import { GROUND, searched, thing, wrote } from '../src/site/trial/write-down.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-small-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, bytes: Buffer): NewItem => ({
  file: name,
  path: name,
  mediaType: 'image/jpeg',
  receivedBy: 'Rima',
  content: { kind: 'unread' },
  problems: [],
  bytes,
  records: [],
});

test('an item is erased with the small pictures that show it, of a plan and of a photograph; others stay', async () => {
  const at = join(folder, 'case');
  const opened = await createCase(at, { unsealed: true });
  const wall = Buffer.from('the wall as the camera gave it');
  const { id: plan } = opened.addItem(file('plan.jpg', Buffer.from('the plan as received')));
  const { id: photograph } = opened.addItem(file('wall.jpg', wall));
  const { id: other } = opened.addItem(file('other.jpg', Buffer.from('another plan')));
  const planted = { plan: 'planted in the plan', wall: 'planted in the wall', other: 'planted in another' };
  const size = { width: 4, height: 3, tool: 'none' };
  keepPicture(opened, { of: plan, page: 2, ...size }, Buffer.from(planted.plan), 'Rima');
  keepPicture(opened, { of: other, ...size }, Buffer.from(planted.other), 'Rima');
  const entry = wrote('photo', 'photograph', {
    search: thing('s'),
    says: 'A bricked-up door',
    sha256: createHash('sha256').update(wall).digest('hex'),
    bytes: wall.length,
    file: 'original',
  });
  const entries = [
    ...GROUND,
    searched('s', 'A'),
    { ...entry, small: Buffer.from(planted.wall).toString('base64') },
  ];
  expect(keepEntries(opened, { entries }, new Date()).results.map(({ kept }) => kept)).not.toContain(
    'refused',
  );
  const written = siteEntriesOf(opened).length;
  const key = heldKeys(opened).get('database')!;
  const standing = () =>
    [planted.plan, planted.wall, planted.other].map((text) =>
      [
        decryptedPages(readFileSync(join(at, 'ledger.db')), key),
        decryptedFrames(readFileSync(join(at, 'ledger.db-wal')), key),
      ].some((pages) => pages.includes(Buffer.from(text).toString('base64'))),
    );
  expect(standing()).toEqual([true, true, true]);

  const what = [plan, photograph].flatMap((item) => [{ item }, ...smallPicturesOf(opened, item)]);
  opened.erase({ what, basis: 'danger', reason: 'it shows who drew it', by: 'Maha', second: 'Yusuf' });
  expect(standing().slice(0, 2)).toEqual([false, false]);

  const pictureOf = followPictures(opened);
  expect(pictureOf(plan, 2)).toBeUndefined();
  expect(smallPictureOf(opened, thing('photo'))).toBeUndefined();
  expect(Buffer.from(pictureOf(other)!).toString()).toBe(planted.other);
  expect(siteEntriesOf(opened)).toHaveLength(written);
  expect(smallPicturesOf(opened, other)).toHaveLength(1);
  opened.close();
  expect(await verifyCase(at)).toMatchObject({ ok: true, faults: [] });
});
