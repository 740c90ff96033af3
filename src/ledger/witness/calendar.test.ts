import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askCalendar } from './calendar.ts';
import { attestations, pendingTimestampFile, type TimestampFile } from './opentimestamps.ts';

/** A calendar as the public ones are: 32 bytes in, a timestamp out; later the same by its hash. */
let server: Server;
let calendar = '';
const asked: string[] = [];
let answer = Buffer.from('000588960d73d719010103', 'hex');

beforeEach(async () => {
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    request.on('end', () =>
      request.url === '/digest' || request.url?.startsWith('/timestamp/')
        ? response.end(answer)
        : response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  calendar = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

const waiting = (): { file: TimestampFile; message: Buffer } => {
  const file = pendingTimestampFile(randomBytes(32), randomBytes(16), calendar);
  return { file, message: attestations(file.timestamp)[0]!.message };
};

test('is handed the hash, and asked later what became of it', async () => {
  const { file, message } = waiting();
  await askCalendar(calendar, 'submit', file, message);
  const upgraded = await askCalendar(`${calendar}/`, 'upgrade', file, message);
  expect(asked).toEqual(['POST /digest', `GET /timestamp/${message.toString('hex')}`]);
  expect(attestations(upgraded.timestamp)).toContainEqual({ kind: 'bitcoin', height: 3, message });
});

test('what answers nonsense, nothing, or is no calendar, changes nothing', async () => {
  const { file, message } = waiting();
  answer = Buffer.from('<html>', 'latin1');
  await expect(askCalendar(calendar, 'upgrade', file, message)).rejects.toThrow('timestamp.');
  await expect(askCalendar(`${calendar}/elsewhere`, 'upgrade', file, message)).rejects.toThrow(
    'timestamp.calendar-failed',
  );
  await expect(askCalendar('file:///etc', 'upgrade', file, message)).rejects.toThrow(
    'timestamp.calendar-failed',
  );
  await expect(askCalendar('http://127.0.0.1:1', 'upgrade', file, message)).rejects.toThrow(
    'timestamp.calendar-failed',
  );
});
