import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSignedHead } from '../../checking/index.ts';
import { consistencyProof } from '../consistency-proof.ts';
import { leafHash, subtreeRoot } from '../merkle-tree.ts';
import { noteSigner, parseNote, parseVerifierKey, signaturesBy } from '../signed-note.ts';
import type { SubtreeRoot } from '../subtrees.ts';
import { consistencyRequest } from '../tlog-proof.ts';
import { cosign } from './cosign.ts';

const rootsIn =
  (all: readonly Uint8Array[]): SubtreeRoot =>
  (from, to) =>
    subtreeRoot(all, from, to);
const signer = noteSigner('sanad/0123456789abcdef', Buffer.alloc(32, 7));
const leaves = Array.from({ length: 40 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const forged = leaves.with(3, leafHash(Buffer.from('another')));

const checkpoint = (size: number, from = leaves): string =>
  signer.sign(`${signer.name}\n${size}\n${Buffer.from(subtreeRoot(from, 0, size)).toString('base64')}\n`);
const request = (from: number, to: number, of = leaves): string =>
  consistencyRequest(from, consistencyProof(to, from, rootsIn(of)).path, checkpoint(to, of));

let folder = '';
let state = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-witness-'));
  state = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = (): Date => new Date('2026-03-01T10:00:00Z');
const show = (text: string, options: { log?: string; name?: string } = {}) =>
  cosign(state, text, { clock, random: randomBytes, ...options });
const first = () => show(checkpoint(10), { log: signer.verifierKey, name: 'office.example/damascus' });

test('a witness signs what it is shown first, and what continues it', async () => {
  const one = first();
  expect(one).toMatchObject({ origin: signer.name, size: 10 });
  expect(one.before).toBeUndefined();
  const two = show(request(10, 25));
  expect(two).toMatchObject({ size: 25, before: 10 });
  expect(show(checkpoint(25)).before).toBe(25);

  const key = parseVerifierKey(two.verifierKey);
  expect(signaturesBy(parseNote(two.note), key)).toEqual([{ seconds: clock().getTime() / 1000 }]);
  // And the checker that shares no code with it agrees.
  const head = await readSignedHead(two.note, signer.verifierKey, [two.verifierKey]);
  expect(head.witnesses).toEqual([{ name: 'office.example/damascus', at: clock() }]);
});

test('it refuses a log it does not know, and a key it did not know it by', () => {
  expect(() => show(checkpoint(10))).toThrow('witness.log-unknown');
  expect(existsSync(state)).toBe(false);
  first();
  const other = noteSigner(signer.name, Buffer.alloc(32, 8));
  expect(() => show(checkpoint(10), { log: other.verifierKey })).toThrow('witness.key-changed');
  const text = checkpoint(12).split('\n\n')[0]!;
  expect(() => show(other.sign(`${text}\n`))).toThrow('proof.key-other');
});

test('it refuses a history that is shorter, or another one, and remembers what it saw', () => {
  first();
  const before = readFileSync(state, 'utf8');
  expect(() => show(checkpoint(9))).toThrow('witness.rolled-back');
  expect(() => show(checkpoint(10, forged))).toThrow('witness.inconsistent');
  expect(() => show(checkpoint(25))).toThrow('witness.proof-needed');
  expect(() => show(request(8, 25))).toThrow('witness.proof-needed');
  expect(() => show(request(10, 25, forged))).toThrow('witness.inconsistent');
  expect(() => show(request(10, 25).replace(/\n[^\n]+\n/, '\nAAAA\n'))).toThrow('proof.malformed');
  expect(readFileSync(state, 'utf8')).toBe(before);
  expect(show(request(10, 25)).size).toBe(25);
});

test('a damaged state is not trusted, and two signings do not run at once', () => {
  first();
  const text = readFileSync(state, 'utf8');
  writeFileSync(state, text.replace('"size": 10', '"size": 1'));
  expect(() => show(request(10, 25))).toThrow('witness.state-damaged');
  writeFileSync(state, text);
  writeFileSync(`${state}.part`, '');
  expect(() => show(request(10, 25))).toThrow('witness.state-busy');
  rmSync(`${state}.part`);
  expect(show(request(10, 25)).size).toBe(25);
});
