import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkConsistency, checkInclusion, continues, rootFromPath } from '../checking/index.ts';
import { SanadError } from '../model/index.ts';
import { consistencyProof } from './consistency-proof.ts';
import { inclusionProof } from './inclusion-proof.ts';
import { leafHash, subtreeRoot } from './merkle-tree.ts';
import { cosigner, noteSigner } from './signed-note.ts';
import type { SubtreeRoot } from './subtrees.ts';
import { consistencyRequest, type OpenedValue, tlogProof } from './tlog-proof.ts';
import { haveVectors, readVectors } from './trial/merkle-vectors.ts';
import { writeEntries } from './write-entries.ts';

const rootsIn =
  (all: readonly Uint8Array[]): SubtreeRoot =>
  (from, to) =>
    subtreeRoot(all, from, to);
const signer = noteSigner('sanad/0123456789abcdef', Buffer.alloc(32, 7));
const file = Buffer.from('a photograph');
const sha256 = createHash('sha256').update(file).digest('hex');

/** A log of 21 entries; the twelfth is of an item with a file. */
const salts = Buffer.alloc(64, 5);
const written = writeEntries(
  [
    {
      kind: 'item',
      at: '2026-03-01T10:00:00.000Z',
      facts: { id: 'k3f9x0a1b2c3d4e5' },
      slots: [
        { name: 'file', sensitivity: 'team', value: 'photo.jpg' },
        { name: 'original', sensitivity: 'team', value: { sha256, bytes: file.length } },
      ],
    },
  ],
  (length) => salts.subarray(0, length),
);
const body = Buffer.from(written.leaves.subarray(1)).toString();
const bodies = Array.from({ length: 21 }, (_, at) => (at === 12 ? body : `{"n":${at}}`));
const leaves = bodies.map((body) => leafHash(Buffer.from(body)));
const head = (size: number, of = leaves): string =>
  signer.sign(`${signer.name}\n${size}\n${Buffer.from(subtreeRoot(of, 0, size)).toString('base64')}\n`);

const salt = Buffer.alloc(16, 5).toString('base64');
const opened: OpenedValue = { salt, text: `{"bytes":${file.length},"sha256":"${sha256}"}` };
const proofOf = (values: ReadonlyMap<string, OpenedValue>): string =>
  tlogProof({
    ...inclusionProof(leaves.length, 12, rootsIn(leaves)),
    checkpoint: head(21),
    entry: body,
    key: signer.verifierKey,
    values,
  });
const whole = proofOf(new Map([['original', opened]]));

const code = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return 'passed';
  } catch (error) {
    return error instanceof SanadError ? error.code : String(error);
  }
};

