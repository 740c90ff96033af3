import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupCase, type Case, createCase, openCase, restoreCase, verifyCase } from '../ledger/index.ts';
import { mailboxesIn, openLine, type ServedLine, serveLine } from '../line/index.ts';
import type { ItemId } from '../model/index.ts';
import {
  chunksOf,
  collect,
  type EnvelopeHeader,
  type MailboxKeys,
  mailboxKeys,
  newReceiptCode,
  openEnvelope,
  sealEnvelope,
  solveWork,
  systemRandom,
} from '../sealing/index.ts';
import {
  answerTalk,
  eraseTalk,
  fetchTips,
  handOver,
  makeKeeper,
  openTalkFile,
  placeAt,
  readTalks,
  setTalkStates,
  shownTalk,
} from './index.ts';

let folder: string;
let opened: Case;
let served: ServedLine;
let line: ReturnType<typeof openLine>;
let recipient: string;

const passphraseCost = { memoryKiB: 64, passes: 1, lanes: 1 };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-keepers-'));
  opened = await createCase(join(folder, 'case'), { passphrase: 'a long enough one', passphraseCost });
  recipient = await makeKeeper(opened, 'Huda');
  const made = openLine(join(folder, 'post'), recipient);
  line = { ...made, limits: { ...made.limits, work: 8 } };
  served = await serveLine(line, { port: 0 });
});
afterEach(async () => {
  await served.close();
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (path: string, body?: unknown) => {
  const answer = await fetch(served.url + path, {
    method: 'POST',
    ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};

/** What the page does, in short. */
async function send(keys: MailboxKeys, header: EnvelopeHeader, content: Uint8Array, to = [recipient]) {
  const sealed = await sealEnvelope(header, content, to);
  const bytes = await collect(chunksOf(sealed.stream), 1e8);
  const { body: challenge } = await post('api/work', { bytes: bytes.length });
  const nonces = await solveWork(challenge as never);
  const begun = await post('api/uploads', {
    access: keys.access,
    bytes: bytes.length,
    work: { seed: String((challenge as { seed?: string }).seed), nonces },
  });
  expect(begun.status).toBe(200);
  const { upload, partBytes } = begun.body as unknown as { upload: string; partBytes: number };
  for (let at = 0; at < bytes.length; at += partBytes) {
    const put = await fetch(`${served.url}api/uploads/${upload}/${at}`, {
      method: 'PUT',
      body: bytes.slice(at, at + partBytes) as Uint8Array<ArrayBuffer>,
    });
    expect(put.status).toBe(200);
  }
  expect((await post(`api/uploads/${upload}/end`)).status).toBe(200);
}
const tell = (keys: MailboxKeys, words: string, number = 1) => {
  const content = new TextEncoder().encode(words);
  return send(
    keys,
    { kind: 'message', language: 'ar', replyTo: keys.recipient, number, bytes: content.length },
    content,
  );
};
const aSender = async () => mailboxKeys(newReceiptCode(systemRandom), line.id);
const options = {
  by: 'Huda',
  clock: () => new Date(),
  random: randomBytes,
  fetched: 'removed',
} as const;
const address = () => served.url;

/** What the family's page seals. */
const FAMILY = {
  sanad: 'request',
  form: {
    sought: { names: { given: 'سامر', family: 'الزعرور' }, birth: '1988' },
    asker: { name: 'أم سامر', relation: 'mother' },
    contact: { channel: 'phone', at: '0999 000 111', leave: 'nothing' },
    consent: {
      how: 'own-device',
      grants: [
        { purpose: 'compare', audience: 'team', fields: ['sought'] },
        { purpose: 'call', audience: 'team', fields: ['contact'] },
        { purpose: 'share', audience: 'partners', fields: ['sought'] },
      ],
    },
  },
};

describe('a family’s request by the line', () => {
  const answersOf = async (keys: MailboxKeys): Promise<string[]> => {
    const { body } = await post('api/mailbox', { access: keys.access });
    const { deposits } = body as unknown as { deposits: { id: string; from: string }[] };
    const mailboxes = mailboxesIn(line.folder);
    const texts = deposits
      .filter(({ from }) => from === 'keepers')
      .map(async ({ id }) => {
        const file = readFileSync(mailboxes.read(keys.mailbox, id)!.path);
        const envelope = await openEnvelope(new Blob([file]).stream(), [keys.identity]);
        return `${envelope!.header.kind === 'reply' && envelope!.header.number} ${new TextDecoder().decode(await collect(envelope!.content, 1e6))}`;
      });
    return (await Promise.all(texts)).sort();
  };

  test('arrives sealed for the desk, not for the keeper who fetched it; its code answers at once', async () => {
    const keys = await aSender();
    await tell(keys, JSON.stringify(FAMILY));
    await fetchTips(opened, await placeAt(address(), opened), options);
    const keeper = opened.as(['line']);
    expect(JSON.stringify(keeper.events('line').map(({ slots }) => [...slots]))).not.toContain('سامر');
    expect(readTalks(keeper)[0]).toMatchObject({ form: true });
    const [letter] = opened
      .as(['contact'])
      .events('line')
      .filter(({ facts }) => facts.form === 'request');
    expect(letter!.slots.get('letter')).toEqual(FAMILY);
    expect(letter!.slots.get('receipt')).toBe(keys.mailbox);
    expect(await answersOf(keys)).toEqual(['1 {"sanad":"answer","answer":"nothing-new"}']);
    // what they write beside the form is read by the keepers, like any message
    await tell(keys, 'نسيت: له شامة على يده', 2);
    await fetchTips(opened, await placeAt(address(), opened), options);
    expect(readTalks(keeper)[0]!.incoming.map(({ text }) => text)).toEqual(['نسيت: له شامة على يده']);
  });

  test('that is not whole, or asks without consent, stays a message for the keepers', async () => {
    const keys = await aSender();
    const { consent: _, ...form } = FAMILY.form;
    await tell(keys, JSON.stringify({ ...FAMILY, form }));
    await tell(keys, '{"sanad":"request"', 2);
    await fetchTips(opened, await placeAt(address(), opened), options);
    expect(readTalks(opened)[0]).toMatchObject({ form: false });
    expect(readTalks(opened)[0]!.incoming.map(({ text }) => text?.slice(0, 9))).toEqual([
      '{"sanad":',
      '{"sanad":',
    ]);
  });
});

describe('keepers', () => {
  test('fetch over HTTP, answer, and the sender reads the answer with the code alone', async () => {
    const keys = await aSender();
    await tell(keys, 'باب خلف المطبخ');
    const file = new Uint8Array(randomBytes(300_000));
    await send(
      keys,
      { kind: 'file', name: 'خريطة.jpg', type: 'image/jpeg', number: 2, bytes: file.length },
      file,
    );

    const first = await fetchTips(opened, await placeAt(address(), opened), options);
    expect(first).toMatchObject({ messages: 1, files: 1, unopened: 0 });
    const [talk] = readTalks(opened);
    expect(shownTalk(talk!)).toMatchObject({
      state: 'new',
      waiting: true,
      messages: 1,
      files: 1,
      opening: 'باب خلف المطبخ',
    });
    const got = await openTalkFile(opened, talk!.id, 1);
    expect(Buffer.from(await collect(got.content, 1e6)).equals(file)).toBe(true);
    await backupCase(opened, join(folder, 'backup.tar'));
    await restoreCase(join(folder, 'backup.tar'), join(folder, 'restored'));
    const restored = await openCase(join(folder, 'restored'), {
      passphrase: 'a long enough one',
      mode: 'read',
    });
    const same = await openTalkFile(restored, talk!.id, 1);
    expect(Buffer.from(await collect(same.content, 1e6)).equals(file)).toBe(true);
    restored.close();
    expect([...mailboxesIn(join(folder, 'post')).all()]).toEqual([]);

    answerTalk(opened, talk!.id, 'في أي طابق؟', 'Huda');
    expect(await fetchTips(opened, await placeAt(address(), opened), options)).toMatchObject({
      answersDelivered: 1,
    });
    const box = (await post('api/mailbox', { access: keys.access })).body as unknown as {
      deposits: { id: string; from: string }[];
    };
    expect(box.deposits).toHaveLength(1);
    const sealed = await fetch(`${served.url}api/mailbox/answer`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ access: keys.access, id: box.deposits[0]!.id }),
    });
    const answer = await openEnvelope(sealed.body!, [keys.identity]);
    expect(new TextDecoder().decode(await collect(answer!.content, 1e5))).toBe('في أي طابق؟');

    // fetched once more: nothing twice
    expect(await fetchTips(opened, await placeAt(address(), opened), options)).toMatchObject({
      messages: 0,
      answersDelivered: 0,
    });
  });

  test('fetch from a copied folder, and leave it as it was', async () => {
    const keys = await aSender();
    await tell(keys, 'one');
    const place = await placeAt(join(folder, 'post'), opened);
    await fetchTips(opened, place, { ...options, fetched: 'left' });
    expect(await fetchTips(opened, place, { ...options, fetched: 'left' })).toMatchObject({ messages: 0 });
    expect(readTalks(opened)).toHaveLength(1);
    expect([...mailboxesIn(join(folder, 'post')).all()]).toHaveLength(1);
  });

  test('what was sealed to others or is junk is counted and thrown away; the rest comes in', async () => {
    const keys = await aSender();
    await tell(keys, 'good');
    const stranger = await aSender();
    const words = new TextEncoder().encode('for somebody else');
    await send(
      stranger,
      { kind: 'message', language: 'en', replyTo: stranger.recipient, number: 1, bytes: words.length },
      words,
      [stranger.recipient],
    );
    expect(await fetchTips(opened, await placeAt(address(), opened), options)).toMatchObject({
      messages: 1,
      unopened: 1,
    });
    expect(readdirSync(join(folder, 'case/line'))).toEqual([]);
  });

  test('a sender who takes it back: what waits is gone, and the keepers are told', async () => {
    const keys = await aSender();
    await tell(keys, 'first');
    await fetchTips(opened, await placeAt(address(), opened), options);
    await tell(keys, 'second', 2);
    expect((await post('api/mailbox/withdraw', { access: keys.access })).body).toEqual({ removed: 1 });
    expect(await fetchTips(opened, await placeAt(address(), opened), options)).toMatchObject({
      messages: 0,
      withdrawn: 1,
    });
    expect(readTalks(opened)[0]).toMatchObject({ withdrawn: true, waiting: true });
  });

  test('states and handing over are noted by name; the desk sees an item and nothing of the talk', async () => {
    await tell(await aSender(), 'my name is so-and-so; the door is behind the kitchen');
    await fetchTips(opened, await placeAt(address(), opened), options);
    const { id } = readTalks(opened)[0]!;
    setTalkStates(opened, [id], 'in-talk', 'Huda');
    const item = await handOver(
      opened,
      id,
      {
        text: 'a door behind the kitchen',
        leftOut: 'who says so',
        reason: 'sector C',
        by: 'Huda',
      },
      async ({ name, bytes }) =>
        opened.addItem({
          file: name,
          path: name,
          mediaType: 'text/plain',
          receivedBy: 'Huda',
          content: { kind: 'unread' },
          problems: [],
          records: [],
          bytes,
        }).id as ItemId,
    );
    expect(readTalks(opened)[0]).toMatchObject({ state: 'handed-over', handedOver: [{ item, by: 'Huda' }] });

    const desk = opened.as(['team', 'contact']);
    expect(readTalks(desk)).toEqual([]);
    expect(desk.events('line').flatMap(({ slots }) => [...slots])).toEqual([]);
    expect(Buffer.from(opened.itemBytes(item)).toString()).toBe('a door behind the kitchen\n');
  });

  test('erased is erased: words, file and code’s key are gone, the rest of the case stands', async () => {
    const needle = 'مفتاح الباب الخلفي';
    const keys = await aSender();
    await tell(keys, needle);
    const file = new TextEncoder().encode(needle);
    await send(keys, { kind: 'file', name: needle, type: '', number: 2, bytes: file.length }, file);
    await fetchTips(opened, await placeAt(address(), opened), options);
    const [{ id } = { id: '' }] = readTalks(opened);
    const why = { reason: 'asked by the sender', by: 'Huda' };
    expect(() => eraseTalk(opened, id, why)).toThrow('erase.two-needed');
    opened.note({ kind: 'line', facts: { what: 'withdrawn', talk: id } });
    eraseTalk(opened, id, why);
    const [talk] = readTalks(opened);
    expect(JSON.stringify(talk)).not.toContain(needle);
    expect(talk).not.toHaveProperty('replyTo');
    expect(shownTalk(talk!).entries.map(({ text, file: left }) => text ?? left)).toEqual([
      undefined,
      undefined,
    ]);
    expect(readdirSync(join(folder, 'case/line'))).toEqual([]);
    expect(opened.events('erasure')).toHaveLength(1);
    expect((await verifyCase(join(folder, 'case'), { passphrase: 'a long enough one' })).faults).toEqual([]);
  });

  test('a line that redirects, answers nonsense or is not there is told by name', async () => {
    const answers: Record<string, (answer: ServerResponse) => void> = {
      redirects: (answer) => answer.writeHead(302, { Location: served.url }).end(),
      nonsense: (answer) => answer.end('age-encryption.org/v1 no'),
      breaks: (answer) => answer.destroy(),
    };
    for (const [name, answer] of Object.entries(answers)) {
      const impostor = createServer((_, reply) => answer(reply)).listen(0, '127.0.0.1');
      await once(impostor, 'listening');
      const { port } = impostor.address() as AddressInfo;
      await expect(placeAt(`http://127.0.0.1:${port}`, opened), name).rejects.toThrow(
        /line\.(unreachable|keeper-unknown)/,
      );
      impostor.close();
    }
    await expect(placeAt('http://127.0.0.1:1', opened)).rejects.toThrow('line.unreachable');
    await expect(placeAt(join(folder, 'nowhere'), opened)).rejects.toThrow('file.not-found');
    await expect(placeAt(folder, opened)).rejects.toThrow('line.not-a-line');
  });

  test('without the class nobody opens anything, not even with the case’s other keys', async () => {
    await tell(await aSender(), 'x');
    const without = opened.as(['team', 'contact', 'source', 'key', 'account']);
    await expect(placeAt(address(), without)).rejects.toThrow('line.no-keeper');
  });

  test('a keeper’s key in a case that is not sealed is refused', async () => {
    const bare = await createCase(join(folder, 'bare'), { unsealed: true });
    await expect(makeKeeper(bare, 'Huda')).rejects.toThrow('line.unsealed');
    bare.close();
  });

  test('planted words stand in no file of the line nor of the closed case', async () => {
    const needle = 'قنطرة-النهر-الخلفية';
    const keys = await aSender();
    await tell(keys, needle);
    const file = new TextEncoder().encode(needle.repeat(500));
    await send(keys, { kind: 'file', name: needle, type: '', number: 2, bytes: file.length }, file);
    await fetchTips(opened, await placeAt(address(), opened), { ...options, fetched: 'left' });
    opened.close();
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .filter((each) => readFileSync(join(each.parentPath, each.name)).includes(needle));
    expect(found).toEqual([]);
    opened = await openCase(join(folder, 'case'), { passphrase: 'a long enough one' });
    expect(readTalks(opened)[0]?.incoming[0]?.text).toBe(needle);
    writeFileSync(join(folder, 'control'), needle);
    expect(readFileSync(join(folder, 'control')).includes(needle)).toBe(true);
  });
});
