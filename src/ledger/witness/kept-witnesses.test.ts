import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkInclusion } from '../../checking/index.ts';
import { type Case, createCase, openCase } from '../index.ts';
import { cosigner } from '../signed-note.ts';
import { CHEAP, listItem } from '../trial/example-items.ts';
import { verifyCase } from '../verify/index.ts';
import { keepPaper, keepWitness, upgradeTimestamp } from './keep-witness.ts';
import { cosignedCheckpoint, witnesses } from './kept-witnesses.ts';
import {
  pendingTimestampFile,
  readCalendarAnswer,
  withAnswer,
  writeTimestampFile,
} from './opentimestamps.ts';

let folder = '';
let opened: Case;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-kept-'));
  opened = await createCase(join(folder, 'case'), { passphrase: 'a phrase', ...CHEAP });
  opened.addItem(listItem('one.csv', 3, 'list'));
});
afterEach(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});
const options = { by: 'Maha', file: 'brought' } as const;

describe('what others hold of a case', () => {
  test('a page that somebody took away', () => {
    const { size } = opened.log.newest();
    const kept = keepPaper(opened, 'A. Notary', 'Maha');
    expect(kept).toMatchObject({ kind: 'paper', size, state: 'holds', name: 'A. Notary', by: 'Maha' });
    expect(witnesses(opened)).toEqual([kept]);
    expect(witnesses(opened.as(['team']))[0]).not.toHaveProperty('name');
  });

  test('a witness’s signature, found among the checkpoints by itself', async () => {
    const witness = cosigner('office.example/one', Buffer.alloc(32, 4));
    const { note, size } = opened.log.newest();
    const text = `${note.split('\n\n')[0]}\n`;
    const line = Buffer.from(witness.cosign(text, 1_772_359_200));
    opened.addItem(listItem('two.csv', 3, 'list'));
    expect(() => keepWitness(opened, line, options)).toThrow('witness.key-needed');
    const kept = keepWitness(opened, line, { ...options, key: witness.verifierKey });
    expect(kept).toMatchObject({
      kind: 'cosignature',
      size,
      name: witness.name,
      time: '2026-03-01T10:00:00.000Z',
    });
    const under = cosignedCheckpoint(opened, 1);
    const proof = await checkInclusion(opened.log.prove(1, [], under), {
      key: opened.log.verifierKey,
      witnessKeys: [witness.verifierKey],
    });
    expect(proof.head).toMatchObject({ size, witnesses: [{ name: witness.name }] });
    expect(cosignedCheckpoint(opened, size)).toBeUndefined();

    const other = cosigner('office.example/one', Buffer.alloc(32, 5)).verifierKey;
    expect(() => keepWitness(opened, line, { ...options, key: other })).toThrow('witness.no-such-checkpoint');
  });

  test('an OpenTimestamps file that waits, and what comes of it', () => {
    const { note } = opened.log.newest();
    const digest = createHash('sha256').update(note).digest();
    const pending = pendingTimestampFile(digest, randomBytes(16), 'https://calendar.example');
    const first = keepWitness(opened, writeTimestampFile(pending), options);
    expect(first).toMatchObject({ state: 'waits', attestations: [{ kind: 'pending' }] });
    expect(() => upgradeTimestamp(opened, writeTimestampFile(pending), options)).toThrow(
      'timestamp.nothing-new',
    );

    const { message } = pending.timestamp.steps[0]!.next.steps[0]!.next;
    // Attested right there, by block 1.
    const answer = readCalendarAnswer(Buffer.from('000588960d73d719010101', 'hex'), message);
    const whole = writeTimestampFile({ ...pending, timestamp: withAnswer(pending.timestamp, answer) });
    const second = upgradeTimestamp(opened, whole, options);
    expect(second.state).toBe('unchecked');
    expect(second.attestations).toContainEqual({ kind: 'block', chain: 'bitcoin', height: 1 });
    expect(witnesses(opened)).toEqual([second]);

    const root = message.toString('hex');
    expect(() => upgradeTimestamp(opened, whole, { ...options, headers: { 1: '00'.repeat(32) } })).toThrow(
      'header.contradicts',
    );
    // A merkle root alone carries no work: it says no more than whoever supplied it.
    const third = upgradeTimestamp(opened, whole, { ...options, headers: { 1: root } });
    expect(third).toMatchObject({ state: 'unchecked' });
    expect(third.attestations).toContainEqual({ kind: 'block', chain: 'bitcoin', height: 1, block: {} });
    expect(witnesses(opened)).toHaveLength(1);
  });

  test('of another case, or of nothing that is known, is not kept', async () => {
    const stranger = writeTimestampFile(
      pendingTimestampFile(randomBytes(32), randomBytes(16), 'https://calendar.example'),
    );
    expect(() => keepWitness(opened, stranger, options)).toThrow('witness.no-such-checkpoint');
    expect(() => keepWitness(opened, Buffer.from('PK'), options)).toThrow('proof.unknown-form');
    expect(() => keepWitness(opened, Buffer.from('3003020101', 'hex'), options)).toThrow('token.malformed');
    expect(witnesses(opened)).toEqual([]);
  });

  test('stands after the case was closed and opened again, and verify finds nothing wrong', async () => {
    keepPaper(opened, 'A. Notary', 'Maha');
    opened.close();
    opened = await openCase(join(folder, 'case'), { passphrase: 'a phrase' });
    expect(witnesses(opened)).toMatchObject([{ kind: 'paper', state: 'holds' }]);
    expect((await verifyCase(join(folder, 'case'), { passphrase: 'a phrase' })).faults).toEqual([]);
  });
});
