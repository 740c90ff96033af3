import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/ledger.md'), 'utf8');
const [, script = ''] = /### Check it yourself[\s\S]*?```sh\n([\s\S]*?)```/.exec(page) ?? [];

const runs = (command: string, argument: string): boolean => {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(!runs('bash', '--version') || !runs('openssl', 'version'))(
  'docs/ledger.md, “Check it yourself”, word for word',
  () => {
    let folder = '';
    let opened: Case;
    const photo = Buffer.from('not really a photograph');

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'sanad-yourself-'));
      opened = await createCase(join(folder, 'case'), { unsealed: true });
      const receive = (bytes: Uint8Array) =>
        opened.addItem({
          file: 'photo.jpg',
          path: 'camera/photo.jpg',
          mediaType: 'image/jpeg',
          receivedBy: 'Maha',
          content: { kind: 'unread' },
          problems: [],
          bytes,
          records: [],
        });
      const { id } = receive(photo);
      for (let n = 0; n < 9; n++) receive(Buffer.from(`another ${n}`));
      writeFileSync(join(folder, 'photo.jpg'), photo);
      writeFileSync(join(folder, 'photo.tlog-proof'), opened.log.prove(opened.log.entryOf(id), ['original']));
    });
    afterAll(() => {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const run = (): string[] =>
      execFileSync('bash', ['-c', script], {
        cwd: folder,
        env: { ...process.env, KEY: opened.log.verifierKey },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
        .trim()
        .split('\n');

    test('says that the signature holds, and shows the same root, the same commitment, the same hash', () => {
      const [signature, node, root, committed, stands, hash = '', value] = run();
      expect(signature).toBe('Signature Verified Successfully');
      expect(node).toBe(root);
      expect(root).toMatch(/^[0-9a-f]{64}$/);
      expect(committed).toBe(stands);
      expect(value).toContain(hash.split(' ')[0]);
    });

    test('and shows different ones when the entry was changed', () => {
      const file = join(folder, 'photo.tlog-proof');
      const proof = readFileSync(file, 'utf8');
      const extra = Buffer.from(/^extra (.*)$/m.exec(proof)![1]!, 'base64').toString();
      const altered = Buffer.from(extra.replace('\\"kind\\":\\"item\\"', '\\"kind\\":\\"itam\\"'));
      writeFileSync(file, proof.replace(/^extra .*$/m, `extra ${altered.toString('base64')}`));
      const [signature, node, root] = run();
      expect(signature).toBe('Signature Verified Successfully');
      expect(node).not.toBe(root);
      writeFileSync(file, proof);
    });
  },
);
