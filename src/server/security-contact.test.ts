import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, createCase } from '../ledger/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { SECURITY_CONTACT, securityTxt } from './security-contact.ts';

let folder: string;
let opened: Case;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-contact-'));
  opened = await createCase(join(folder, 'case'), { unsealed: true });
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const FINGERPRINT = '0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567';
const written = (text: string): string => {
  const file = join(folder, 'SECURITY-CONTACT');
  writeFileSync(file, text);
  return file;
};
const NOW = new Date('2026-11-22T20:00:00.000Z');

test('whom to tell of a flaw stands where RFC 9116 looks for it', () => {
  const file = written(
    `# a remark\nsecurity@harbour.example ${FINGERPRINT}\nhttps://harbour.example/flaws\n`,
  );
  expect(securityTxt(file, NOW)).toBe(
    [
      'Contact: mailto:security@harbour.example',
      'Encryption: openpgp4fpr:0123456789abcdef0123456789abcdef01234567',
      'Contact: https://harbour.example/flaws',
      'Expires: 2027-02-20T20:00:00Z',
      'Preferred-Languages: ar, en',
      '',
    ].join('\n'),
  );
});

test.each(['', '# nobody yet\n', 'somebody\n', 'http://harbour.example/\n'])('names nobody: %j', (text) => {
  expect(securityTxt(written(text), NOW)).toBeUndefined();
});

test('the server answers it to anybody where somebody is named, and has no such page where nobody is', async () => {
  const asked = (securityContact: string) =>
    createApp(
      { case: opened, derivation: deriveFrom(opened) },
      { webRoot: join(folder, 'none'), hostNames: [], log: () => undefined, securityContact },
    ).request('/.well-known/security.txt', { headers: { host: '127.0.0.1:8484' } });
  const named = await asked(written('security@harbour.example\n'));
  expect([named.status, named.headers.get('content-type')]).toEqual([200, 'text/plain;charset=UTF-8']);
  expect(await named.text()).toContain('Contact: mailto:security@harbour.example');
  expect((await asked(join(folder, 'no such file'))).status).toBe(404);
});

test('the file of this copy can be read as it is', () => {
  expect(securityTxt(SECURITY_CONTACT, NOW) ?? 'Contact: nobody').toMatch(/^Contact: /);
});