describe('a proof of an item', () => {
  test('is a C2SP tlog-proof: a line for what it is, extra, index, hashes, the checkpoint word for word', () => {
    const [kind, extra, index, ...rest] = whole.split('\n');
    expect([kind, index]).toEqual(['c2sp.org/tlog-proof@v1', 'index 12']);
    expect(extra).toMatch(/^extra [A-Za-z0-9+/]+={0,2}$/);
    expect(rest.slice(0, 5).every((line) => Buffer.from(line, 'base64').length === 32)).toBe(true);
    expect(rest.slice(5).join('\n')).toBe(`\n${head(21)}`);
  });

  test('says which file, with the log’s key from elsewhere', async () => {
    const checked = await checkInclusion(whole, { key: signer.verifierKey, sha256 });
    expect(checked).toMatchObject({ index: 12, sha256, key: { from: 'given' }, head: { size: 21 } });
    expect([...checked.values]).toEqual([['original', { bytes: 12, sha256 }]]);
    expect((await checkInclusion(whole)).key.from).toBe('proof');
  });

  test('shows nothing of the values that are not disclosed', async () => {
    const extra = Buffer.from(whole.split('\n')[1]!.slice(6), 'base64').toString();
    expect(extra).not.toContain('photo.jpg');
    expect((await checkInclusion(proofOf(new Map()))).values.size).toBe(0);
  });

  test('is refused when anything about it is another', async () => {
    const other = noteSigner(signer.name, Buffer.alloc(32, 8));
    const index = (at: number): string => whole.replace('index 12', `index ${at}`);
    const extra = JSON.parse(Buffer.from(whole.split('\n')[1]!.slice(6), 'base64').toString());
    const withExtra = (change: object): string =>
      whole.replace(
        /^extra .*$/m,
        `extra ${Buffer.from(JSON.stringify({ ...extra, ...change })).toString('base64')}`,
      );
    const value = (change: object): string => withExtra({ values: { original: { ...opened, ...change } } });
    const wrong: Readonly<Record<string, () => Promise<unknown>>> = {
      'proof.key-other': () => checkInclusion(whole, { key: other.verifierKey }),
      'note.key-malformed': () => checkInclusion(whole, { key: `${signer.verifierKey.slice(0, -4)}AAA=` }),
      'proof.signature-wrong': () => checkInclusion(whole.replace('\n21\n', '\n22\n')),
      'proof.path-wrong': () => checkInclusion(index(13)),
      'proof.malformed': () => checkInclusion(index(12).replace('index 12', 'index 012')),
      'proof.entry-needed': () =>
        checkInclusion(whole.replace(/^extra .*\n/m, ''), { key: signer.verifierKey }),
      'proof.value-wrong': () => checkInclusion(value({ text: opened.text.replace('12', '13') })),
      'proof.file-other': () => checkInclusion(whole, { sha256: sha256.replace(/^./, '_') }),
      'proof.file-unnamed': () => checkInclusion(withExtra({ values: {} }), { sha256 }),
      'note.malformed': () => checkInclusion(whole.slice(0, -1)),
    };
    for (const [expected, work] of Object.entries(wrong)) expect(await code(work)).toBe(expected);
    expect(await code(() => checkInclusion(withExtra({ entry: body.replace('item', 'row') })))).toBe(
      'proof.path-wrong',
    );
    expect(await code(() => checkInclusion(value({ salt: Buffer.alloc(16, 6).toString('base64') })))).toBe(
      'proof.value-wrong',
    );
    expect(await code(() => checkInclusion(withExtra({ values: { file: opened } })))).toBe(
      'proof.value-wrong',
    );
  });

  test('no changed, lost or added character passes as something else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.constantFrom('', 'A', 'é', '\n', '0', '+', 'AA'),
        async (at, put) => {
          const changed = whole.slice(0, at) + put + whole.slice(at + (put === 'AA' ? 0 : 1));
          fc.pre(changed !== whole);
          const outcome = await code(() => checkInclusion(changed, { key: signer.verifierKey, sha256 }));
          expect(outcome).toMatch(/^(proof|note|checkpoint)\./);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('tells when a witness saw the log, and refuses a cosignature that does not hold', async () => {
    const witness = cosigner('office.example/one', Buffer.alloc(32, 9));
    const text = head(21).split('\n\n')[0]!;
    const cosigned = whole + witness.cosign(`${text}\n`, 1_772_359_200);
    const keys = { key: signer.verifierKey, witnessKeys: [witness.verifierKey] };
    expect((await checkInclusion(cosigned, keys)).head.witnesses).toEqual([
      { name: 'office.example/one', at: new Date('2026-03-01T10:00:00Z') },
    ]);
    expect((await checkInclusion(whole, keys)).head.witnesses).toEqual([]);
    const earlier = whole + witness.cosign(`${text} `, 1_772_359_200);
    expect(await code(() => checkInclusion(earlier, keys))).toBe('proof.signature-wrong');
  });
});

describe('a later checkpoint', () => {
  const request = consistencyRequest(9, consistencyProof(leaves.length, 9, rootsIn(leaves)).path, head(21));

  test('is seen to continue an earlier one, given as it was signed or as it was typed off', async () => {
    expect(await checkConsistency(request, head(9), signer.verifierKey)).toMatchObject({
      before: { size: 9 },
      head: { size: 21 },
    });
    const typed = head(9).split('\n').slice(0, 3).join('\n');
    expect((await checkConsistency(request, typed, signer.verifierKey)).head.size).toBe(21);
    const groups = Buffer.from(subtreeRoot(leaves, 0, 9))
      .toString('hex')
      .replace(/.{4}/g, '$& ');
    expect((await checkConsistency(request, `9\r\n${groups}\r\n`, signer.verifierKey)).head.size).toBe(21);
  });

  test('and is refused when it does not', async () => {
    const forged = leaves.with(4, leafHash(Buffer.from('other')));
    const theirs = consistencyRequest(
      9,
      consistencyProof(forged.length, 9, rootsIn(forged)).path,
      head(21, forged),
    );
    const check = (text: string, before: string): Promise<string> =>
      code(() => checkConsistency(text, before, signer.verifierKey));
    expect(await check(theirs, head(9))).toBe('proof.inconsistent');
    expect(await check(request, head(8))).toBe('proof.inconsistent');
    expect(await check(request.replace('old 9', 'old 8'), head(9))).toBe('proof.inconsistent');
    expect(await check(request.replace('old 9', 'old'), head(9))).toBe('proof.malformed');
    expect(await check(request, 'x\n')).toBe('checkpoint.malformed');
  });
});

describe.skipIf(!haveVectors)('the checker and the public vectors (../shared/data/evidence/merkle)', () => {
  test('inclusion: 98 of 98', () => {
    const all = readVectors('inclusion');
    const right = all.filter((one) => {
      const root = rootFromPath(one.leafHash, one.leafIdx, one.treeSize, one.proof);
      return (!!root && one.root.equals(root)) !== one.wantErr;
    });
    expect([right.length, all.length]).toEqual([98, 98]);
  });

  test('consistency: 98 of 98, a first size of 0 being an error', () => {
    const all = readVectors('consistency');
    const right = all.filter((one) => {
      const holds = continues(
        { size: one.size1, root: one.root1 },
        { size: one.size2, root: one.root2 },
        one.proof,
      );
      return holds !== (one.wantErr || one.size1 === 0);
    });
    expect([right.length, all.length]).toEqual([98, 98]);
  });
});
