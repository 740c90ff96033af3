import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typed } from './trial/typed.ts';

/** The optional second reader as people type it: on this machine, and on another one that nobody agreed to. */
let folder = '';
const at = (name: string): string => join(folder, name);
const asked: string[] = [];
const model = createServer((request, response) => {
  request.on('data', (part: Buffer) => asked.push(part.toString()));
  request.on('end', () => {
    const statements = [{ quote: 'Nobody was found in the cellar', stance: 'denies', speaker: 'The mayor' }];
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements }) } }] }));
  });
});

const sanad = (...args: readonly string[]) => typed(args, { SANAD_READER_KEY: 'k-123' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-second-'));
  writeFileSync(
    at('report.txt'),
    'Gates opened\n\nThe mayor of Alma spoke at noon. Nobody was found in the cellar, she said.\n',
  );
  await new Promise<void>((done) => model.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  model.close();
  rmSync(folder, { recursive: true, force: true });
});

test('its proposals stand apart, under its name, and it is said where the text goes', async () => {
  const { port } = model.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/v1`;
  const { code, out, err } = await sanad('read', at('report.txt'), '--endpoint', address, '--model', 'small');
  expect(code).toBe(0);
  expect(out).toContain('┄✕┄ Nobody was found in the cellar\n      small:');
  expect(err).toContain(`127.0.0.1:${port}`);
  expect(asked.join('')).not.toContain('k-123');
});

test.each([
  ['read', 'report.txt'],
  ['serve', 'case'],
])(
  '%s: another machine is refused before anything is opened, unless somebody agrees in so many words',
  async (command, name) => {
    const before = asked.length;
    const { code, out, err } = await sanad(command, at(name), '--endpoint', 'https://reader.example/v1');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('reader.example is another machine. Nothing was sent.');
    expect(asked.length).toBe(before);
  },
);
